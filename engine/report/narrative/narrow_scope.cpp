// Headings under which a text speaks of a part of the whole.
#include "report/narrative/narrow_scope.hpp"

#include "report/narrative/characters.hpp"
#include "report/narrative/names.hpp"

#include <algorithm>

namespace tieout::report::narrative {
namespace {

constexpr std::size_t shortest_unit = 2;  // Han characters
constexpr std::size_t longest_unit = 15;

/// 市图书馆决算情况: what a section says of the unit that it is about.
std::string_view without_matter(std::string_view heading) {
  static constexpr std::string_view matters[] = {"决算", "预算", "收支", "情况",
                                                 "说明", "年度", "单位", "（二级单位）"};
  const std::string_view bare = without_suffixes(heading, matters);
  std::size_t end = 0;
  while (end < bare.size() && digit_value(character_at(bare, end).code) < 0) {
    end += character_at(bare, end).bytes;
  }
  return trimmed(bare.substr(0, end));
}

bool names_fund(std::string_view heading) {
  static constexpr std::string_view funds[] = {"一般公共预算", "政府性基金", "国有资本经营",
                                               "财政专户", "社会保险基金"};
  static constexpr std::string_view ends[] = {"预算", "财政拨款", "管理资金", "收支"};
  const std::string_view fund = prefix_of(heading, funds);
  return !fund.empty() && without_suffixes(heading.substr(fund.size()), ends).empty();
}

}  // namespace

bool names_unit(std::string_view words, std::string_view entity) {
  static constexpr std::string_view levels[] = {"本级", "机关"};
  static constexpr std::string_view bodies[] = {
      "馆", "中心", "站", "所", "院", "队", "学校", "小学", "中学", "大学", "幼儿园", "局", "处"};
  static constexpr std::string_view managing[] = {"管理处", "管理所", "管理站", "管理局",
                                                  "管理中心"};
  static constexpr std::string_view selves[] = {"我", "本", "全", "该", "各"};
  static constexpr std::string_view matters[] = {
      "收入", "支出", "收支", "预算", "决算", "经费", "情况", "概况", "职责", "职能",
      "机构", "工作", "说明", "绩效", "评价", "名称", "管理", "人员", "资产", "采购",
      "政府", "部门", "单位", "内设", "、",   "：",   ":",    "，"};
  const std::size_t length = han_count(words);
  const std::string_view manager = suffix_of(words, managing);
  if (length < shortest_unit || length > longest_unit ||
      contains_any(words.substr(0, words.size() - manager.size()), matters) ||
      !prefix_of(words, selves).empty()) {
    return false;
  }
  if (!suffix_of(words, levels).empty()) return true;
  return !suffix_of(words, bodies).empty() && !is_entity(words, entity);
}

Scope scope_of(const std::vector<std::string_view>& headings, std::string_view entity) {
  for (auto heading = headings.rbegin(); heading != headings.rend(); ++heading) {
    const std::string_view words = trimmed(*heading);
    if (names_fund(words)) return Scope::fund;
    if (names_unit(without_matter(words), entity)) return Scope::unit;
  }
  return Scope::whole;
}

}  // namespace tieout::report::narrative
