// Writes rows of a statement table by the ids of its columns.
#pragma once

#include "figure/unit.hpp"
#include "report/narrative/statement.hpp"
#include "report/report.hpp"
#include "schema/schema.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tieout::report::narrative {

[[nodiscard]] Value text_value(std::string text, source::Place place = {});
[[nodiscard]] Value boolean_value(bool value, source::Place place = {});
/// "up", "down" or "level", as statement tables say directions; missing for none.
[[nodiscard]] Value direction_value(Direction direction, source::Place place);
/// A plain exact number: a year, a position.
[[nodiscard]] Value number_value(int value, const figure::UnitSystem& units,
                                 source::Place place = {});
/// The first of several readings of one statement, the others as its alternatives.
[[nodiscard]] Row joined_readings(std::vector<Row> readings);
/// The figure as the word for its direction signs it.
[[nodiscard]] figure::Figure negated(figure::Figure figure);

/// One table of the schema, by id; a schema that lacks it takes no rows.
class StatementTable {
 public:
  StatementTable(const schema::Schema& schema, Report& report, std::string_view id);

  /// A row with every column missing.
  [[nodiscard]] Row row(std::string label, source::Place place) const;
  /// Sets a column; one that the schema lacks is left out.
  void set(Row& row, std::string_view column, Value value) const;
  /// Sets a column that is a nested table, each row given as (column, value) pairs.
  struct Field {
    std::string_view column;
    Value value;
  };
  void set_rows(Row& row, std::string_view column,
                const std::vector<std::vector<Field>>& nested) const;
  void add(Row row) const;

 private:
  const schema::Table* table_ = nullptr;
  Table* rows_ = nullptr;
};

}  // namespace tieout::report::narrative
