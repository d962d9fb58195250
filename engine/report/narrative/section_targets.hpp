// What one section promises and a later one says was done.
#pragma once

#include "report/narrative/statement.hpp"
#include "report/report.hpp"
#include "schema/schema.hpp"

namespace tieout::report::narrative {

/// Adds to `targets` counts that a section on goals states (一、绩效目标 … 治理支流23条) and one on
/// their fulfilment repeats by the same name (二、绩效目标完成情况 … 治理支流24条).
void write_section_targets(const Narrative& text, const schema::Schema& schema, Report& report);

}  // namespace tieout::report::narrative
