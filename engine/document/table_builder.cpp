// The grid of a table whose cells reach over rows and columns.
#include "document/table_builder.hpp"

#include <algorithm>
#include <utility>

namespace tieout::document {

void CellBudget::spend(std::size_t pieces) {
  spent_ += pieces;
  if (spent_ > limits_.table_cells) {
    throw source::beyond(&source::Limits::table_cells, limits_, file_);
  }
}

void CellBudget::spend_text(std::size_t bytes) {
  text_ += bytes;
  if (text_ > limits_.inflated_bytes) {
    throw source::beyond(&source::Limits::inflated_bytes, limits_, file_);
  }
}

void TableBuilder::finish_row() {
  if (table_.rows.empty()) return;
  for (auto cover = covers_.lower_bound(column_);
       cover != covers_.end() && cover->second.origin.row < row();
       cover = covers_.lower_bound(column_)) {
    column_ = cover->first;
    fill_covered();
  }
}

void TableBuilder::begin_row() {
  finish_row();
  auto& row = table_.rows.emplace_back();
  row.place = place_of_(table_.rows.size(), 0);
  column_ = 0;
  budget_.spend(1);
}

void TableBuilder::skip(std::size_t columns) {
  budget_.spend(columns);
  column_ += columns;
}

void TableBuilder::put(std::vector<PlacedText> paragraphs, std::size_t columns) {
  // A cell takes at least a position, and each paragraph in it as much as one.
  budget_.spend(std::max(columns, paragraphs.size()));
  auto& cells = table_.rows.back().cells;
  if (paragraphs.empty()) {
    paragraphs.emplace_back("", place_of_(table_.rows.size(), cells.size() + 1));
  }
  for (const auto& paragraph : paragraphs) budget_.spend_text(paragraph.size());
  cells.push_back({.paragraphs = std::move(paragraphs),
                   .row = table_.rows.size() - 1,
                   .column = column_,
                   .row_span = 1,
                   .column_span = columns});
  column_ += columns;
}

bool TableBuilder::covered() const {
  return std::ranges::any_of(covers_,
                             [this](const auto& entry) { return entry.second.origin.row < row(); });
}

std::size_t TableBuilder::cover_next() {
  const auto cover = covers_.find(column_);
  if (cover == covers_.end() || cover->second.origin.row == row()) return 0;
  auto& [origin, rows_left, columns] = cover->second;
  const auto width = columns;
  ++table_.rows[origin.row].cells[origin.cell].row_span;
  if (--rows_left == 0) covers_.erase(cover);
  put({}, width);
  return width;
}

void TableBuilder::fill_covered() {
  while (cover_next() > 0) {
  }
}

source::Place TableBuilder::next() {
  fill_covered();
  return place_of_(table_.rows.size(), table_.rows.back().cells.size() + 1);
}

void TableBuilder::add(std::vector<PlacedText> paragraphs, Spans spans) {
  fill_covered();
  const auto columns = std::max<std::size_t>(spans.columns, 1);
  if (spans.rows > 1) {
    covers_.insert_or_assign(column_, Cover{.origin = {row(), table_.rows.back().cells.size()},
                                            .rows_left = spans.rows - 1,
                                            .columns = columns});
  }
  put(std::move(paragraphs), columns);
}

/// The cell above the current position; the one to come if there is none.
TableBuilder::Origin TableBuilder::above() const {
  if (const auto known = continued_.find(column_);
      known != continued_.end() && known->second.row + 1 == row()) {
    return known->second.origin;
  }
  if (row() > 0) {
    const auto& cells = table_.rows[row() - 1].cells;
    const auto found = std::ranges::lower_bound(cells, column_, {}, &Cell::column);
    if (found != cells.end() && found->column == column_) {
      return {row() - 1, static_cast<std::size_t>(found - cells.begin())};
    }
  }
  return {row(), table_.rows.back().cells.size()};
}

void TableBuilder::continue_above(std::size_t columns) {
  const auto origin = above();
  continued_.insert_or_assign(column_, Continued{origin, row()});
  if (origin.row < row()) ++table_.rows[origin.row].cells[origin.cell].row_span;
  put({}, std::max<std::size_t>(columns, 1));
}

void TableBuilder::continue_before(std::size_t columns) {
  auto& cells = table_.rows.back().cells;
  if (cells.empty()) return put({}, columns);
  budget_.spend(columns);
  cells.back().column_span += columns;
  column_ += columns;
}

void TableBuilder::pass_rows(std::size_t rows) {
  finish_row();
  for (auto cover = covers_.begin(); cover != covers_.end();) {
    auto& left = cover->second.rows_left;
    left -= std::min(left, rows);
    cover = left == 0 ? covers_.erase(cover) : std::next(cover);
  }
}

Table TableBuilder::finish() {
  finish_row();
  table_.place = place_of_(0, 0);
  return std::move(table_);
}

}  // namespace tieout::document
