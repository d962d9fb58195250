// Tables exported without TABs: a cell a line, blank lines between rows.
#pragma once

#include "document/text_lines.hpp"

#include <string_view>
#include <vector>

namespace tieout::document {

/// Such tables of a stretch of lines, in its order: runs of short lines, most of one length, with
/// figures, below runs without figures that head as many columns. A row that leaves cells out does
/// not say which; it is kept as it stands, for the reader of tables to judge.
[[nodiscard]] std::vector<FoundTable> find_listed_tables(std::string_view text,
                                                         const std::vector<TextLine>& lines,
                                                         LineRange stretch);

}  // namespace tieout::document
