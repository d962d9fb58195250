// Arithmetic that remembers which stated figures it came from.
#pragma once

#include "figure/figure.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>
#include <vector>

namespace tieout::figure {

using FigureId = std::uint32_t;

/// The stated figures of one check, each once: two uses of one place are one figure. Those that it
/// is lent must outlive it.
class Operands {
 public:
  /// The id of the figure at this place, added if new. One without a place, or with another value
  /// than the one known there (another reading), is a figure of its own. The unit must be known.
  FigureId add(const Figure& figure);
  FigureId add(Figure&& figure);  ///< kept, not lent
  [[nodiscard]] const Figure& operator[](FigureId id) const { return *figures_[id].figure; }
  [[nodiscard]] const Rational& base(FigureId id) const { return figures_[id].base; }
  [[nodiscard]] const Rational& half_step(FigureId id) const { return figures_[id].half_step; }
  [[nodiscard]] std::size_t size() const { return figures_.size(); }

 private:
  struct Entry {
    const Figure* figure;
    Rational base;
    Rational half_step;
  };
  std::vector<Entry> figures_;
  std::vector<std::shared_ptr<const Figure>> kept_;
  std::unordered_multimap<std::size_t, FigureId> by_place_;  ///< by a hash of the place
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

  friend bool operator==(const Linear& a, const Linear& b) = default;
};

/// numerator / denominator; the denominator is above zero wherever its figures lie.
struct Quotient {
  Linear numerator;
  Linear denominator;
};

/// The value of an expression: exact, as an interval, and (while the shape allows) as a linear form
/// or a quotient of two over the stated figures, so that intervals belong to figures and not to
/// their occurrences.
struct Term {
  Rational exact = 0;
  /// Holds every value that the expression takes as its figures range over their intervals, and
  /// nothing else unless `repeated`.
  Interval range = {0, 0};
  std::optional<Linear> linear;      ///< present for sums and for multiples by points
  std::optional<Quotient> quotient;  ///< present for linear / linear that is not itself linear
  std::set<FigureId> figures;        ///< what it is made of, where neither form says so
  std::optional<FigureId> single;    ///< the expression is this one stated figure, untouched
  bool repeated = false;             ///< a figure occurs twice, or was rounded: `range` may be wide
  bool approximate = false;          ///< some figure is approximate
  Dimension dimension;
  const Unit* unit = nullptr;  ///< to print it in; null: the dimension's base unit
};

/// The values that the term takes: exactly those unless may_be_wide(term).
[[nodiscard]] Interval values(const Term& term, const Operands& operands);
[[nodiscard]] bool may_be_wide(const Term& term);

[[nodiscard]] Term constant(Rational base_value, Dimension dimension, const Unit* unit);
[[nodiscard]] Term stated(FigureId id, const Operands& operands);

// Dimensions must fit where they are added (the caller has checked): the result joins them. The
// first operand is taken by value: a long sum moves it along (`total = sum(std::move(total), x)`)
// and costs time linear in its terms.
[[nodiscard]] Term sum(Term a, const Term& b, const Operands& operands);
[[nodiscard]] Term difference(Term a, const Term& b, const Operands& operands);
[[nodiscard]] Term negated(Term a);
[[nodiscard]] Term product(const Term& a, const Term& b, const Operands& operands);
/// Nothing if the divisor is zero or its interval contains zero.
[[nodiscard]] std::optional<Term> quotient(const Term& a, const Term& b, const Operands& operands);
[[nodiscard]] Term absolute(Term a);
[[nodiscard]] Term least(Term a, const Term& b);     ///< min
[[nodiscard]] Term greatest(Term a, const Term& b);  ///< max

enum class Rounding { nearest, down, up };
/// Rounds to `decimals` places of `unit` (half away from zero); the range is rounded at both ends.
[[nodiscard]] Term rounded(Term a, Rounding how, int decimals, const Unit& unit);

}  // namespace tieout::figure
