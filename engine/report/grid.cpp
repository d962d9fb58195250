// A document's table with every cell looked at once.
#include "report/grid.hpp"

#include "figure/number_text.hpp"
#include "report/scope.hpp"
#include "schema/schema.hpp"

#include <algorithm>

namespace tieout::report {

namespace {

constexpr std::size_t longest_caption = 160;  // bytes

}  // namespace

GridCell looked_at(const document::Cell& cell, const figure::UnitSystem& units) {
  GridCell result{.cell = &cell, .kind = CellKind::text, .word = {}};
  std::size_t length = 0;
  for (const auto& paragraph : cell.paragraphs) length += paragraph.text().size();
  if (length > longest_caption) return result;
  const auto text = cell.joined().text();
  const auto number = figure::read_cell(text, units);
  // 2017年 is a head, no amount.
  const bool year = !years_in(text).empty();
  if (std::holds_alternative<figure::BlankText>(number)) {
    result.kind = CellKind::blank;
  } else if (std::holds_alternative<figure::NumberText>(number) && !year) {
    result.kind = CellKind::figure;
  } else {
    result.word = schema::folded(text);
  }
  return result;
}

const GridCell* GridRow::only() const {
  if (figures + texts != 1) return nullptr;
  return &*std::ranges::find_if(cells,
                                [](const auto& cell) { return cell.kind != CellKind::blank; });
}

bool follows_code(const GridRow& row, std::size_t place) {
  constexpr std::size_t class_length = 3;  // 302, 30217, 2080505
  constexpr std::size_t item_length = 7;
  if (place == 0 || place >= row.cells.size()) return false;
  const auto text = row.cells[place - 1].cell->joined().trimmed().text();
  return text.size() >= class_length && text.size() <= item_length && text.size() % 2 == 1 &&
         text.find_first_not_of("0123456789") == std::string::npos;
}

bool same_columns(const GridRow& a, const GridRow& b) {
  const auto column = [](const GridCell& cell) { return cell.cell->column; };
  const auto& [fewer, more] = std::minmax(
      a, b, [](const GridRow& x, const GridRow& y) { return x.cells.size() < y.cells.size(); });
  return std::ranges::includes(more.cells, fewer.cells, {}, column, column);
}

Grid::Grid(const document::Table& table, const figure::UnitSystem& units)
    : spans_known_(table.spans_known) {
  rows_.reserve(table.rows.size());
  for (const auto& source : table.rows) {
    GridRow row;
    row.cells.reserve(source.cells.size());
    for (const auto& cell : source.cells) {
      auto& added = row.cells.emplace_back(looked_at(cell, units));
      if (added.kind == CellKind::figure) ++row.figures;
      if (added.kind == CellKind::text) ++row.texts;
      row.width =
          spans_known_ ? std::max(row.width, cell.column + cell.column_span) : row.cells.size();
    }
    rows_.push_back(std::move(row));
  }
}

const GridCell* Grid::at(std::size_t row, std::size_t column) const {
  const auto& cells = rows_[row].cells;
  if (!spans_known_) return column < cells.size() ? &cells[column] : nullptr;
  const auto found = std::ranges::lower_bound(
      cells, column, {}, [](const GridCell& cell) { return cell.cell->column; });
  return found != cells.end() && found->cell->column == column ? &*found : nullptr;
}

const GridCell* Grid::over(std::size_t row, std::size_t column) const {
  const auto& cells = rows_[row].cells;
  if (!spans_known_) return at(row, column);
  const auto next = std::ranges::upper_bound(
      cells, column, {}, [](const GridCell& cell) { return cell.cell->column; });
  if (next == cells.begin()) return nullptr;
  const auto& cell = *std::prev(next);
  return column < cell.cell->column + cell.cell->column_span ? &cell : nullptr;
}

}  // namespace tieout::report
