// Points that a paragraph counts off in words: 存在三个问题：一是…；二是…；三是….
#pragma once

#include "figure/unit.hpp"
#include "report/narrative/statement.hpp"
#include "report/report.hpp"
#include "schema/schema.hpp"

namespace tieout::report::narrative {

/// Adds to `enumerations` how many points a paragraph announces right before it counts them off,
/// and those that it has.
void write_ordinal_items(const Narrative& text, const schema::Schema& schema,
                         const figure::UnitSystem& units, Report& report);

}  // namespace tieout::report::narrative
