// A passage that two reports have as a row of the run's table of copies.
#pragma once

#include "across/copied_passages.hpp"
#include "report/report.hpp"

#include <string_view>
#include <vector>

namespace tieout::across {

/// The texts of a report's paragraphs; they live as long as its row.
[[nodiscard]] std::vector<std::string_view> paragraphs_of(const report::Row& report,
                                                          const schema::Schema& run);

/// `later`, `earlier`: the rows of the two reports in the table of reports.
[[nodiscard]] report::Row copy_row(const CopiedPassage& passage, const report::Row& later,
                                   const report::Row& earlier, const schema::Schema& run,
                                   const figure::UnitSystem& units);

}  // namespace tieout::across
