// Lists with the number of things they list: 甲、乙、丙等5个学会, 内设3个科，甲科，乙科，丙科.
#pragma once

#include "figure/unit.hpp"
#include "report/narrative/statement.hpp"
#include "report/report.hpp"
#include "schema/schema.hpp"

namespace tieout::report::narrative {

/// Writes a row for each list whose items are told apart for certain. Where 和 may join two items
/// or stand inside a name, both readings are kept. Counts in Chinese numerals up to 九十九 are read
/// here.
void write_enumerations(const Narrative& text, const schema::Schema& schema,
                        const figure::UnitSystem& units, Report& report);

}  // namespace tieout::report::narrative
