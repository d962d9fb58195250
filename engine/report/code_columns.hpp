// Codes that are divided over columns without heads of their own.
#pragma once

#include "report/grid.hpp"
#include "report/head_binding.hpp"
#include "schema/schema.hpp"

#include <vector>

namespace tieout::report {

/// 科目编码 over three columns, 201 | 01 | 04 in them and no 类 款 项 above: gives each head of a
/// table of codes the places of the lower parts, as far as the rows from `first` on tell them.
void find_code_columns(const Grid& grid, std::size_t first, const schema::Schema& schema,
                       std::vector<BoundHead>& heads);

}  // namespace tieout::report
