// Which values of a report its run's rules need.
#pragma once

#include "language/checked.hpp"

#include <cstddef>
#include <map>
#include <set>

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

}  // namespace tieout::across
