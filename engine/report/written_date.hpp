// Dates as people write them below a report and in its forms.
#pragma once

#include "report/report.hpp"

#include <optional>
#include <string_view>

namespace tieout::report {

/// The date that a text is, and nothing else: 2018年 6 月 10 日, 二〇一八年六月十日, 2018-6-10,
/// 2018.6.10, 2018年6月, 2018年. Nothing for other text, templates (年  月  日), and days that no
/// calendar has. `raw` and `place` are left empty.
[[nodiscard]] std::optional<Date> written_date(std::string_view text);

}  // namespace tieout::report
