// Heads over several columns in tables that lost the blank cells below the others.
#pragma once

#include "document/text_lines.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace tieout::document {

/// 项目 合计 基本支出 above 编码 名称: puts the blank cells back into the second of two rows of
/// heads where codes and names stand below the first head, so that it has a cell for each of
/// `columns`. `rows` begins with `heads` rows of heads; others are left as they are.
void complete_heads(std::string_view text, std::vector<std::vector<CellSketch>>& rows,
                    std::size_t heads, std::size_t columns);

}  // namespace tieout::document
