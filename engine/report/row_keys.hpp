// What names the rows of a table: codes in several columns, labels that are told again, and items
// of other tables that labels name.
#pragma once

#include "report/grid.hpp"
#include "report/head_binding.hpp"
#include "report/read_rows.hpp"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tieout::report {

/// What names a row.
struct RowKey {
  const GridCell* cell = nullptr;  ///< null if it stands in the heads, or in no cell of its own
  document::PlacedText text;       ///< empty: the row has no name
  bool own = false;                ///< it stands where the names of rows do
};

/// Reads the keys of one table's rows, in their order.
class KeyReader {
 public:
  /// The code that stands in the columns of 类, 款 and 项: 208 05 05 is 2080505; what a row leaves
  /// out is that of the rows above. Nothing if no code stands there.
  [[nodiscard]] std::optional<RowKey> code(const Grid& grid, const BoundHead& head,
                                           std::size_t place, std::size_t row);

  /// A label that was told before is one of the row above it: in a table with numbered rows its key
  /// gets that row's before its own (年初财政拨款结转和结余 一般公共预算财政拨款).
  void nest(Row& row, const schema::Table& table, const std::vector<Row>& before);

 private:
  std::array<std::string, 3> levels_;  // the last code of each level, whole
  std::string parent_;                 // the key of the row that nests those below it
  bool nested_ = false;                // whether the row before was nested
};

/// Figures that labels name in a table of one row under the same title.
class LabelledItems {
 public:
  LabelledItems(const TableContext& context, ReadingState& state)
      : context_(context), state_(state) {}

  /// Takes the first amount of a row of `table` for what the row's key names.
  void add(const Row& row, const schema::Table& table);
  /// What the labels of a row name whose cells lie one knows not where is there and cannot be read:
  /// it is not blank.
  void doubt(const GridRow& row, const schema::Table& table);
  /// Appends what was read.
  void finish(std::vector<ReadTable>& read);

 private:
  const TableContext& context_;
  ReadingState& state_;
  std::map<std::size_t, ReadTable> tables_;

  /// Values that a label of a row of `table` names; each with its column and the table it is of.
  struct Named {
    ReadTable* read = nullptr;
    std::size_t column = 0;
  };
  [[nodiscard]] std::vector<Named> named(const std::string& key, const source::Place& place,
                                         const schema::Table& table);
};

}  // namespace tieout::report
