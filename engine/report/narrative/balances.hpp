// Money that arrived, was spent and is left, where no year is said; points taken off a full mark.
#pragma once

#include "report/narrative/flows.hpp"
#include "report/narrative/groups.hpp"
#include "report/narrative/statement.hpp"

#include <vector>

namespace tieout::report::narrative {

/// Adds to `flows` what neighbouring figures say of one sum: 到位530万元，支出336万元，结余194万元;
/// 下达111万元，调减40万元，实际下达71万元; 满分10分，扣2分，得8分. What divides one of them
/// (`groups`) is passed over.
void find_balances(const Narrative& text, const std::vector<Group>& groups,
                   std::vector<Flow>& flows);

}  // namespace tieout::report::narrative
