// What names the rows of a table.
#include "report/row_keys.hpp"

#include <algorithm>
#include <utility>

namespace tieout::report {

namespace {

/// Digits of a code's level: 208, 20805, 2080505.
constexpr std::array<std::size_t, 3> code_length = {3, 5, 7};

bool is_code(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// The first amount that a row states, or leaves blank; null if it has none.
const Value* first_amount(const Row& row, const schema::Table& table) {
  for (std::size_t column = 0; column < row.values.size(); ++column) {
    const auto& value = row.values[column];
    if (table.columns[column].kind != schema::Kind::number) continue;
    if (std::holds_alternative<figure::Figure>(value) || std::holds_alternative<Blank>(value)) {
      return &value;
    }
  }
  return nullptr;
}

}  // namespace

std::optional<RowKey> KeyReader::code(const Grid& grid, const BoundHead& head, std::size_t place,
                                      std::size_t row) {
  std::optional<RowKey> found;
  std::string code;
  for (std::size_t level = 0; level <= head.code_parts.size() && level < levels_.size(); ++level) {
    const auto* cell = grid.at(row, level == 0 ? place : head.code_parts[level - 1]);
    if (cell == nullptr || cell->kind == CellKind::blank) continue;
    const auto part = cell->cell->joined().trimmed();
    if (!is_code(part.text())) return std::nullopt;  // a label that reaches over the columns
    // A whole code may stand in the column of its level, or over all of them.
    const bool whole = level == 0 || part.text().size() >= code_length[level];
    if (!whole && code.empty()) code = levels_[level - 1];
    // A sheet shows 05 as 5.
    const bool short_part = !whole && part.text().size() == 1;
    if (whole) code.clear();
    if (short_part) code += '0';
    code += part.text();
    levels_[level] = code;
    if (!found) found = RowKey{cell, part, true};
  }
  if (found) found->text = document::PlacedText(code, found->text.place(0));
  return found;
}

void KeyReader::nest(Row& row, const schema::Table& table, const std::vector<Row>& before) {
  const bool numbered = table.hierarchy.kind == schema::Hierarchy::Kind::numbering;
  const bool told =
      numbered && !before.empty() && std::ranges::find(before, row.key, &Row::key) != before.end();
  if (told) {
    if (!nested_) parent_ = before.back().key;
    row.key = table.key_of(parent_ + row.key);
  }
  nested_ = told;
}

std::vector<LabelledItems::Named> LabelledItems::named(const std::string& key,
                                                       const source::Place& place,
                                                       const schema::Table& table) {
  std::vector<Named> found;
  for (const auto& named : state_.captions.columns(key)) {
    const auto& other = state_.table(named.table);
    const bool titled = std::ranges::find(context_.titled, named.table) != context_.titled.end();
    const bool fits = !named.head && titled && other.id != table.id &&
                      other.columns[named.column].kind == schema::Kind::number &&
                      !summary_key(other).empty();
    if (!fits) continue;
    auto [entry, added] = tables_.try_emplace(named.table);
    auto& read = entry->second;
    if (added) {
      read.table = named.table;
      read.items_down = read.by_label = true;
      read.place = place;
      read.rows.push_back(empty_row(other, place));
      set_key(read.rows.back(), other, summary_key(other), place);
    }
    found.push_back({&read, named.column});
  }
  return found;
}

void LabelledItems::add(const Row& row, const schema::Table& table) {
  const auto* amount = first_amount(row, table);
  if (amount == nullptr) return;
  for (const auto& [read, column] : named(row.key, row.place, table)) {
    auto& value = read->rows.front().values[column];
    if (std::holds_alternative<figure::Figure>(value)) continue;
    value = *amount;
    read->columns.push_back(column);
  }
}

void LabelledItems::doubt(const GridRow& row, const schema::Table& table) {
  if (row.figures == 0) return;
  for (const auto& cell : row.cells) {
    if (cell.kind != CellKind::text || cell.word.empty()) continue;
    const auto label = cell.cell->joined().trimmed();
    for (const auto& [read, column] : named(table.key_of(label.text()), label.place(0), table)) {
      auto& value = read->rows.front().values[column];
      if (std::holds_alternative<Missing>(value)) value = Unreadable{label.text(), label.place(0)};
    }
  }
}

void LabelledItems::finish(std::vector<ReadTable>& read) {
  for (auto& [table, labelled] : tables_) read.push_back(std::move(labelled));
  tables_.clear();
}

}  // namespace tieout::report
