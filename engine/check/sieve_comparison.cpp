// Cross-multiplies, so that nothing is divided and nothing rounded.
#include "check/sieve_comparison.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace tieout::check {
namespace {

using report::Measure;
namespace measure = report::measure;

/// Nothing beyond 62 bits.
std::optional<std::int64_t> within_range(Checked value) {
  constexpr Wide most = Wide{1} << 62U;
  if (!value.good() || value.value() > most) return std::nullopt;
  return static_cast<std::int64_t>(value.value());
}

Checked power_of_ten(int exponent) {
  Checked power = 1;
  for (; exponent > 0; --exponent) power = power * 10;
  return power;
}

std::int64_t figure_step(const plan::Form& form, const FormValue& amount) {
  return form.is_figure() ? amount.step : 0;
}

/// Is the quotient of two measures something that the first can be compared with?
bool divides(Measure one, Measure above, Measure below) {
  const bool bare = one == measure::count || one == measure::ratio || one == measure::neutral;
  if (above >= measure::first_physical) {
    if (above == below) return one == measure::ratio;
    return one == above && below == measure::count;
  }
  return bare && above == measure::count && below == measure::count;
}

/// How far apart the sides may be, in the units in which one of the measure is `unit`; nothing if
/// that is no integer.
std::optional<Checked> allowed(const figure::Tolerance& tolerance, Measure measure, Checked unit,
                               Checked right) {
  if (tolerance.of_right) {
    constexpr std::int64_t parts = 1'000'000;
    const auto share = (tolerance.amount * parts).int64();
    if (!share || *share < 0 || *share > parts * 1000) return std::nullopt;
    const Checked whole = right.size() * Checked(*share);
    if (!whole.good() || whole.value() % parts != 0) return std::nullopt;
    return Checked(whole.value() / parts);
  }
  const figure::Rational amount =
      tolerance.amount * figure::power_of_ten(report::decimals_of(measure));
  const auto whole = amount.int64();
  if (!whole || *whole < 0 || amount > figure::power_of_ten(18)) return std::nullopt;
  return Checked(*whole) * unit;
}

std::optional<bool> within(figure::Relation relation, Checked a, Checked b, Checked slack) {
  using figure::Relation;
  const Checked difference = a - b;
  const Checked size = difference.size();
  if (!size.good() || !slack.good()) return std::nullopt;
  switch (relation) {
    case Relation::equal:
      return size.value() <= slack.value();
    case Relation::less_equal:
      return difference.value() <= slack.value();
    case Relation::greater_equal:
      return -difference.value() <= slack.value();
    default:
      return std::nullopt;
  }
}

/// `step`: twice how far a single figure may be from its other side.
std::optional<bool> compared(figure::Relation relation, Checked a, Checked b, Checked step) {
  using figure::Relation;
  const Checked difference = a - b;
  const Checked twice = difference.size() * 2;
  if (!twice.good() || !step.good()) return std::nullopt;
  const Wide order = difference.value();
  // Rounding may explain what is not so by the exact values: that is the evaluator's to say.
  const auto or_unsure = [](bool holds) { return holds ? std::optional(true) : std::nullopt; };
  switch (relation) {
    case Relation::equal:
      return or_unsure(order == 0 || twice.value() <= step.value());
    case Relation::less_equal:
      return or_unsure(order <= 0);
    case Relation::greater_equal:
      return or_unsure(order >= 0);
    case Relation::less:
      return order < 0;
    case Relation::greater:
      return order > 0;
    case Relation::identical:
      return order == 0;
    case Relation::different:
      return order != 0;
  }
  return std::nullopt;
}

std::optional<bool> linear(const plan::Comparison& comparison, const FormValue& left,
                           const FormValue& right) {
  if (!fit(left.measure, right.measure)) return std::nullopt;
  const Checked a = left.value * comparison.right.form.divisor;
  const Checked b = right.value * comparison.left.form.divisor;
  const Checked unit = Checked(comparison.left.form.divisor) * comparison.right.form.divisor;
  if (comparison.tolerance) {
    const Measure common = left.measure == measure::any ? right.measure : left.measure;
    const auto slack = allowed(*comparison.tolerance, common, unit, b);
    return slack ? within(comparison.relation, a, b, *slack) : std::nullopt;
  }
  // A single figure stands for what it was rounded from.
  const Checked half =
      std::max(figure_step(comparison.left.form, left), figure_step(comparison.right.form, right));
  return compared(comparison.relation, a, b, half * unit);
}

/// a against p / q, by cross-multiplication. `right`: the quotient stands on the right.
std::optional<bool> quotient(figure::Relation relation,
                             const std::optional<figure::Tolerance>& tolerance, bool right,
                             const plan::Form& form, const FormValue& amount,
                             const plan::Side& side, const FormValue& above,
                             const FormValue& below) {
  const auto factors = quotient_factors(form, amount.measure, side, above.measure, below.measure);
  // Nothing is said of a quotient by what may be zero.
  const Checked twice = below.value.size() * 2;
  const bool divides = twice.good() && below.reach.good() && twice.value() > below.reach.value();
  if (!factors || !divides) return std::nullopt;
  // In units of 1 / (form's divisor), at the scale of its measure.
  const Checked weight = below.value * factors->below;
  Checked a = amount.value * weight;
  Checked b = above.value * factors->above;
  if (below.value.value() < 0) std::tie(a, b) = std::pair(Checked(0) - a, Checked(0) - b);
  if (tolerance) {
    const auto slack =
        allowed(*tolerance, amount.measure, weight.size() * form.divisor, right ? b : a);
    const bool equality = relation == figure::Relation::equal;
    return slack && equality ? within(relation, a, b, *slack) : std::nullopt;
  }
  return compared(relation, a, b, weight.size() * figure_step(form, amount));
}

}  // namespace

figure::Relation mirrored(figure::Relation relation) {
  using figure::Relation;
  switch (relation) {
    case Relation::less:
      return Relation::greater;
    case Relation::less_equal:
      return Relation::greater_equal;
    case Relation::greater:
      return Relation::less;
    case Relation::greater_equal:
      return Relation::less_equal;
    default:
      return relation;
  }
}

std::optional<QuotientFactors> quotient_factors(const plan::Form& form, Measure one,
                                                const plan::Side& side, Measure above,
                                                Measure below) {
  if (!divides(one, above, below)) return std::nullopt;
  const int exponent =
      report::decimals_of(above) - report::decimals_of(one) - report::decimals_of(below);
  const auto of_below = within_range(Checked(side.form.divisor) * power_of_ten(exponent));
  const auto of_above =
      within_range(Checked(form.divisor) * side.by->divisor * power_of_ten(-exponent));
  if (!of_below || !of_above) return std::nullopt;
  return QuotientFactors{*of_below, *of_above};
}

bool fit(Measure a, Measure b) {
  if (a == b || a == measure::any || b == measure::any) return true;
  const auto bare = [](Measure one) { return one < measure::first_physical; };
  return bare(a) && bare(b) && (a == measure::neutral || b == measure::neutral);
}

std::optional<bool> compare(const plan::Comparison& comparison, const SideValue& left,
                            const SideValue& right) {
  const auto& [relation, left_side, right_side, tolerance] = comparison;
  if (left_side.by && right_side.by) return std::nullopt;
  if (left_side.by) {
    return quotient(mirrored(relation), tolerance, false, right_side.form, right.form, left_side,
                    left.form, left.by);
  }
  if (right_side.by) {
    return quotient(relation, tolerance, true, left_side.form, left.form, right_side, right.form,
                    right.by);
  }
  return linear(comparison, left.form, right.form);
}

}  // namespace tieout::check
