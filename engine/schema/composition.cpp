// Joins a schema file with statements.json.
#include "schema/composition.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <string>
#include <utility>

namespace tieout::schema {
namespace {

using nlohmann::ordered_json;

/// A piece of a schema as nlohmann has it, references turned into ones inside one text.
ordered_json converted(const Piece& piece) {
  if (const JsonObject* const members = piece.json->object()) {
    ordered_json object = ordered_json::object();
    for (const JsonMember& member : *members) {
      object[member.name] = converted({piece.file, &member.value});
    }
    piece.check_reference();
    if (piece.referred()) {
      std::string& reference = object.at("$ref").get_ref<std::string&>();
      reference.erase(0, reference.find('#'));
    }
    return object;
  }
  if (const JsonArray* const elements = piece.json->array()) {
    ordered_json array = ordered_json::array();
    for (const Json& element : *elements) {
      array.push_back(converted({piece.file, &element}));
    }
    return array;
  }
  if (const std::string* const string = piece.json->string()) {
    return *string;
  }
  if (const JsonNumber* const number = piece.json->number()) {
    return ordered_json::parse(number->text);
  }
  if (const bool* const boolean = piece.json->boolean()) {
    return *boolean;
  }
  return nullptr;
}

/// Objects have the members that are declared and no others.
void close(ordered_json& schema) {
  if (const auto properties = schema.find("properties"); properties != schema.end()) {
    for (auto& property : *properties) {
      close(property);
    }
    if (!schema.contains("additionalProperties")) {
      schema["additionalProperties"] = false;
    }
  }
  if (const auto items = schema.find("items"); items != schema.end()) {
    close(*items);
  }
}

/// What the rows of every table may say beside their columns, nested tables included.
void add_row_members(ordered_json& properties, const std::string& pointer) {
  for (auto& [id, property] : properties.items()) {
    if (!property.contains("items") || !property.at("items").contains("properties")) {
      continue;
    }
    const std::string row = fmt::format("{}/{}/items", pointer, id);
    ordered_json& columns = property.at("items").at("properties");
    add_row_members(columns, row + "/properties");
    columns["place"] = {{"$ref", "#/definitions/place"}};
    columns["doubt"] = {{"description", "Why the row was not read with certainty."},
                        {"type", "string"}};
    columns["readings"] = {{"description", "Other readings of the same statement."},
                           {"type", "array"},
                           {"items", {{"$ref", row}}}};
  }
}

void merge(ordered_json& into, const ordered_json& from, const SchemaFile& file,
           std::string_view section) {
  for (const auto& [name, value] : from.items()) {
    if (into.contains(name) && into.at(name) != value) {
      const Json* const own = file.json.member(section)->member(name);
      throw Piece{&file, own}.failure({"schema.shape_twice", {{"name", name}}});
    }
    into[name] = value;
  }
}

void require_nothing_of_rows(ordered_json& properties) {
  for (auto& property : properties) {
    if (property.contains("items") && property.at("items").contains("properties")) {
      property.at("items").erase("required");
      require_nothing_of_rows(property.at("items").at("properties"));
    }
  }
}

}  // namespace

ordered_json composed(const SchemaFile& file, const SchemaFile& statements) {
  ordered_json schema = converted({&file, &file.json});
  const ordered_json common = converted({&statements, &statements.json});
  merge(schema["properties"], common.at("properties"), file, "properties");
  add_row_members(schema.at("properties"), "#/properties");
  ordered_json definitions = schema.value("definitions", ordered_json::object());
  merge(definitions, common.at("definitions"), file, "definitions");
  schema.erase("definitions");  // to the end
  close(schema);
  for (auto& definition : definitions) {
    close(definition);
  }
  schema["definitions"] = std::move(definitions);
  return schema;
}

ordered_json without_required(ordered_json schema) {
  schema.erase("required");
  require_nothing_of_rows(schema.at("properties"));
  return schema;
}

}  // namespace tieout::schema
