// Open lists whose parts do not overlap.
#pragma once

#include "report/narrative/groups.hpp"
#include "report/narrative/statement.hpp"

namespace tieout::report::narrative {

/// Of an open list: is nothing of one part that of another too, so that they cannot exceed the
/// whole together? The parts are in the order of the text.
[[nodiscard]] bool stand_apart(const Narrative& text, const Group& group);

}  // namespace tieout::report::narrative
