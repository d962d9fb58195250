// Columns of figures of a laid-out table above which no head stands.
#pragma once

#include "document/text_lines.hpp"

#include <string_view>
#include <vector>

namespace tieout::document {

/// Gives columns of figures without a head the heads beside them that stand above nothing, where
/// between two columns of texts there are as many of the ones as of the others: they stand in one
/// order. False where there are not: whose figures those are cannot be known, and the table is not
/// to be read. `heads` are the rows of heads, the last of them the columns' own.
[[nodiscard]] bool give_heads(std::string_view text, std::vector<std::vector<CellSketch>>& heads,
                              const std::vector<std::vector<CellSketch>>& body);

/// Whether some column holds amounts and names, several of each: rows stand in the columns of
/// others.
[[nodiscard]] bool are_mixed(std::string_view text,
                             const std::vector<std::vector<CellSketch>>& body);

}  // namespace tieout::document
