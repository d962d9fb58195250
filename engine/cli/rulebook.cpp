// Loads units and schemas, and compiles rules when a report first needs them.
#include "cli/rulebook.hpp"

#include "cli/inputs.hpp"
#include "cli/words.hpp"
#include "source/data_folder.hpp"
#include "source/source.hpp"

#include <algorithm>
#include <utility>

namespace tieout::cli {

namespace {

namespace fs = std::filesystem;
using source::Failure;

figure::UnitSystem load_units(const fs::path& data) {
  const auto path = (data / "schemas" / "units.json").string();
  const auto text = source::decode(path, source::read_bytes(path, source::Limits{}));
  return figure::UnitSystem::from_json(path, text.text());
}

std::vector<std::string_view> ids_of(const std::vector<schema::Schema>& schemas) {
  std::vector<std::string_view> ids;
  ids.reserve(schemas.size());
  for (const auto& schema : schemas) ids.push_back(schema.id);
  return ids;
}

// A schema of the user's own is named by its file.
bool names_a_file(const std::string& schema) {
  return schema.find('/') != std::string::npos || schema.ends_with(".json");
}

}  // namespace

Rulebook::Rulebook(const Options& options, const std::vector<std::string>& rule_paths)
    : data_(source::data_folder()),
      units_(load_units(data_)),
      schemas_(schema::load_schemas((data_ / "schemas").string(), units_)),
      named_files_(rule_files(rule_paths)),
      options_{options.profile, options.parameters, {}} {
  if (names_a_file(options.schema)) {
    from_file_ = std::make_unique<const schema::Schema>(
        schema::load_schema(options.schema, (data_ / "schemas").string(), units_));
    chosen_ = from_file_.get();
  } else if (!options.schema.empty()) {
    chosen_ = &schema(options.schema);
  }
}

const schema::Schema& Rulebook::schema(std::string_view id) const {
  const auto found = std::ranges::find(schemas_, id, &schema::Schema::id);
  if (found != schemas_.end()) return *found;
  throw Failure(
      {"cli.unknown_schema",
       {{"schema", std::string(id)}, {"known", schema_ids()}, suggestion(id, ids_of(schemas_))}});
}

std::string Rulebook::schema_ids() const { return list_of(ids_of(schemas_)); }

fs::path Rulebook::pack_of(const schema::Schema& schema) const {
  return data_ / "rules" / schema.id;
}

std::vector<std::string> Rulebook::files_for(const schema::Schema& schema) const {
  if (!named_files_.empty()) return named_files_;
  const auto pack = pack_of(schema);
  if (!fs::is_directory(pack)) {
    throw Failure({"cli.no_rules_for_schema", {{"schema", schema.id}}});
  }
  return rule_files({pack.string()});
}

const language::Program& Rulebook::program(const schema::Schema& schema) {
  const std::lock_guard lock(mutex_);
  const auto known = programs_.find(&schema);
  if (known != programs_.end()) return known->second;
  auto compiled = language::compile(files_for(schema), schema, units_, options_);
  if (!compiled.diagnostics.empty()) throw BadRules(std::move(compiled.diagnostics));
  if (compiled.program.rules.empty() && !compiled.program.over_reports) {
    const auto named = schemas_named();
    if (named.empty()) throw Failure({"cli.no_rules_for_schema", {{"schema", schema.id}}});
    throw Failure({"cli.rules_for_others",
                   {{"schema", schema.id}, {"others", list_of({named.begin(), named.end()})}}});
  }
  return programs_.emplace(&schema, std::move(compiled.program)).first->second;
}

std::set<std::string> Rulebook::schemas_named() const {
  std::set<std::string> ids;
  for (const auto& path : named_files_) {
    const auto text = source::decode(path, source::read_bytes(path, options_.limits));
    if (auto id = language::schema_of(text); !id.empty()) ids.insert(std::move(id));
  }
  return ids;
}

std::vector<const schema::Schema*> Rulebook::schemas_with_rules() const {
  if (chosen_ != nullptr) return {chosen_};
  std::vector<const schema::Schema*> found;
  if (named_files_.empty()) {
    for (const auto& each : schemas_) {
      if (fs::is_directory(pack_of(each))) found.push_back(&each);
    }
    return found;
  }
  for (const auto& id : schemas_named()) found.push_back(&schema(id));
  if (found.empty()) throw Failure({"cli.rules_without_schema", {{"known", schema_ids()}}});
  return found;
}

std::vector<std::string> Rulebook::files_used() const {
  std::set<std::string> names;
  const auto prefix = (data_ / "").string();
  for (const auto& [schema, program] : programs_) {
    for (const auto& file : program.files) {
      const auto& name = file->name();
      names.insert(name.starts_with(prefix) ? name.substr(prefix.size()) : name);
    }
  }
  return {names.begin(), names.end()};
}

std::size_t Rulebook::rules_used() const {
  std::size_t count = 0;
  for (const auto& [schema, program] : programs_) {
    count += program.rules.size();
    if (program.over_reports) count += program.over_reports->rules.size();
  }
  return count;
}

}  // namespace tieout::cli
