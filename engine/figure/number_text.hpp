// Every reading of a number that people write.
#pragma once

#include "figure/figure.hpp"

#include <optional>
#include <string_view>
#include <variant>

namespace tieout::figure {

struct BlankText {};                            ///< empty, dashes, "/", 无
struct NotANumber {};                           ///< any other text
struct NumberText {
  Decimal value;                 ///< multiplier applied
  int decimals = 0;              ///< as written, multiplier applied
  bool scaled = false;           ///< written with 万 or 亿: not an exact count
  bool approximate = false;      ///< 余, 多, 约, 近, 超过, 以上 beside it
  const Unit* unit = nullptr;    ///< if one stands with it
};
using CellNumber = std::variant<BlankText, NotANumber, NumberText>;

/// A whole cell: full-width characters, thousands separators, signs, spaces, a unit after it
/// ("1,003.30", "－２.４", "36 %", "13人", "(3.5)" is minus as accountants write it). Numbers in
/// Chinese characters are not read in cells.
[[nodiscard]] CellNumber read_cell(std::string_view text, const UnitSystem& units);

/// A number found in running text.
struct TextNumber {
  std::size_t begin = 0;  ///< bytes of the number with sign, approximation, multiplier and unit
  std::size_t end = 0;
  NumberText number;
};

/// The number that starts at byte `at` of running text: digits first (ASCII or full width), with
/// grouping, decimals, 万/亿, 余/多, unit. Nothing if none starts there or if the characters around
/// it make it part of something else (a word such as O2O, a grouping that is not one).
[[nodiscard]] std::optional<TextNumber> number_at(std::string_view text, std::size_t at,
                                                  const UnitSystem& units);

}  // namespace tieout::figure
