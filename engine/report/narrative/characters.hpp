// Characters and words of Chinese running text in UTF-8.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

namespace tieout::report::narrative {

struct Character {
  char32_t code = 0;
  std::size_t bytes = 0;  ///< 0: past the end
};

/// The character that starts at byte `at`; a broken byte counts as one character.
[[nodiscard]] Character character_at(std::string_view text, std::size_t at);
/// The character that ends at byte `at`.
[[nodiscard]] Character character_before(std::string_view text, std::size_t at);

[[nodiscard]] bool is_han(char32_t code);
[[nodiscard]] bool is_space(char32_t code);
/// The value of an ASCII or full-width digit, -1 for any other character.
[[nodiscard]] int digit_value(char32_t code);

/// The byte of `whole` at which `part`, a view into it, begins.
[[nodiscard]] std::size_t offset_in(std::string_view whole, std::string_view part);

[[nodiscard]] std::size_t han_count(std::string_view text);
[[nodiscard]] std::string_view trimmed(std::string_view text);
/// Without the spaces at its end; costs as much as there are.
[[nodiscard]] std::string_view without_trailing_spaces(std::string_view text);

using Words = std::span<const std::string_view>;

/// The longest of `words` that `text` ends (starts) with; empty if none.
[[nodiscard]] std::string_view suffix_of(std::string_view text, Words words);
[[nodiscard]] std::string_view prefix_of(std::string_view text, Words words);
[[nodiscard]] bool contains_any(std::string_view text, Words words);

/// Removes suffixes (prefixes) found in `words`, and spaces, as long as there are any.
[[nodiscard]] std::string_view without_suffixes(std::string_view text, Words words);
[[nodiscard]] std::string_view without_prefixes(std::string_view text, Words words);

/// The last (first) `count` Han characters of `text`, what stands between them left out.
[[nodiscard]] std::string last_han(std::string_view text, std::size_t count);
[[nodiscard]] std::string first_han(std::string_view text, std::size_t count);

}  // namespace tieout::report::narrative
