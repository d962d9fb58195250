// Scopes of figures that look like figures of the whole department.
#include "report/narrative/fact_scope.hpp"

#include "report/narrative/characters.hpp"
#include "report/narrative/names.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

namespace tieout::report::narrative {
namespace {

using std::string_view;

constexpr string_view bodies[] = {"馆",   "中心", "站", "所", "院", "队", "学校", "小学",
                                  "中学", "大学", "园", "局", "处", "团", "公司", "镇"};
constexpr std::size_t shortest_name = 3;  // Han characters
constexpr string_view matters[] = {"项目", "专项", "资金", "工程", "补贴", "补助",
                                   "账户", "食堂", "工会", "党费", "基金"};

/// The words from the last full stop of the passage to a figure.
string_view front_of(const Narrative& text, std::size_t index) {
  constexpr string_view stop = "。";
  const Statement& statement = text.statements[index];
  const string_view before = text.passage_text(statement.passage).substr(0, statement.begin);
  const auto end = before.rfind(stop);
  return end == string_view::npos ? before : before.substr(end + stop.size());
}

/// 市图书馆|2021年度收入总计…, 下属文化馆|在职人员…: the words in front of what is told of them.
string_view subject_of(string_view front) {
  static constexpr string_view leads[] = {"其中", "下属", "所属", "二级单位", "附件", "单位",
                                          "：",   "，",   "、",   "（",       "）",   " "};
  static constexpr string_view told[] = {"收入", "支出", "在职", "年末", "年初", "本年", "“",
                                         "\"",   "共",   "现有", "编制", "决算", "预算", "收支",
                                         "三公", "总",   "全年", "情况", "（",   "(",    "："};
  front = without_prefixes(front, leads);
  std::size_t end = 0;
  while (end < front.size()) {
    const Character next = character_at(front, end);
    if (digit_value(next.code) >= 0 || !prefix_of(front.substr(end), told).empty()) break;
    end += next.bytes;
  }
  return trimmed(front.substr(0, end));
}

bool names_other_unit(string_view words, string_view entity) {
  constexpr std::size_t shortest = 3;  // Han characters
  constexpr std::size_t longest = 15;
  const string_view subject = subject_of(words);
  const std::size_t length = han_count(subject);
  return length >= shortest && length <= longest && !suffix_of(subject, bodies).empty() &&
         !is_entity(subject, entity) && entity.find(subject) == string_view::npos;
}

/// 截至6月底, 上半年, 1-11月: a part of the year.
bool is_part_of_year(string_view front) {
  static constexpr string_view parts[] = {"上半年", "下半年", "季度", "月底", "月末", "月份"};
  return contains_any(front, parts) && front.find("12月") == string_view::npos;
}

/// 2019年、2020年、2021年…分别为: one value for each year.
bool lists_years(string_view front) {
  constexpr string_view respectively = "分别";
  constexpr string_view comma = "年、";
  return front.find(respectively) != string_view::npos && front.find(comma) != string_view::npos;
}

/// What a sentence says at its beginning of everything that it tells.
bool is_of_other_accounts(string_view front) {
  static constexpr string_view words[] = {"口径", "权责发生制", "快报",     "审计调整",
                                          "批复", "全系统",     "经营收支", "下属"};
  static constexpr string_view years[] = {"上年度", "上年", "去年", "上一年"};
  static constexpr string_view levels[] = {"局机关", "机关", "局本级", "本级", "厅机关", "委机关"};
  static constexpr string_view regions[] = {"全市", "全县", "全省", "全区", "全州", "全国", "全旗"};
  const string_view begin = trimmed(front);
  return contains_any(begin, words) || !prefix_of(begin, years).empty() ||
         !prefix_of(begin, regions).empty() || !prefix_of(begin, levels).empty();
}

/// The heading of a passage: 食堂账户：…, 1.失业保险基金。…
string_view label_of(string_view passage) {
  constexpr std::size_t longest = 24;  // Han characters
  static constexpr string_view ends[] = {"：", ":", "。"};
  std::size_t end = 0;
  while (end < passage.size() && prefix_of(passage.substr(end), ends).empty()) {
    end += character_at(passage, end).bytes;
  }
  const string_view label = passage.substr(0, end);
  const bool is_label =
      end < passage.size() && han_count(label) <= longest && label.find("，") == string_view::npos;
  return is_label ? label : string_view();
}

/// A heading without what headings of the department's own sections say: nothing is left of
/// 项目支出情况, 专项资金管理情况.
std::string without_general(string_view heading) {
  static constexpr string_view general[] = {
      "项目", "专项", "资金", "支出", "使用", "管理",   "情况", "绩效", "实施", "财政",
      "预算", "分析", "部门", "主要", "重点", "安排",   "执行", "落实", "到位", "总体",
      "整体", "基金", "工程", "补助", "说明", "其他",   "收入", "决算", "收支", "制度",
      "自评", "评价", "目标", "完成", "组织", "政府性", "概况", "投入", "结果", "及",
      "和",   "的",   "与",   "一",   "二",   "三",     "四",   "五"};
  std::string rest;
  while (!heading.empty()) {
    const string_view word = prefix_of(heading, general);
    const std::size_t length = word.empty() ? character_at(heading, 0).bytes : word.size();
    if (word.empty()) rest += heading.substr(0, length);
    heading.remove_prefix(length);
  }
  return rest;
}

/// The money, the project or the unit that a heading names, and not the department's own sections.
bool names_something_else(string_view heading, string_view entity) {
  if (names_other_unit(heading, entity)) return true;
  static constexpr string_view numbered[] = {"项目一", "项目二", "项目三", "项目四", "项目五"};
  if (!prefix_of(heading, numbered).empty()) return true;
  return contains_any(heading, matters) && han_count(without_general(heading)) >= shortest_name;
}

/// 财政拨款收入总计A，|支出总计B: the fund of the sentence's first name, which this one lacks.
string_view fund_before(string_view front, string_view name) {
  static constexpr string_view funds[] = {"财政拨款", "一般公共预算", "政府性基金", "国有资本"};
  const auto* const fund = std::ranges::find_if(funds, [front](string_view each) {
    return !prefix_of(trimmed(front), Words(&each, 1)).empty();
  });
  return fund == std::end(funds) || contains_any(name, funds) ? string_view() : *fund;
}

/// 行政运行支出500万元，|基本支出500万元; 基本支出年初结转3万元，|年末结转5万元: the sentence is of
/// what it names first.
bool follows_other_subject(const Narrative& text, std::size_t index, string_view front) {
  const Statement& statement = text.statements[index];
  const std::size_t begin = statement.begin - front.size();
  std::size_t first = index;
  while (first > 0 && text.statements[first - 1].passage == statement.passage &&
         text.statements[first - 1].begin >= begin) {
    --first;
  }
  if (first == index) return false;
  const Statement& subject = text.statements[first];
  static constexpr string_view kinds[] = {"基本支出", "项目支出"};
  static constexpr string_view balances[] = {"结转", "结余"};
  if (!prefix_of(subject.name, kinds).empty() && contains_any(subject.name, balances)) {
    return contains_any(statement.name, balances);
  }
  static constexpr string_view codes[] = {"（类）", "（款）", "（项）"};
  static constexpr string_view purposes[] = {"行政运行", "事业运行", "行政管理事务", "机关服务"};
  return subject.named &&
         (contains_any(subject.name, codes) || contains_any(subject.name, purposes) ||
          (subject.items.empty() && contains_any(subject.name, matters)));
}

/// The passage right above, if it is a heading without figures.
string_view heading_above(const Narrative& text, std::size_t passage) {
  constexpr std::size_t longest = 30;  // Han characters
  if (passage == 0) return {};
  const string_view above = trimmed(text.passage_text(passage - 1));
  const bool heading = han_count(above) <= longest && above.find("。") == string_view::npos &&
                       above.find("，") == string_view::npos;
  return heading ? above : string_view();
}

}  // namespace

std::string fact_scope(const Narrative& text, std::size_t index) {
  const Statement& statement = text.statements[index];
  const string_view front = front_of(text, index);
  const string_view passage = text.passage_text(statement.passage);
  const auto titles = text.passages.sections.titles(text.passages.list[statement.passage].section);
  const auto names_else = [&text](string_view heading) {
    return names_something_else(trimmed(heading), text.entity);
  };
  const bool other =
      is_part_of_year(front) || lists_years(front) || is_of_other_accounts(front) ||
      names_other_unit(front, text.entity) || names_other_unit(passage, text.entity) ||
      names_else(heading_above(text, statement.passage)) ||
      !fund_before(front, statement.name).empty() || follows_other_subject(text, index, front) ||
      names_else(label_of(passage)) || std::ranges::any_of(titles, names_else);
  if (!other) return {};
  // Each sentence tells of something of its own.
  return std::to_string(statement.passage) + ":" + std::to_string(statement.begin - front.size());
}

}  // namespace tieout::report::narrative
