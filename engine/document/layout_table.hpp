// Tables whose columns are laid out with spaces.
#pragma once

#include "document/text_lines.hpp"

namespace tieout::document {

/// Finds the tables in a stretch of lines without TABs and "|": at least two lines (or one below
/// heads) whose figures stand in the same columns. Heads broken over lines are joined column by
/// column; a head over several columns keeps its span. What is no table gives paragraphs.
void read_laid_out(std::string_view text, const std::vector<TextLine>& lines, LineRange stretch,
                   std::vector<Sketch>& sketches);

}  // namespace tieout::document
