// What stands above each column of a table, merged cells found again where the text lost them.
#pragma once

#include "report/grid.hpp"

#include <string>
#include <vector>

namespace tieout::report {

/// A head cell's words, as written and folded.
struct HeadWords {
  const document::Cell* cell = nullptr;
  std::string written;
  std::string word;
};

/// The heads above one column.
struct Head {
  std::vector<HeadWords> path;     ///< from the top; the column's own head is last
  std::vector<std::string> maybe;  ///< written; over this column or over its neighbours
  bool shared = false;  ///< its own word (决算数) is that of all columns of figures: it tells none
};

/// The heads of a table's columns. Rows that are narrower than the last one lost the spans of their
/// cells: a blank cell below continues the one above it; of the others it is found how many columns
/// each reaches over, if that can be said. 其中 adds nothing.
[[nodiscard]] std::vector<Head> read_heads(const Grid& grid, RowRange rows);

/// How many rows from `first` on are heads: rows without figures, each of which divides the one
/// above. At least 1.
[[nodiscard]] std::size_t count_head_rows(const Grid& grid, std::size_t first);

}  // namespace tieout::report
