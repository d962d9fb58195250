// Reads one row at a time as a form whose labels are the heads.
#include "report/wide_table.hpp"

#include "figure/number_text.hpp"
#include "report/forms.hpp"
#include "report/scope.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace tieout::report {

namespace {

using document::Cell;
using document::Document;
using source::Failure;
using source::Message;

const document::Table& table_of(const Document& document, const WideHead& head) {
  return std::get<document::Table>(document.blocks[head.block]);
}

bool has_figures(const document::Table& table, const figure::UnitSystem& units) {
  return std::ranges::any_of(table.rows, [&](const auto& row) {
    return std::ranges::any_of(row.cells, [&](const Cell& cell) {
      return looked_at(cell, units).kind == CellKind::figure;
    });
  });
}

enum class RowKind { nothing, unnamed, report };

/// A row says something if a cell below a bound head does, beside the unit's name.
RowKind kind_of(const document::Table& table, std::size_t row, const WideHead& head,
                const Captions& captions, const figure::UnitSystem& units) {
  const auto says = [&](const WideColumn& column) {
    const auto* cell = cell_in(table, row, column.place);
    return column.place != head.entity && cell != nullptr && !cell->blank();
  };
  if (std::ranges::none_of(head.columns, says)) return RowKind::nothing;
  if (is_total_row(table, row, head.entity)) return RowKind::nothing;
  const auto* name = cell_in(table, row, head.entity);
  const auto seen = name == nullptr ? GridCell{} : looked_at(*name, units);
  if (seen.kind != CellKind::text) return RowKind::unnamed;
  // The heads come again on the next page, or number their columns.
  if (captions.scalar(seen.word) || is_numbering_word(seen.word)) return RowKind::nothing;
  return RowKind::report;
}

/// Where the first of a row's cells that say something stands.
source::Place place_of(const document::TableRow& row) {
  for (const auto& cell : row.cells) {
    if (!cell.blank()) return cell.joined().trimmed().place(0);
  }
  return row.place;
}

}  // namespace

std::optional<WideTable::Layout> WideTable::layout_of(const Document& document,
                                                      const schema::Schema& schema,
                                                      const figure::UnitSystem& units) {
  const Captions captions(schema);
  Layout layout;
  for (std::size_t block = 0; block < document.blocks.size(); ++block) {
    const auto* const table = std::get_if<document::Table>(&document.blocks[block]);
    if (table == nullptr) continue;
    auto head = wide_head(document, block, captions, units);
    if (!head) {
      if (has_figures(*table, units)) return std::nullopt;
      continue;
    }
    std::size_t named = 0;
    std::size_t unnamed = 0;
    for (auto row = head->last_row; row < table->rows.size(); ++row) {
      const auto kind = kind_of(*table, row, *head, captions, units);
      if (kind == RowKind::nothing) continue;
      ++(kind == RowKind::report ? named : unnamed);
      layout.rows.push_back({layout.heads.size(), row});
    }
    if (named <= unnamed) return std::nullopt;
    layout.weight.first = std::max(layout.weight.first, head->recognised);
    layout.weight.second += head->columns.size();
    layout.heads.push_back(std::move(*head));
  }
  return layout.heads.empty() ? std::nullopt : std::optional(std::move(layout));
}

std::optional<WideTable> WideTable::from(Document& document,
                                         std::span<const schema::Schema> schemas,
                                         const figure::UnitSystem& units) {
  std::optional<Layout> best;
  const schema::Schema* of = nullptr;
  for (const auto& schema : schemas) {
    auto layout = layout_of(document, schema, units);
    if (!layout || (best && layout->weight <= best->weight)) continue;
    best.emplace(std::move(*layout));
    of = &schema;
  }
  if (!best) return std::nullopt;
  return WideTable(std::move(document), std::move(*best), *of, units);
}

WideTable::WideTable(Document document, Layout layout, const schema::Schema& schema,
                     const figure::UnitSystem& units)
    : document_(std::move(document)),
      heads_(std::move(layout.heads)),
      rows_(std::move(layout.rows)),
      units_(units),
      captions_(schema) {}

const document::TableRow& WideTable::row(const BodyRow& at) const {
  return table_of(document_, heads_[at.table]).rows[at.row];
}

