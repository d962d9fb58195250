// The words by which reports say what was planned and what became of it.
#include "report/narrative/plan_wording.hpp"

#include "report/narrative/characters.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace tieout::report::narrative {
namespace {

/// The byte of the last 预算 that is a plan for spending, not a kind of money (一般公共预算拨款).
std::size_t budget_in(std::string_view words) {
  constexpr std::string_view budget = "预算";
  static constexpr std::string_view kinds[] = {"公共", "公共财政", "基金", "资本经营"};
  std::size_t at = words.rfind(budget);
  while (at != std::string_view::npos && !suffix_of(words.substr(0, at), kinds).empty()) {
    at = at == 0 ? std::string_view::npos : words.rfind(budget, at - 1);
  }
  return at;
}

/// 年初预算, 调整后的预算数: the budget of what is spoken of, not one of another name.
bool is_whole_budget(std::string_view words) {
  static constexpr std::string_view ends[] = {"的",   "数",   "额",   "总额",  "指标",
                                              "比例", "比重", "比率", "百分比"};
  static constexpr std::string_view fronts[] = {"年初", "全年", "当年", "本年", "年度",
                                                "批复", "调整", "后",   "的",   "部门"};
  return trimmed(without_prefixes(without_suffixes(words, ends), fronts)) == "预算";
}

/// 预算安排|项目支出862万元: what was planned stands behind the word.
std::optional<std::size_t> allotted(std::string_view lead) {
  constexpr std::string_view word = "预算安排";
  constexpr std::size_t longest = 8;  // Han characters
  static constexpr std::string_view ends[] = {"支出", "资金", "经费"};
  const std::size_t at = lead.rfind(word);
  if (at == std::string_view::npos) return std::nullopt;
  const std::string_view what = without_trailing_spaces(lead.substr(at + word.size()));
  const bool fits = !suffix_of(what, ends).empty() && han_count(what) <= longest;
  return fits ? std::optional(at) : std::nullopt;
}

}  // namespace

std::optional<RateWords> rate_words(std::string_view lead) {
  static constexpr std::string_view tails[] = {"为", "是", "达", "达到", "：",
                                               ":",  "的", "了", "“",    "仅"};
  static constexpr std::string_view rates[] = {
      "预算执行率",   "预算完成率", "支出执行率", "预算执行进度", "执行率",       "预算支出完成率",
      "预算完成比例", "支出完成率", "完成率",     "预算执行比例", "执行比例",     "支出进度",
      "支出率",       "经费控制率", "执行进度",   "控制率",       "支出进度比率", "执行进度比率"};
  static constexpr std::string_view dones[] = {"完成", "执行", "支出占", "为", "占", "是"};
  const std::string_view words = without_suffixes(lead, tails);
  if (const std::string_view rate = suffix_of(words, rates); !rate.empty()) {
    if (words.ends_with("人员控制率")) return std::nullopt;  // of posts
    // 完成率 alone may be that of any work.
    if (rate == "完成率" && words.find("预算") == std::string_view::npos) return std::nullopt;
    return RateWords{offset_in(lead, words) + words.size() - rate.size(), {}};
  }
  const std::size_t named = budget_in(words);
  if (named == std::string_view::npos) return std::nullopt;
  std::size_t begin = std::string_view::npos;
  for (const std::string_view done : dones) {
    const std::size_t at = words.substr(0, named).rfind(done);
    if (at != std::string_view::npos && (begin == std::string_view::npos || at > begin)) {
      // 为年初预算的93% needs its 的; 完成预算93% does not.
      const bool copula = done == "为" || done == "是";
      if (copula && !without_trailing_spaces(lead).ends_with("的")) continue;
      begin = at;
    }
  }
  if (begin == std::string_view::npos) {
    // 预算完成97.5%
    static constexpr std::string_view after[] = {"完成", "执行"};
    if (suffix_of(words, after).empty()) return std::nullopt;
    return RateWords{named, words.substr(named, std::string_view("预算").size())};
  }
  std::size_t name = begin;
  for (const std::string_view done : dones) {
    if (words.substr(begin).starts_with(done)) name = std::max(name, begin + done.size());
  }
  // 占年初预算的 is a rate, 占支出总预算的 the share of one plan in another.
  const bool share = words.substr(begin, name - begin).ends_with("占");
  if (share && !is_whole_budget(words.substr(name))) return std::nullopt;
  if (words.size() - named > 24) return std::nullopt;  // 预算 is far from the figure
  return RateWords{offset_in(lead, words) + begin, trimmed(words.substr(name))};
}

