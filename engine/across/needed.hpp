// Which values of a report its run's rules need.
#pragma once

#include "language/checked.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace tieout::across {

/// Columns of a table, by index; of those that are tables themselves, theirs.
struct Needed {
  std::map<std::size_t, Needed> columns;
  bool all_rows = false;           ///< of a nested table; false: those of `row_sets`
  std::set<std::size_t> row_sets;  ///< by index
};

/// Of the table of reports: what the rules of a Program::over_reports read, and which report it is,
/// whose and of which year.
[[nodiscard]] Needed needed(const language::Program& over_reports);

/// Where the text of a report's paragraphs stands, which rules over copies compare: the column of
/// the table of reports, and that of the table that it holds. Nothing if the schema has none.
[[nodiscard]] std::optional<std::pair<std::size_t, std::size_t>> paragraph_text(
    const schema::Schema& run);

}  // namespace tieout::across
