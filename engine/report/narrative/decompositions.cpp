// Totals and their parts as rows.
#include "report/narrative/decompositions.hpp"

#include "report/narrative/rows.hpp"

#include <utility>

namespace tieout::report::narrative {

void write_decompositions(const Narrative& text, const schema::Schema& schema,
                          const std::vector<Group>& groups, Report& report) {
  const StatementTable table(schema, report, "decompositions");
  for (const Group& group : groups) {
    const Statement& total = text.statements[group.total];
    Row row = table.row(total.name, total.figure.place);
    table.set(row, "name", text_value(total.name, total.figure.place));
    table.set(row, "total", total.figure);
    std::vector<std::vector<StatementTable::Field>> parts;
    for (const std::size_t part : group.parts) {
      const Statement& each = text.statements[part];
      parts.push_back({{"name", text_value(each.name, each.figure.place)}, {"value", each.figure}});
    }
    table.set_rows(row, "parts", parts);
    table.set(row, "closed", boolean_value(group.closed, total.figure.place));
    if (group.apart) table.set(row, "apart", boolean_value(true, total.figure.place));
    if (group.doubtful) {
      row.doubt = source::Message("report.list_uncertain", {{"name", total.name}});
    }
    table.add(std::move(row));
  }
}

}  // namespace tieout::report::narrative
