// Marks and the score that goes with them.
#include "report/narrative/score_pairs.hpp"

#include "report/narrative/characters.hpp"
#include "report/narrative/lookup.hpp"
#include "report/narrative/parts.hpp"
#include "report/narrative/wording.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace tieout::report::narrative {
namespace {

constexpr std::array<std::string_view, 6> marks_words = {"满分", "分值", "权重", "共", "为", "占"};
constexpr std::array<std::string_view, 6> total_words = {"总分", "总分值", "合计",
                                                         "总计", "满分",   "各项指标"};

/// In a bracket without other words: 决策指标（|15分|）.
bool stands_alone(const Narrative& text, std::size_t statement) {
  return text.span_of(statement).depth > 0 && han_count(text.lead(statement)) == 0;
}

/// The words of the passage that lead to the marks, from the end of the figure before or of the
/// sentence or clause before.
std::string_view name_before(const Narrative& text, std::size_t statement) {
  static constexpr std::array<std::string_view, 13> ends = {
      "。", "；", ";", "：", ":", "，", ",", "、", "）", ")", "其中", "！", "\n"};
  static constexpr std::array<std::string_view, 2> brackets = {"（", "("};
  const Statement& found = text.statements[statement];
  std::string_view words = text.passage_text(found.passage).substr(0, found.begin);
  constexpr std::size_t longest = 90;  // bytes
  if (words.size() > longest) words.remove_prefix(words.size() - longest);
  words = without_suffixes(trimmed(words), brackets);
  words = without_suffixes(words, marks_words);
  words = without_suffixes(words, brackets);
  std::size_t begin = 0;
  for (const std::string_view end : ends) {
    const std::size_t at = words.rfind(end);
    if (at != std::string_view::npos) begin = std::max(begin, at + end.size());
  }
  return trimmed(words.substr(begin));
}

/// What stands between two figures lets the second be the score of the first: no sentence but the
/// one that says it.
bool belong_together(const Narrative& text, std::size_t marks, std::size_t score) {
  const Statement& first = text.statements[marks];
  const Statement& second = text.statements[score];
  if (first.passage != second.passage) return false;
  if (second.figure.base() > first.figure.base()) return false;
  constexpr std::size_t farthest = 60;  // bytes
  const std::string_view passage = text.passage_text(first.passage);
  const std::string_view between = passage.substr(first.end, second.begin - first.end);
  return between.size() <= farthest && between.find("；") == std::string_view::npos;
}

/// 投入（15分）：目标5分，得5分；…。小计得|14分: the score of a group behind what it is made of.
std::optional<std::size_t> subtotal_behind(const Narrative& text, std::size_t marks) {
  static constexpr std::string_view words[] = {"小计", "合计", "本项"};
  constexpr std::size_t farthest = 60;
  const Statement& full = text.statements[marks];
  const std::size_t last = std::min(text.statements.size(), marks + farthest);
  for (std::size_t at = marks + 1; at < last; ++at) {
    const Statement& found = text.statements[at];
    if (found.passage != full.passage) return std::nullopt;
    if (!contains_any(text.lead(at), words)) continue;
    const bool fits =
        states_points(found) && is_score(text, at) && found.figure.base() <= full.figure.base();
    return fits ? std::optional(at) : std::nullopt;
  }
  return std::nullopt;
}

/// 得15分|：, 得15分，其中：, 得15分）。其中：
bool opens_list(const Narrative& text, std::size_t statement) {
  static constexpr std::array<std::string_view, 10> closers = {"）", ")",    "，", ",",    "。",
                                                               "；", "其中", "由", "具体", "扣分"};
  static constexpr std::array<std::string_view, 2> colons = {"：", ":"};
  const Statement& found = text.statements[statement];
  const std::string_view rest = text.passage_text(found.passage).substr(found.end);
  return !prefix_of(without_prefixes(rest, closers), colons).empty();
}

}  // namespace

bool states_points(const Statement& statement) {
  return statement.figure.is_in("分") && !statement.range && is_exact_statement(statement);
}

bool is_score(const Narrative& text, std::size_t statement) {
  static constexpr std::array<std::string_view, 7> words = {"得分",     "得",   "实得",  "自评",
                                                            "自评得分", "评分", "自评分"};
  return !suffix_of(without_copula(trimmed(text.lead(statement))), words).empty();
}

bool is_deduction(const Narrative& text, std::size_t statement) {
  static constexpr std::array<std::string_view, 4> words = {"扣", "扣分", "扣除", "扣减"};
  return !suffix_of(without_copula(trimmed(text.lead(statement))), words).empty();
}

bool is_score_of_group(const Narrative& text, std::size_t statement) {
  constexpr int all_marks = 100;
  if (statement == 0) return false;
  const Statement& score = text.statements[statement];
  const Statement& before = text.statements[statement - 1];
  if (!states_points(score) || !states_points(before) || before.passage != score.passage) {
    return false;
  }
  // 投入（20分）自评得分18分: a bracket may end between them, no sentence.
  static constexpr std::string_view stops[] = {"。", "；", ";"};
  const std::string_view passage = text.passage_text(score.passage);
  if (contains_any(passage.substr(before.end, score.begin - before.end), stops)) return false;
  const figure::Rational marks = before.figure.base();
  return marks < all_marks && (is_full_mark(text, statement - 1) || marks >= score.figure.base());
}

std::vector<ScorePair> find_score_pairs(const Narrative& text) {
  std::vector<ScorePair> found;
  for (std::size_t index = 0; index + 1 < text.statements.size(); ++index) {
    const std::size_t next = index + 1;
    if (!states_points(text.statements[index]) || !states_points(text.statements[next])) continue;
    ScorePair pair;
    if (stands_alone(text, index) && opens_list(text, index)) {
      if (const auto subtotal = subtotal_behind(text, index)) {
        pair = {.marks = index, .score = *subtotal, .name = name_before(text, index)};
        pair.heads = true;
        found.push_back(pair);
      }
      continue;
    }
    static constexpr std::string_view sums[] = {"小计", "合计"};
    const bool score_first = is_score(text, index) && !contains_any(text.lead(index), sums) &&
                             !is_full_mark(text, index) &&
                             (is_full_mark(text, next) || stands_alone(text, next));
    if (score_first && belong_together(text, next, index)) {
      pair = {.marks = next, .score = index, .name = name_before(text, index)};
    } else if (is_score(text, next) && !is_full_mark(text, next) && !is_score(text, index) &&
               !is_deduction(text, index) && belong_together(text, index, next)) {
      pair = {.marks = index, .score = next, .name = name_before(text, index)};
    } else {
      continue;
    }
    pair.heads = opens_list(text, next);
    pair.total = !prefix_of(pair.name, total_words).empty() || pair.name.empty();
    found.push_back(pair);
    ++index;
  }
  return found;
}

}  // namespace tieout::report::narrative
