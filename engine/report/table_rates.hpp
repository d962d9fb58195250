// Columns of rates in tables that the schema does not know: each the quotient of two others.
#pragma once

#include "report/grid.hpp"
#include "report/reading_state.hpp"

#include <unordered_set>

namespace tieout::report {

/// Writes to `ratios` what the rows of a table say with their rates: 分值 | 得分 | 得分率, 计划资金
/// | 到位资金 | 到位率. Of which two columns a rate is the quotient is known by most rows of it, or
/// by the heads where there is but one row; a row of another quotient is wrong only if most others
/// fit. Rates in `claimed` are left out.
void write_table_rates(const Grid& grid, const std::unordered_set<const document::Cell*>& claimed,
                       ReadingState& state);

}  // namespace tieout::report
