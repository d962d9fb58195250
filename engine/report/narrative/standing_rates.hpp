// Rates that their names define, where no sentence states all of their figures.
#pragma once

#include "report/narrative/groups.hpp"
#include "report/narrative/statement.hpp"
#include "report/report.hpp"
#include "schema/schema.hpp"

#include <vector>

namespace tieout::report::narrative {

/// Writes to `ratios` the rates (到位率, 支付进度, 结余率, 得分率) that no row of the report states
/// with both of their figures: the part is the nearest figure before that is called after the rate,
/// the whole one of those before it, in the passage or shortly before. Call it when all other rates
/// are written.
void write_standing_rates(const Narrative& text, const std::vector<Group>& groups,
                          const schema::Schema& schema, Report& report);

}  // namespace tieout::report::narrative
