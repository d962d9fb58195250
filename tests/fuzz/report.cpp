// Fuzzing of everything from text to report data: tables, forms and narrative of the kind of report
// that the text is, of every kind if it is none; and that what is printed can be read again.
#include "target.hpp"

#include "document/text_reader.hpp"
#include "report/reading.hpp"
#include "shipped_schemas.hpp"

#include <nlohmann/json.hpp>

namespace tieout::fuzz {

void read(std::string_view bytes) {
  static const auto schemas = schema::load_schemas(schemas_folder, units());
  const auto document = document::read_text(text_of(bytes), limits);
  const auto* const recognised = report::recognise(document, schemas);
  for (const auto& schema : schemas) {
    if (recognised != nullptr && recognised != &schema) continue;
    const auto report = report::read_document(document, schema, units(), limits);
    const auto& uptake = report.uptake;
    require(uptake.table_figures_used <= uptake.table_figures);
    require(uptake.text_figures_used <= uptake.text_figures);
    const source::Source printed("printed.json", report::to_json(report).dump());
    (void)report::read_json(printed, schema, units(), limits, true);
  }
}

}  // namespace tieout::fuzz
