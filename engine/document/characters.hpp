// What readers of text need to know of single characters and of short texts.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tieout::document {

/// The character at byte `at` of valid UTF-8, which moves to the next one.
[[nodiscard]] char32_t next_character(std::string_view text, std::size_t& at);

/// Unicode white space, no-break and zero-width spaces included.
[[nodiscard]] bool is_space(char32_t character);

/// How many columns of a fixed-width font a character takes: 2 for Han and full-width ones.
[[nodiscard]] std::size_t display_width(char32_t character);

/// Without white space at either end.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// Without any white space: 合 计 is 合计.
[[nodiscard]] std::string without_spaces(std::string_view text);

[[nodiscard]] std::size_t count_characters(std::string_view text);

/// Whether a short text looks like what stands in a column of figures: a number, perhaps with sign,
/// separators and a short unit ("1,003.30", "36 %", "13人", "－2.4"), or a mark for none (—, /,
/// 无). Only the shape is judged; what it means is not. 第3期, 公开05表 and
/// 2018年预算数 say which one.
[[nodiscard]] bool resembles_figure(std::string_view text);

/// Whether text ends as sentences and their parts do (。！？；;).
[[nodiscard]] bool ends_sentence(std::string_view text);

/// Whether a line begins a part of a text: 三、 （二） 第二部分 附件 注：
[[nodiscard]] bool begins_section(std::string_view line);

}  // namespace tieout::document
