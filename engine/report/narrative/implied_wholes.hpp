// Shares of a whole that is not named: of the sum of their parts.
#pragma once

#include "report/narrative/divisions.hpp"
#include "report/narrative/shares.hpp"
#include "report/narrative/statement.hpp"

#include <vector>

namespace tieout::report::narrative {

/// Gives shares that stand one behind the other, none with a whole, the sum of their parts as
/// theirs: as the text states it elsewhere, else part by part.
void imply_wholes(const Narrative& text, const Divisions& divisions, std::vector<Share>& shares);

}  // namespace tieout::report::narrative
