// Numbers of rows and columns in tables that stand a cell a line: 行次, 栏次.
#pragma once

#include "document/lined_words.hpp"

#include <string_view>
#include <vector>

namespace tieout::document {

/// The pieces without the numbers of the rows of tables side by side and their heads 行次: on the
/// left from 1, on the right from a later one than the last on the left, one each in turn. Where
/// they do not run on so the pieces stay as they are.
[[nodiscard]] std::vector<LinedPiece> without_row_numbers(std::string_view text,
                                                          std::vector<LinedPiece> pieces);

}  // namespace tieout::document
