// The words that make a number approximate: 约 近 超过 before it, 余 多 in it, 以上 左右 behind it.
#pragma once

#include <cstddef>
#include <string_view>

namespace tieout::figure {

/// Bytes of the word that ends at byte `end`, 0 if none does. 节约, 签约, 附近, 不超过 and their
/// like are none.
[[nodiscard]] std::size_t approximation_before(std::string_view text, std::size_t end);

/// Bytes of 余 or 多 at byte `at`, between digits and unit; 0 if neither stands there.
[[nodiscard]] std::size_t approximation_within(std::string_view text, std::size_t at);

/// Bytes of 来 or 几 at byte `at`, which are such words only between a number and its unit
/// (十来个).
[[nodiscard]] std::size_t approximation_before_unit(std::string_view text, std::size_t at);

/// Bytes of 以上, 左右 and their like at byte `at`, behind the unit; 0 if none stands there.
[[nodiscard]] std::size_t approximation_after(std::string_view text, std::size_t at);

}  // namespace tieout::figure
