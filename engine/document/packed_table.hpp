// Tables of web pages as their texts are saved: blank cells left out, bars at the end instead.
#pragma once

#include "document/text_lines.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace tieout::document {

/// 合计 | 500.00 | 300.00 | 200.00 | |||: as many bars at the end of each row as it lacks cells,
/// wherever those were. Adds such tables and the paragraphs between them, from the line `first` on;
/// the line behind them, `first` if there are none.
std::size_t read_packed_table(std::string_view text, const std::vector<TextLine>& lines,
                              std::size_t first, std::vector<Sketch>& sketches);

}  // namespace tieout::document
