// Tables that stand side by side under one row of heads.
#pragma once

#include "report/grid.hpp"
#include "report/table_heads.hpp"

#include <vector>

namespace tieout::report {

/// Columns [first, last) of a document's table.
struct Section {
  std::size_t first = 0;
  std::size_t last = 0;
};

/// The sections of a table whose body is the rows `body`, by its columns: a new one begins where
/// the first head comes again (科目编码 金额 科目编码 金额) and where labels follow figures (收入
/// 金额 支出 金额). One section: nothing stands side by side.
[[nodiscard]] std::vector<Section> find_sections(const Grid& grid, const std::vector<Head>& heads,
                                                 RowRange body);

/// Whether a word heads one of the columns over which a code is divided: 类, 款, 项.
[[nodiscard]] bool is_code_part(std::string_view folded_word);

/// The part of a code that a column's own head says, also on the last of several lines (科目编码,
/// then 款): 类, 款 or 项, folded; empty if it says none.
[[nodiscard]] std::string code_part_of(const HeadWords& own);

}  // namespace tieout::report
