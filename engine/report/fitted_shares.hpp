// Shares that were made to add up.
#pragma once

#include "report/report.hpp"

namespace tieout::report {

/// Marks the percentages of the report's `shares` that belong to one of its `share_groups` whose
/// percentages add up to exactly 100%: whoever rounded them may have moved the last place of one,
/// so that they do (Figure::fitted).
void mark_fitted_shares(Report& report);

}  // namespace tieout::report
