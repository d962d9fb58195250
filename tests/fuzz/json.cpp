// Fuzzing of JSON report data: what is read of it prints as data that reads the same again.
#include "target.hpp"

#include "report/reading.hpp"
#include "shipped_schemas.hpp"

#include <nlohmann/json.hpp>

namespace tieout::fuzz {

namespace {

std::string printed(const source::Source& text, bool partial) {
  const auto& schema = department_spending();
  return report::to_json(report::read_json(text, schema, units(), limits, partial)).dump();
}

}  // namespace

void read(std::string_view bytes) {
  const auto text = text_of(bytes);
  (void)report::schema_of_data(text, report::parse_data(text, limits));
  const auto once = printed(text, true);
  require(printed(source::Source("printed.json", once), true) == once);
  (void)printed(text, false);
}

}  // namespace tieout::fuzz
