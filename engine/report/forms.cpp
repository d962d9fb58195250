// Forms: label cells with value cells beside or below them.
#include "report/forms.hpp"

#include "report/breakdown.hpp"
#include "report/scope.hpp"
#include "report/units_near.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace tieout::report {

namespace {

using schema::Kind;

/// What a label names, with the report's year said or not: the first of its names that is known.
std::string label_word(const GridCell& label, const ReadingState& state) {
  if (label.word.empty() || state.captions.labels(label.word)) return label.word;
  for (auto& name : names_in_year(label.cell->joined().text(), state.period)) {
    if (state.captions.labels(name)) return std::move(name);
  }
  return label.word;
}

/// The column that a form cell's label names: of the first table of the schema's own whose rows are
/// summed up, and by a word that names nothing else.
const NamedColumn* summed_column(const Captions& captions, std::string_view word) {
  for (const auto& named : captions.columns(word)) {
    const auto& table = captions.schema().tables[named.table];
    const bool amount = table.columns[named.column].kind == Kind::number;
    if (!named.head && !table.statements && amount && !summary_key(table).empty()) return &named;
  }
  return nullptr;
}

bool is_label_of_amount(const GridCell& label, const ReadingState& state) {
  if (label.kind != CellKind::text || label.word.empty()) return false;
  const auto& captions = state.captions;
  const auto word = label_word(label, state);
  const auto scalar = captions.scalar(word);
  if (scalar && captions.schema().scalars[*scalar].kind == Kind::number) return true;
  return summed_column(captions, word) != nullptr;
}

ReadTable& read_table(std::map<std::size_t, ReadTable>& tables, std::size_t table,
                      const source::Place& place) {
  auto [entry, added] = tables.try_emplace(table);
  if (added) {
    entry->second.table = table;
    entry->second.items_down = true;
    entry->second.place = place;
  }
  return entry->second;
}

}  // namespace

bool FormReader::is_label(const GridCell& cell) const {
  return state_.captions.labels(label_word(cell, state_));
}

bool FormReader::begins_form(const GridRow& row) const {
  if (row.cells.size() < 2) return false;
  return is_label(row.cells.front());
}

std::size_t FormReader::read(const Grid& grid, std::size_t row, bool stacked, bool of_project) {
  of_project_ = of_project;
  if (stacked && read_stacked(grid, row)) return row + 2;
  const auto& cells = grid.rows()[row].cells;
  for (std::size_t cell = 0; cell < cells.size(); ++cell) {
    const auto& label = cells[cell];
    if (label.kind != CellKind::text || label.word.empty()) continue;
    if (!is_label(label)) {
      const auto text = label.cell->joined().text();
      if (!noted_units(text, state_.units).empty()) state_.notes.meet(text);
      continue;
    }
    if (cell + 1 == cells.size()) continue;
    // A label beside a label is a head, not a value.
    const auto& value = cells[cell + 1];
    if (value.kind == CellKind::text && is_label(value)) continue;
    if (follows_code(grid.rows()[row], cell)) continue;
    read_pair(label, value);
    ++cell;
  }
  return row + 1;
}

void FormReader::read_pair(const GridCell& label, const GridCell& value) {
  const auto word = label_word(label, state_);
  const auto units = state_.units_of(noted_units(label.cell->joined().text(), state_.units), {});
  if (const auto scalar = state_.captions.scalar(word)) {
    const auto& item = state_.schema().scalars[*scalar];
    // What a text says of an amount is the narrative's to read.
    if (item.kind != Kind::number || value.kind != CellKind::text) {
      auto read = cell_value(*value.cell, item, units, state_.units);
      // Names beside 评价人员 say that there are some.
      if (item.kind == Kind::boolean && std::holds_alternative<Unreadable>(read)) {
        read = Boolean{true, value.cell->joined().trimmed().place(0)};
      }
      state_.set_scalar(*scalar, std::move(read));
      state_.used.insert(value.cell);
    }
  }
  if (value.kind == CellKind::text) {
    for (const auto& source : state_.captions.sources(word)) read_source(source, *value.cell);
    if (const auto scalar = state_.captions.scalar(word)) read_total(*scalar, word, *value.cell);
  }
  if (const auto* named = summed_column(state_.captions, word)) read_summed(*named, label, value);
}

