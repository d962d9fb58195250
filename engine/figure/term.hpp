// Arithmetic that remembers which stated figures it came from.
#pragma once

#include "figure/figure.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace tieout::figure {

using FigureId = std::uint32_t;

/// The stated figures of one check, each once: two uses of one place are one figure.
class Operands {
 public:
  /// The id of the figure at this place, added if new. The unit must be known.
  FigureId add(const Figure& figure);
  [[nodiscard]] const Figure& operator[](FigureId id) const { return figures_[id].figure; }
  [[nodiscard]] const Rational& base(FigureId id) const { return figures_[id].base; }
  [[nodiscard]] const Rational& half_step(FigureId id) const { return figures_[id].half_step; }
  [[nodiscard]] std::size_t size() const { return figures_.size(); }

 private:
  struct Entry {
    Figure figure;
    Rational base;
    Rational half_step;
  };
  std::vector<Entry> figures_;
  std::map<source::Place, FigureId> by_place_;
};

/// Closed, in base units.
struct Interval {
  Rational lo;
  Rational hi;
};

/// sum of coefficient x figure + constant, in base units.
struct Linear {
  std::map<FigureId, Rational> coefficients;  ///< no zero coefficients
  Rational constant = 0;
};

/// numerator / denominator.
struct Quotient {
  Linear numerator;
  Linear denominator;
};

/// The value of an expression: exact, as an interval, and (while the shape allows) as a linear form
/// or a quotient of two over the stated figures, so that intervals belong to figures and not to
/// their occurrences.
struct Term {
  Rational exact = 0;
  Interval range = {0, 0};           ///< interval evaluation of the expression as written
  std::optional<Linear> linear;      ///< present for sums and for multiples by constants
  std::optional<Quotient> quotient;  ///< present for linear / linear that is not itself linear
  std::optional<FigureId> single;    ///< the expression is this one stated figure, untouched
  bool repeated = false;             ///< some figure occurs more than once: `range` may be too wide
  bool approximate = false;          ///< some figure is approximate
  std::map<FigureId, int> uses;      ///< occurrences of each figure
  Dimension dimension;
  const Unit* unit = nullptr;        ///< to print it in; null: the dimension's base unit
};

[[nodiscard]] Term constant(Rational base_value, Dimension dimension, const Unit* unit);
[[nodiscard]] Term stated(FigureId id, const Operands& operands);

// Dimensions must fit where they are added (the caller has checked): the result joins them.
[[nodiscard]] Term sum(const Term& a, const Term& b, const Operands& operands);
[[nodiscard]] Term difference(const Term& a, const Term& b, const Operands& operands);
[[nodiscard]] Term negated(const Term& a);
[[nodiscard]] Term product(const Term& a, const Term& b, const Operands& operands);
/// Nothing if the divisor is zero or its interval contains zero.
[[nodiscard]] std::optional<Term> quotient(const Term& a, const Term& b, const Operands& operands);
[[nodiscard]] Term absolute(const Term& a);
[[nodiscard]] Term least(const Term& a, const Term& b);     ///< min, as an interval
[[nodiscard]] Term greatest(const Term& a, const Term& b);  ///< max, as an interval

enum class Rounding { nearest, down, up };
/// Rounds to `decimals` places of `unit` (half away from zero); the range is rounded at both ends.
[[nodiscard]] Term rounded(const Term& a, Rounding how, int decimals, const Unit& unit);

}  // namespace tieout::figure
