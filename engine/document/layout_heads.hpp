// Which columns each head of a laid-out table stands over.
#pragma once

#include "document/layout_columns.hpp"
#include "document/layout_lines.hpp"

#include <optional>
#include <vector>

namespace tieout::document {

/// For each segment of each line of heads the columns that it stands over; nothing if none. A head
/// that stands in the middle over several heads of lower lines is over all of them, also over those
/// that it does not reach.
[[nodiscard]] std::vector<std::vector<std::optional<Columns::Range>>> head_ranges(
    const Columns& columns, const std::vector<const LayoutLine*>& heads);

}  // namespace tieout::document
