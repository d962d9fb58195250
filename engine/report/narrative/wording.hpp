// The words by which reports compare, execute and add up: what stands at the end of the words
// before a figure.
#pragma once

#include "report/narrative/statement.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace tieout::report::narrative {

/// Said of amounts that something was taken out of, to compare what is alike.
inline constexpr std::array<std::string_view, 2> like_for_like = {"同口径", "可比口径"};

/// What a clause measures against, with places counted from the clause's first byte.
[[nodiscard]] std::optional<Base> base_in(std::string_view clause);

/// A word of change at the end of the words before a figure: 比上年增加了, 增长率为, 节约.
struct ChangeWord {
  Direction direction = Direction::none;
  std::size_t begin = 0;    ///< byte at which the word starts
  bool needs_base = false;  ///< 多, 少, 高, 低: say nothing without 比
};
[[nodiscard]] std::optional<ChangeWord> change_word(std::string_view lead, bool after_base);

/// 调增, 核减 and nothing else: the direction of what a plan was changed by.
[[nodiscard]] Direction adjusted(std::string_view lead);
/// 增加到, 降至: the figure is the value that was reached.
[[nodiscard]] bool reaches(std::string_view lead);
/// 由, 从 with at most a year between it and the figure; the byte at which it stands.
[[nodiscard]] std::optional<std::size_t> from_words(std::string_view lead);
/// 不低于, ≥, 至少: the figure is a bound; the byte at which the word starts.
[[nodiscard]] std::optional<std::size_t> bound_words(std::string_view lead);
/// 与上年持平, 一致, 无变化.
[[nodiscard]] bool level(std::string_view words);

/// 占总支出的 at the end of the words before a percentage: the byte of 占 and the whole's name
/// (empty if it is not named).
struct ShareWords {
  std::size_t begin = 0;
  std::string_view whole;
};
[[nodiscard]] std::optional<ShareWords> share_words(std::string_view lead);

/// Words that only lead over to a figure (为, 是, 共, 约), taken off the end.
[[nodiscard]] std::string_view without_copula(std::string_view words);
/// 共, 合计, 总计: what follows are all the parts.
[[nodiscard]] bool says_complete(std::string_view lead);

}  // namespace tieout::report::narrative
