// The words that open a list of parts.
#include "report/narrative/openers.hpp"

#include "report/narrative/characters.hpp"

namespace tieout::report::narrative {

namespace {

constexpr std::size_t longest_view = 8;  // Han characters of 分部门情况是

}  // namespace

Opener opener_of(std::string_view words) {
  static constexpr std::string_view among[] = {"其中", "分项情况", "分项看", "分项来看"};
  static constexpr std::string_view listed[] = {"包括", "包含", "具体包括", "具体内容包括",
                                                "内容包括"};
  static constexpr std::string_view sided[] = {"收入包括", "支出包括",     "收入构成",
                                               "支出构成", "收入预算包括", "支出预算包括"};
  static constexpr std::string_view parted[] = {"分别为", "分别是", "分为",
                                                "具体为", "具体是", "由"};
  static constexpr std::string_view partial[] = {"主要用于", "主要包括", "主要是",   "主要有",
                                                 "主要为",   "含",       "其中主要", "用于"};
  static constexpr std::string_view sorts[] = {"分", "划分", "分类", "分为"};
  static constexpr std::string_view sides[] = {"收入", "支出", "其中", "收入预算", "支出预算"};
  words = trimmed(words);
  // 按支出性质分：基本支出…，项目支出…; 支出按功能分类：…
  const std::string_view rest = words.substr(prefix_of(words, sides).size());
  if (rest.starts_with("按") && !suffix_of(rest, sorts).empty()) return Opener::sorted;
  // 分部门情况是：甲…; 分级次看，省级…
  static constexpr std::string_view views[] = {"情况是", "情况为", "来看", "看"};
  if (words.starts_with("分") && han_count(words) <= longest_view &&
      !suffix_of(words, views).empty() && prefix_of(words, among).empty()) {
    return Opener::sorted;
  }
  if (!prefix_of(words, partial).empty()) return Opener::partial;
  static constexpr std::string_view below[] = {"具体如下", "明细如下", "构成如下", "分项如下"};
  if (!suffix_of(words, below).empty()) return Opener::listed;
  if (!prefix_of(words, among).empty()) return Opener::among;
  if (!prefix_of(words, sided).empty()) return Opener::sided;
  if (!prefix_of(words, listed).empty()) return Opener::listed;
  if (!prefix_of(words, parted).empty()) return Opener::parted;
  return Opener::none;
}

Topic topic_of(std::string_view words) {
  constexpr std::string_view among = "中";
  words = trimmed(words);
  if (words.ends_with(among) && !words.ends_with("其中")) {
    return {words.substr(0, words.size() - among.size()), false};
  }
  static constexpr std::string_view tails[] = {"为", "是", "如下", "情况", "包括"};
  static constexpr std::string_view joints[] = {"的", "具体", "主要"};
  constexpr std::string_view structure = "构成";
  const std::string_view front = without_suffixes(words, tails);
  constexpr std::string_view including = "包括";  // 三公经费包括：…
  if (!front.ends_with(structure)) {
    if (!words.ends_with(including)) return {};
    return {words.substr(0, words.size() - including.size()), false};
  }
  const std::string_view whole = front.substr(0, front.size() - structure.size());
  return {without_suffixes(whole, joints), true};
}

}  // namespace tieout::report::narrative
