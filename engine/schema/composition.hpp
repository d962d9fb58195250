// The JSON Schema of report data in one piece.
#pragma once

#include "schema/schema_file.hpp"

#include <nlohmann/json_fwd.hpp>

namespace tieout::schema {

/// `file` with the narrative tables and shapes of `statements`, all references inside the text,
/// what every row may say beside its columns, and every object closed. Throws Failure if the two
/// define one shape differently or a reference leads nowhere.
[[nodiscard]] nlohmann::ordered_json composed(const SchemaFile& file, const SchemaFile& statements);

/// The same without what examples need not have: nothing is required of a report and its rows.
[[nodiscard]] nlohmann::ordered_json without_required(nlohmann::ordered_json schema);

}  // namespace tieout::schema
