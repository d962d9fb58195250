// Forms of one project: what they state is the project's, not its department's.
#pragma once

#include "report/captions.hpp"
#include "report/grid.hpp"

#include <cstddef>
#include <span>
#include <string>

namespace tieout::report {

/// Whether a row stands in the form of one project: below 项目名称 with what it is called, or below
/// the title of such forms (项目支出绩效目标表). `titles`: above the row, nearest last.
[[nodiscard]] bool is_of_project(const Grid& grid, std::size_t row,
                                 std::span<const std::string> titles, const Captions& captions);

}  // namespace tieout::report
