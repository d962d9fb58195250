// What the words around a figure make of it.
#pragma once

#include "report/narrative/statement.hpp"

#include <cstddef>

namespace tieout::report::narrative {

/// Sets the role of a statement, its direction, what it is a share or rate of, and whether the next
/// percentage is of it. Those before it have theirs; the bases of clauses are known. `base_seen`:
/// the sentence has said before what it compares with.
void decide_role(Narrative& text, std::size_t index, bool base_seen);

}  // namespace tieout::report::narrative
