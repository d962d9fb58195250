// The rows below a head that was bound.
#pragma once

#include "report/body_rows.hpp"
#include "report/read_rows.hpp"

#include <vector>

namespace tieout::report {

/// Reads the rows below the head, up to the next title, head, form, or text; appends one ReadTable
/// for each bound head. Returns the row behind them. A row that has fewer cells than its head, and
/// cannot be told to lie in one place only, is kept as doubted; the label of a total may reach over
/// the columns before the first that is summed up, or stand with its amount in a row of totals
/// (人员经费合计 12.00 公用经费合计 3.00). What a row's label names in another table of the same
/// title (本年收入合计) is that table's figure, too.
std::size_t read_body(const Grid& grid, const BoundTable& table, const TableContext& context,
                      ReadingState& state, std::vector<ReadTable>& read);

}  // namespace tieout::report
