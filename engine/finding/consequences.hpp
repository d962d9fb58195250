// Roots before consequences: which findings follow from which others.
#pragma once

#include "finding/finding.hpp"

#include <vector>

namespace tieout::finding {

/// Sets `follows` where one figure, corrected by one amount, mends several failed checks: all but
/// the most direct of them (the one of the fewest figures) follow from that one. What a correction
/// does not mend is a fault of its own and stays.
void fold_consequences(std::vector<Finding>& findings);

}  // namespace tieout::finding
