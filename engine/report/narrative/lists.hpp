// Lists of names in running text: 甲、乙（某某）和丙.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::report::narrative {

/// The items between enumeration commas, brackets and quotations kept whole; a single quotation is
/// opened. The first reading joins with commas alone, a second one splits the last item at 和 too.
[[nodiscard]] std::vector<std::vector<std::string_view>> list_readings(std::string_view list);

/// Splits at any of `marks` outside brackets, quotations and titles; empty pieces are left out.
[[nodiscard]] std::vector<std::string_view> split_outside(std::string_view text,
                                                          std::u32string_view marks);

/// A number in Chinese characters at the start of `text`, 2 to 99, with the bytes it takes.
struct ChineseNumber {
  int value = 0;
  std::size_t bytes = 0;
};
[[nodiscard]] std::optional<ChineseNumber> chinese_number(std::string_view text);

}  // namespace tieout::report::narrative
