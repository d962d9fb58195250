// A report as a row of its run's table of reports.
#pragma once

#include "across/needed.hpp"
#include "report/report.hpp"

namespace tieout::across {

/// What is needed of the report; all else is missing in the row. `run`: the schema::run_schema of
/// the report's own schema.
[[nodiscard]] report::Row report_row(const report::Report& report, const schema::Schema& run,
                                     const Needed& needed, const figure::UnitSystem& units);

/// How people tell reports apart: "甲局 2023"; of a report of nobody: its source.
[[nodiscard]] std::string label_of(const std::string& entity, const std::string& period,
                                   const std::string& source);

}  // namespace tieout::across
