// Tables a cell a line in which nothing but the cells themselves tells where a row begins.
#pragma once

#include "document/lined_words.hpp"
#include "document/text_lines.hpp"

#include <string_view>
#include <vector>

namespace tieout::document {

/// Such tables of a stretch of lines, in its order: below heads that say how many figures a row
/// has, codes and names with figures behind them. Blank cells may be blank lines, or left out: a
/// row that has less figures than the heads ask for is given without its blank cells, so that the
/// reader of tables knows that nothing tells which they are.
[[nodiscard]] std::vector<FoundTable> find_lined_tables(std::string_view text,
                                                        const std::vector<TextLine>& lines,
                                                        LineRange stretch);

/// The same of lines that are rows: single spaces part their cells, blank ones were left out.
[[nodiscard]] std::vector<FoundTable> find_worded_tables(std::string_view text,
                                                         const std::vector<TextLine>& lines,
                                                         LineRange stretch);

/// The same of pieces whose gaps are the blank cells in front of them, of `fewest` columns or more.
[[nodiscard]] std::vector<FoundTable> find_lined_tables(LinedPieces pieces, std::size_t fewest);

}  // namespace tieout::document
