// Lists of shares that name no whole.
#pragma once

#include "report/narrative/shares.hpp"
#include "report/narrative/statement.hpp"

#include <cstddef>
#include <map>
#include <vector>

namespace tieout::report::narrative {

/// 资产5600万元…。甲180万元，占15%；乙1020万元，占85%。…1200万元: shares that name no whole and do
/// not fit the one that stands nearest are of another that all of them fit, or of their sum.
/// `totals` are those of the lists that parts stand in, by part.
void settle_share_lists(const Narrative& text, const std::map<std::size_t, std::size_t>& totals,
                        std::vector<Share>& shares);

}  // namespace tieout::report::narrative
