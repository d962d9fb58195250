// Tables exported without TABs: a cell a line, the lines all equally far apart.
#pragma once

#include "document/text_lines.hpp"

#include <vector>

namespace tieout::document {

/// Such tables of a stretch of lines, in its order. Nothing parts their rows: a table is known by
/// its row of column numbers (栏次 1 2 3), which tells how many cells a row has. Where lines lie
/// farther apart than the table's, blank cells lie between.
[[nodiscard]] std::vector<FoundTable> find_spread_tables(std::string_view text,
                                                         const std::vector<TextLine>& lines,
                                                         LineRange stretch);

}  // namespace tieout::document
