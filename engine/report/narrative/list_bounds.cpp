// Where a list of parts ends, and of which of the figures before it the parts are.
#include "report/narrative/list_bounds.hpp"

#include "report/narrative/completeness.hpp"
#include "report/narrative/lookup.hpp"
#include "report/narrative/parts.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>

namespace tieout::report::narrative {
namespace {

constexpr std::size_t farthest_total = 20;  // statements before the parts
constexpr int one_in_five = 5;              // what a list that is meant to add up may lack
constexpr int one_in_twenty = 20;

bool may_be_total(const Narrative& text, std::size_t candidate, const Group& group) {
  const Statement& found = text.statements[candidate];
  return is_value(found) && is_exact_statement(found) && !found.divides &&
         units_fit(found.figure, text.statements[group.parts.front()].figure);
}

/// 年初预算90万元，追加10万元，调整预算100万元，支出95万元，结转5万元: of what is stated between
/// the total and the parts, that which they add to.
std::optional<std::size_t> nearer_total(const Narrative& text, const Group& group) {
  const std::size_t first = *std::ranges::min_element(group.parts);
  const std::size_t last = first - std::min(first, farthest_total);
  for (std::size_t at = first; at > std::max(last, group.total + 1); --at) {
    if (may_be_total(text, at - 1, group) && adds_up(text, at - 1, group.parts)) return at - 1;
  }
  return std::nullopt;
}

/// 在职22人，退休5人，其中行政6人、事业16人: of what the sentence states before the total, that
/// which they add to, or nearly add to where they are far more than the total.
std::optional<std::size_t> earlier_total(const Narrative& text, Group group) {
  if (group.form != Group::Form::among) return std::nullopt;
  const bool fits = nearly(text, group, one_in_five);
  const std::size_t nearest = group.total;
  const std::size_t last = nearest - std::min(nearest, farthest_total);
  for (std::size_t at = nearest; at > last && &text.span_of(at - 1) == &text.span_of(nearest);
       --at) {
    if (!may_be_total(text, at - 1, group)) continue;
    group.total = at - 1;
    if (adds_up(text, group.total, group.parts)) return group.total;
    if (!fits && nearly(text, group, one_in_five)) return group.total;
  }
  return std::nullopt;
}

/// All parts together are more than the whole.
bool exceeds_total(const Narrative& text, const Group& group) {
  const figure::Rational total = text.statements[group.total].figure.base();
  figure::Rational sum = 0;
  for (const std::size_t part : group.parts) sum += text.statements[part].figure.base();
  return sum > total;
}

/// 基本支出90万元，其中人员80万元；|项目支出500万元: what stands behind the semicolon is no part if
/// with it the parts are more than the whole.
void end_at_semicolon(const Narrative& text, Group& group) {
  if (group.complete || group.first_run == 0 || group.first_run >= group.parts.size() ||
      nearly(text, group, one_in_twenty) || is_off_by_slip(text, group)) {
    return;
  }
  Group front = group;
  front.parts.resize(group.first_run);
  front.front = std::min(front.front, front.parts.size());
  if (!exceeds_total(text, group) || exceeds_total(text, front)) return;
  group = std::move(front);
}

/// 在职8人，较上年减少7人，其中调入3人、退休10人: parts of the change, not of what there is.
bool is_of_change(const Narrative& text, const Group& group) {
  const figure::Rational total = text.statements[group.total].figure.base();
  if (group.complete || nearly(text, group, one_in_five) ||
      std::ranges::none_of(group.parts, [&](std::size_t part) {
        return text.statements[part].figure.base() > total;
      })) {
    return false;
  }
  for (std::size_t at = group.total + 1; at < group.parts.front(); ++at) {
    const Statement& between = text.statements[at];
    if (between.role == Role::change &&
        units_fit(between.figure, text.statements[group.parts.front()].figure)) {
      return true;
    }
  }
  return false;
}

/// 三公经费90万元，其中：接待费30万元；公车费60万元，其中：购置费40万元；|运行费20万元: its first
/// parts make the total.
bool begins_with_sum(const Narrative& text, const Group& group) {
  RunningSum sum;
  std::size_t count = 0;
  return std::ranges::any_of(group.parts, [&](std::size_t part) {
    sum.add(text.statements[part].figure);
    return ++count > 1 && sum.makes(text.statements[group.total].figure);
  });
}

}  // namespace

void mend_total(const Narrative& text, Group& group) {
  if (group.parts.size() < 2 || begins_with_sum(text, group)) return;
  auto total = nearer_total(text, group);
  if (!total) total = earlier_total(text, group);
  if (total) group.total = *total;
}

void mend_end(const Narrative& text, Group& group) {
  if (group.parts.empty() || group.form != Group::Form::among || begins_with_sum(text, group)) {
    return;
  }
  if (is_of_change(text, group)) {
    group.parts.clear();
  } else {
    end_at_semicolon(text, group);
  }
}

}  // namespace tieout::report::narrative
