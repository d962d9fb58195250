// Passages that speak of one project of many.
#include "report/narrative/project_scope.hpp"

#include "report/narrative/characters.hpp"
#include "report/narrative/names.hpp"

#include <string>
#include <string_view>

namespace tieout::report::narrative {
namespace {

constexpr std::size_t shortest_name = 4;  // Han characters: more than 项目 and 经费 alone
constexpr std::size_t longest_name = 30;

/// 专项资金情况, as a heading: of the sums that are listed below it.
bool names_money(std::string_view heading) {
  static constexpr std::string_view matters[] = {"使用", "收支", "情况", "说明"};
  static constexpr std::string_view sums[] = {"专项资金", "其他资金", "重点项目", "项目"};
  const std::string_view bare = without_suffixes(heading, matters);
  return !bare.empty() && suffix_of(bare, sums) == bare;
}

}  // namespace

bool names_project(std::string_view words) {
  static constexpr std::string_view ends[] = {"项目", "工程", "经费",     "资金",
                                              "补助", "补贴", "专项资金", "专项经费",
                                              "费",   "专项", "基金",     "账户"};
  // What every department has: its own total divided.
  static constexpr std::string_view whole[] = {
      "部门整体", "整体支出", "基本支出", "公务用车", "出国",   "公务接待", "机关运行", "到位",
      "使用",     "结转",     "政府采购", "三公",     "政府性", "国有资本", "一般公共", "财政专户"};
  static constexpr std::string_view kinds[] = {"公用经费", "人员经费", "财政资金", "预算资金",
                                               "接待费",   "培训费",   "会议费"};
  static constexpr std::string_view marks[] = {"（一期）", "（二期）", "（三期）", "“", "”"};
  static constexpr std::string_view matters[] = {"使用情况", "收支情况", "执行情况", "支出情况",
                                                 "情况",     "说明",     "：",       "，"};
  const std::string name = name_in(words);
  const std::string_view bare = without_suffixes(without_suffixes(name, matters), marks);
  // 项目一：高标准农田建设
  static constexpr std::string_view numbers[] = {"项目一", "项目二", "项目三", "项目四",
                                                 "项目五", "项目六", "项目七", "项目八"};
  if (!prefix_of(trimmed(words), numbers).empty()) return true;
  const std::size_t length = han_count(bare);
  return length >= shortest_name && length <= longest_name && !is_generic(bare) &&
         !suffix_of(bare, ends).empty() && suffix_of(bare, kinds).empty() &&
         !contains_any(bare, whole) && bare != "专项资金";
}

bool speaks_of_project(const Narrative& text, std::size_t passage) {
  for (const std::size_t sentence : text.sentences[passage]) {
    const Span& span = text.spans[sentence];
    if (span.clauses.empty()) continue;
    const Clause& first = text.clauses[span.clauses.front()];
    // It is named by itself: before a colon, a stop, or what is said of it.
    if (first.first == first.last && names_project(text.clause_text(span.clauses.front()))) {
      return true;
    }
    break;
  }
  const Passage& found = text.passages.list[passage];
  const std::vector<std::string_view> titles = text.passages.sections.titles(found.section);
  return !titles.empty() && (names_project(titles.back()) || names_money(titles.back()));
}

}  // namespace tieout::report::narrative
