// Codes that are divided over columns without heads of their own.
#include "report/code_columns.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

namespace tieout::report {

namespace {

constexpr std::size_t rows_looked_at = 50;
constexpr std::size_t class_digits = 3;  // of 201
constexpr std::size_t part_digits = 2;   // of 01; a sheet shows it as 1

/// Digits and nothing else; 0 for any other cell, blank ones included.
std::size_t digits_of(const GridCell* cell) {
  if (cell == nullptr || cell->kind == CellKind::blank) return 0;
  const auto text = cell->cell->joined().trimmed().text();
  return text.find_first_not_of("0123456789") == std::string::npos ? text.size() : 0;
}

/// How many rows hold at least and at most so many digits in a column; 0 if one holds something
/// else. A label that reaches over the columns is in the first.
std::size_t rows_with(const Grid& grid, std::size_t first, std::size_t place, std::size_t fewest,
                      std::size_t most, bool may_be_label) {
  std::size_t found = 0;
  const auto last = std::min(grid.rows().size(), first + rows_looked_at);
  for (auto row = first; row < last; ++row) {
    const auto* cell = grid.at(row, place);
    if (cell == nullptr || cell->kind == CellKind::blank) continue;
    const auto digits = digits_of(cell);
    if (digits >= fewest && digits <= most) {
      ++found;
    } else if (!may_be_label || cell->kind != CellKind::text) {
      return 0;
    }
  }
  return found;
}

}  // namespace

void find_code_columns(const Grid& grid, std::size_t first, const schema::Schema& schema,
                       std::vector<BoundHead>& heads) {
  for (auto& head : heads) {
    const auto& table = schema.tables[head.table];
    if (table.hierarchy.kind != schema::Hierarchy::Kind::code_prefix || !table.key ||
        !head.code_parts.empty()) {
      continue;
    }
    const auto place = head.place_of(*table.key);
    if (!place || rows_with(grid, first, *place, class_digits, class_digits, true) < 2) continue;
    for (const auto part : {*place + 1, *place + 2}) {
      const bool bound = std::ranges::any_of(
          head.columns, [part](const BoundColumn& column) { return column.place == part; });
      if (bound || rows_with(grid, first, part, 1, part_digits, false) == 0) break;
      head.code_parts.push_back(part);
    }
  }
}

}  // namespace tieout::report
