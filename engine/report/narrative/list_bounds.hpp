// Where a list of parts ends, and of which of the figures before it the parts are.
#pragma once

#include "report/narrative/groups.hpp"
#include "report/narrative/statement.hpp"

namespace tieout::report::narrative {

/// Gives a list that does not add up to the total it was read with another that it adds up to, if
/// its sentence states one.
void mend_total(const Narrative& text, Group& group);

/// Takes away what makes a list more than its total: what stands behind a semicolon, or all of it
/// where it is the list of a change. `group` is one list: of one role and unit.
void mend_end(const Narrative& text, Group& group);

}  // namespace tieout::report::narrative
