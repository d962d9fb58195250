// The characters of UTF-8 text as readers of numbers see them: one width, one hyphen, one space.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tieout::figure {

/// A code point, folded, and the bytes it takes in the text; {0, 0} beyond either end.
struct Character {
  char32_t code = 0;
  std::size_t bytes = 0;
};

/// Full-width forms become ASCII, minus signs and short dashes "-", spaces within a line " ". A
/// long dash (—) stays one. Bytes that are not UTF-8 become U+FFFD.
[[nodiscard]] Character character_at(std::string_view text, std::size_t at);
/// The character that ends before byte `at`.
[[nodiscard]] Character character_before(std::string_view text, std::size_t at);

/// The first byte from `at` on that is no space.
[[nodiscard]] std::size_t after_spaces(std::string_view text, std::size_t at);
/// The byte behind the last character before `at` that is no space.
[[nodiscard]] std::size_t before_spaces(std::string_view text, std::size_t at);

[[nodiscard]] inline bool is_digit(char32_t code) { return code >= U'0' && code <= U'9'; }
/// Letters of alphabets, which make words with what they touch. Han characters are none.
[[nodiscard]] bool is_letter(char32_t code);
[[nodiscard]] bool is_han(char32_t code);
/// Hyphens, minus signs and dashes of any length.
[[nodiscard]] bool is_dash(char32_t code);

/// All of `text` folded, letters in lower case, spaces left out: what unit spellings are compared
/// by.
[[nodiscard]] std::u32string spelling_of(std::string_view text);
/// One folded character in lower case.
[[nodiscard]] char32_t lower(char32_t code);

}  // namespace tieout::figure
