// Budgets and what became of them: 年初预算51.50万元，决算51.98万元，完成年初预算的100.93%.
#pragma once

#include "report/narrative/binding.hpp"
#include "report/narrative/groups.hpp"
#include "report/narrative/lookup.hpp"
#include "report/narrative/statement.hpp"
#include "report/report.hpp"
#include "schema/schema.hpp"

#include <vector>

namespace tieout::report::narrative {

/// Writes a row for each budget with its actual amount, rate of execution or difference.
void write_executions(const Narrative& text, const NameIndex& names, const Binder& binder,
                      const std::vector<Group>& groups, const schema::Schema& schema,
                      Report& report);

}  // namespace tieout::report::narrative
