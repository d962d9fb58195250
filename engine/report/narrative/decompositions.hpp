// Totals and their parts as rows.
#pragma once

#include "report/narrative/groups.hpp"
#include "report/narrative/statement.hpp"
#include "report/report.hpp"
#include "schema/schema.hpp"

#include <vector>

namespace tieout::report::narrative {

/// A row of `decompositions` for each group.
void write_decompositions(const Narrative& text, const schema::Schema& schema,
                          const std::vector<Group>& groups, Report& report);

}  // namespace tieout::report::narrative
