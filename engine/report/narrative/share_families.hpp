// Groups that only their shares show.
#pragma once

#include "report/narrative/groups.hpp"
#include "report/narrative/shares.hpp"
#include "report/narrative/statement.hpp"

#include <vector>

namespace tieout::report::narrative {

/// Adds a group for shares of one whole whose parts add to it, or whose percentages add to 100%. It
/// takes the place of a group of the same whole that is less certain.
void add_share_families(const Narrative& text, const std::vector<Share>& shares,
                        std::vector<Group>& groups);

}  // namespace tieout::report::narrative
