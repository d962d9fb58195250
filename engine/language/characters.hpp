// One character of a text that is known to be valid UTF-8.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tieout::language {

struct Character {
  char32_t code = 0;
  std::size_t bytes = 0;  ///< how many it takes, 1 to 4
};

/// The character whose first byte is text[at]; `at` is less than the text's size.
[[nodiscard]] Character character_at(std::string_view text, std::size_t at);

/// The columns that a terminal gives a character: 2 if its East Asian Width is wide or full width,
/// 0 for marks that combine with the character before and for invisible ones, else 1. Ambiguous
/// ones (…“—×) take 1, as terminals show them unless told otherwise.
[[nodiscard]] std::size_t columns_of(char32_t code);
[[nodiscard]] std::size_t columns_of(std::string_view text);

/// White space that separates words, the ideographic space included. Line ends count as well.
[[nodiscard]] bool is_space(char32_t code);

/// Characters of names: XID_Start and `_` first, then XID_Continue, but no punctuation other than
/// `_` (`·` is XID_Continue and would glue two names together).
[[nodiscard]] bool begins_name(char32_t code);
[[nodiscard]] bool continues_name(char32_t code);

/// What characters are compared by where case does not count.
[[nodiscard]] char32_t without_case(char32_t code);

/// In Unicode's composed form (NFC), in which names are compared.
[[nodiscard]] std::string composed(std::string_view text);

}  // namespace tieout::language
