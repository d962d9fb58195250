// Points of a group that its label states: 产出指标（50分） over the rows of its indicators.
#pragma once

#include "figure/unit.hpp"
#include "report/grid.hpp"
#include "report/table_sums.hpp"

#include <vector>

namespace tieout::report {

/// Adds to `sums` what labels in front of a column of full marks say that the rows beside them
/// make, each up to the next label of its column. A label that they do not make is one only where
/// another of the table is made.
void find_labelled_groups(const Grid& grid, const figure::UnitSystem& units,
                          std::vector<TableSum>& sums);

}  // namespace tieout::report
