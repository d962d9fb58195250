// Fuzzing of what was captured of reports for rules over all of them, as jsonl outputs hold it:
// what is read of it is written as it was.
#include "across/row_text.hpp"
#include "schema/run_schema.hpp"
#include "shipped_schemas.hpp"
#include "target.hpp"

#include <string>

namespace tieout::fuzz {

void read(std::string_view bytes) {
  static const auto run = schema::run_schema(department_spending(), units());
  const auto& reports = run.tables[schema::reports_table];
  const auto row = across::to_row(bytes, reports, units());
  if (!row) return;
  const auto text = across::to_text(*row, reports, source::Language::en);
  const auto again = across::to_row(text, reports, units());
  require(again.has_value());
  require(across::to_text(*again, reports, source::Language::en) == text);
}

}  // namespace tieout::fuzz
