// Decides one comparison: holds, rounding, fails, or undecided.
#include "figure/relation.hpp"

#include "figure/linear.hpp"

#include <algorithm>
#include <stdexcept>

namespace tieout::figure {

namespace {

/// On exact values; `slack` is how much `within` allows, else 0.
bool met(Relation relation, const Rational& difference, const Rational& slack) {
  switch (relation) {
    case Relation::equal:
    case Relation::identical:
      return abs(difference) <= slack;
    case Relation::different:
      return abs(difference) > slack;
    case Relation::less_equal:
      return difference <= slack;
    case Relation::greater_equal:
      return difference >= -slack;
    case Relation::less:
      return difference < slack;
    case Relation::greater:
      return difference > -slack;
  }
  throw std::logic_error("no such relation");
}

bool compares_intervals(Relation relation) {
  return relation == Relation::equal || relation == Relation::less_equal ||
         relation == Relation::greater_equal;
}

/// Whether some value of left - right in `range` meets the relation.
bool possible(Relation relation, const Interval& range) {
  const bool less_equal = range.lo <= 0;
  const bool greater_equal = range.hi >= 0;
  if (relation == Relation::less_equal) return less_equal;
  if (relation == Relation::greater_equal) return greater_equal;
  return less_equal && greater_equal;
}

/// Whether `side` is one stated figure that says `value`, at the precision it is stated to.
bool states(const Term& side, const Rational& value) {
  return side.single && side.range.lo <= value && value <= side.range.hi;
}

/// By how much a side that is one stated figure may be off beside its rounding: a share of a group
/// that was made to add up to 100% by one unit of its last place.
Rational fitting(const Term& side, const Operands& operands) {
  if (!side.single || !operands[*side.single].fitted) return 0;
  return operands.half_step(*side.single) * 2;
}

/// How far the difference may move toward zero (from zero: the further way).
Rational reach(const Rational& difference, const Interval& range) {
  Rational down = difference - range.lo;
  Rational up = range.hi - difference;
  if (difference > 0) return down;
  if (difference < 0) return up;
  return std::max(down, up);
}

struct Gap {
  Interval range;
  bool wide = false;  ///< may the range be wider than the values are?
};

/// Of left - right. Between two sums that takes no more than the sum of their figures.
Gap gap_of(const Term& left, const Term& right, Decision& decision, const Operands& operands) {
  if (!left.linear || !right.linear) {
    const Term gap = difference(left, right, operands);
    return {values(gap, operands), may_be_wide(gap)};
  }
  const Rational widened = add(decision.gap.emplace(*left.linear), *right.linear, -1, operands);
  const Rational half = (left.range.hi - left.range.lo) / 2 + widened;
  return {{decision.difference - half, decision.difference + half}, left.repeated && half != 0};
}

Rational slack_of(const std::optional<Tolerance>& tolerance, const Rational& right) {
  if (!tolerance) return 0;
  return tolerance->of_right ? tolerance->amount * abs(right) : tolerance->amount;
}

}  // namespace

std::optional<Interval> exact_range(const Term& left, const Term& right, const Operands& operands) {
  const Term gap = difference(left, right, operands);
  if (may_be_wide(gap)) return std::nullopt;
  return values(gap, operands);
}

Decision decide(Relation relation, const Term& left, const Term& right,
                const std::optional<Tolerance>& tolerance, const Operands& operands) {
  using Why = Decision::Why;
  Decision decision;
  decision.left = left.exact;
  decision.right = right.exact;
  decision.difference = left.exact - right.exact;
  const bool exactly = met(relation, decision.difference, slack_of(tolerance, right.exact));
  if (left.approximate || right.approximate) {
    const bool holds = exactly && relation != Relation::different;
    decision.verdict = holds ? Verdict::holds : Verdict::undecided;
    decision.why = holds ? Why::none : Why::approximate;
    return decision;
  }
  if (tolerance || !compares_intervals(relation)) {
    decision.verdict = exactly ? Verdict::holds : Verdict::fails;
    return decision;
  }
  auto [range, wide] = gap_of(left, right, decision, operands);
  const Rational fitted = std::max(fitting(left, operands), fitting(right, operands));
  if (fitted != 0) range = {range.lo - fitted, range.hi + fitted};
  if (!wide) decision.allowed = reach(decision.difference, range);
  const bool stated =
      relation == Relation::equal && (states(left, right.exact) || states(right, left.exact));
  if (exactly || stated) {
    decision.verdict = Verdict::holds;
  } else if (!possible(relation, range)) {
    decision.verdict = Verdict::fails;
  } else {
    decision.verdict = wide ? Verdict::undecided : Verdict::rounding;
    decision.why = wide ? Why::wide_interval : Why::none;
  }
  return decision;
}

}  // namespace tieout::figure
