// Lines whose words are the cells of a row, one space between them.
#pragma once

#include "document/lined_words.hpp"
#include "document/text_lines.hpp"

#include <string_view>
#include <vector>

namespace tieout::document {

/// The words of the lines of a stretch as the pieces of rows. A name that was broken over lines
/// (above and below its figures, or below its line) is one piece; sentences, titles and notes are
/// one piece each.
[[nodiscard]] std::vector<LinedPiece> worded_pieces(std::string_view text,
                                                    const std::vector<TextLine>& lines,
                                                    LineRange stretch);

}  // namespace tieout::document
