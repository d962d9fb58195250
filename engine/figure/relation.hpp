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

struct Decision {
  Verdict verdict = Verdict::undecided;
  Rational left = 0;  ///< base units, exact
  Rational right = 0;
  Rational difference = 0;  ///< left - right
  /// How far left - right may be from zero by rounding alone: `=` is possible if and only if
  /// |difference| is no more. Absent where intervals say nothing (strict comparisons, `within`,
  /// approximate figures) or not enough (an expression that repeats a figure).
  std::optional<Rational> allowed;
  /// left - right by figures, where both are linear and intervals were looked at.
  std::optional<Linear> gap;
  enum class Why { none, approximate, wide_interval } why = Why::none;  ///< if undecided
};

/// Decides as the project's semantics say. Exact values first; then the choice of a point in each
/// figure's interval: exact for linear sides, for quotients of linear forms, and for whatever else
/// uses each figure once; other interval evaluation may find `fails`, but not `rounding`.
/// With an approximate figure no check fails: `=` and `==` hold if both sides are exactly equal, an
/// inequality if it is met exactly; else, and for `!=` always, it is undecided.
[[nodiscard]] Decision decide(Relation relation, const Term& left, const Term& right,
                              const std::optional<Tolerance>& tolerance, const Operands& operands);

/// The exact range of left - right over every choice of points; nothing where some figure occurs
/// more than once in a shape that neither linear forms nor quotients of two can express.
[[nodiscard]] std::optional<Interval> exact_range(const Term& left, const Term& right,
                                                  const Operands& operands);

}  // namespace tieout::figure
