// A total and its parts as a row of `decompositions`.
#include "report/narrative/sum_rows.hpp"

#include <utility>

namespace tieout::report::narrative {

void add_closed_sum(const Narrative& text, std::size_t total, const std::vector<std::size_t>& parts,
                    const StatementTable& table, const SumNames& names) {
  const Statement& sum = text.statements[total];
  const source::Place& place = sum.figure.place;
  const std::string& name = names.total.empty() ? sum.name : names.total;
  Row row = table.row(name, place);
  table.set(row, "name", text_value(name, place));
  table.set(row, "total", sum.figure);
  std::vector<std::vector<StatementTable::Field>> rows;
  for (std::size_t at = 0; at < parts.size(); ++at) {
    const Statement& part = text.statements[parts[at]];
    const std::string& called = names.parts.empty() ? part.name : names.parts[at];
    rows.push_back({{"name", text_value(called, part.figure.place)}, {"value", part.figure}});
  }
  table.set_rows(row, "parts", rows);
  table.set(row, "closed", boolean_value(true, place));
  table.add(std::move(row));
}

}  // namespace tieout::report::narrative
