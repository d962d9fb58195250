// Rates whose figures stand in the bracket behind them.
#pragma once

#include "report/narrative/statement.hpp"
#include "report/report.hpp"
#include "schema/schema.hpp"

namespace tieout::report::narrative {

/// 预算支出率98.27%（全年支出379.84万元，可用资金386.52万元）: rows of `ratios`, where no other row
/// has the rate.
void write_bracket_rates(const Narrative& text, const schema::Schema& schema, Report& report);

}  // namespace tieout::report::narrative
