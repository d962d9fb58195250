// Dates as JSON data writes them.
#pragma once

#include "report/report.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace tieout::report {

/// 2018-06-10, 2018-06 or 2018, also 2018年6月10日 and the like; nothing for other text and for
/// days that no calendar has. `raw` and `place` are left empty.
[[nodiscard]] std::optional<Date> read_date(std::string_view text);

/// The year at the start of a text (2017, "2017年度"); empty if there is none.
[[nodiscard]] std::string year_of(std::string_view text);

/// 2018-06-10, 2018-06 or 2018.
[[nodiscard]] std::string iso_text(const Date& date);

}  // namespace tieout::report
