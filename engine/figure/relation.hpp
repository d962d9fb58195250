// Decides one comparison: holds, rounding, fails, or undecided.
#pragma once

#include "figure/term.hpp"
#include "figure/verdict.hpp"

#include <optional>

namespace tieout::figure {

enum class Relation { equal, less_equal, greater_equal, less, greater, identical, different };

/// `within T`: an amount in base units, or a share of |right|.
struct Tolerance {
  Rational amount = 0;
  bool of_right = false;
};

/// left - right may be at most `allowed` from zero by rounding alone.
struct Decision {
  Verdict verdict = Verdict::undecided;
  Rational left = 0;        ///< base units, exact
  Rational right = 0;
  Rational difference = 0;  ///< left - right
  std::optional<Rational> allowed;  ///< absent where intervals say nothing (strict comparisons)
  enum class Why { none, approximate, wide_interval } why = Why::none;  ///< if undecided
};

/// Decides as the project's semantics say. Exact values first; then the choice of a point in each
/// figure's interval: exact for linear sides and for a stated figure (or a constant) against a
/// quotient, interval evaluation otherwise. Approximate figures: `=` and its like are undecided,
/// an inequality holds or is undecided.
[[nodiscard]] Decision decide(Relation relation, const Term& left, const Term& right,
                              const std::optional<Tolerance>& tolerance, const Operands& operands);

/// The exact range of left - right over every choice of points, where the shape allows it (linear
/// sides; a figure or constant against a quotient with a divisor of one sign), else nothing.
[[nodiscard]] std::optional<Interval> exact_range(const Term& left, const Term& right,
                                                  const Operands& operands);

}  // namespace tieout::figure
