// What each figure of a text is: its role, name, year.
#pragma once

#include "report/narrative/statement.hpp"

namespace tieout::report::narrative {

/// Fills in the roles, names and years of all statements from the words around them.
void interpret(Narrative& text);

}  // namespace tieout::report::narrative
