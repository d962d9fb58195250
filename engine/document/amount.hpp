// Exact amounts of cells, to add up.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace tieout::document {

/// An exact amount of four decimals at most; a mark of none (-, 无) is 0.
struct Amount {
  static constexpr int most_decimals = 4;
  std::int64_t value = 0;  ///< in units of the fourth decimal
  int decimals = 0;        ///< as written
};

/// The amount that a cell states; nothing for any other text.
[[nodiscard]] std::optional<Amount> read_amount(std::string_view text);

/// 10^power, power >= 0.
[[nodiscard]] std::int64_t power_of_ten(int power);

/// No amount is larger: sums of some hundreds of them do not overflow.
inline constexpr std::int64_t most_value = std::int64_t{1} << 52;

}  // namespace tieout::document
