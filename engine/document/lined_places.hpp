// In which columns the figures of a table stand whose blank cells were left out.
#pragma once

#include "document/lined_groups.hpp"
#include "document/stated_amounts.hpp"

namespace tieout::document {

/// Finds the columns of each group's figures, as far as they can be said: by what the rows of the
/// body add up to, and by what other tables and sentences state. What the table states itself.
[[nodiscard]] StatedAmounts place_figures(const LinedBody& body, std::vector<LinedGroup>& groups,
                                          const StatedAmounts& others);

}  // namespace tieout::document