bool fulfils(std::string_view lead) {
  static constexpr std::string_view goals[] = {"目标",   "任务",   "计划",   "目标值",  "指标值",
                                               "目标数", "任务数", "计划数", "目标任务"};
  static constexpr std::string_view tails[] = {"为", "的", "：", ":"};
  static constexpr std::string_view times[] = {"年度", "全年", "年初", "当年", "本年",
                                               "绩效", "设定", "既定", "预定", "计划"};
  static constexpr std::string_view dones[] = {"完成", "达到", "完成了"};
  const std::string_view words = without_suffixes(lead, tails);
  const std::string_view goal = suffix_of(words, goals);
  if (goal.empty()) return false;
  const std::string_view front = words.substr(0, words.size() - goal.size());
  return !suffix_of(without_suffixes(front, times), dones).empty();
}

std::optional<DifferenceWords> over_budget_words(std::string_view lead) {
  static constexpr std::string_view ends[] = {"年初", "预算", "数", "额", "了"};
  static constexpr std::string_view actuals[] = {"决算", "实际"};
  static constexpr std::string_view above[] = {"大于", "高于", "多于"};
  static constexpr std::string_view below[] = {"小于", "低于", "少于"};
  if (lead.find("预算") == std::string_view::npos || !contains_any(lead, actuals)) {
    return std::nullopt;
  }
  const std::string_view words = without_suffixes(lead, ends);
  if (const std::string_view word = suffix_of(words, above); !word.empty()) {
    return DifferenceWords{Direction::up, words.size() - word.size()};
  }
  if (const std::string_view word = suffix_of(words, below); !word.empty()) {
    return DifferenceWords{Direction::down, words.size() - word.size()};
  }
  return std::nullopt;
}

std::optional<DifferenceWords> difference_words(std::string_view lead) {
  static constexpr std::string_view objects[] = {"预算", "年初", "资金", "经费", "支出", "了",
                                                 "数",   "开支", "为",   "：",   ":",    "费用"};
  static constexpr std::string_view saved[] = {"节约",   "节省",   "节余",   "节支", "结余预算",
                                               "少支出", "未执行", "未支出", "短收"};
  static constexpr std::string_view over[] = {"超支",   "超收", "超出",  "超过",
                                              "超预算", "超",   "多支出"};
  const std::string_view words = without_suffixes(lead, objects);
  if (const std::string_view word = suffix_of(words, saved); !word.empty()) {
    return DifferenceWords{Direction::down, words.size() - word.size()};
  }
  const bool names_budget = lead.find("预算") != std::string_view::npos;
  if (const auto over_budget = over_budget_words(lead)) return over_budget;
  static constexpr std::string_view unsigned_words[] = {"差值", "差额", "差异", "差异额"};
  if (const std::string_view word = suffix_of(words, unsigned_words); !word.empty()) {
    return DifferenceWords{Direction::none, words.size() - word.size()};
  }
  const std::string_view word = suffix_of(words, over);
  if (word == "超支" || word == "超收" || word == "超预算" || (!word.empty() && names_budget)) {
    return DifferenceWords{Direction::up, words.size() - word.size()};
  }
  return std::nullopt;
}

