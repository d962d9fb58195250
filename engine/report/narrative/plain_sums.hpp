// Totals whose parts follow without a word that opens a list.
#pragma once

#include "report/narrative/groups.hpp"
#include "report/narrative/statement.hpp"

#include <vector>

namespace tieout::report::narrative {

/// 在职81人，管理57人、工勤24人: the first figure of a sentence with those behind it, where they
/// add to it; figures that other groups took are left to those.
void find_plain_sums(const Narrative& text, std::vector<Group>& groups);

}  // namespace tieout::report::narrative
