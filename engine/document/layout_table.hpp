// Tables whose columns are laid out with spaces.
#pragma once

#include "document/layout_lines.hpp"
#include "document/text_lines.hpp"

#include <functional>

namespace tieout::document {

/// What stands where on a line of a text.
using LayoutOf = std::function<LayoutLine(std::string_view text, source::Span line)>;

/// Finds the tables in a stretch of lines without TABs and "|": at least two lines (or one below
/// heads) whose figures stand in the same columns. Heads broken over lines are joined column by
/// column; a head over several columns keeps its span. What is no table gives paragraphs.
void read_laid_out(std::string_view text, const std::vector<TextLine>& lines, LineRange stretch,
                   const LayoutOf& layout_of, std::vector<Sketch>& sketches);

}  // namespace tieout::document
