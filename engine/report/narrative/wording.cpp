// The words by which reports compare, execute and add up.
#include "report/narrative/wording.hpp"

#include "report/narrative/characters.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

namespace tieout::report::narrative {
namespace {

// Words that make a number approximate (约, 近, 超过) belong to the number and are not listed.
constexpr std::string_view copulas[] = {
    "为",     "是",   "即",   "有",   "达",   "达到", "达成", "仅", "仅为", "已",
    "了",     "共",   "共有", "共计", "累计", "均为", "均",   "各", "各为", "分别为",
    "分别是", "高达", "只有", "和",   "与",   "及",   "以及", "：", ":",    "=",
    "＝",     "，",   ",",    "、",   "“",    "\"",   "-",    "—"};

std::size_t offset_in(std::string_view whole, std::string_view part) {
  return static_cast<std::size_t>(part.data() - whole.data());
}

/// 2018 in the matched words, if a year is written there.
std::optional<int> written_year(std::string_view words) {
  int year = 0;
  if (words.size() < 4) return std::nullopt;
  const auto [end, error] = std::from_chars(words.data(), words.data() + 4, year);
  if (error != std::errc() || end != words.data() + 4) return std::nullopt;
  return year;
}

struct DirectionWord {
  std::string_view word;
  Direction direction;
  bool needs_base;
};

constexpr std::array direction_words = {
    DirectionWord{"增加", Direction::up, false},
    DirectionWord{"增长", Direction::up, false},
    DirectionWord{"上升", Direction::up, false},
    DirectionWord{"提高", Direction::up, false},
    DirectionWord{"上涨", Direction::up, false},
    DirectionWord{"增幅", Direction::up, false},
    DirectionWord{"涨幅", Direction::up, false},
    DirectionWord{"升幅", Direction::up, false},
    DirectionWord{"增收", Direction::up, false},
    DirectionWord{"增支", Direction::up, false},
    DirectionWord{"多支出", Direction::up, true},
    DirectionWord{"多", Direction::up, true},
    DirectionWord{"增", Direction::up, true},
    DirectionWord{"高", Direction::up, true},
    DirectionWord{"超", Direction::up, true},
    DirectionWord{"超支", Direction::up, true},
    DirectionWord{"超出", Direction::up, true},
    DirectionWord{"高出", Direction::up, true},
    DirectionWord{"大于", Direction::up, true},
    DirectionWord{"高于", Direction::up, true},
    DirectionWord{"减少", Direction::down, false},
    DirectionWord{"负增长", Direction::down, false},
    DirectionWord{"下降", Direction::down, false},
    DirectionWord{"降低", Direction::down, false},
    DirectionWord{"降幅", Direction::down, false},
    DirectionWord{"减幅", Direction::down, false},
    DirectionWord{"缩减", Direction::down, false},
    DirectionWord{"压缩", Direction::down, false},
    DirectionWord{"压减", Direction::down, false},
    DirectionWord{"减支", Direction::down, false},
    DirectionWord{"减收", Direction::down, false},
    DirectionWord{"少支出", Direction::down, true},
    DirectionWord{"减少支出", Direction::down, false},  // not 减 and 少支出
    DirectionWord{"少", Direction::down, true},
    DirectionWord{"减", Direction::down, true},
    DirectionWord{"降", Direction::down, true},
    DirectionWord{"低", Direction::down, true},
    DirectionWord{"节约", Direction::down, true},
    DirectionWord{"节省", Direction::down, true},
    DirectionWord{"节余", Direction::down, true},
    DirectionWord{"节支", Direction::down, true},
    DirectionWord{"小于", Direction::down, true},
    DirectionWord{"低于", Direction::down, true},
    // 预决算差异率: how far, not which way
    DirectionWord{"差异", Direction::none, false},
};

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

/// 新增9家, 增减率, 审减率: not a change of what is spoken of.
bool part_of_other_word(std::string_view lead, std::size_t begin) {
  static constexpr std::string_view heads[] = {"新", "增减", "或", "审", "核"};
  return !suffix_of(lead.substr(0, begin), heads).empty();
}

/// What the matched words of a clause compare with; `named`: the year or the plan among them.
Base base_of(std::string_view clause, re2::StringPiece matched, re2::StringPiece named) {
  static constexpr std::string_view budgets[] = {"预算", "计划", "编制"};
  static constexpr std::string_view years[] = {"上一年", "上年", "去年", "上期"};
  const std::string_view words(matched.data(), matched.size());
  const std::string_view what(named.data(), named.size());
  Base base;
  base.begin = offset_in(clause, words);
  base.end = base.begin + words.size();
  base.year = written_year(what);
  const bool same_period = words.starts_with("同比");
  const bool last_year = !prefix_of(what, years).empty() || what == "前年";
  if (contains_any(words, budgets) && !last_year) {
    base.kind = Base::Kind::budget;
  } else if (base.year || same_period || last_year) {
    base.kind = Base::Kind::year;
    base.offset = what == "前年" ? -2 : -1;
  }
  // 年初, 当年, 全年, 决算 alone say against what only together with a budget.
  return base;
}

/// 与上年相比, 与上年持平; 与上年|下降7.6% leaves the word of comparison out.
bool compares(std::string_view words, std::string_view behind) {
  static constexpr std::string_view ends[] = {"比", "比较", "相较", "持平", "一致", "相同", "相等"};
  static constexpr std::string_view changes[] = {"增加", "增长", "上升", "提高",
                                                 "减少", "下降", "降低"};
  return !suffix_of(words, ends).empty() || !prefix_of(trimmed(behind), changes).empty();
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

std::optional<Base> base_in(std::string_view clause) {
  // 比上年, 较2018年决算数, 与上年相比, 同比; the words between are few, or it is another sentence.
  static const std::string fillers =
      "(?:度|末|初|同期|决算|预算|调整后|调整|实际|支出|收入|执行|安排|批复|累计|完成|汇总|总额"
      "|数字|数据|数|的|年初|年末|年|“三公”经费|三公经费|财政拨款|一般公共)*";
  static const std::string past = "(?:19|20)[0-9]{2}\\s*年|上一年|上年|去年|前年|上期|年初";
  static const RE2 pattern(
      "(同比|环比|(?:相较于|相较|相比于|相比|比较|对比|比|较)\\s*(?:我.|本.)?\\s*(" + past +
      "|当年|全年|预算|决算|计划|编制)" + fillers + "|(?:与|同|和|跟)\\s*(?:我.|本.)?\\s*(" + past +
      "|预算|决算|计划)" + fillers +
      "\\s*(?:相比较|相比|比较|对比|相较|比|基本持平|持平|基本一致|一致|相同|"
      "相等)?)");
  // 与2018年预算41万元相比
  static const RE2 with_amount(
      "((?:与|同|和|跟)\\s*(?:我.|本.)?\\s*(" + past +
      ")(?:度|末|初|同期|决算|预算|调整后|调整|实际|支出|收入|执行|安排|批复"
      "|总额|数|的|年初)*)\\s*[0-9][0-9,.]*\\s*(?:万元|亿元|元)\\s*"
      "(?:相比较|相比|比较|对比|相较)");
  re2::StringPiece rest(clause.data(), clause.size());
  re2::StringPiece matched;
  re2::StringPiece first;
  re2::StringPiece second;
  if (RE2::PartialMatch(rest, with_amount, &matched, &first)) {
    return base_of(clause, matched, first);
  }
  while (RE2::FindAndConsume(&rest, pattern, &matched, &first, &second)) {
    const std::string_view words(matched.data(), matched.size());
    static constexpr std::string_view other_words[] = {"占", "可", "共", "合"};  // 占比, 可比
    if (!suffix_of(clause.substr(0, offset_in(clause, words)), other_words).empty()) continue;
    if (!second.empty() && !compares(words, {rest.data(), rest.size()})) continue;
    return base_of(clause, matched, first.empty() ? second : first);
  }
  return std::nullopt;
}

std::optional<ChangeWord> change_word(std::string_view lead, bool after_base) {
  static constexpr std::string_view tails[] = {"了",   "为",   "达",   "达到", "额",
                                               "率",   "幅度", "数",   "：",   ":",
                                               "额为", "金额", "比例", "各",   "“"};
  static constexpr std::string_view objects[] = {"支出", "收入", "经费", "资金", "预算", "开支",
                                                 "人数", "费用", "金额", "发放", "投入", "安排",
                                                 "完成", "支付", "拨付", "下达"};
  std::string_view words = without_suffixes(lead, tails);
  for (int attempt = 0; attempt < 2; ++attempt) {
    const DirectionWord* best = nullptr;
    for (const DirectionWord& word : direction_words) {
      if (words.ends_with(word.word) && (best == nullptr || word.word.size() > best->word.size())) {
        best = &word;
      }
    }
    if (best != nullptr) {
      const std::size_t begin = offset_in(lead, words) + words.size() - best->word.size();
      if (part_of_other_word(lead, begin)) return std::nullopt;
      const bool rate = without_copula(lead).ends_with("率");  // 节约率 needs no 比
      if (best->needs_base && !after_base && !rate) return std::nullopt;
      return ChangeWord{best->direction, begin, best->needs_base};
    }
    // 比上年减少支出5万元
    if (!after_base) return std::nullopt;
    words = without_suffixes(words, objects);
  }
  return std::nullopt;
}

Direction adjusted(std::string_view lead) {
  static constexpr std::string_view more[] = {"调增", "核增", "净增", "追加"};
  static constexpr std::string_view less[] = {"调减", "核减", "净减"};
  const std::string_view words = trimmed(without_copula(lead));
  if (std::ranges::find(more, words) != std::end(more)) return Direction::up;
  return std::ranges::find(less, words) != std::end(less) ? Direction::down : Direction::none;
}

bool reaches(std::string_view lead) {
  static constexpr std::string_view words[] = {
      "增加到", "增加至", "增至",   "增长到", "增长至", "提高到", "提高至", "上升到", "上升至",
      "升至",   "减少到", "减少至", "减至",   "下降到", "下降至", "降至",   "降到",   "降低到",
      "降低至", "压缩到", "压缩至", "扩大到", "扩大至", "调整为", "调整到", "调整至"};
  static constexpr std::string_view tails[] = {"了", "的", "“"};
  // 由2019年的5万元增加到2020年的|6万元
  static const RE2 year("\\s*(?:19|20)[0-9]{2}\\s*年(?:度|末|底)?的?\\s*$");
  re2::StringPiece found;
  std::string_view before = lead;
  if (year.Match({lead.data(), lead.size()}, 0, lead.size(), RE2::UNANCHORED, &found, 1)) {
    before = lead.substr(0, offset_in(lead, {found.data(), found.size()}));
  }
  return !suffix_of(without_suffixes(before, tails), words).empty();
}

std::optional<std::size_t> from_words(std::string_view lead) {
  static const RE2 pattern(
      "((?:由|从)\\s*(?:(?:19|20)[0-9]{2}\\s*年|上一年|上年|去年|原来|年初|期初)?"
      "(?:度|末|初|的|预算|数)*\\s*)$");
  re2::StringPiece found;
  if (!RE2::PartialMatch(re2::StringPiece(lead.data(), lead.size()), pattern, &found)) {
    return std::nullopt;
  }
  return static_cast<std::size_t>(found.data() - lead.data());
}

std::optional<std::size_t> bound_words(std::string_view lead) {
  static constexpr std::string_view words[] = {
      "不低于", "不少于", "不小于",   "不得低于", "不得少于", "高于",   "低于",      "大于",
      "小于",   "多于",   "少于",     "≥",        "≤",        ">=",     "<=",        ">",
      "<",      "＞",     "＜",       "不超过",   "不得超过", "不高于", "不大于",    "不多于",
      "至少",   "最多",   "大于等于", "小于等于", "不超",     "控制在", "达到或超过"};
  static constexpr std::string_view tails[] = {"“", "或", "等于"};
  const std::string_view rest = without_suffixes(lead, tails);
  const std::string_view word = suffix_of(rest, words);
  if (word.empty()) return std::nullopt;
  return offset_in(lead, rest) + rest.size() - word.size();
}

bool level(std::string_view words) {
  static constexpr std::string_view found[] = {"持平",       "一致", "相同", "无变化", "没有变化",
                                               "无增减变化", "不变", "相等", "无增减"};
  return contains_any(words, found);
}

std::optional<ShareWords> share_words(std::string_view lead) {
  static constexpr std::string_view tails[] = {"为",     "是",   "达",   "达到", "：",
                                               ":",      "的",   "比例", "比重", "比率",
                                               "百分比", "份额", "仅",   "了",   "“"};
  constexpr std::string_view share = "占";
  std::size_t at = lead.rfind(share);
  if (at == std::string_view::npos) return std::nullopt;
  std::string_view whole = lead.substr(at + share.size());
  static constexpr std::string_view occupying[] = {"用", "地", "有", "据", "领", "道"};
  static constexpr std::string_view taking[] = {"侵", "挤", "抢", "霸"};
  static constexpr std::string_view places[] = {"地方", "地区"};  // 占地方财政收入的
  const bool occupies = !prefix_of(whole, occupying).empty() && prefix_of(whole, places).empty();
  if (occupies || !suffix_of(lead.substr(0, at), taking).empty()) {
    return std::nullopt;
  }
  if (change_word(whole, true)) return std::nullopt;               // 占比提高2%
  static constexpr std::string_view leads[] = {"比", "到", "了"};  // 占比, 占到
  whole.remove_prefix(prefix_of(whole, leads).size());
  whole = without_suffixes(whole, tails);
  if (whole.ends_with("比") && whole.size() > 3) whole.remove_suffix(3);  // 占总支出比
  static constexpr std::string_view carriers[] = {"所"};
  while (!suffix_of(lead.substr(0, at), carriers).empty()) at -= std::string_view("所").size();
  return ShareWords{at, trimmed(whole)};
}

std::optional<RateWords> rate_words(std::string_view lead) {
  static constexpr std::string_view tails[] = {"为", "是", "达", "达到", "：",
                                               ":",  "的", "了", "“",    "仅"};
  static constexpr std::string_view rates[] = {
      "预算执行率",   "预算完成率", "支出执行率", "预算执行进度", "执行率",   "预算支出完成率",
      "预算完成比例", "支出完成率", "完成率",     "预算执行比例", "执行比例", "支出进度",
      "支出率",       "经费控制率", "执行进度",   "控制率"};
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
  static constexpr std::string_view unsigned_words[] = {"差值", "差额"};
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
      "决算",     "支出决算", "实际支出", "实际开支", "实际完成", "实际支付",     "实际使用",
      "实际发生", "实际执行", "实际到位", "实际收入", "实支",     "实际支出决算", "执行",
      "预算执行", "全年执行", "实际列支", "实际拨付", "已支付",   "实际",         "实际采购"};
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

std::string_view without_copula(std::string_view words) { return without_suffixes(words, copulas); }

bool says_complete(std::string_view lead) {
  static constexpr std::string_view ends[] = {"共",   "共计", "合计",   "总计",   "共有",
                                              "总共", "一共", "总计为", "合计为", "共计为"};
  static constexpr std::string_view verbs[] = {"共支出", "共收入", "共计支出", "共计收入", "共安排",
                                               "共投入", "共完成", "共取得",   "共争取",   "共到位",
                                               "共核定", "共获得", "共使用"};
  static constexpr std::string_view tails[] = {"为", "是", "有", "：", ":", "达", "达到", "数"};
  const std::string_view words = without_suffixes(lead, tails);
  const std::string_view end = suffix_of(words, ends);
  if (!end.empty()) {
    static constexpr std::string_view heads[] = {"公", "中"};  // 公共, 中共
    return suffix_of(words.substr(0, words.size() - end.size()), heads).empty();
  }
  return contains_any(words, verbs);
}

}  // namespace tieout::report::narrative
