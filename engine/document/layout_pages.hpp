// Tables that go on without heads on the next page.
#pragma once

#include "document/text_lines.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace tieout::document {

/// The column of `rows` that each column of `next`, the rows of the next page, goes on with;
/// nothing if their columns do not hold the same. Columns that only one of them fills (款 and 项
/// below their heads) may lack in the other. Neither holds heads.
[[nodiscard]] std::optional<std::vector<std::size_t>> continued_columns(
    std::string_view text, const std::vector<std::vector<CellSketch>>& rows,
    const std::vector<std::vector<CellSketch>>& next);

/// What stands among the heads of a page that repeats the words of the heads of the page before,
/// wherever in its columns: the rest of names that the page's end cut. Nothing if words lack.
[[nodiscard]] std::optional<std::vector<CellSketch>> rest_behind_heads(
    std::string_view text, const std::vector<std::vector<CellSketch>>& heads,
    const std::vector<std::vector<CellSketch>>& repeated);

/// The columns that hold codes, their parts, 类 款 项, or nothing in all rows.
[[nodiscard]] std::vector<bool> columns_of_codes(std::string_view text,
                                                 const std::vector<std::vector<CellSketch>>& rows);

}  // namespace tieout::document
