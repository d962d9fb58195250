// From a parsed rule to a checked one.
#pragma once

#include "language/lowering.hpp"

#include <optional>

namespace tieout::language {

/// Checks every clause of the rule, which stands in the file `index` of the program. Nothing if
/// something in it is wrong, which is reported.
[[nodiscard]] std::optional<Rule> checked_rule(Workshop& workshop, const syntax::File& file,
                                               std::size_t index, const syntax::Rule& rule);

}  // namespace tieout::language
