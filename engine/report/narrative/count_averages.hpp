// Averages of counts: 培训8期480人，平均每期60人.
#pragma once

#include "report/narrative/statement.hpp"
#include "report/report.hpp"
#include "schema/schema.hpp"

namespace tieout::report::narrative {

/// Rows of `averages` for figures that are no money, of the one total and the one count that the
/// sentence states before.
void write_count_averages(const Narrative& text, const schema::Schema& schema, Report& report);

}  // namespace tieout::report::narrative
