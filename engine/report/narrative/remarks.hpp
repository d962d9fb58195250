// What a text says beside its figures: its dates, its gaps, the text itself.
#pragma once

#include "figure/unit.hpp"
#include "report/narrative/statement.hpp"
#include "report/report.hpp"
#include "schema/schema.hpp"

namespace tieout::report::narrative {

/// Every date that names a year or counts from one (今年7月). Plans' years (2016-2020) and what
/// stands in titles are none. Roles: `signed` the report's own date, `base` what is compared with,
/// `period` the report's year, `relative` counted from the year of signing, else `mention`.
void write_dates(const Narrative& text, const schema::Schema& schema, Report& report);

/// What was left open. Kinds: `missing_value` 增长%, `missing_sign` 占76.23；, `template`
/// 增加（减少）, ××, （100字以内）.
void write_blanks(const Narrative& text, const schema::Schema& schema, Report& report);

void write_paragraphs(const Narrative& text, const schema::Schema& schema,
                      const figure::UnitSystem& units, Report& report);

}  // namespace tieout::report::narrative
