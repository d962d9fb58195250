// From the annotations of schema files to what the engine knows of a report.
#pragma once

#include "schema/schema.hpp"
#include "schema/schema_file.hpp"

namespace tieout::schema {

/// The schema `id` with its scalars and tables, those of statements.json after its own. `json` and
/// the validators are left empty. Throws Failure for whatever annotations.schema.json cannot say:
/// unknown units and columns, names used twice, phrases without a value.
[[nodiscard]] Schema read_annotations(const SchemaFile& file, const SchemaFile& statements,
                                      const figure::UnitSystem& units, std::string id);

}  // namespace tieout::schema
