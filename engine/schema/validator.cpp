// Valijson decides whether a value fits; its words and paths are not shown (see explanation.hpp).
#include "schema/validator.hpp"

#include "schema/explanation.hpp"

#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include <charconv>
#include <limits>
#include <mutex>
#include <system_error>
#include <utility>

namespace tieout::schema {
namespace {

/// A number as far as schemas look at it: its kind and its size.
nlohmann::json judged_number(const JsonNumber& number) {
  const char* const begin = number.text.data();
  const char* const end = begin + number.text.size();
  if (is_integer(number)) {
    std::int64_t integer = 0;
    if (std::from_chars(begin, end, integer).ec == std::errc()) {
      return integer;
    }
  }
  double value = 0;
  if (std::from_chars(begin, end, value).ec == std::errc::result_out_of_range) {
    value = std::numeric_limits<double>::max();
  }
  return value;
}

nlohmann::json judged(const Json& value) {
  if (const bool* const boolean = value.boolean()) {
    return *boolean;
  }
  if (const JsonNumber* const number = value.number()) {
    return judged_number(*number);
  }
  if (const std::string* const string = value.string()) {
    return *string;
  }
  if (const JsonArray* const elements = value.array()) {
    nlohmann::json array = nlohmann::json::array();
    for (const Json& element : *elements) {
      array.push_back(judged(element));
    }
    return array;
  }
  if (const JsonObject* const members = value.object()) {
    nlohmann::json object = nlohmann::json::object();
    for (const JsonMember& member : *members) {
      object[member.name] = judged(member.value);
    }
    return object;
  }
  return nullptr;
}

}  // namespace

struct Validator::Compiled {
  nlohmann::json text;
  valijson::Schema schema;
};

struct Validator::Once {
  std::once_flag flag;
};

Validator::Validator(std::function<std::string()> schema, std::shared_ptr<const SchemaFile> file)
    : schema_(std::move(schema)), file_(std::move(file)), once_(std::make_unique<Once>()) {}

Validator::~Validator() = default;

std::optional<Violation> Validator::check(const Json& instance) const {
  std::call_once(once_->flag, [this] {
    auto compiled = std::make_unique<Compiled>();
    compiled->text = nlohmann::json::parse(schema_());
    valijson::SchemaParser parser;
    parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(compiled->text),
                          compiled->schema);
    compiled_ = std::move(compiled);
  });
  const nlohmann::json target = judged(instance);
  valijson::Validator validator;
  // Without a list of results: a hostile file would make it longer than the file.
  if (validator.validate(compiled_->schema, valijson::adapters::NlohmannJsonAdapter(target),
                         nullptr)) {
    return std::nullopt;
  }
  return explain(compiled_->text, instance);
}

source::Failure failure(const Violation& violation, const source::Source& text) {
  source::Place place;
  place.source = text.place(0).source;
  place.line = violation.line;
  place.column = violation.column;
  place.pointer = violation.pointer;
  return source::Failure(violation.message, std::move(place));
}

}  // namespace tieout::schema
