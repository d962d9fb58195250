// The numbers that word processors put before paragraphs.
#include "document/list_numbers.hpp"

#include <array>
#include <span>
#include <utility>

namespace tieout::document {

namespace {

using Named = std::pair<std::string_view, Counting>;

constexpr std::array<std::string_view, 10> digits = {"零", "一", "二", "三", "四",
                                                     "五", "六", "七", "八", "九"};
constexpr std::array<std::string_view, 10> stems = {"甲", "乙", "丙", "丁", "戊",
                                                    "己", "庚", "辛", "壬", "癸"};

Counting named(std::span<const Named> names, std::string_view format) {
  for (const auto& [name, counting] : names) {
    if (name == format) return counting;
  }
  return Counting::decimal;
}

/// 11 is 十一, 20 二十, 105 一百零五.
std::string chinese(std::size_t number) {
  static constexpr std::array<std::pair<std::size_t, std::string_view>, 3> powers = {
      {{1000, "千"}, {100, "百"}, {10, "十"}}};
  std::string text;
  bool gap = false;  // a power was left out
  for (const auto& [power, name] : powers) {
    const auto digit = number / power;
    number %= power;
    if (digit == 0) {
      gap = !text.empty();
      continue;
    }
    if (gap) text += digits[0];
    gap = false;
    const bool leading_ten = text.empty() && power == 10 && digit == 1;
    if (!leading_ten) text += digits[digit];
    text += name;
  }
  if (number == 0) return text;
  if (gap) text += digits[0];
  return text.append(digits[number]);
}

std::string letters(std::size_t number, char first) {
  constexpr std::size_t alphabet = 26;
  const auto letter = static_cast<char>(first + static_cast<char>((number - 1) % alphabet));
  std::string text(1 + (number - 1) / alphabet, letter);
  return text;
}

std::string roman(std::size_t number, bool upper) {
  static constexpr std::array<std::pair<std::size_t, std::string_view>, 13> parts = {{{1000, "m"},
                                                                                      {900, "cm"},
                                                                                      {500, "d"},
                                                                                      {400, "cd"},
                                                                                      {100, "c"},
                                                                                      {90, "xc"},
                                                                                      {50, "l"},
                                                                                      {40, "xl"},
                                                                                      {10, "x"},
                                                                                      {9, "ix"},
                                                                                      {5, "v"},
                                                                                      {4, "iv"},
                                                                                      {1, "i"}}};
  std::string text;
  for (const auto& [value, letters_of_it] : parts) {
    for (; number >= value; number -= value) text += letters_of_it;
  }
  if (upper) {
    for (char& letter : text) letter = static_cast<char>(letter - 'a' + 'A');
  }
  return text;
}

std::string full_width(const std::string& decimals) {
  std::string text;
  for (const char digit : decimals) {
    text += "\xEF\xBC";  // U+FF10 to U+FF19
    text += static_cast<char>('\x90' + (digit - '0'));
  }
  return text;
}

}  // namespace

Counting counting_of_word(std::string_view format) {
  static constexpr std::array names = {
      Named{"decimalFullWidth", Counting::full_width},
      Named{"decimalFullWidth2", Counting::full_width},
      Named{"chineseCounting", Counting::chinese},
      Named{"chineseCountingThousand", Counting::chinese},
      Named{"taiwaneseCounting", Counting::chinese},
      Named{"taiwaneseCountingThousand", Counting::chinese},
      Named{"japaneseCounting", Counting::chinese},
      Named{"ideographDigital", Counting::chinese},
      Named{"ideographTraditional", Counting::heavenly},
      Named{"decimalEnclosedCircle", Counting::enclosed},
      Named{"decimalEnclosedCircleChinese", Counting::enclosed},
      Named{"lowerLetter", Counting::lower_letter},
      Named{"upperLetter", Counting::upper_letter},
      Named{"lowerRoman", Counting::lower_roman},
      Named{"upperRoman", Counting::upper_roman},
      Named{"bullet", Counting::none},
      Named{"none", Counting::none},
  };
  return named(names, format);
}

Counting counting_of_open_document(std::string_view format) {
  static constexpr std::array names = {
      Named{"１, ２, ３, ...", Counting::full_width},
      Named{"一, 二, 三, ...", Counting::chinese},
      Named{"甲, 乙, 丙, ...", Counting::heavenly},
      Named{"①, ②, ③, ...", Counting::enclosed},
      Named{"a", Counting::lower_letter},
      Named{"A", Counting::upper_letter},
      Named{"i", Counting::lower_roman},
      Named{"I", Counting::upper_roman},
      Named{"", Counting::none},
  };
  return named(names, format);
}

std::string list_number(Counting counting, std::size_t number) {
  constexpr std::size_t last_chinese = 9999;
  constexpr std::size_t last_enclosed = 20;
  constexpr std::size_t last_of_letters = 780;  // thirty times the alphabet, as Word has it
  auto decimals = std::to_string(number);
  if (counting == Counting::none) return {};
  if (number == 0) return decimals;
  switch (counting) {
    case Counting::full_width:
      return full_width(decimals);
    case Counting::chinese:
      return number <= last_chinese ? chinese(number) : decimals;
    case Counting::heavenly:
      return number <= stems.size() ? std::string(stems[number - 1]) : decimals;
    case Counting::enclosed:
      if (number > last_enclosed) return decimals;
      return std::string("\xE2\x91") + static_cast<char>('\xA0' + static_cast<char>(number - 1));
    case Counting::lower_letter:
      return number <= last_of_letters ? letters(number, 'a') : decimals;
    case Counting::upper_letter:
      return number <= last_of_letters ? letters(number, 'A') : decimals;
    case Counting::lower_roman:
    case Counting::upper_roman:
      return number <= last_chinese ? roman(number, counting == Counting::upper_roman) : decimals;
    case Counting::decimal:
    case Counting::none:
      break;
  }
  return decimals;
}

}  // namespace tieout::document
