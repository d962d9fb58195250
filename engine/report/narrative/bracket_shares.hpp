// Percentages in brackets behind the parts of a whole.
#pragma once

#include "report/narrative/statement.hpp"

namespace tieout::report::narrative {

/// 非常满意245份（63.47%）、满意121份（31.35%）、不满意20份（5.18%）: percentages alone in their
/// brackets are shares where those of a sentence make 100%. To be called once roles are known.
void mark_bracket_shares(Narrative& text);

}  // namespace tieout::report::narrative