void FormReader::read_summed(const NamedColumn& named, const GridCell& label,
                             const GridCell& value) {
  if (value.kind != CellKind::figure || of_project_) return;
  const auto& table = state_.table(named.table);
  auto& read = read_table(cells_, named.table, label.cell->joined().place(0));
  if (read.rows.empty()) {
    read.rows.push_back(empty_row(table, read.place));
    read.rows.back().key = summary_key(table);
    read.rows.back().label = read.rows.back().key;
  }
  auto& cell = read.rows.back().values[named.column];
  if (!std::holds_alternative<Missing>(cell)) return;
  const auto units = state_.units_of(noted_units(label.cell->joined().text(), state_.units), {});
  cell = cell_value(*value.cell, table.columns[named.column], units, state_.units);
  read.columns.push_back(named.column);
  read.cells.push_back(value.cell);
}

/// 共28人，其中：…: the total of a breakdown is the scalar's figure.
void FormReader::read_total(std::size_t scalar, std::string_view word,
                            const document::Cell& value) {
  const auto& item = state_.schema().scalars[scalar];
  const auto& sources = state_.captions.sources(word);
  if (item.kind != Kind::number || sources.empty()) return;
  const auto breakdown =
      read_breakdown(value.joined(), state_.table(sources.front().table), state_.units);
  if (!breakdown.total || breakdown.parts.empty()) return;
  const auto& total = *breakdown.total;
  auto figure = item_figure(total.number, item, state_.units_of({}, {}), state_.units,
                            total.text.text(), total.text.place(0));
  if (figure) state_.set_scalar(scalar, std::move(*figure));
}

/// A row of labels with one row of values below it.
bool FormReader::read_stacked(const Grid& grid, std::size_t row) {
  if (row + 1 >= grid.rows().size()) return false;
  const auto& labels = grid.rows()[row];
  const auto& values = grid.rows()[row + 1];
  if (labels.figures > 0 || values.figures == 0 || labels.cells.size() != values.cells.size()) {
    return false;
  }
  // Several rows of values are a table's.
  const bool more = row + 2 < grid.rows().size() && grid.rows()[row + 2].figures > 0 &&
                    grid.rows()[row + 2].cells.size() == values.cells.size() &&
                    !begins_form(grid.rows()[row + 2]);
  if (more) return false;
  std::size_t named = 0;
  std::set<std::string> words;
  for (std::size_t cell = 0; cell < labels.cells.size(); ++cell) {
    if (!is_label_of_amount(labels.cells[cell], state_)) continue;
    // The same label twice: something that was lost stands above (预算数 and 决算数).
    const bool again = !words.insert(labels.cells[cell].word).second;
    if (again || values.cells[cell].kind == CellKind::text) return false;
    ++named;
  }
  if (named < 2) return false;
  for (std::size_t cell = 0; cell < labels.cells.size(); ++cell) {
    if (is_label_of_amount(labels.cells[cell], state_)) {
      read_pair(labels.cells[cell], values.cells[cell]);
    }
  }
  return true;
}

void FormReader::read_source(const NamedSource& named, const document::Cell& value) {
  const auto& table = state_.table(named.table);
  const auto column = table.from[named.source].column;
  for (const auto& part : read_breakdown(value.joined(), table, state_.units).parts) {
    auto figure = item_figure(part.number, table.columns[column], state_.units_of({}, {}),
                              state_.units, part.text.text(), part.text.place(0));
    if (!figure) continue;
    auto& read = read_table(sources_, named.table, part.text.place(0));
    const auto key = table.key_of(part.name);
    auto row = std::ranges::find(read.rows, key, &Row::key);
    if (row == read.rows.end()) {
      row = read.rows.insert(read.rows.end(), empty_row(table, part.text.place(0)));
      set_key(*row, table, part.name, part.text.place(0));
    }
    auto& cell = row->values[column];
    if (std::holds_alternative<Missing>(cell)) {
      cell = std::move(*figure);
    } else {
      row->doubt = {"report.told_twice", {{"name", part.name}}};
    }
  }
}

void FormReader::finish(std::vector<ReadTable>& tables) {
  for (auto* each : {&sources_, &cells_}) {
    for (auto& [table, read] : *each) tables.push_back(std::move(read));
    each->clear();
  }
}

}  // namespace tieout::report
