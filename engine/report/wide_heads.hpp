// The heads of tables in which each row is a report.
#pragma once

#include "document/document.hpp"
#include "report/captions.hpp"
#include "report/identity.hpp"
#include "report/units_near.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace tieout::report {

/// A column whose cells are an item's.
struct WideColumn {
  std::size_t place = 0;
  document::Cell label;  ///< all that stands above it
  std::string word;      ///< the item's name; empty if `summed` says what it is
  std::optional<NamedColumn> summed;
};

struct WideHead {
  std::size_t block = 0;      ///< the table, in the document
  std::size_t first_row = 0;  ///< of the heads
  std::size_t last_row = 0;   ///< behind them: the body begins
  std::size_t width = 0;
  std::size_t entity = 0;  ///< the place of the column that names the unit
  std::vector<WideColumn> columns;
  std::vector<std::size_t> numbering;  ///< places of columns that only number the rows
  UnitNotes notes;                     ///< met above
  std::optional<NamedPeriod> period;   ///< named above
  bool of_budget = false;
  std::size_t recognised = 0;  ///< characters above that say it is of the schema
};

/// The head of the table that is a block of the document; nothing if its rows are no reports.
/// Several columns could name the unit: the last does (主管部门, 单位名称).
[[nodiscard]] std::optional<WideHead> wide_head(const document::Document& document,
                                                std::size_t block, const Captions& captions,
                                                const figure::UnitSystem& units);

/// The cell that begins in a column; null if the row has none there.
[[nodiscard]] const document::Cell* cell_in(const document::Table& table, std::size_t row,
                                            std::size_t place);

/// Whether one of the texts that a row begins with, up to the column of its name, says that the row
/// adds up others: 合计, 全市总计.
[[nodiscard]] bool is_total_row(const document::Table& table, std::size_t row, std::size_t name);

}  // namespace tieout::report
