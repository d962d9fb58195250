// Rows below a head that state something by themselves: executions, changes, targets, goals.
#pragma once

#include "report/body_rows.hpp"
#include "report/read_rows.hpp"
#include "report/target_rows.hpp"

#include <functional>
#include <optional>
#include <string_view>
#include <utility>

namespace tieout::report {

constexpr std::string_view targets_table = "targets";
constexpr std::string_view executions_table = "executions";

/// The cell that names a row: in its own column, else the last text before the figures. Null if
/// there is none.
[[nodiscard]] const GridCell* label_cell(const Grid& grid, const BoundHead& head,
                                         const schema::Table& table, const BodyRow& row,
                                         std::optional<std::size_t> column);

/// What the rows stand in.
struct StatementSource {
  const Grid& grid;
  const BoundTable& table;
  std::function<UnitSources(const BoundColumn&)> units_of;
  bool own_of_texts = false;  ///< some bound table is one of texts (goals)
};

class StatementRows {
 public:
  StatementRows(StatementSource source, ReadingState& state)
      : source_(std::move(source)), state_(state) {}

  /// Adds what a row of the body states, as rows of the table that `head` is bound to.
  void add(const BoundHead& head, const BodyRow& row, ReadTable& read);

  /// What a row promises below a head of targets, and what was reached; null where nothing stands.
  [[nodiscard]] Promise promise_of(const BoundHead& head, const BodyRow& row) const;

 private:
  void add_amounts(const BoundHead& head, const schema::Table& table, const BodyRow& row,
                   ReadTable& read);
  void take_as_bare(Row& row) const;
  static void sign_difference(const schema::Table& table, Row& row);
  void choose_budget(const BoundHead& head, const schema::Table& table, const BodyRow& body_row,
                     Row& row) const;
  void add_targets(const BoundHead& head, const schema::Table& table, const BodyRow& row,
                   ReadTable& read);
  [[nodiscard]] bool admits(const BodyRow& row) const;
  [[nodiscard]] std::optional<figure::Decimal> marks_in_bracket(std::string_view text) const;
  void add_items(const BoundHead& head, const schema::Table& table, const BodyRow& row,
                 ReadTable& read);
  [[nodiscard]] const document::Cell* covering_head(const BoundHead& head,
                                                    const BodyRow& row) const;
  [[nodiscard]] const GridCell* cell_of(const BoundHead& head, const schema::Table& table,
                                        const BodyRow& row, std::string_view column) const;

  StatementSource source_;
  ReadingState& state_;
};

}  // namespace tieout::report
