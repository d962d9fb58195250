// Rates that are listed one after the other, of as many figures.
#pragma once

#include "report/narrative/statement.hpp"
#include "report/report.hpp"
#include "schema/schema.hpp"

namespace tieout::report::narrative {

/// Writes to `ratios` lists of rates: 目标20座、15个；实际20座、14个，完成率分别为100%、93.33%;
/// 决策18分 （满分20分），管理27分（满分30分），得分率分别为90%、90%. What they are of are the last
/// figures before them, and as many before those or between them; all of them must fit but one.
void write_respective_rates(const Narrative& text, const schema::Schema& schema, Report& report);

}  // namespace tieout::report::narrative
