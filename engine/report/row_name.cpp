// Names rows of tables without a key.
#include "report/row_name.hpp"

#include <algorithm>

namespace tieout::report {

namespace {

/// Of the item with this id: spending.basic, prior_balance.
const schema::Item* item_of(std::string_view id, const schema::Schema& schema) {
  const auto dot = id.find('.');
  if (dot == std::string_view::npos) {
    const auto scalar = std::ranges::find(schema.scalars, id, &schema::Item::id);
    return scalar == schema.scalars.end() ? nullptr : &*scalar;
  }
  const auto table = schema.table(id.substr(0, dot));
  if (!table) return nullptr;
  const auto column = schema.tables[*table].column(id.substr(dot + 1));
  return column ? &schema.tables[*table].columns[*column] : nullptr;
}

}  // namespace

std::string fact_name(const std::string& item, const std::string& row,
                      const schema::Schema& schema) {
  const auto* const bound = item_of(item, schema);
  const auto& name = bound == nullptr ? item : bound->title;
  return row.empty() ? name : row + " / " + name;
}

std::string name_of(const Row& row, const schema::Table& table, const schema::Schema& schema) {
  const auto text = std::ranges::find_if(
      row.values, [](const Value& value) { return std::holds_alternative<Text>(value); });
  if (text == row.values.end()) return {};
  const auto& name = std::get<Text>(*text).text;
  const auto column = static_cast<std::size_t>(text - row.values.begin());
  if (table.columns[column].id != "item" || column + 1 == row.values.size() ||
      table.columns[column + 1].id != "row") {
    return name;
  }
  const auto* const row_name = std::get_if<Text>(&row.values[column + 1]);
  return fact_name(name, row_name == nullptr ? std::string() : row_name->text, schema);
}

}  // namespace tieout::report
