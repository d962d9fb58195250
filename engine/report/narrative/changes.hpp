// Changes against another period: 比上年增加90.09万元，增长1.94%.
#pragma once

#include "figure/unit.hpp"
#include "report/narrative/binding.hpp"
#include "report/narrative/groups.hpp"
#include "report/narrative/lookup.hpp"
#include "report/narrative/statement.hpp"
#include "report/report.hpp"
#include "schema/schema.hpp"

namespace tieout::report::narrative {

/// Writes a row for each change that says what it is measured against, or that gives both an amount
/// and a percentage. What stands behind 原因 explains and is left alone unless it says its own
/// base.
/// A closed list all of whose changes are stated gives a row of `change_groups`.
void write_changes(const Narrative& text, const NameIndex& names, const Binder& binder,
                   const std::vector<Group>& groups, const schema::Schema& schema,
                   const figure::UnitSystem& units, Report& report);

}  // namespace tieout::report::narrative
