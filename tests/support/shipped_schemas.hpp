// The units and the schema that the project ships, as tests of several rooms read them.
#pragma once

#include "schema/schema.hpp"
#include "source/source.hpp"

#include <string>

namespace tieout {

inline const std::string schemas_folder = TIEOUT_ROOT "/schemas";

inline const figure::UnitSystem& units() {
  static const figure::UnitSystem system = figure::UnitSystem::from_json(
      "units.json", source::read_bytes(schemas_folder + "/units.json", {}));
  return system;
}

inline const schema::Schema& department_spending() {
  static const schema::Schema schema = schema::load_schema(
      schemas_folder + "/department-spending.schema.json", schemas_folder, units());
  return schema;
}

}  // namespace tieout
