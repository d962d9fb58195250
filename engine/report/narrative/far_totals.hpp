// Sums whose total or parts stand in another sentence, and payments by instalments.
#pragma once

#include "report/narrative/groups.hpp"
#include "report/narrative/statement.hpp"

#include <vector>

namespace tieout::report::narrative {

/// Adds to `groups` what is paid in numbered instalments (分两批下达1444万元，第一批844万元，
/// 第二批600万元), and the money of a sentence, or of a passage below its first figure, that adds
/// to a total said before it. Where the words do not count the parts, only those that do add up.
void find_far_totals(const Narrative& text, std::vector<Group>& groups);

}  // namespace tieout::report::narrative
