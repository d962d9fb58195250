// A total and its parts as a row of `decompositions`.
#pragma once

#include "report/narrative/rows.hpp"
#include "report/narrative/statement.hpp"

#include <cstddef>
#include <vector>

namespace tieout::report::narrative {

/// Adds the row of a total that is the sum of its parts, by their statements.
void add_closed_sum(const Narrative& text, std::size_t total, const std::vector<std::size_t>& parts,
                    const StatementTable& table);

}  // namespace tieout::report::narrative
