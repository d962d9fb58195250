// Figures that are said, and the same one said in several places.
#pragma once

#include "figure/unit.hpp"
#include "report/narrative/binding.hpp"
#include "report/narrative/statement.hpp"
#include "report/report.hpp"
#include "schema/schema.hpp"

namespace tieout::report::narrative {

/// A row for each figure of the text that has a name.
void write_mentions(const Narrative& text, const Binder& binder, const schema::Schema& schema,
                    const figure::UnitSystem& units, Report& report);

/// A row for each fact with at least two mentions. Of bound facts the table's cell is the first.
/// What is not bound is one fact if name, unit and year agree and either the values do too, or the
/// words before the figures are the same at length: then a difference is one in the report.
void write_facts(const Narrative& text, const Binder& binder, const schema::Schema& schema,
                 const figure::UnitSystem& units, Report& report);

}  // namespace tieout::report::narrative
