// A total and its parts as a row of `decompositions`.
#pragma once

#include "report/narrative/rows.hpp"
#include "report/narrative/statement.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace tieout::report::narrative {

/// What a total and its parts are called where their statements' names say too little.
struct SumNames {
  std::string total;               ///< empty: as its statement is called
  std::vector<std::string> parts;  ///< empty: as their statements are called
};

/// Adds the row of a total that is the sum of its parts, by their statements.
void add_closed_sum(const Narrative& text, std::size_t total, const std::vector<std::size_t>& parts,
                    const StatementTable& table, const SumNames& names = {});

}  // namespace tieout::report::narrative
