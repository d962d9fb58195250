// Rows of figures and the row of heads right above them.
#include "report/headed_rows.hpp"

#include <cstddef>

namespace tieout::report {

namespace {

constexpr std::size_t most_columns = 24;
constexpr std::size_t most_rows = 200;  // below one row of heads

}  // namespace

std::vector<HeadedRows> headed_rows(const Grid& grid) {
  std::vector<HeadedRows> found;
  for (const auto& row : grid.rows()) {
    if (row.blank()) continue;
    if (row.figures == 0) {
      if (row.texts > 2) found.push_back({.heads = &row, .rows = {}});
    } else if (!found.empty() && row.cells.size() == found.back().heads->cells.size()) {
      found.back().rows.push_back(&row);
    }
  }
  std::erase_if(found, [](const HeadedRows& run) {
    return run.heads->cells.size() > most_columns || run.rows.size() > most_rows;
  });
  return found;
}

}  // namespace tieout::report
