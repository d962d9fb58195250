// Paragraphs whose lines were broken at a page's width.
#pragma once

#include "document/text_lines.hpp"

namespace tieout::document {

/// Adds the lines of a range as paragraphs. Where most lines end at one width, as a page's do, a
/// line that reaches it goes on in the next; else each line is a paragraph.
void add_wrapped_paragraphs(std::string_view text, const std::vector<TextLine>& lines,
                            LineRange range, std::vector<Sketch>& sketches);

}  // namespace tieout::document
