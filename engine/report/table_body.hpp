// The rows below a head that was bound.
#pragma once

#include "report/grid.hpp"
#include "report/head_binding.hpp"
#include "report/read_rows.hpp"

#include <vector>

namespace tieout::report {

/// A head that was bound, and what is below it.
struct BoundTable {
  std::vector<Head> heads;
  std::vector<BoundHead> bound;  ///< points into `heads`
  RowRange head_rows;
  std::size_t row_width = 0;  ///< cells of a row that fits
  bool fits = true;           ///< false: it cannot be said which cell stands below which head
};

/// Reads the rows below the head, up to the next title, head, form, or text; appends one ReadTable
/// for each bound head. Returns the row behind them. A row that does not fit its head is kept as
/// doubted; the label of a total may reach over the columns before the first that is summed up, or
/// stand with its amount in a row of totals (人员经费合计 12.00 公用经费合计 3.00). What a row's
/// label names in another table of the same title (本年收入合计) is that table's figure, too.
std::size_t read_body(const Grid& grid, const BoundTable& table, const TableContext& context,
                      ReadingState& state, std::vector<ReadTable>& read);

}  // namespace tieout::report
