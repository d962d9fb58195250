// Words with which a text says whose, of when and by which accounts its figures are.
#include "report/narrative/scope_words.hpp"

#include "report/narrative/characters.hpp"
#include "report/narrative/names.hpp"

#include <algorithm>
#include <iterator>
#include <string>

namespace tieout::report::narrative {
namespace {

constexpr std::size_t shortest_unit = 2;  // Han characters
constexpr std::size_t longest_unit = 15;
constexpr std::size_t shortest_project = 4;  // more than 项目 and 经费 alone
constexpr std::size_t longest_project = 30;

}  // namespace

bool is_part_of_year(std::string_view front) {
  static constexpr std::string_view parts[] = {"上半年", "下半年", "季度", "半年度",
                                               "月底",   "月末",   "月份"};
  static constexpr std::string_view last[] = {"12月", "十二月"};
  return contains_any(front, parts) && !contains_any(front, last);
}

bool is_by_other_accounts(std::string_view front) {
  static constexpr std::string_view accounts[] = {"财务会计", "权责发生制", "快报",     "审计调整",
                                                  "批复收入", "批复支出",   "批复本年", "批复总"};
  return contains_any(front, accounts);
}

std::string_view subject_of(std::string_view front) {
  static constexpr std::string_view leads[] = {
      "其中", "此外", "另外", "另", "下属", "所属", "直属", "附件", "单位", "一是", "二级单位",
      "二是", "三是", "关于", "●",  "，",   "：",   "、",   "（",   "）",   "年度", "年",
      " ",    "0",    "1",    "2",  "3",    "4",    "5",    "6",    "7",    "8",    "9"};
  static constexpr std::string_view told[] = {
      "年初", "年末", "当年", "本年", "上年", "全年", "收入", "支出", "收支", "结余",
      "结转", "预算", "决算", "在职", "编制", "实有", "现有", "三公", "累计", "共有",
      "总计", "情况", "“",    "\"",   "（",   "(",    "，",   "：",   "0",    "1",
      "2",    "3",    "4",    "5",    "6",    "7",    "8",    "9"};
  front = without_prefixes(front, leads);
  std::size_t end = front.size();
  for (const std::string_view word : told) end = std::min(end, front.find(word));
  return trimmed(front.substr(0, end));
}

bool names_unit(std::string_view words, std::string_view entity) {
  static constexpr std::string_view levels[] = {"本级", "机关"};
  static constexpr std::string_view bodies[] = {"馆",   "中心", "站",   "所",   "院", "队",
                                                "学校", "小学", "中学", "大学", "园", "局",
                                                "处",   "团",   "公司", "镇"};
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
  return !suffix_of(words, bodies).empty() && !is_entity(words, entity) &&
         entity.find(words) == std::string_view::npos;
}

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
  // Money with accounts of its own beside the department's.
  static constexpr std::string_view apart[] = {"党费", "团费", "食堂", "工会", "代管"};
  const std::string name = name_in(words);
  if (!prefix_of(name, apart).empty()) return true;
  const std::string_view bare = without_suffixes(without_suffixes(name, matters), marks);
  // 项目一：高标准农田建设
  static constexpr std::string_view numbers[] = {"项目一", "项目二", "项目三", "项目四",
                                                 "项目五", "项目六", "项目七", "项目八"};
  if (!prefix_of(trimmed(words), numbers).empty()) return true;
  const std::size_t length = han_count(bare);
  return length >= shortest_project && length <= longest_project && !is_generic(bare) &&
         !suffix_of(bare, ends).empty() && suffix_of(bare, kinds).empty() &&
         !contains_any(bare, whole) && bare != "专项资金";
}

std::string_view payer_of(const std::vector<std::string_view>& titles) {
  static constexpr std::string_view payers[] = {"中央", "省级", "自治区", "市级", "州级",
                                                "区级", "县级", "乡镇",   "自筹"};
  for (const std::string_view title : titles) {
    const auto* const payer = std::ranges::find_if(payers, [title](std::string_view each) {
      return title.find(each) != std::string_view::npos;
    });
    if (payer != std::end(payers)) return *payer;
  }
  return {};
}

}  // namespace tieout::report::narrative
