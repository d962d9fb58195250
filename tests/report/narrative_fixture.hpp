// Reads a text's narrative alone, without its tables, and shows the rows of a statement table.
#pragma once

#include "report/report.hpp"

#include <string>
#include <string_view>

namespace tieout::report::narrative {

/// The narrative of a report of 2020 by 某某市文化广电局, signed on 2021-03-20.
[[nodiscard]] Report read_narrative(std::string_view text);

/// The rows of a table, one a line: `column value · column value`, missing columns left out. A
/// figure shows as 359.39万元@3:12 (`~` behind an approximate one), a nested table as {name value;
/// ...}, another reading as a line that starts with "or ", a doubted row with "? ".
[[nodiscard]] std::string rows(const Report& report, std::string_view table);

/// One column of all rows, a value a line.
[[nodiscard]] std::string column(const Report& report, std::string_view table,
                                 std::string_view column);

[[nodiscard]] std::string scalar(const Report& report, std::string_view id);

}  // namespace tieout::report::narrative
