// Tables whose cells are parted by single spaces: only how many stand on a line tells of columns.
#pragma once

#include "document/text_lines.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace tieout::document {

/// The first such table of a stretch of lines: rows that end in figures below heads, as many heads
/// as the fullest rows have cells. A row that leaves cells out does not say which; it is kept as it
/// stands, for the reader of tables to judge.
[[nodiscard]] std::optional<FoundTable> find_counted_table(std::string_view text,
                                                           const std::vector<TextLine>& lines,
                                                           LineRange stretch);

}  // namespace tieout::document
