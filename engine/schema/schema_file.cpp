// Reads a schema file and follows references between its pieces.
#include "schema/schema_file.hpp"

#include "schema/validator.hpp"

#include <charconv>
#include <utility>

namespace tieout::schema {
namespace {

constexpr int longest_chain = 32;  ///< of references from one shape to the next

source::Source read_text(const std::string& path) {
  return source::decode(path, source::read_bytes(path, {}));
}

}  // namespace

SchemaFile::SchemaFile(const std::string& path, const Validator* annotations,
                       std::shared_ptr<const SchemaFile> statements_of)
    : text(read_text(path)), json(parse_json(text, {})), statements(std::move(statements_of)) {
  if (annotations == nullptr) {
    return;
  }
  if (const auto violation = annotations->check(json)) {
    throw schema::failure(*violation, text);
  }
}

Piece SchemaFile::root() const { return {this, &json}; }

std::optional<Piece> Piece::member(std::string_view name) const {
  const Json* const found = json->member(name);
  return found == nullptr ? std::nullopt : std::optional(Piece{file, found});
}

Piece Piece::at(std::string_view name) const {
  if (const auto found = member(name)) {
    return *found;
  }
  throw failure({"schema.member_wanted", {{"name", std::string(name)}}});
}

const std::string& Piece::string() const {
  if (const std::string* const found = json->string()) {
    return *found;
  }
  throw failure({"schema.text_wanted"});
}

const JsonObject& Piece::members() const {
  if (const JsonObject* const found = json->object()) {
    return *found;
  }
  throw failure({"schema.object_wanted"});
}

std::vector<Piece> Piece::elements() const {
  const JsonArray* const found = json->array();
  if (found == nullptr) {
    throw failure({"schema.list_wanted"});
  }
  std::vector<Piece> pieces;
  for (const Json& element : *found) {
    pieces.push_back({file, &element});
  }
  return pieces;
}

std::optional<Piece> Piece::annotation(std::string_view name) const {
  std::optional<Piece> found = member(name);
  std::optional<Piece> piece = *this;
  for (int steps = 0; !found && (piece = piece->referred()); ++steps) {
    if (steps == longest_chain) {
      throw failure({"schema.reference_circle"});
    }
    found = piece->member(name);
  }
  return found;
}

void Piece::check_reference() const { (void)annotation(""); }

std::optional<Piece> Piece::referred() const {
  const auto reference = member("$ref");
  if (!reference) {
    return std::nullopt;
  }
  const std::string& text = reference->string();
  const SchemaFile* target = file;
  std::string_view rest = text;
  if (rest.starts_with(statements_file)) {
    rest.remove_prefix(statements_file.size());
    target = file->statements == nullptr ? file : file->statements.get();
  }
  constexpr std::string_view definitions = "#/definitions/";
  if (rest.starts_with(definitions)) {
    if (const Json* const all = target->json.member("definitions")) {
      if (const Json* const found = all->member(rest.substr(definitions.size()))) {
        return Piece{target, found};
      }
    }
  }
  throw reference->failure({"schema.reference_nowhere", {{"reference", text}}});
}

std::string Piece::text_of(std::string_view name, std::string_view otherwise) const {
  const auto found = annotation(name);
  return found && found->json->string() != nullptr ? *found->json->string()
                                                   : std::string(otherwise);
}

bool Piece::flag_of(std::string_view name) const {
  const auto found = annotation(name);
  return found && found->json->boolean() != nullptr && *found->json->boolean();
}

std::vector<std::string> Piece::words_of(std::string_view name) const {
  std::vector<std::string> words;
  if (const auto found = annotation(name)) {
    for (const Piece& word : found->elements()) {
      words.push_back(word.string());
    }
  }
  return words;
}

std::optional<int> Piece::integer_of(std::string_view name) const {
  const auto found = annotation(name);
  if (!found || found->json->number() == nullptr) {
    return std::nullopt;
  }
  const std::string& text = found->json->number()->text;
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

source::Failure Piece::failure(source::Message message) const {
  return schema::failure({std::move(message), "", json->line, json->column}, file->text);
}

}  // namespace tieout::schema
