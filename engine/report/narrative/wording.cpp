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

/// 2018 in the matched words, if a year is written there.
std::optional<int> written_year(std::string_view words) {
  int year = 0;
  if (words.size() < 4) return std::nullopt;
  // NOLINTNEXTLINE(bugprone-suspicious-stringview-data-usage): it has four
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

}  // namespace

std::optional<Base> base_in(std::string_view clause) {
  // 比上年, 较2018年决算数, 与上年相比, 同比; the words between are few, or it is another sentence.
  static const std::string fillers =
      "(?:度|末|初|同期|决算|预算|调整后|调整|实际|支出|收入|执行|安排|批复|累计|完成|汇总|总额"
      "|数字|数据|数|的|年初|年末|年|“三公”经费|三公经费|财政拨款|一般公共)*";
  static const std::string past = "(?:19|20)[0-9]{2}\\s*年|上一年|上年|去年|前年|上期|年初";
  static const RE2 pattern(
      "(同比\\s*(?:上一年度?|上年度?|去年)?|环比|(?:相较于|相较|相比于|相比|比较|对比|比|较)\\s*(?:"
      "我.|本.)?\\s*(" +
      past + "|当年|全年|预算|决算|计划|编制)" + fillers + "|(?:与|同|和|跟)\\s*(?:我.|本.)?\\s*(" +
      past + "|预算|决算|计划)" + fillers +
      "\\s*(?:相比较|相比|比较|对比|相较|比|基本持平|持平|基本一致|一致|相同|"
      "相等)?)");
  // 与2018年预算41万元相比; 与2018年获得补助41万元相比, but not with a plan of another name
  static const RE2 with_amount(
      "((?:与|同|和|跟)\\s*(?:我.|本.)?\\s*(" + past +
      ")(?:(?:度|末|初|同期|决算|预算|调整后|调整|实际|支出|收入|执行|安排|批复"
      "|总额|数|的|年初)*|(?:[^0-9，。；：,;:预计]|[共合总]计){0,30}))\\s*[0-9][0-9,.]*\\s*(?:万元|"
      "亿元|元)\\s*"
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
      "((?:由|从)\\s*(?:(?:19|20)[0-9]{2}\\s*年|上一年|上年|去年|原来|年初|期初|每人|每月|每年|"
      "人均)?"
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
  std::string_view word = suffix_of(rest, words);
  if (word.empty()) {
    // 控制在年初预算|22万元以内
    static constexpr std::string_view limits[] = {"预算", "年初预算", "全年预算", "预算数",
                                                  "限额", "预算指标", "控制数"};
    static constexpr std::string_view within[] = {"控制在", "不超过", "未超过", "没有超过"};
    const std::string_view before = without_suffixes(rest, limits);
    word = suffix_of(before, within);
    if (word.empty() || before.size() == rest.size()) return std::nullopt;
    return offset_in(lead, before) + before.size() - word.size();
  }
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

std::string_view without_copula(std::string_view words) { return without_suffixes(words, copulas); }

bool says_complete(std::string_view lead) {
  static constexpr std::string_view ends[] = {"共",   "共计", "合计",   "总计",   "共有",
                                              "总共", "一共", "总计为", "合计为", "共计为"};
  static constexpr std::string_view verbs[] = {"共支出", "共收入", "共计支出", "共计收入", "共安排",
                                               "共投入", "共完成", "共取得",   "共争取",   "共到位",
                                               "共核定", "共获得", "共使用"};
  static constexpr std::string_view tails[] = {"为", "是", "有", "：", ":", "达", "达到", "数"};
  const std::string_view words = without_suffixes(lead, tails);
  static constexpr std::string_view fronts[] = {"合计", "共计", "总计"};  // 合计批复总投资
  if (!prefix_of(trimmed(words), fronts).empty()) return true;
  const std::string_view end = suffix_of(words, ends);
  if (!end.empty()) {
    static constexpr std::string_view heads[] = {"公", "中"};  // 公共, 中共
    return suffix_of(words.substr(0, words.size() - end.size()), heads).empty();
  }
  return contains_any(words, verbs);
}

}  // namespace tieout::report::narrative
