// Which columns each head of a laid-out table stands over.
#pragma once

#include "document/layout_columns.hpp"
#include "document/layout_lines.hpp"

#include <optional>
#include <vector>

namespace tieout::document {

/// The lower part of a head that is broken around the line of the heads beside it: 附属单位上缴
/// over 收入, 经营收入 and 其他收入 on a line between. Nothing for any other: heads below one that
/// reaches over several stand beside each other.
[[nodiscard]] std::optional<HeadPart> lower_part(const Columns& columns,
                                                 const std::vector<const LayoutLine*>& heads,
                                                 HeadPart upper);

/// For each segment of each line of heads the columns that it stands over; nothing if none. A head
/// that stands in the middle over several heads of lower lines is over all of them, also over those
/// that it does not reach.
[[nodiscard]] std::vector<std::vector<std::optional<Columns::Range>>> head_ranges(
    const Columns& columns, const std::vector<const LayoutLine*>& heads);

}  // namespace tieout::document
