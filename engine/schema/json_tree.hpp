// JSON that keeps what a report needs of it: the characters of numbers, and where each value
// stands.
#pragma once

#include "source/source.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace tieout::schema {

struct Json;
struct JsonMember;

struct JsonNumber {
  std::string text;  ///< as written, in JSON's grammar: 1003.30, -0, 1e400
};
using JsonArray = std::vector<Json>;
using JsonObject = std::vector<JsonMember>;  ///< in the order of the text, no name twice

/// A value of a JSON text.
struct Json {
  std::variant<std::monostate, bool, JsonNumber, std::string, JsonArray, JsonObject> value;
  std::uint32_t line = 0;    ///< where it begins, from 1
  std::uint32_t column = 0;  ///< in characters, from 1

  [[nodiscard]] bool is_null() const { return std::holds_alternative<std::monostate>(value); }
  // Null if it is of another kind.
  [[nodiscard]] const bool* boolean() const { return std::get_if<bool>(&value); }
  [[nodiscard]] const JsonNumber* number() const { return std::get_if<JsonNumber>(&value); }
  [[nodiscard]] const std::string* string() const { return std::get_if<std::string>(&value); }
  [[nodiscard]] const JsonArray* array() const { return std::get_if<JsonArray>(&value); }
  [[nodiscard]] const JsonObject* object() const { return std::get_if<JsonObject>(&value); }
  /// The member of an object with this name; null if there is none or this is no object.
  [[nodiscard]] const Json* member(std::string_view name) const;
};

struct JsonMember {
  std::string name;
  std::uint32_t line = 0;  ///< where the name begins
  std::uint32_t column = 0;
  Json value;
};

/// Reads a JSON text. Throws Failure with its place: broken JSON, a name twice in one object, more
/// than limits.json_depth levels, a number of more than limits.number_characters characters, more
/// than limits.table_cells values. Time and memory are linear in the text.
[[nodiscard]] Json parse_json(const source::Source& text, const source::Limits& limits);

/// `pointer` (RFC 6901) with one more step.
[[nodiscard]] std::string child_pointer(std::string_view pointer, std::string_view name);
[[nodiscard]] std::string child_pointer(std::string_view pointer, std::size_t index);

/// The first characters of a text, to be shown in a message.
[[nodiscard]] std::string excerpt(std::string_view text);

}  // namespace tieout::schema
