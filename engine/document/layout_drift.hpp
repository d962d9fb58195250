// Laid-out tables whose columns move from row to row.
#pragma once

#include "document/layout_columns.hpp"
#include "document/layout_lines.hpp"

#include <vector>

namespace tieout::document {

/// How many columns stop where another one right beside them begins: they may be the same one,
/// moved.
[[nodiscard]] std::size_t moved_columns(const Columns& columns,
                                        const std::vector<const LayoutLine*>& data);

/// Programs that print a page as text move what stands right of a long name, and what stands below
/// it: a row's cells are where its neighbours' are, not where those far above are. Moves the
/// segments of all lines to where the uppermost rows have their cells, by the order and the
/// kinds of each line's segments and the places of those near it. False, and nothing moved, if a
/// line's figures may be of several columns, or no line has enough cells to tell them.
[[nodiscard]] bool straighten(Ruler ruler, const std::vector<LayoutLine*>& lines);

}  // namespace tieout::document
