// What a form's total is divided into by several lists side by side.
#pragma once

#include "figure/unit.hpp"
#include "report/grid.hpp"
#include "report/table_sums.hpp"

#include <vector>

namespace tieout::report {

/// Adds to `sums` the lists below 按收入性质分： | 按支出性质分：, of labels with their figures
/// behind them or in the next cell, each the sum of one figure of the row of the total above. A
/// list that makes none of them is one of that which a list beside it makes. Also a list below such
/// a label alone, with its figures below those of the total: it divides each of them.
void find_division_lists(const Grid& grid, const figure::UnitSystem& units,
                         std::vector<TableSum>& sums);

}  // namespace tieout::report
