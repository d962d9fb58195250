// Rows of the table of reports as JSON: what a run keeps of a report, on disk and in its output.
#pragma once

#include "report/report.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace tieout::across {

/// One line. `language`: of doubts.
[[nodiscard]] std::string to_text(const report::Row& row, const schema::Table& reports,
                                  source::Language language);

/// The same row again; nothing for a text that to_text cannot have made of such a table (an output
/// of other rules, or one that was meddled with).
[[nodiscard]] std::optional<report::Row> to_row(std::string_view text, const schema::Table& reports,
                                                const figure::UnitSystem& units);

}  // namespace tieout::across
