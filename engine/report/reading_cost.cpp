// What reading a document takes, counted before it is read.
#include "report/reading_cost.hpp"

#include "source/place.hpp"

#include <variant>

namespace tieout::report {

namespace {

/// So many bytes of text state as much as takes a cell's memory.
constexpr std::size_t bytes_a_cell = 4;

std::size_t cost_of(const document::Paragraph& paragraph) {
  return 1 + paragraph.text.text().size() / bytes_a_cell;
}

std::size_t cost_of(const document::Table& table) {
  std::size_t cost = 0;
  for (const auto& row : table.rows) {
    cost += cells_a_row;
    for (const auto& cell : row.cells) {
      ++cost;
      for (const auto& paragraph : cell.paragraphs) {
        cost += paragraph.text().size() / bytes_a_cell;
      }
    }
  }
  return cost;
}

}  // namespace

void check_cost(const document::Document& document, const source::Limits& limits) {
  std::size_t cost = 0;
  for (const auto& block : document.blocks) {
    cost += std::visit([](const auto& part) { return cost_of(part); }, block);
  }
  if (cost > limits.table_cells) {
    throw source::beyond(&source::Limits::table_cells, limits, source::in_file(document.source));
  }
}

}  // namespace tieout::report
