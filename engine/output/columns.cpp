// Widths by Unicode's East Asian Width.
#include "output/columns.hpp"

#include "language/characters.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstdint>

namespace tieout::output {

namespace {

// Steps over one character at `at`; a broken byte counts as U+FFFD.
UChar32 next(std::string_view text, std::size_t& at) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto length = static_cast<std::int64_t>(text.size());
  auto index = static_cast<std::int64_t>(at);
  UChar32 character = 0;
  U8_NEXT_OR_FFFD(bytes, index, length, character);
  at = static_cast<std::size_t>(index);
  return character;
}

std::size_t width_of(UChar32 character) {
  return language::columns_of(static_cast<char32_t>(character));
}

bool is_control(UChar32 character) {
  const auto category = u_charType(character);
  return category == U_CONTROL_CHAR || category == U_LINE_SEPARATOR ||
         category == U_PARAGRAPH_SEPARATOR ||
         u_hasBinaryProperty(character, UCHAR_BIDI_CONTROL) != 0;
}

// Not part of any text: bytes that are no UTF-8, and U+FFFE and its like.
bool is_broken(UChar32 character) { return character == 0xFFFD || U_IS_UNICODE_NONCHAR(character); }

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) width += width_of(next(text, at));
  return width;
}

std::string padded(std::string_view text, std::size_t width) {
  std::string result(text);
  if (const auto taken = display_width(text); taken < width) result.append(width - taken, ' ');
  return result;
}

std::string printable(std::string_view text) {
  std::string result;
  bool gap = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = at;
    const auto character = next(text, at);
    const bool control = is_control(character);
    if (!control) {
      result += is_broken(character) ? "\uFFFD" : text.substr(begin, at - begin);
    } else if (!gap) {
      result += ' ';
    }
    gap = control;
  }
  return result;
}

std::string shortened(std::string_view text, std::size_t width) {
  std::size_t taken = 0;
  std::size_t fits = 0;  // bytes that leave room for the mark
  for (std::size_t at = 0; at < text.size();) {
    taken += width_of(next(text, at));
    if (taken > width) return std::string(text.substr(0, fits)) + "…";
    if (taken < width) fits = at;
  }
  return std::string(text);
}

}  // namespace tieout::output
