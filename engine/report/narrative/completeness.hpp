// Whether a list of parts that does not add up says that it should.
#pragma once

#include "report/narrative/groups.hpp"
#include "report/narrative/statement.hpp"

namespace tieout::report::narrative {

/// Does the text say that the parts are all there are?
[[nodiscard]] bool claims_all(const Narrative& text, const Group& group);

/// Is there no doubt of which figures are parts?
[[nodiscard]] bool is_certain(const Narrative& text, const Group& group);

}  // namespace tieout::report::narrative
