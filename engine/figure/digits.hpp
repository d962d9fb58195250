// The digits of a number: grouping, point, and nothing that is a date or a version.
#pragma once

#include "figure/exact.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace tieout::figure {

/// What separators mean differs: a cell holds one number, running text also lists.
enum class Style { cell, text };

struct Digits {
  std::size_t end = 0;
  Decimal value;      ///< as written, `scale` decimals
  bool plain = true;  ///< digits alone, neither separators nor point
};

/// The digits that start at byte `at`, ASCII or full width, with separators and a decimal point.
/// Groups have three digits each, in cells also four. Nothing if no digit stands there, for any
/// other grouping, for 1.2.3, for more than 64 digits, and in text for 0730.
/// In text 23，41 is 23: a full-width comma that groups nothing ends a clause. 1.2017年 is 1 too: a
/// paragraph's number before a year.
[[nodiscard]] std::optional<Digits> scan_digits(std::string_view text, std::size_t at, Style style);

/// Whether a digit, ASCII or full width, stands at byte `at`.
[[nodiscard]] bool digit_at(std::string_view text, std::size_t at);

/// A calendar year (1900 to 2099, plain) before 年: its number is a name, no amount of years.
[[nodiscard]] bool is_calendar_year(const Digits& digits, std::string_view text);

}  // namespace tieout::figure
