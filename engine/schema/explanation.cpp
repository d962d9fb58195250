// Walks schema and value side by side until something does not fit.
#include "schema/explanation.hpp"

#include "schema/nearest.hpp"
#include "schema/schema.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <map>
#include <string>
#include <vector>

namespace tieout::schema {
namespace {

using nlohmann::json;
using source::Message;
using Found = std::optional<Violation>;

/// What is wanted where the type is wrong: by the annotation x-kind, else by the JSON type.
Message wanted(const json& schema, const json& types) {
  static const std::map<std::string, std::string, std::less<>> sentences = {
      {"number", "schema.expects_number"},   {"text", "schema.expects_text"},
      {"string", "schema.expects_text"},     {"date", "schema.expects_date"},
      {"target", "schema.expects_target"},   {"boolean", "schema.expects_boolean"},
      {"integer", "schema.expects_integer"}, {"array", "schema.expects_list"},
      {"object", "schema.expects_object"},   {"null", "schema.expects_null"}};
  return {sentences.at(schema.value("x-kind", types.front().get_ref<const std::string&>()))};
}

/// What stands there.
Message described(const Json& value) {
  if (const JsonNumber* const number = value.number()) {
    return {"schema.found_number", {{"number", excerpt(number->text)}}};
  }
  if (const std::string* const string = value.string()) {
    return {"schema.found_text", {{"text", excerpt(*string)}}};
  }
  if (const bool* const boolean = value.boolean()) {
    return {"schema.found_boolean", {{"value", *boolean ? "true" : "false"}}};
  }
  if (value.array() != nullptr) {
    return {"schema.found_list"};
  }
  return {value.object() != nullptr ? "schema.found_object" : "schema.found_null"};
}

bool has_type(const Json& value, std::string_view type) {
  if (const JsonNumber* const number = value.number()) {
    return type == "number" || (type == "integer" && is_integer(*number));
  }
  return (type == "string" && value.string() != nullptr) ||
         (type == "boolean" && value.boolean() != nullptr) ||
         (type == "array" && value.array() != nullptr) ||
         (type == "object" && value.object() != nullptr) || (type == "null" && value.is_null());
}

double number_of(const Json& value) {
  double result = 0;
  if (const JsonNumber* const number = value.number()) {
    std::from_chars(number->text.data(), number->text.data() + number->text.size(), result);
  }
  return result;
}

bool equals(const Json& value, const json& constant) {
  if (constant.is_string()) {
    return value.string() != nullptr && *value.string() == constant.get_ref<const std::string&>();
  }
  if (constant.is_boolean()) {
    return value.boolean() != nullptr && *value.boolean() == constant.get<bool>();
  }
  if (constant.is_number()) {
    return value.number() != nullptr && number_of(value) == constant.get<double>();
  }
  return constant.is_null() && value.is_null();
}

class Explainer {
 public:
  explicit Explainer(const json& root) : root_(root) {}

  [[nodiscard]] Found find(const json& schema, const Json& value,
                           const std::string& pointer) const {
    if (schema.is_boolean()) {
      return schema.get<bool>() ? Found() : at(value, pointer, {"schema.nothing_fits"});
    }
    if (const auto reference = schema.find("$ref"); reference != schema.end()) {
      const std::string target = reference->get<std::string>().substr(1);
      return find(root_.at(json::json_pointer(target)), value, pointer);
    }
    if (Found found = own(schema, value, pointer)) {
      return found;
    }
    if (Found found = conditional(schema, value, pointer)) {
      return found;
    }
    if (const JsonArray* const elements = value.array(); elements && schema.contains("items")) {
      for (std::size_t i = 0; i < elements->size(); ++i) {
        if (Found found = find(schema.at("items"), (*elements)[i], child_pointer(pointer, i))) {
          return found;
        }
      }
    }
    return value.object() != nullptr ? members(schema, value, pointer) : Found();
  }

 private:
  static Found at(const Json& value, const std::string& pointer, Message message) {
    if (pointer.empty()) {
      message.arguments.push_back({"pointer", "", {"schema.all_data"}});
    } else {
      message.arguments.push_back({"pointer", pointer});
    }
    return Violation{std::move(message), pointer, value.line, value.column};
  }

  /// The keywords that look at the value as a whole.
  static Found own(const json& schema, const Json& value, const std::string& pointer) {
    if (const auto type = schema.find("type"); type != schema.end()) {
      const json types = type->is_array() ? *type : json::array({*type});
      const bool fits = std::ranges::any_of(types, [&](const json& name) {
        return has_type(value, name.get_ref<const std::string&>());
      });
      if (!fits) {
        return at(value, pointer,
                  {"schema.wrong_type",
                   {{"expected", "", wanted(schema, types)}, {"found", "", described(value)}}});
      }
    }
    if (const auto constant = schema.find("const");
        constant != schema.end() && !equals(value, *constant)) {
      return not_one_of(json::array({*constant}), value, pointer);
    }
    if (const auto constants = schema.find("enum"); constants != schema.end()) {
      const bool fits = std::ranges::any_of(
          *constants, [&](const json& constant) { return equals(value, constant); });
      if (!fits) {
        return not_one_of(*constants, value, pointer);
      }
    }
    return bounds(schema, value, pointer);
  }

