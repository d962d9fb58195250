// Which reports of a run a rule over reports compares with one another.
#pragma once

#include "language/checked.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace tieout::language {

/// The columns of `reports` that all of them agree in: those that its aggregates group by, and the
/// entity where it uses last year's report; empty: all reports are compared. Nothing if the rule
/// would compare with different ones in different places.
[[nodiscard]] std::optional<std::vector<std::size_t>> run_group(const Rule& rule);

}  // namespace tieout::language
