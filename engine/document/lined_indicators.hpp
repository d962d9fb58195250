// Sheets of indicators, a cell a line: 一级指标, 二级指标, 三级指标, 指标值, 完成值, 分值, 得分.
#pragma once

#include "document/text_lines.hpp"

#include <string_view>
#include <vector>

namespace tieout::document {

/// Such sheets of a stretch of lines, in its order, and the heads with one row of amounts that
/// stand above them (年度资金总额). Cells that reach over several rows stand once; a sheet of which
/// it is not certain where each row begins is left alone.
[[nodiscard]] std::vector<FoundTable> find_lined_indicators(std::string_view text,
                                                            const std::vector<TextLine>& lines,
                                                            LineRange stretch);

}  // namespace tieout::document
