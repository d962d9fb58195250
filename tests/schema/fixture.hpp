// Schemas as the tests of this room read them.
#pragma once

#include "failure.hpp"
#include "schema/schema.hpp"
#include "schema/validator.hpp"
#include "shipped_schemas.hpp"
#include "source/source.hpp"
#include "temporary_folder.hpp"

#include <string>
#include <string_view>

namespace tieout {

/// Loads a schema file "t.schema.json" with this text.
inline schema::Schema loaded(std::string_view text) {
  const TemporaryFolder folder;
  const auto path = folder.write("t.schema.json", text);
  return schema::load_schema(path, schemas_folder, units());
}

/// A schema file with these properties beside the ones that every schema has, each on a line:
/// what `properties` says begins at line 6.
inline std::string schema_with(std::string_view properties, std::string_view definitions = "") {
  std::string text = R"({ "type": "object", "required": ["schema", "entity", "period"],
  "properties": {
    "schema": { "const": "t" },
    "entity": { "title": "单位", "$ref": "statements.json#/definitions/text" },
    "period": { "title": "年度", "$ref": "statements.json#/definitions/period" })";
  if (!properties.empty()) {
    text += ",\n";
    text += properties;
  }
  text += "\n  },\n  \"definitions\": {";
  text += definitions;
  return text + "}\n}\n";
}

/// What loading this text says: "line:column sentence".
inline std::string refusal(std::string_view text,
                           source::Language language = source::Language::en) {
  try {
    (void)loaded(text);
  } catch (const source::Failure& failure) {
    return std::to_string(failure.place().line) + ":" + std::to_string(failure.place().column) +
           " " + source::render(failure.message(), language);
  }
  return "";
}

}  // namespace tieout
