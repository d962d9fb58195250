// Passages that speak of one project of many: what they call 全年支出 is not the department's.
#pragma once

#include "report/narrative/statement.hpp"

#include <cstddef>

namespace tieout::report::narrative {

/// 1.馆舍维修项目：预算35万元，全年支出35万元: does the passage, or the heading right above it,
/// begin with the name of a project or of a sum of money?
[[nodiscard]] bool speaks_of_project(const Narrative& text, std::size_t passage);

}  // namespace tieout::report::narrative
