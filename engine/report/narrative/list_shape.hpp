// How the parts of a list are set apart, and whether their names are of one pattern.
#pragma once

#include "report/narrative/groups.hpp"
#include "report/narrative/statement.hpp"

namespace tieout::report::narrative {

/// Semicolons or enumeration commas between all parts: none is a part of another.
[[nodiscard]] bool evenly_separated(const Narrative& text, const Group& group);

/// One enumeration comma between any two neighbours and nothing else: one list from its first part
/// to its last.
[[nodiscard]] bool enumerated(const Narrative& text, const Group& group);

/// One comma between any two neighbours and nothing else.
[[nodiscard]] bool separated_by_commas(const Narrative& text, const Group& group);

/// Names with one ending (高级职称, 中级职称) stand side by side.
[[nodiscard]] bool alike(const Narrative& text, const Group& group);

}  // namespace tieout::report::narrative
