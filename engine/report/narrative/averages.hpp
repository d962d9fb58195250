// Averages and allowances per head: 运行费1114.65万元，206辆，平均每辆5.41万元.
#pragma once

#include "report/narrative/statement.hpp"
#include "report/report.hpp"
#include "schema/schema.hpp"

namespace tieout::report::narrative {

void write_averages(const Narrative& text, const schema::Schema& schema, Report& report);

}  // namespace tieout::report::narrative
