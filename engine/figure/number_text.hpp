// Every reading of a number that people write.
#pragma once

#include "figure/figure.hpp"

#include <optional>
#include <string_view>
#include <variant>

namespace tieout::figure {

struct BlankText {};   ///< empty, dashes, "/", 无
struct NotANumber {};  ///< any other text
struct NumberText {
  Decimal value;        ///< multiplier applied; its scale is `decimals`
  int decimals = 0;     ///< as written, multiplier applied
  bool scaled = false;  ///< written with 万 or 亿: not an exact count
  /// 余, 多, 约, 近, 超过, 以上 and their like beside it. A reader of targets (满意度超过95%) takes
  /// the word for a bound and clears this; words that only bound (不超过, 不低于, 高于) do not set
  /// it.
  bool approximate = false;
  const Unit* unit = nullptr;  ///< if one stands with it
};
using CellNumber = std::variant<BlankText, NotANumber, NumberText>;

/// A whole cell: full-width characters, thousands separators (or groups of four), signs, spaces, a
/// unit after it ("1,003.30", "－２.４", "36 %", "13人", "¥5", "(3.5)" is minus as accountants
/// write it). A calendar year (2017年) has no unit. Numbers in Chinese characters are not read.
[[nodiscard]] CellNumber read_cell(std::string_view text, const UnitSystem& units);

/// A number found in running text.
struct TextNumber {
  std::size_t begin = 0;  ///< bytes of the number with sign, approximation, multiplier and unit
  std::size_t end = 0;
  NumberText number;
};

/// The number whose first digit (ASCII or full width) stands at byte `at` of running text, with
/// grouping, decimals, 万/亿, 余/多, unit, and what belongs to it before: sign, ¥, 约. Bounded
/// work. Nothing if none starts there or if what touches it makes it something else: a word or code
/// (O2O, 5G, COVID-19), an ordinal (第18届, 53号), a date or version with points, a fraction,
/// groups of other than three digits, a leading zero. 5-10场次 are two numbers, the hyphen no sign.
/// A plain 1900 to 2099 before 年 is a calendar year: it has no unit and ends before 年; any other
/// number has 年 as its unit.
[[nodiscard]] std::optional<TextNumber> number_at(std::string_view text, std::size_t at,
                                                  const UnitSystem& units);

/// The figure that a number states. `unit`, which may be null, is what a number without a unit of
/// its own is in; `declared_decimals`, in `unit`, is what the schema declares for the item: 1003.3
/// in a two-decimal column is 1003.30. More digits than declared, other units, multipliers and
/// approximations count as written. Counts are exact unless scaled (as by
/// the unit 万册) or approximate.
/// Give no declared decimals for the narrative, nor where `unit` is not the item's own.
[[nodiscard]] Figure make_figure(const NumberText& number, const Unit* unit,
                                 std::optional<int> declared_decimals, std::string raw,
                                 source::Place place);

}  // namespace tieout::figure
