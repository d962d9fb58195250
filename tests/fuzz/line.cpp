// Fuzzing of the lines of a stream: what columns hold of a line, and what is read of it the quick
// way, is what report data is read to.
#include "target.hpp"

#include "report/column_reader.hpp"
#include "report/line_reader.hpp"
#include "report/reading.hpp"
#include "shipped_schemas.hpp"

#include <nlohmann/json.hpp>

#include <string>

namespace tieout::fuzz {

void read(std::string_view bytes) {
  const auto& schema = department_spending();
  static report::ColumnReader columns(schema, units());
  static report::LineReader lines(schema, columns.layout(), limits);
  if (bytes.find('\n') != std::string_view::npos) return;
  const std::string padded = std::string(bytes) + std::string(report::line_padding, '\0');
  const auto line = std::string_view(padded).substr(0, bytes.size());
  const bool taken = columns.add(line);
  require(columns.batch().size() == (taken ? 1 : 0));
  if (!taken) return;
  const std::string entity = columns.batch().entities.front();
  const std::string period = columns.batch().periods.front();
  columns.clear();
  const source::Source text("line.json", std::string(bytes));
  const auto expected = report::read_json(text, schema, units(), limits, false);
  require(entity == expected.entity);
  require(period == expected.period);
  const auto* const report = lines.read(line, "line.json", 1);
  if (report != nullptr)
    require(report::to_json(*report).dump() == report::to_json(expected).dump());
}

}  // namespace tieout::fuzz
