// Tables as word processors export them to text: a cell a line.
#pragma once

#include "document/text_lines.hpp"

namespace tieout::document {

/// Reads the run that begins at the `cell` line `first`. A TAB starts a cell; lines without one
/// continue it, past blank lines too; a blank line before a TAB ends a row. Text behind the last
/// figure of a table is no cell's: it ends the run. Indented prose gives paragraphs.
/// Returns the line after the run; adds what it holds to `sketches`.
std::size_t read_exported_table(std::string_view text, const std::vector<TextLine>& lines,
                                std::size_t first, std::vector<Sketch>& sketches);

}  // namespace tieout::document