std::optional<std::size_t> budget_words(std::string_view lead) {
  constexpr std::string_view budget = "预算";
  static constexpr std::string_view tails[] = {
      "数",   "额",   "总额", "金额", "资金", "安排", "批复", "指标", "支出", "收入",
      "经费", "总计", "合计", "下达", "编制", "总数", "为",   "是",   "共",   "共计",
      "拨款", "：",   ":",    "了",   "的",   "核定", "“",    "计",   "总",   "控制数"};
  const std::string_view words = without_suffixes(lead, tails);
  static constexpr std::string_view plans[] = {"采购计划", "支出计划", "资金计划"};
  if (!suffix_of(words, plans).empty()) {
    return offset_in(lead, words) + words.size() - std::string_view("计划").size();
  }
  if (!words.ends_with(budget)) return allotted(lead);
  std::string_view subject = words.substr(0, words.size() - budget.size());
  // 一般公共预算拨款100万元 is an appropriation, 政府性基金预算支出 spending from the fund.
  static constexpr std::string_view kinds[] = {"公共", "公共财政", "基金", "资本经营", "完成",
                                               "一般", "执行",     "超",   "节约",     "结余"};
  if (!suffix_of(without_trailing_spaces(subject), kinds).empty()) return std::nullopt;
  static constexpr std::string_view times[] = {"年初", "全年", "调整", "调整后", "调整后的",
                                               "本年", "当年", "的",   "部门",   "批复",
                                               "年度", "安排", "财政", "总"};
  subject = without_suffixes(subject, times);
  return offset_in(lead, subject) + subject.size();
}

std::optional<std::size_t> actual_words(std::string_view lead) {
  static constexpr std::string_view tails[] = {"数", "额",   "总额", "金额", "为",  "是",
                                               "共", "共计", "：",   ":",    "了",  "“",
                                               "达", "达到", "合计", "总计", "总数"};
  static constexpr std::string_view done[] = {
      "决算",         "支出决算", "实际支出", "实际开支", "实际完成", "实际支付",
      "实际使用",     "实际发生", "实际执行", "实际到位", "实际收入", "实支",
      "实际支出决算", "执行",     "预算执行", "全年执行", "实际列支", "实际拨付",
      "已支付",       "实际",     "实际采购", "结算支出"};
  const std::string_view words = without_suffixes(lead, tails);
  if (const std::string_view word = suffix_of(words, done); !word.empty()) {
    return offset_in(lead, words) + words.size() - word.size();
  }
  // 实际维修35眼: done with a verb of its own.
  constexpr std::string_view actually = "实际";
  constexpr std::size_t longest_verb = 4;  // Han characters
  const std::size_t at = words.rfind(actually);
  if (at == std::string_view::npos || han_count(words.substr(at)) > longest_verb) {
    return std::nullopt;
  }
  return offset_in(lead, words) + at;
}

std::optional<BudgetComparison> budget_comparison(std::string_view clause) {
  static constexpr std::string_view actuals[] = {"决算", "实际"};
  static constexpr std::pair<std::string_view, Direction> words[] = {
      {"大于", Direction::up},    {"高于", Direction::up},   {"多于", Direction::up},
      {"小于", Direction::down},  {"低于", Direction::down}, {"少于", Direction::down},
      {"等于", Direction::level}, {"持平", Direction::level}};
  static constexpr std::string_view hedges[] = {"基本持平", "大小于", "大于小于", "不大于",
                                                "不高于",   "未高于", "未超"};
  constexpr std::string_view budget = "预算";
  if (clause.find(budget) == std::string_view::npos || !contains_any(clause, actuals) ||
      contains_any(clause, hedges)) {
    return std::nullopt;
  }
  std::size_t found = 0;
  BudgetComparison comparison;
  for (const auto& [word, direction] : words) {
    const std::size_t at = clause.find(word);
    if (at == std::string_view::npos) continue;
    ++found;
    comparison.word = at;
    comparison.direction = direction;
  }
  if (found != 1) return std::nullopt;
  const std::string_view before = clause.substr(0, comparison.word);
  const std::string_view behind = clause.substr(comparison.word);
  // 年初预算数小于决算数
  const bool turned = before.find(budget) != std::string_view::npos &&
                      !contains_any(before, actuals) && contains_any(behind, actuals);
  comparison.spent = turned ? std::string_view() : before;
  comparison.budget = turned ? before : behind;
  if (turned && comparison.direction != Direction::level) {
    comparison.direction = comparison.direction == Direction::up ? Direction::down : Direction::up;
  }
  return comparison;
}

}  // namespace tieout::report::narrative
