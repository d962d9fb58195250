// Rows of a schema's table as they were read, before it is settled which of them the report keeps.
#include "report/read_rows.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <unordered_set>
#include <utility>

namespace tieout::report {

namespace {

const schema::RowSet* summary_set(const schema::Table& table) {
  const auto set =
      std::ranges::find_if(table.row_sets, [](const auto& each) { return !each.all_but; });
  return set == table.row_sets.end() || set->match.empty() ? nullptr : &*set;
}

/// Whether `next` goes on with what `first` began: the same heads, and no row that is there
/// already.
bool continues(const ReadTable& first, const ReadTable& next, const schema::Table& table,
               const std::unordered_set<std::string>& keys) {
  if (first.items_down || next.items_down) return false;
  if (!next.beside && first.columns != next.columns) return false;
  if (!table.key) return true;
  return std::ranges::none_of(next.rows, [&](const Row& row) { return keys.contains(row.key); });
}

/// Adds what `next` states and `first` does not, as where a table goes on on another page.
void complete(ReadTable& first, const ReadTable& next) {
  auto& values = first.rows.front().values;
  for (std::size_t column = 0; column < values.size(); ++column) {
    if (!std::holds_alternative<Missing>(values[column])) continue;
    values[column] = next.rows.front().values[column];
  }
}

/// One row of all that labels name.
void complete_by_label(std::vector<ReadTable>& tables) {
  std::map<std::size_t, ReadTable*> first;
  for (auto& read : tables) {
    if (!read.by_label || read.rows.empty()) continue;
    const auto [known, is_new] = first.try_emplace(read.table, &read);
    if (is_new) continue;
    complete(*known->second, read);
    read.rows.clear();
  }
}

void keep(ReadTable& read, Table& table, ReadingState& state) {
  if (!table.present) table.place = read.place;
  table.present = true;
  std::ranges::move(read.rows, std::back_inserter(table.rows));
  state.used.insert(read.cells.begin(), read.cells.end());
}

}  // namespace

void settle(std::vector<ReadTable> tables, ReadingState& state) {
  complete_by_label(tables);
  std::ranges::stable_sort(tables, [](const ReadTable& a, const ReadTable& b) {
    if (a.table != b.table) return a.table < b.table;
    if (a.items_down != b.items_down) return b.items_down;
    if (a.beside != b.beside) return b.beside;
    // 一般公共预算财政拨款支出决算明细表 may have more columns that are known than the table
    // itself.
    if (a.by_form != b.by_form) return a.by_form;
    return a.columns.size() > b.columns.size();
  });
  const ReadTable* first = nullptr;
  std::unordered_set<std::string> keys;
  for (auto& read : tables) {
    if (read.rows.empty()) continue;
    const auto& table = state.table(read.table);
    auto& kept = state.report.tables[read.table];
    const bool begins = first == nullptr || first->table != read.table;
    if (begins && read.beside) continue;
    if (!begins && !table.statements && !continues(*first, read, table, keys)) continue;
    if (begins) {
      first = &read;
      keys.clear();
    }
    for (const auto& row : read.rows) keys.insert(row.key);
    keep(read, kept, state);
  }
  // Reading order, also where a table with more columns came later.
  for (std::size_t index = 0; index < state.report.tables.size(); ++index) {
    if (!state.table(index).statements) continue;
    std::ranges::stable_sort(state.report.tables[index].rows, {}, &Row::place);
  }
}

void set_key(Row& row, const schema::Table& table, std::string label, const source::Place& place) {
  row.label = std::move(label);
  row.key = table.key_of(row.label);
  if (!table.key) return;
  std::string shown = row.label;
  // A numbered label keeps the number: it says how deep the row lies.
  const bool numbered = table.hierarchy.kind == schema::Hierarchy::Kind::numbering &&
                        schema::folded("甲" + row.label) != "甲" + schema::folded(row.label);
  if (numbered) {
    row.values[*table.key] = Text{std::move(shown), place};
    return;
  }
  for (const auto& synonyms : table.key_synonyms) {
    if (!synonyms.empty() && schema::folded(synonyms.front()) == row.key) shown = synonyms.front();
  }
  row.values[*table.key] = Text{std::move(shown), place};
}

Row empty_row(const schema::Table& table, const source::Place& place) {
  Row row;
  row.values.resize(table.columns.size());
  row.place = place;
  return row;
}

std::string summary_key(const schema::Table& table) {
  const auto* set = summary_set(table);
  return set == nullptr ? std::string() : set->match.front();
}

bool is_summary(const schema::Table& table, std::string_view key) {
  const auto* set = summary_set(table);
  return set != nullptr && set->contains(key);
}

}  // namespace tieout::report
