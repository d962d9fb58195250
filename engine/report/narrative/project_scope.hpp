// Passages that speak of one project of many: what they call 全年支出 is not the department's.
#pragma once

#include "report/narrative/statement.hpp"

#include <cstddef>
#include <string_view>

namespace tieout::report::narrative {

/// 1.馆舍维修项目：预算35万元，全年支出35万元: does the passage, or the heading right above it,
/// begin with the name of a project or of a sum of money?
[[nodiscard]] bool speaks_of_project(const Narrative& text, std::size_t passage);

/// 馆舍维修项目, 展厅运维经费, 就业补助资金, but not 项目支出 or 专项资金, of which a department
/// has one sum.
[[nodiscard]] bool names_project(std::string_view words);

}  // namespace tieout::report::narrative
