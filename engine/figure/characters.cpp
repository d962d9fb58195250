// The characters of UTF-8 text as readers of numbers see them.
#include "figure/characters.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

namespace tieout::figure {

namespace {

constexpr char32_t space = U' ';
constexpr std::size_t longest_character = 4;  // bytes

char32_t folded(char32_t code) {
  if (code < 0x80) return code;
  if (code >= 0xFF01 && code <= 0xFF5E) return code - 0xFF01 + U'!';  // full-width ASCII
  switch (code) {
    case 0x00A0:  // no-break space
    case 0x2007:  // figure space
    case 0x2009:  // thin space
    case 0x202F:  // narrow no-break space
    case 0x3000:  // ideographic space
      return space;
    case 0x2010:  // hyphen
    case 0x2011:  // non-breaking hyphen
    case 0x2012:  // figure dash
    case 0x2013:  // en dash
    case 0x2212:  // minus sign
    case 0xFE63:  // small hyphen-minus
      return U'-';
    case 0xFE50:
      return U',';
    case 0xFE52:
      return U'.';
    case 0xFE6A:
      return U'%';
    case 0xFFE5:
      return U'¥';
    default:
      return code;
  }
}

}  // namespace

Character character_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  const std::string_view front = text.substr(at, longest_character);
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(front.data());
  const auto size = static_cast<std::int32_t>(front.size());
  std::int32_t end = 0;
  UChar32 code = 0;
  U8_NEXT_OR_FFFD(bytes, end, size, code);
  return {folded(static_cast<char32_t>(code)), static_cast<std::size_t>(end)};
}

Character character_before(std::string_view text, std::size_t at) {
  if (at == 0 || at > text.size()) return {};
  const std::size_t window = std::min(at, longest_character);
  const std::string_view back = text.substr(at - window, window);
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(back.data());
  const auto size = static_cast<std::int32_t>(back.size());
  std::int32_t begin = size;
  UChar32 code = 0;
  U8_PREV_OR_FFFD(bytes, 0, begin, code);
  return {folded(static_cast<char32_t>(code)), static_cast<std::size_t>(size - begin)};
}

std::size_t after_spaces(std::string_view text, std::size_t at) {
  Character next = character_at(text, at);
  for (; next.code == space; next = character_at(text, at)) at += next.bytes;
  return at;
}

std::size_t before_spaces(std::string_view text, std::size_t at) {
  Character last = character_before(text, at);
  for (; last.code == space; last = character_before(text, at)) at -= last.bytes;
  return at;
}

bool is_letter(char32_t code) {
  constexpr char32_t first_east_asian = 0x2E80;
  return code < first_east_asian && u_isalpha(static_cast<UChar32>(code)) != 0;
}

bool is_han(char32_t code) {
  return u_hasBinaryProperty(static_cast<UChar32>(code), UCHAR_IDEOGRAPHIC) != 0;
}

bool is_dash(char32_t code) {
  switch (code) {
    case U'-':
    case 0x2014:  // em dash
    case 0x2015:  // horizontal bar
    case 0x2500:  // box drawings light horizontal
    case 0x2501:  // box drawings heavy horizontal
      return true;
    default:
      return false;
  }
}

std::u32string spelling_of(std::string_view text) {
  std::u32string spelling;
  for (std::size_t at = 0; at < text.size();) {
    const Character character = character_at(text, at);
    if (character.code != space) spelling += lower(character.code);
    at += character.bytes;
  }
  return spelling;
}

char32_t lower(char32_t code) {
  return static_cast<char32_t>(u_tolower(static_cast<UChar32>(code)));
}

}  // namespace tieout::figure
