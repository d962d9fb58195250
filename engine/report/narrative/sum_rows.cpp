// A total and its parts as a row of `decompositions`.
#include "report/narrative/sum_rows.hpp"

#include <utility>

namespace tieout::report::narrative {

void add_closed_sum(const Narrative& text, std::size_t total, const std::vector<std::size_t>& parts,
                    const StatementTable& table) {
  const Statement& sum = text.statements[total];
  const source::Place& place = sum.figure.place;
  Row row = table.row(sum.name, place);
  table.set(row, "name", text_value(sum.name, place));
  table.set(row, "total", sum.figure);
  std::vector<std::vector<StatementTable::Field>> rows;
  for (const std::size_t index : parts) {
    const Statement& part = text.statements[index];
    rows.push_back({{"name", text_value(part.name, part.figure.place)}, {"value", part.figure}});
  }
  table.set_rows(row, "parts", rows);
  table.set(row, "closed", boolean_value(true, place));
  table.add(std::move(row));
}

}  // namespace tieout::report::narrative
