// Totals whose parts stand in passages of their own.
#pragma once

#include "report/narrative/groups.hpp"

#include <vector>

namespace tieout::report::narrative {

/// Adds a group for every list of passages: 本年支出4021万元，其中： and then （1）基本支出……
/// （2）项目支出……, or a heading with an amount and numbered passages below it.
void find_listed_passages(const Narrative& text, std::vector<Group>& groups);

}  // namespace tieout::report::narrative
