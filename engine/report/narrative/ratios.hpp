// Quotients that the text works out, or states beside both figures.
#pragma once

#include "figure/unit.hpp"
#include "report/narrative/statement.hpp"
#include "report/report.hpp"
#include "schema/schema.hpp"

namespace tieout::report::narrative {

/// Writes `ratios`: 控制率=（33.56÷38.50）×100%=87.17%; 发放问卷100份，收回98份，回收率98%.
void write_ratios(const Narrative& text, const schema::Schema& schema,
                  const figure::UnitSystem& units, Report& report);

}  // namespace tieout::report::narrative