std::string WideTable::label(std::size_t index) const {
  const auto place = place_of(row(rows_[index]));
  if (place.line > 0) return fmt::format("{}:{}", document_.source, place.line);
  const auto number = place.address.find_first_of("0123456789");
  if (number == std::string::npos) {
    return fmt::format("{}:{}.{}", document_.source, rows_[index].table + 1, rows_[index].row + 1);
  }
  return fmt::format("{}:{}!{}", document_.source, place.sheet, place.address.substr(number));
}

void WideTable::refuse_broken(std::size_t index) const {
  const auto& [at, number] = rows_[index];
  const auto& head = heads_[at];
  const auto& table = table_of(document_, head);
  const auto* const name = cell_in(table, number, head.entity);
  if (name == nullptr || looked_at(*name, units_).kind != CellKind::text) {
    throw Failure(Message("report.row_without_unit"), place_of(row(rows_[index])));
  }
  if (table.spans_known) return;
  const auto& cells = table.rows[number].cells;
  for (auto place = head.width; place < cells.size(); ++place) {
    if (cells[place].blank()) continue;
    throw Failure(
        {"report.row_too_wide",
         {{"cells", std::to_string(cells.size())}, {"heads", std::to_string(head.width)}}},
        place_of(row(rows_[index])));
  }
}

void WideTable::read_cells(const WideHead& head, const document::TableRow& row,
                           ReadingState& state) const {
  const auto& table = table_of(document_, head);
  const auto number = static_cast<std::size_t>(&row - table.rows.data());
  FormReader forms(state);
  for (const auto& column : head.columns) {
    const auto* const cell = cell_in(table, number, column.place);
    if (cell == nullptr) continue;
    const GridCell label{.cell = &column.label, .kind = CellKind::text, .word = column.word};
    const auto value = looked_at(*cell, units_);
    if (column.summed) {
      forms.read_summed(*column.summed, label, value);
      continue;
    }
    const auto scalar = captions_.scalar(column.word);
    // Unlike beside the label of a form, nothing but a figure belongs below such a head.
    if (scalar && state.schema().scalars[*scalar].kind == schema::Kind::number) {
      const auto units = noted_units(column.label.joined().text(), units_);
      state.set_scalar(*scalar, cell_value(*cell, state.schema().scalars[*scalar],
                                           state.units_of(units, {}), units_));
      state.used.insert(cell);
    } else {
      forms.read_pair(label, value);
    }
  }
  std::vector<ReadTable> tables;
  forms.finish(tables);
  settle(std::move(tables), state);
}

Report WideTable::read(std::size_t index) const {
  refuse_broken(index);
  const auto& head = heads_[rows_[index].table];
  const auto& read = row(rows_[index]);
  Report report;
  report.source = label(index);
  report.schema = &captions_.schema();
  report.scalars.resize(report.schema->scalars.size());
  report.tables.resize(report.schema->tables.size());
  report.notes = document_.notes;
  ReadingState state{.captions = captions_,
                     .units = units_,
                     .report = report,
                     .period = head.period ? std::optional(head.period->year) : std::nullopt,
                     .of_budget = head.of_budget,
                     .notes = head.notes,
                     .used = {},
                     .structural = {}};
  read_cells(head, read, state);
  read_identity({}, head.period, state);
  for (std::size_t cell = 0; cell < read.cells.size(); ++cell) {
    const auto& each = read.cells[cell];
    const auto place = table_of(document_, head).spans_known ? each.column : cell;
    if (looked_at(each, units_).kind != CellKind::figure) continue;
    if (std::ranges::find(head.numbering, place) != head.numbering.end()) continue;
    ++report.uptake.table_figures;
    if (state.used.contains(&each)) {
      ++report.uptake.table_figures_used;
    } else {
      const auto text = each.joined().trimmed();
      report.uptake.left_over.push_back({text.text(), text.place(0)});
    }
  }
  return report;
}

Document WideTable::excerpt(std::size_t index) const {
  const auto& head = heads_[rows_[index].table];
  const auto& table = table_of(document_, head);
  Document part{.source = document_.source, .blocks = {}, .notes = document_.notes};
  document::Table rows{.rows = {}, .spans_known = table.spans_known, .place = table.place};
  rows.rows.assign(table.rows.begin(),
                   table.rows.begin() + static_cast<std::ptrdiff_t>(head.last_row));
  rows.rows.push_back(row(rows_[index]));
  part.blocks.emplace_back(std::move(rows));
  return part;
}

}  // namespace tieout::report
