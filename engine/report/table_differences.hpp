// Columns of differences in tables that the schema does not know: what two others leave.
#pragma once

#include "figure/unit.hpp"
#include "report/grid.hpp"
#include "report/table_sums.hpp"

#include <unordered_set>
#include <vector>

namespace tieout::report {

/// Adds to `sums` what the rows of a table say with a column of differences: 预算 | 支出 | 结余,
/// 上年 | 本年 | 增减. Of which two columns it is the difference is known by most of its rows; a
/// row of another difference is wrong only if most others fit. Differences in `claimed` are left
/// out.
void find_table_differences(const Grid& grid,
                            const std::unordered_set<const document::Cell*>& claimed,
                            const figure::UnitSystem& units, std::vector<TableSum>& sums);

}  // namespace tieout::report
