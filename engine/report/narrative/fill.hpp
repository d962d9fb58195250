// Fills what no table gave from what the text says.
#pragma once

#include "report/narrative/binding.hpp"
#include "report/narrative/groups.hpp"
#include "report/narrative/statement.hpp"
#include "report/report.hpp"
#include "schema/schema.hpp"

#include <vector>

namespace tieout::report::narrative {

/// The parts of a breakdown into the kinds of a partition become bound to the table's rows; parts
/// of a total that is no item of a table are no items of it either.
void bind_parts(Narrative& text, const Binder& binder, const schema::Schema& schema,
                const std::vector<Group>& groups);

/// Scalars that are missing, and one summary row for each table without rows, from bound
/// statements; kinds become rows of their own. Where the text disagrees with itself the value is
/// unreadable. An addend is taken only from a breakdown all of whose figures are of one table; one
/// that the text does not mention is unreadable: only a table's missing addends count as zero.
void fill_items(const Narrative& text, const Binder& binder, const schema::Schema& schema,
                const std::vector<Group>& groups, Report& report);

}  // namespace tieout::report::narrative
