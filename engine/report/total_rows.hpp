// Which rows of a table a row may be the total of, by what its label and theirs say.
#pragma once

#include "report/row_numbering.hpp"

#include <cstddef>
#include <vector>

namespace tieout::report {

/// What the label of a row says of its place among the others.
struct RowLabel {
  bool total = false;  ///< 合计, 小计
  Numbering numbering;
};

using Indices = std::vector<std::size_t>;

/// The choices of rows that a row may add up, some of them empty. A row of totals: the rows above
/// it, up to the total before or with it; those below it; the last one: all totals, or all others.
/// Any other row: those numbered 1, 2, 3 below it, or 其中：甲 right below it and the rows without
/// a number that follow.
[[nodiscard]] std::vector<Indices> rows_of(const std::vector<RowLabel>& rows, std::size_t row);

}  // namespace tieout::report
