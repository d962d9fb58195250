// Targets that are told without a sign: 指标值1000元，实际完成值900元.
#pragma once

#include "report/narrative/statement.hpp"
#include "report/report.hpp"
#include "schema/schema.hpp"

namespace tieout::report::narrative {

/// Adds to `targets` what was planned to be done, as a figure of its own, with what was done.
void write_plain_targets(const Narrative& text, const schema::Schema& schema, Report& report);

}  // namespace tieout::report::narrative
