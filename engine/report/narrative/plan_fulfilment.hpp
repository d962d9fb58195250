// Rates of what was planned, where the plan stands in another sentence.
#pragma once

#include "report/narrative/statement.hpp"
#include "report/report.hpp"
#include "schema/schema.hpp"

namespace tieout::report::narrative {

/// Adds to `changes` by how much a plan was exceeded (任务115户，实际完成264户 … 超任务43%), and to
/// `ratios` rates of completion whose plan an earlier sentence states (完成129户，完工率243%).
void write_plan_fulfilment(const Narrative& text, const schema::Schema& schema, Report& report);

}  // namespace tieout::report::narrative
