// Money at so much for each: 1829户 … 182.9万元（1000元/户）.
#pragma once

#include "report/narrative/statement.hpp"
#include "report/report.hpp"
#include "schema/schema.hpp"

namespace tieout::report::narrative {

/// Adds to `averages` the money that is stated with its rate in brackets and the one count of its
/// sentence that the rate is for.
void write_per_unit(const Narrative& text, const schema::Schema& schema, Report& report);

}  // namespace tieout::report::narrative
