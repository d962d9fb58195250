// Writes rows of a statement table by the ids of its columns.
#include "report/narrative/rows.hpp"

#include <iterator>
#include <memory>
#include <utility>

namespace tieout::report::narrative {
namespace {

Row empty_row(const schema::Table& table, std::string label, source::Place place) {
  Row row;
  row.label = std::move(label);
  row.values.resize(table.columns.size());
  row.place = std::move(place);
  return row;
}

void put(const schema::Table& table, Row& row, std::string_view column, Value value) {
  if (const auto index = table.column(column)) row.values[*index] = std::move(value);
}

}  // namespace

Value text_value(std::string text, source::Place place) {
  return report::Text{std::move(text), std::move(place)};
}

Value boolean_value(bool value, source::Place place) { return Boolean{value, std::move(place)}; }

Value direction_value(Direction direction, source::Place place) {
  switch (direction) {
    case Direction::up:
      return text_value("up", std::move(place));
    case Direction::down:
      return text_value("down", std::move(place));
    case Direction::level:
      return text_value("level", std::move(place));
    case Direction::none:
      break;
  }
  return Missing{};
}

Value number_value(int value, const figure::UnitSystem& units, source::Place place) {
  figure::Figure figure;
  figure.value.coefficient = value;
  figure.exact = true;
  figure.unit = &units.bare();
  figure.raw = figure.value.text();
  figure.place = std::move(place);
  return figure;
}

Row joined_readings(std::vector<Row> readings) {
  Row row = std::move(readings.front());
  row.alternatives.assign(std::make_move_iterator(readings.begin() + 1),
                          std::make_move_iterator(readings.end()));
  return row;
}

figure::Figure negated(figure::Figure figure) {
  figure.value.coefficient = -figure.value.coefficient;
  return figure;
}

StatementTable::StatementTable(const schema::Schema& schema, Report& report, std::string_view id) {
  const auto index = schema.table(id);
  if (!index || !schema.tables[*index].statements || *index >= report.tables.size()) return;
  table_ = &schema.tables[*index];
  rows_ = &report.tables[*index];
}

Row StatementTable::row(std::string label, source::Place place) const {
  if (table_ == nullptr) return {};
  return empty_row(*table_, std::move(label), std::move(place));
}

void StatementTable::set(Row& row, std::string_view column, Value value) const {
  if (table_ != nullptr) put(*table_, row, column, std::move(value));
}

void StatementTable::set_rows(Row& row, std::string_view column,
                              const std::vector<std::vector<Field>>& nested) const {
  if (table_ == nullptr) return;
  const auto index = table_->column(column);
  if (!index || table_->columns[*index].table == nullptr) return;
  const schema::Table& inner = *table_->columns[*index].table;
  auto rows = std::make_shared<std::vector<Row>>();
  for (const std::vector<Field>& fields : nested) {
    Row each = empty_row(inner, {}, {});
    for (const Field& field : fields) {
      if (const auto* figure = std::get_if<figure::Figure>(&field.value))
        each.place = figure->place;
      if (const auto* text = std::get_if<Text>(&field.value); text != nullptr && each.label.empty())
        each.label = text->text;
      put(inner, each, field.column, field.value);
    }
    rows->push_back(std::move(each));
  }
  row.values[*index] = Rows(std::move(rows));
}

void StatementTable::add(Row row) const {
  if (table_ == nullptr) return;
  rows_->present = true;
  rows_->rows.push_back(std::move(row));
}

}  // namespace tieout::report::narrative