  static Found not_one_of(const json& constants, const Json& value, const std::string& pointer) {
    std::string list;
    for (const json& constant : constants) {
      list += (list.empty() ? "" : ", ") + constant.dump();
    }
    return at(value, pointer,
              {"schema.not_one_of", {{"expected", list}, {"found", "", described(value)}}});
  }

  static Found bounds(const json& schema, const Json& value, const std::string& pointer) {
    if (value.number() != nullptr) {
      const auto low = schema.find("minimum");
      const auto high = schema.find("maximum");
      if (low != schema.end() && number_of(value) < low->get<double>()) {
        return at(value, pointer,
                  {"schema.too_small", {{"bound", low->dump()}, {"found", "", described(value)}}});
      }
      if (high != schema.end() && number_of(value) > high->get<double>()) {
        return at(value, pointer,
                  {"schema.too_large", {{"bound", high->dump()}, {"found", "", described(value)}}});
      }
    }
    const auto fewest = schema.find("minItems");
    if (value.array() != nullptr && fewest != schema.end() &&
        value.array()->size() < fewest->get<std::size_t>()) {
      return at(value, pointer, {"schema.too_few", {{"bound", fewest->dump()}}});
    }
    return {};
  }

  [[nodiscard]] Found conditional(const json& schema, const Json& value,
                                  const std::string& pointer) const {
    const auto condition = schema.find("if");
    if (condition == schema.end()) {
      return {};
    }
    const char* const branch = find(*condition, value, pointer) ? "else" : "then";
    const auto chosen = schema.find(branch);
    return chosen == schema.end() ? Found() : find(*chosen, value, pointer);
  }

  [[nodiscard]] Found members(const json& schema, const Json& value,
                              const std::string& pointer) const {
    static const json none = json::object();
    const auto declared = schema.find("properties");
    const json& properties = declared == schema.end() ? none : *declared;
    for (const JsonMember& member : *value.object()) {
      const auto property = properties.find(member.name);
      const auto other = schema.find("additionalProperties");
      if (property == properties.end() && other != schema.end() && *other == false) {
        return unknown(properties, member, pointer);
      }
      const json* const inner = property != properties.end() ? &*property
                                : other != schema.end()      ? &*other
                                                             : nullptr;
      if (inner != nullptr) {
        if (Found found = find(*inner, member.value, child_pointer(pointer, member.name))) {
          return found;
        }
      }
    }
    if (const auto required = schema.find("required"); required != schema.end()) {
      for (const json& name : *required) {
        if (value.member(name.get_ref<const std::string&>()) == nullptr) {
          return at(value, pointer,
                    {"schema.lacks", {{"name", name.get_ref<const std::string&>()}}});
        }
      }
    }
    return {};
  }

  /// A name that is not declared: perhaps misspelt, perhaps a title or caption in place of the id.
  static Found unknown(const json& properties, const JsonMember& member,
                       const std::string& pointer) {
    std::string near;
    std::vector<std::string_view> ids;
    const std::string name = folded(excerpt(member.name));
    for (const auto& [id, property] : properties.items()) {
      ids.push_back(id);
      std::vector<std::string> names = {property.value("title", "")};
      for (const char* const annotation : {"x-captions", "x-heads"}) {
        const auto more = property.value(annotation, std::vector<std::string>());
        names.insert(names.end(), more.begin(), more.end());
      }
      const bool named = std::ranges::any_of(
          names, [&](const std::string& one) { return !one.empty() && folded(one) == name; });
      if (named && near.empty()) {
        near = id;
      }
    }
    if (near.empty()) {
      near = nearest(member.name, ids);
    }
    Message message("schema.unknown_name", {{"name", excerpt(member.name)}});
    if (!near.empty()) {
      message =
          Message("schema.unknown_name_near", {{"name", excerpt(member.name)}, {"near", near}});
    }
    Found found = at(member.value, pointer, std::move(message));
    found->pointer = child_pointer(pointer, member.name);
    found->line = member.line;
    found->column = member.column;
    return found;
  }

  const json& root_;
};

}  // namespace

Violation explain(const json& schema, const Json& instance) {
  if (Found found = Explainer(schema).find(schema, instance, "")) {
    return *std::move(found);
  }
  return {Message("schema.does_not_fit"), "", instance.line, instance.column};
}

bool is_integer(const JsonNumber& number) {
  return number.text.find_first_of(".eE") == std::string::npos;
}

}  // namespace tieout::schema
