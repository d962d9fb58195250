// Heads over blocks of columns that repeat the same heads beside each other.
#pragma once

#include "document/laid_out_lines.hpp"
#include "document/layout_columns.hpp"

#include <optional>
#include <vector>

namespace tieout::document {

/// 人员经费 and 公用经费 above 科目编码, 科目名称, 金额 and the same again; 预算数 and 决算数 above
/// the three public expenses: where the columns' own heads repeat beside each other, and a line
/// above has one head for each of the repetitions, that reaches over it all, wherever it stands.
/// `ranges` are the columns of each line's heads.
void widen_to_blocks(const LaidOutLines& in, const std::vector<const LayoutLine*>& heads,
                     std::size_t columns,
                     std::vector<std::vector<std::optional<Columns::Range>>>& ranges);

}  // namespace tieout::document
