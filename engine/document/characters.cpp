// Characters: spaces, widths, and the look of a figure.
#include "document/characters.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

namespace tieout::document {

namespace {

constexpr std::size_t longest_figure = 40;  // characters
constexpr std::size_t longest_unit = 4;     // characters of other kinds that a figure may have

bool is_digit(char32_t character) { return u_charDigitValue(static_cast<UChar32>(character)) >= 0; }

/// Signs, separators and brackets, full width included.
bool belongs_to_number(char32_t character) {
  static constexpr std::u32string_view marks = U"+-.,%()/~<>=:≥≤±－＋．，％（）／～＜＞＝：—–−‰¥￥";
  return marks.find(character) != std::u32string_view::npos;
}

bool is_mark_of_none(std::string_view text) {
  static constexpr std::string_view dashes[] = {"-", "－", "—", "–", "−", "/", "／", "\\"};
  if (text == "无") return true;
  while (!text.empty()) {
    const auto dash = std::ranges::find_if(
        dashes, [text](std::string_view each) { return text.starts_with(each); });
    if (dash == std::end(dashes)) return false;
    text.remove_prefix(dash->size());
  }
  return true;
}

/// 2018年预算数: of which year, not how many.
bool names_year(std::string_view text) {
  constexpr std::size_t digits = 4;
  constexpr std::string_view year = "年";
  if (!text.starts_with("20") && !text.starts_with("19")) return false;
  const auto is_ascii_digit = [](char byte) { return byte >= '0' && byte <= '9'; };
  if (text.find_first_not_of("0123456789") != digits) return false;
  text.remove_prefix(digits);
  if (!text.starts_with(year)) return false;
  text.remove_prefix(year.size());
  return !text.empty() && !is_ascii_digit(text.front());
}

}  // namespace

char32_t next_character(std::string_view text, std::size_t& at) {
  constexpr std::size_t longest_character = 4;  // bytes
  const auto front = text.substr(at, longest_character);
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(front.data());
  const auto size = static_cast<std::int32_t>(front.size());
  std::int32_t end = 0;
  UChar32 character = 0;
  U8_NEXT_OR_FFFD(bytes, end, size, character);
  at += static_cast<std::size_t>(end);
  return static_cast<char32_t>(character);
}

bool is_space(char32_t character) {
  return u_isUWhiteSpace(static_cast<UChar32>(character)) != 0 || character == U'\u200B' ||
         character == U'\uFEFF';
}

std::size_t display_width(char32_t character) {
  if (character < 0x80) return 1;
  const auto width = u_getIntPropertyValue(static_cast<UChar32>(character), UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH || width == U_EA_AMBIGUOUS ? 2 : 1;
}

std::string_view trimmed(std::string_view text) {
  // The end first: of nothing but spaces, the empty text at their beginning is left.
  while (!text.empty()) {
    auto begin = text.size() - 1;
    while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U) --begin;
    auto end = begin;
    if (!is_space(next_character(text, end))) break;
    text = text.substr(0, begin);
  }
  while (!text.empty()) {
    std::size_t end = 0;
    if (!is_space(next_character(text, end))) break;
    text.remove_prefix(end);
  }
  return text;
}

std::string without_spaces(std::string_view text) {
  std::string words;
  for (std::size_t at = 0; at < text.size();) {
    const auto start = at;
    if (!is_space(next_character(text, at))) words += text.substr(start, at - start);
  }
  return words;
}

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

bool resembles_figure(std::string_view text) {
  text = trimmed(text);
  if (text.empty()) return false;
  if (is_mark_of_none(text)) return true;
  if (text.starts_with("第")) return false;  // 第3期: which one, not how many
  if (names_year(text)) return false;
  if (text.find("表") != std::string_view::npos) return false;  // 公开05表, 表3
  std::size_t digits = 0;
  std::size_t others = 0;
  std::size_t characters = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto character = next_character(text, at);
    if (++characters > longest_figure) return false;
    if (is_digit(character)) {
      ++digits;
    } else if (!belongs_to_number(character) && !is_space(character) && ++others > longest_unit) {
      return false;
    }
  }
  return digits > 0;
}

bool ends_sentence(std::string_view text) {
  static constexpr std::string_view ends[] = {"。", "！", "？", "；", ";"};
  return std::ranges::any_of(ends, [text](std::string_view end) { return text.ends_with(end); });
}

bool begins_section(std::string_view line) {
  static constexpr std::u32string_view numerals = U"一二三四五六七八九十百零〇";
  static constexpr std::string_view words[] = {"附件", "附表", "附：", "注：",
                                               "注:",  "备注", "说明"};
  if (std::ranges::any_of(words, [line](auto word) { return line.starts_with(word); })) return true;
  std::size_t at = 0;
  auto character = next_character(line, at);
  const bool bracket = character == U'（' || character == U'(';
  const bool ordinal = character == U'第';
  std::size_t digits = 0;
  if (bracket || ordinal) character = at < line.size() ? next_character(line, at) : U'\0';
  for (; numerals.find(character) != std::u32string_view::npos && at < line.size(); ++digits) {
    character = next_character(line, at);
  }
  if (digits == 0) return false;
  if (ordinal) return character == U'部' || character == U'章' || character == U'节';
  if (bracket) return character == U'）' || character == U')';
  return character == U'、' || character == U'．' || character == U'.';
}

}  // namespace tieout::document
