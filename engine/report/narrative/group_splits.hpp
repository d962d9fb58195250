// Lists of parts that are two lists: of two roles, or of two units.
#pragma once

#include "report/narrative/groups.hpp"
#include "report/narrative/statement.hpp"

#include <vector>

namespace tieout::report::narrative {

/// Takes apart what was found as one group; the second ones stand at the end.
void split_groups(const Narrative& text, std::vector<Group>& groups);

}  // namespace tieout::report::narrative
