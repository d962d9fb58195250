// The heads of a laid-out table, cell by cell.
#pragma once

#include "document/laid_out_lines.hpp"
#include "document/layout_columns.hpp"

#include <cstddef>
#include <vector>

namespace tieout::document {

/// A row for every line of `heads` that has heads over several columns, then one with each column's
/// own head, its lines joined. Blank cells stand at `place`; `codes` are the columns that hold
/// some.
[[nodiscard]] std::vector<SketchRow> head_rows(const LaidOutLines& in, const Columns& columns,
                                               const std::vector<const LayoutLine*>& heads,
                                               std::size_t place, const std::vector<bool>& codes);

}  // namespace tieout::document
