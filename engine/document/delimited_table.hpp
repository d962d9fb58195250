// Tables whose cells are separated by TABs or by "|" within the line.
#pragma once

#include "document/text_lines.hpp"

namespace tieout::document {

/// Reads the rows that begin at the `tabbed` line `first`: lines with TABs, past blank lines
/// between them. A lone line of prose with a TAB in it stays a paragraph. Returns the line after
/// them.
std::size_t read_tabbed_table(std::string_view text, const std::vector<TextLine>& lines,
                              std::size_t first, std::vector<Sketch>& sketches);

/// Reads the rows that begin at the `piped` or `rule` line `first`: Markdown and drawn tables; the
/// lines between rows are left out, `<br>` begins a paragraph of a cell. A line that merely
/// contains one "|" stays a paragraph. Returns the line after them.
std::size_t read_piped_table(std::string_view text, const std::vector<TextLine>& lines,
                             std::size_t first, std::vector<Sketch>& sketches);

}  // namespace tieout::document
