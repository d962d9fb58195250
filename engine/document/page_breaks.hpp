// Where pages end between the pieces of a text.
#pragma once

#include "document/lined_words.hpp"

#include <string_view>
#include <vector>

namespace tieout::document {

/// The pieces without the numbers of pages: those beside a form feed, the mark of a page's end.
/// The piece behind one says that a page begins.
[[nodiscard]] std::vector<LinedPiece> without_page_numbers(std::string_view text,
                                                           std::vector<LinedPiece> pieces);

}  // namespace tieout::document
