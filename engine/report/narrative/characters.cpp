// Characters and words of Chinese running text in UTF-8.
#include "report/narrative/characters.hpp"

#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

namespace tieout::report::narrative {
namespace {

constexpr std::size_t longest_character = 4;  // bytes

}  // namespace

Character character_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  const std::string_view window = text.substr(at, longest_character);
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(window.data());
  const auto size = static_cast<std::int32_t>(window.size());
  std::int32_t next = 0;
  UChar32 code = 0;
  U8_NEXT_OR_FFFD(bytes, next, size, code);
  return {static_cast<char32_t>(code), static_cast<std::size_t>(next)};
}

Character character_before(std::string_view text, std::size_t at) {
  if (at == 0 || at > text.size()) return {};
  const std::size_t begin = at - std::min(at, longest_character);
  const std::string_view window = text.substr(begin, at - begin);
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(window.data());
  const auto size = static_cast<std::int32_t>(window.size());
  std::int32_t start = size;
  UChar32 code = 0;
  U8_PREV_OR_FFFD(bytes, 0, start, code);
  return {static_cast<char32_t>(code), static_cast<std::size_t>(size - start)};
}

bool is_han(char32_t code) {
  return (code >= 0x3400 && code <= 0x9FFF) || (code >= 0xF900 && code <= 0xFAFF) ||
         (code >= 0x20000 && code <= 0x3FFFF);
}

bool is_space(char32_t code) {
  return code == U' ' || code == U'\t' || code == U'\n' || code == U'\r' || code == 0x00A0 ||
         code == 0x3000 || (code >= 0x2000 && code <= 0x200B);
}

int digit_value(char32_t code) {
  if (code >= U'0' && code <= U'9') return static_cast<int>(code - U'0');
  if (code >= U'０' && code <= U'９') return static_cast<int>(code - U'０');
  return -1;
}

std::size_t offset_in(std::string_view whole, std::string_view part) {
  return static_cast<std::size_t>(part.data() - whole.data());
}

std::size_t han_count(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Character character = character_at(text, at);
    if (is_han(character.code)) ++count;
    at += character.bytes;
  }
  return count;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty()) {
    const Character first = character_at(text, 0);
    if (!is_space(first.code)) break;
    text.remove_prefix(first.bytes);
  }
  return without_trailing_spaces(text);
}

std::string_view without_trailing_spaces(std::string_view text) {
  while (!text.empty()) {
    const Character last = character_before(text, text.size());
    if (!is_space(last.code)) break;
    text.remove_suffix(last.bytes);
  }
  return text;
}

std::string_view suffix_of(std::string_view text, Words words) {
  std::string_view best;
  for (const std::string_view word : words) {
    if (word.size() > best.size() && text.ends_with(word)) best = word;
  }
  return best;
}

std::string_view prefix_of(std::string_view text, Words words) {
  std::string_view best;
  for (const std::string_view word : words) {
    if (word.size() <= best.size() || word.size() > text.size()) continue;
    // Han characters begin alike: their last bytes tell most words apart.
    if (word.back() == text[word.size() - 1] && text.starts_with(word)) best = word;
  }
  return best;
}

bool contains_any(std::string_view text, Words words) {
  return std::any_of(words.begin(), words.end(), [text](std::string_view word) {
    return text.find(word) != std::string_view::npos;
  });
}

std::string_view without_suffixes(std::string_view text, Words words) {
  for (text = trimmed(text);; text = trimmed(text)) {
    const std::string_view word = suffix_of(text, words);
    if (word.empty()) return text;
    text.remove_suffix(word.size());
  }
}

std::string_view without_prefixes(std::string_view text, Words words) {
  for (text = trimmed(text);; text = trimmed(text)) {
    const std::string_view word = prefix_of(text, words);
    if (word.empty()) return text;
    text.remove_prefix(word.size());
  }
}

std::string last_han(std::string_view text, std::size_t count) {
  std::string reversed_pieces;
  std::size_t at = text.size();
  std::size_t found = 0;
  while (at > 0 && found < count) {
    const Character character = character_before(text, at);
    at -= character.bytes;
    if (!is_han(character.code)) continue;
    reversed_pieces.insert(0, text.substr(at, character.bytes));
    ++found;
  }
  return reversed_pieces;
}

std::string first_han(std::string_view text, std::size_t count) {
  std::string pieces;
  std::size_t found = 0;
  for (std::size_t at = 0; at < text.size() && found < count;) {
    const Character character = character_at(text, at);
    if (is_han(character.code)) {
      pieces.append(text.substr(at, character.bytes));
      ++found;
    }
    at += character.bytes;
  }
  return pieces;
}

}  // namespace tieout::report::narrative
