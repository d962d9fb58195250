// Tables whose items stand in rows, and whose heads say whose or of when the figures are.
#pragma once

#include "report/grid.hpp"
#include "report/head_binding.hpp"
#include "report/read_rows.hpp"

#include <vector>

namespace tieout::report {

/// Reads such a table if one begins at `first`: at least two of its labels name items outside any
/// head. A head that says nothing but that these are the year's figures (决算数, 金额) gives the
/// row of the whole; heads of units give theirs. Columns of budgets, of other years and of
/// differences are no items' own; label and head together may name one (三公经费 | 预算数). Two
/// tables side by side are read as two. Returns the row behind the table, `first` if there is none.
std::size_t read_items_down(const Grid& grid, std::size_t first, const TableContext& context,
                            ReadingState& state, std::vector<ReadTable>& read);

}  // namespace tieout::report
