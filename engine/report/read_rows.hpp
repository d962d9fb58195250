// Rows of a schema's table as they were read, before it is settled which of them the report keeps.
#pragma once

#include "report/head_binding.hpp"
#include "report/reading_state.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace tieout::report {

/// The rows that one table of the document gives one of the schema.
struct ReadTable {
  std::size_t table = 0;
  std::vector<std::size_t> columns;  ///< of the schema, that have a head
  bool beside = false;               ///< adds rows to another table of the same, and makes none
  bool items_down = false;           ///< items stood in rows or in cells of a form, not in heads
  bool by_label = false;             ///< one row; what labels of another table's rows name in it
  bool by_form = false;              ///< its title is that of the schema's table
  std::vector<Row> rows;
  std::vector<const document::Cell*> cells;  ///< that the rows are made of
  source::Place place;
};

/// Gives the report the rows of all tables that were read. Of several for one schema table the one
/// whose title says that it is that comes first, then the one that has most columns; others add
/// rows only if their heads are the same (or they stood beside a statement table's) and no row is
/// told twice. Rows of statement tables are all kept.
void settle(std::vector<ReadTable> tables, ReadingState& state);

/// The key column's value and the row's identity, from the label as written: its synonyms go by the
/// first of them.
void set_key(Row& row, const schema::Table& table, std::string label, const source::Place& place);

/// A row in which nothing is known yet.
[[nodiscard]] Row empty_row(const schema::Table& table, const source::Place& place);

/// The word by which the rows of a table are summed up (汇总), folded; empty if it has none.
[[nodiscard]] std::string summary_key(const schema::Table& table);
/// Whether a folded key is that of such a row.
[[nodiscard]] bool is_summary(const schema::Table& table, std::string_view key);

}  // namespace tieout::report
