// Scopes of figures that look like figures of the whole department.
#include "report/narrative/fact_scope.hpp"

#include "report/narrative/characters.hpp"
#include "report/narrative/headings.hpp"
#include "report/narrative/names.hpp"
#include "report/narrative/scope_words.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

namespace tieout::report::narrative {
namespace {

using std::string_view;

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

/// 2019年、2020年、2021年…分别为: one value for each year.
bool lists_years(string_view front) {
  constexpr string_view respectively = "分别";
  constexpr string_view comma = "年、";
  return front.find(respectively) != string_view::npos && front.find(comma) != string_view::npos;
}

/// What a sentence says at its beginning of everything that it tells.
bool is_of_others(string_view front) {
  static constexpr string_view words[] = {"口径", "批复", "全系统", "经营收支", "下属"};
  static constexpr string_view begins[] = {"上年", "去年",   "上一年", "局机关", "机关", "局本级",
                                           "本级", "厅机关", "委机关", "全市",   "全县", "全省",
                                           "全区", "全州",   "全国",   "全旗"};
  return is_by_other_accounts(front) || contains_any(front, words) ||
         !prefix_of(trimmed(front), begins).empty();
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

/// A label without the mark of a list: （一）政府性基金
string_view without_mark(string_view label) {
  const auto mark = heading_mark(label);
  return label.substr(mark ? mark->bytes : 0);
}

bool names_other_unit(string_view words, string_view entity) {
  return names_unit(subject_of(words), entity);
}

/// The money, the project or the unit that a heading names, and not the department's own sections.
bool names_something_else(string_view heading, string_view entity) {
  return names_other_unit(heading, entity) || names_project(heading);
}

/// 财政拨款收入总计A，|支出总计B; ——政府性基金。|支出总计B: the fund with which a sentence or its
/// label begins and which the name lacks.
string_view fund_before(string_view front, string_view name) {
  static constexpr string_view funds[] = {"财政拨款", "一般公共预算", "政府性基金", "国有资本",
                                          "社会保险基金"};
  static constexpr string_view dashes[] = {"—", "－", "-", " "};
  const string_view fund = prefix_of(without_prefixes(trimmed(front), dashes), funds);
  return contains_any(name, funds) ? string_view() : fund;
}

/// The first statement of the sentence whose words before statement `index` are `front`.
std::size_t first_of(const Narrative& text, std::size_t index, string_view front) {
  const Statement& statement = text.statements[index];
  const std::size_t begin = statement.begin - front.size();
  std::size_t first = index;
  while (first > 0 && text.statements[first - 1].passage == statement.passage &&
         text.statements[first - 1].begin >= begin) {
    --first;
  }
  return first;
}

/// 行政运行支出500万元，|基本支出500万元; 基本支出年初结转3万元，|年末结转5万元: the sentence is of
/// what it names first. 500万元，|项目支出0元: the beginning is lost, and with it whose that is.
bool follows_other_subject(const Narrative& text, std::size_t index, string_view front) {
  const Statement& statement = text.statements[index];
  const std::size_t first = first_of(text, index, front);
  if (first == index) return false;
  const Statement& subject = text.statements[first];
  if (trimmed(front.substr(0, front.size() - (statement.begin - subject.begin))).empty()) {
    return true;
  }
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

/// 1.行政运行（2010801）。|支出决算为90万元: the sentence in front is the name of an item with its
/// code.
bool follows_item(const Narrative& text, std::size_t index, string_view front) {
  constexpr string_view stop = "。";
  constexpr std::size_t longest = 40;  // Han characters
  const Statement& statement = text.statements[index];
  if (statement.named && !is_generic(statement.name)) return false;
  string_view before =
      text.passage_text(statement.passage).substr(0, statement.begin - front.size());
  if (!before.ends_with(stop)) return false;
  before.remove_suffix(stop.size());
  const std::size_t begin = before.rfind(stop);
  const string_view name = begin == string_view::npos ? before : before.substr(begin + stop.size());
  static constexpr string_view closing[] = {"）", ")"};
  return !suffix_of(name, closing).empty() && han_count(name) <= longest;
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
      is_part_of_year(front) || lists_years(front) || is_of_others(front) ||
      names_other_unit(front, text.entity) || names_other_unit(passage, text.entity) ||
      names_else(heading_above(text, statement.passage)) ||
      !fund_before(front, statement.name).empty() ||
      !fund_before(without_mark(label_of(passage)), statement.name).empty() ||
      follows_other_subject(text, index, front) || follows_item(text, index, front) ||
      names_else(label_of(passage)) || std::ranges::any_of(titles, names_else);
  if (!other) return {};
  // Each sentence tells of something of its own.
  return std::to_string(statement.passage) + ":" + std::to_string(statement.begin - front.size());
}

}  // namespace tieout::report::narrative
