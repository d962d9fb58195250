// A number from its first digit to its unit, as cells and running text both write it.
#pragma once

#include "figure/digits.hpp"
#include "figure/number_text.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace tieout::figure {

struct ScannedNumber {
  std::size_t end = 0;
  NumberText number;  ///< without sign
};

/// Digits, multipliers (1.85万, 3千万, 1亿2000万), 余 or 多, the unit, 以上 and its like. A
/// calendar year has no unit and ends before 年. Nothing if no number starts at byte `at`.
[[nodiscard]] std::optional<ScannedNumber> scan_number(std::string_view text, std::size_t at,
                                                       Style style, const UnitSystem& units);

/// Reads what follows the digits that end at byte `at`; false if it makes them no number that can
/// be read (a rate in an unknown unit, 1.5亿2000万).
[[nodiscard]] bool scan_tail(std::string_view text, std::size_t at, Style style,
                             const UnitSystem& units, ScannedNumber& scanned);

}  // namespace tieout::figure
