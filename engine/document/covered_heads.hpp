// Rows of heads that lack the cells which taller ones above them cover.
#pragma once

#include "document/text_lines.hpp"

#include <string_view>
#include <vector>

namespace tieout::document {

/// Puts the cells of such rows where they belong: below heads that reach over several columns, each
/// of which they divide, or in the columns that the row above lacks, too. Where more than one place
/// would do the rows stay as they are. A cell over several columns has blank ones behind it.
void complete_covered_heads(std::string_view text, std::vector<std::vector<CellSketch>>& rows);

}  // namespace tieout::document
