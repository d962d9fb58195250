// Totals that stand behind their parts.
#include "report/narrative/last_totals.hpp"

#include "report/narrative/between.hpp"
#include "report/narrative/characters.hpp"
#include "report/narrative/completeness.hpp"
#include "report/narrative/lookup.hpp"
#include "report/narrative/names.hpp"
#include "report/narrative/parts.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <utility>

namespace tieout::report::narrative {
namespace {

constexpr std::size_t most_parts = 100;

constexpr std::string_view final_plans[] = {"全年预算",     "调整后预算",     "调整预算",
                                            "调整后的预算", "调整后全年预算", "调整后部门预算"};

/// 三 of 三项支出; 0 for a name that counts nothing.
std::size_t counted_in(std::string_view name) {
  static constexpr std::string_view numbers[] = {"两", "二", "三", "四", "五", "六", "七", "八"};
  static constexpr std::size_t values[] = {2, 2, 3, 4, 5, 6, 7, 8};
  static constexpr std::string_view kinds[] = {"项", "类", "者", "部分"};
  const std::string_view number = prefix_of(name, numbers);
  if (number.empty() || prefix_of(name.substr(number.size()), kinds).empty()) return 0;
  return values[std::ranges::find(numbers, number) - std::begin(numbers)];
}

/// 甲90万元，乙10万元，丙支出、丁支出共0万元: what several names come to that have no figures of
/// their own is one more part.
bool sums_other_names(const Narrative& text, const Group& group) {
  const std::string& name = text.statements[group.total].name;
  return name.find("、") != std::string::npos &&
         std::ranges::none_of(group.parts, [&](std::size_t part) {
           const std::string& core = text.statements[part].core;
           return !core.empty() && name.find(core) != std::string::npos;
         });
}

/// 上年结转3万元、本年收入90万元，支出合计80万元: what was spent is no sum of what came in.
bool sums_other_side(const Narrative& text, const Group& group) {
  static constexpr std::pair<std::string_view, std::string_view> sides[] = {{"收入", "支出"},
                                                                            {"支出", "收入"}};
  const auto has = [&](std::size_t at, std::string_view word) {
    return text.statements[at].name.find(word) != std::string::npos;
  };
  return std::ranges::any_of(sides, [&](const auto& side) {
    return has(group.total, side.first) && !has(group.total, side.second) &&
           std::ranges::any_of(group.parts, [&](auto part) { return has(part, side.second); }) &&
           std::ranges::none_of(group.parts, [&](auto part) { return has(part, side.first); });
  });
}

/// 甲项目预算100万元，乙项目预算200万元，合计支出298万元: what was planned makes no sum of what was
/// spent.
bool sums_plans(const Narrative& text, const Group& group) {
  return text.statements[group.total].role != Role::budget &&
         std::ranges::any_of(group.parts, [&](std::size_t part) {
           return text.statements[part].role == Role::budget;
         });
}

/// 上年末结转90万元，调减5万元，调整后年初结转85万元；本年收入合计200万元: what was carried over is
/// no part of the year's own.
bool sums_carried(const Narrative& text, const Group& group) {
  static constexpr std::string_view carried[] = {"结转", "结余", "调减"};
  constexpr std::string_view own = "本年";
  return text.statements[group.total].name.starts_with(own) &&
         std::ranges::any_of(group.parts, [&](std::size_t part) {
           return contains_any(text.statements[part].name, carried);
         });
}

/// 甲年初结转10万元，年末结转12万元；乙…；合计年末结转56万元: of each only what is called as the
/// sum is.
/// False if it is not said of all.
bool keep_own_kind(const Narrative& text, Group& group) {
  static constexpr std::string_view sums[] = {"合计", "共计", "总计", "累计"};
  const std::string_view name = without_prefixes(text.statements[group.total].name, sums);
  if (han_count(name) < 2 || adds_up(text, group.total, group.parts)) return true;
  const auto is_own = [&](std::size_t part) {
    return text.statements[part].name.ends_with(name) || text.lead(part).ends_with(name);
  };
  const auto own = std::ranges::count_if(group.parts, is_own);
  if (own < 2 || own == std::ssize(group.parts)) return true;
  const bool each = 2 * own == std::ssize(group.parts);
  std::erase_if(group.parts, std::not_fn(is_own));
  return each || adds_up(text, group.total, group.parts);
}

/// 收入完成147亿元，增长7%。加上转移性收入49亿元，收入合计196亿元;
/// 预算80万元。追加15万元，结转5万元，合计100万元: a list that begins in the sentence before.
/// False if it may, but does not add up.
bool add_sentence_before(const Narrative& text, Group& group,
                         const std::vector<std::size_t>& statements,
                         const std::vector<std::size_t>& sentence_before) {
  if (group.parts.empty() || group.parts.front() != statements.front() ||
      adds_up(text, group.total, group.parts)) {
    return true;
  }
  std::vector<std::size_t> values;
  for (const std::size_t index : sentence_before) {
    const Statement& found = text.statements[index];
    if (is_value(found) && is_exact_statement(found) && !found.divides && !found.complete &&
        units_fit(found.figure, text.statements[group.total].figure)) {
      values.push_back(index);
    }
  }
  if (values.empty()) return true;
  const auto adds_with = [&](std::vector<std::size_t> parts) {
    parts.insert(parts.end(), group.parts.begin(), group.parts.end());
    if (!adds_up(text, group.total, parts)) return false;
    group.parts = std::move(parts);
    return true;
  };
  if (adds_with({values.front()}) || adds_with({values.back()}) || adds_with(values)) return true;
  constexpr int one_in_five = 5;
  return group.parts.size() > 1 && nearly(text, group, one_in_five);
}

/// 甲120人、36万元，乙80人、24万元，共计200人、|60万元: what is counted alike before `first`. Only
/// the sum tells that they are its parts.
std::optional<Group> alike_before(const Narrative& text, const std::vector<std::size_t>& statements,
                                  std::size_t first, std::size_t at) {
  Group group;
  group.form = Group::Form::last;
  group.total = statements[at];
  group.exact = false;
  const figure::Figure& total = text.statements[group.total].figure;
  RunningSum sum;
  for (std::size_t before = first; before > 0 && group.parts.size() < most_parts; --before) {
    const std::size_t index = statements[before - 1];
    const Statement& part = text.statements[index];
    if (!is_value(part) || !units_fit(part.figure, total)) continue;
    if (!is_exact_statement(part) || part.complete) break;
    group.parts.push_back(index);
    sum.add(part.figure);
    if (group.parts.size() < 2 || !sum.makes(total)) continue;
    std::ranges::reverse(group.parts);
    return group;
  }
  return std::nullopt;
}

/// 共计200人、|60万元: the word stands before the first of the two.
std::optional<Group> second_total_last(const Narrative& text,
                                       const std::vector<std::size_t>& statements, std::size_t at) {
  if (at < 3 || text.statements[statements[at]].named) return std::nullopt;
  const Statement& total = text.statements[statements[at]];
  const Statement& first = text.statements[statements[at - 1]];
  if (!first.complete || first.figure.unit == total.figure.unit ||
      first.clause + 1 < total.clause) {
    return std::nullopt;
  }
  return alike_before(text, statements, at - 1, at);
}

}  // namespace

std::optional<Group> total_last(const Narrative& text, const std::vector<std::size_t>& statements,
                                std::size_t at, const std::vector<std::size_t>& sentence_before) {
  const Statement& total = text.statements[statements[at]];
  if (!is_value(total) || !is_exact_statement(total)) return std::nullopt;
  if (!total.complete) return second_total_last(text, statements, at);
  static constexpr std::string_view sums[] = {"合计", "共计", "总计"};  // 合计批复总投资
  const bool bare = !total.named || is_generic(total.name) || !prefix_of(total.name, sums).empty();
  Group group;
  group.form = Group::Form::last;
  group.total = statements[at];
  group.complete = bare;
  for (std::size_t before = at; before > 0 && group.parts.size() < most_parts; --before) {
    const std::size_t index = statements[before - 1];
    const Statement& part = text.statements[index];
    if (!is_value(part)) continue;
    if (!is_exact_statement(part) || part.complete || !units_fit(part.figure, total.figure)) break;
    const Between between = between_of(text, text.span_of(index), statements, before - 1);
    group.parts.insert(group.parts.begin(), index);
    const Between next = between_of(text, text.span_of(index), statements, before);
    if (next.prose) group.tidy = false;
    if (between.opener != Opener::none) break;
  }
  if (sums_other_names(text, group)) return std::nullopt;
  if (!keep_own_kind(text, group)) return std::nullopt;
  if (sums_plans(text, group) && !adds_up(text, group.total, group.parts)) return std::nullopt;
  if (sums_other_side(text, group) && !adds_up(text, group.total, group.parts)) return std::nullopt;
  if (sums_carried(text, group) && !adds_up(text, group.total, group.parts)) return std::nullopt;
  if (!add_sentence_before(text, group, statements, sentence_before)) return std::nullopt;
  if (group.parts.size() < 2) return alike_before(text, statements, at, at);
  // 三项支出合计90万元
  if (counted_in(total.name) == group.parts.size()) group.complete = group.certain = true;
  return group;
}

std::optional<Group> adjusted_plan(const Narrative& text, const std::vector<Group>& groups,
                                   const std::vector<std::size_t>& statements, std::size_t at) {
  static constexpr std::string_view added[] = {"追加", "调增", "结转", "下达"};
  constexpr std::string_view opening = "年初";
  const Statement& total = text.statements[statements[at]];
  if (total.role != Role::budget || !is_exact_statement(total) ||
      !contains_any(text.lead(statements[at]), final_plans)) {
    return std::nullopt;
  }
  Group group;
  group.form = Group::Form::last;
  group.total = statements[at];
  group.complete = group.certain = true;
  for (std::size_t before = at; before > 0 && group.parts.size() < most_parts; --before) {
    const std::size_t index = statements[before - 1];
    const Statement& part = text.statements[index];
    const bool divides = std::ranges::any_of(groups, [&](const Group& other) {
      return other.form == Group::Form::among && std::ranges::count(other.parts, index) != 0;
    });
    if (divides) continue;
    if (!is_value(part) || !is_exact_statement(part) || !units_fit(part.figure, total.figure)) {
      return std::nullopt;
    }
    group.parts.insert(group.parts.begin(), index);
    const std::string_view lead = text.lead(index);
    if (contains_any(lead, added)) continue;
    if (part.role != Role::budget || lead.find(opening) == std::string_view::npos)
      return std::nullopt;
    if (group.parts.size() < 2) return std::nullopt;
    return group;
  }
  return std::nullopt;
}

bool changes_plan(std::string_view lead) {
  static constexpr std::string_view added[] = {"追加", "调增", "调减"};
  return contains_any(lead, added) || contains_any(lead, final_plans);
}

}  // namespace tieout::report::narrative
