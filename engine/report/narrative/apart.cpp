// Open lists whose parts do not overlap.
#include "report/narrative/apart.hpp"

#include "report/narrative/characters.hpp"
#include "report/narrative/completeness.hpp"
#include "report/narrative/list_shape.hpp"
#include "report/narrative/lookup.hpp"
#include "report/narrative/names.hpp"
#include "report/narrative/parts.hpp"

#include <algorithm>
#include <cstddef>
#include <set>
#include <span>
#include <string>
#include <string_view>

namespace tieout::report::narrative {
namespace {

constexpr std::size_t pair = 2;

/// No figure that the list may be of as well stands before it in its sentence.
bool leads_sentence(const Narrative& text, std::size_t total) {
  const std::vector<std::size_t> statements = text.statements_of(text.span_of(total));
  return std::ranges::none_of(statements, [&](std::size_t before) {
    return before < total &&
           comparable(text.statements[before].figure, text.statements[total].figure);
  });
}

bool is_named_money(const Narrative& text, std::size_t total, std::size_t part) {
  // What is said of money in two ways at once: 支出90万元，其中财政拨款85万元，政府采购30万元.
  static constexpr std::string_view overlapping[] = {
      "采购", "上年", "结转", "结余", "追加",     "一般公共预算", "财政拨款",
      "本年", "年初", "预算", "本级", "累计",     "增加",         "减少",
      "调整", "已",   "未",   "重点", "项目支出", "直达",         "合同"};
  const Statement& whole = text.statements[total];
  const Statement& found = text.statements[part];
  return found.named && (found.role == Role::amount || found.role == whole.role) &&
         found.figure.is(figure::Dimension::Kind::physical) && found.year == whole.year &&
         !contains_any(found.name, overlapping);
}

/// Lists of money: two parts, or three that nothing makes parts of one another.
bool money_stands_apart(const Narrative& text, const Group& group) {
  constexpr int one_in_five = 5;
  return std::ranges::all_of(group.parts,
                             [&](auto part) { return is_named_money(text, group.total, part); }) &&
         (group.parts.size() == pair || evenly_separated(text, group) || alike(text, group) ||
          (separated_by_commas(text, group) && nearly(text, group, one_in_five)));
}

std::string name_of(const Narrative& text, std::size_t part) {
  const Statement& found = text.statements[part];
  return found.named ? found.name : counted_noun(text.tail(part));
}

using Words = std::span<const std::string_view>;

/// Each part is of one kind and no two of the same.
bool are_of_kinds(const std::vector<std::string>& names, Words kinds) {
  std::set<std::string_view> met;
  return std::ranges::all_of(names, [&](const std::string& name) {
    const auto kind = std::ranges::find_if(
        kinds, [&](std::string_view each) { return name.find(each) != std::string::npos; });
    return kind != kinds.end() && met.insert(*kind).second;
  });
}

/// 轿车, 越野车, 载客汽车: different things of one sort, each of which is counted once.
bool are_sorts(const std::vector<std::string>& names) {
  // What a thing may be besides: 省级项目, 重点项目; 女职工, 少数民族职工.
  static constexpr std::string_view besides[] = {
      "女",   "少数民族", "党",   "团",   "以上", "以下", "新",   "重点", "重大", "示范",
      "优秀", "先进",     "专业", "兼职", "累计", "其中", "残疾", "贫困", "在册", "骨干",
      "主要", "特殊",     "困难", "脱贫", "双",   "独立", "公办", "民办", "获",   "达标"};
  static constexpr std::string_view sorts[] = {"车", "班", "级", "类", "所"};
  constexpr std::size_t ending = 2;
  if (std::ranges::any_of(names, [](const auto& name) { return contains_any(name, besides); })) {
    return false;
  }
  const std::string end = last_han(names.front(), ending);
  const std::string sort = last_han(names.front(), 1);
  const bool one_ending = han_count(end) == ending && std::ranges::all_of(names, [&](auto& name) {
                            return last_han(name, ending) == end;
                          });
  const bool one_sort = std::ranges::find(sorts, sort) != std::end(sorts) &&
                        std::ranges::all_of(names, [&](auto& name) {
                          return last_han(name, 1) == sort && han_count(name) >= ending;
                        });
  const std::set<std::string> different(names.begin(), names.end());
  return (one_ending || one_sort) && different.size() == names.size();
}

/// Counts of things of which each is of one kind alone.
bool counts_stand_apart(const Narrative& text, const Group& group) {
  static constexpr std::string_view posts[] = {"离休", "退休", "行政", "事业", "工勤",  "政法",
                                               "参公", "参照", "聘用", "合同", "控制数"};
  static constexpr std::string_view funding[] = {"全额", "差额", "单位资金", "自收自支"};
  const figure::Figure& total = text.statements[group.total].figure;
  std::vector<std::string> names;
  for (const std::size_t part : group.parts) {
    const Statement& found = text.statements[part];
    if (!found.figure.is(figure::Dimension::Kind::count) || !units_fit(found.figure, total) ||
        (found.role != Role::amount && found.role != text.statements[group.total].role)) {
      return false;
    }
    names.push_back(name_of(text, part));
  }
  return are_sorts(names) || are_of_kinds(names, posts) || are_of_kinds(names, funding);
}

}  // namespace

bool stand_apart(const Narrative& text, const Group& group) {
  const bool among =
      group.form == Group::Form::among || group.said || group.form == Group::Form::listed;
  if (group.closed || group.overlaps || !among || !group.exact || !group.tidy ||
      group.parts.size() < pair || !group.other_totals.empty() ||
      !leads_sentence(text, group.total)) {
    return false;
  }
  return money_stands_apart(text, group) || counts_stand_apart(text, group);
}

}  // namespace tieout::report::narrative
