// Loads report schemas from their folder.
#include "schema/annotations.hpp"
#include "schema/composition.hpp"
#include "schema/schema.hpp"
#include "schema/validator.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>

namespace tieout::schema {
namespace {

constexpr std::string_view ending = ".schema.json";
constexpr std::string_view annotations_file = "annotations.schema.json";

std::shared_ptr<const SchemaFile> read_statements(const std::filesystem::path& folder,
                                                  const Validator* annotations) {
  return std::make_shared<const SchemaFile>((folder / statements_file).string(), annotations,
                                            nullptr);
}

/// The JSON Schema in one piece is put together when it is first used: a run that reads documents
/// needs none, one that reads JSON needs that of one kind.
Schema load(const std::filesystem::path& path, const Validator* annotations,
            const std::shared_ptr<const SchemaFile>& statements, const figure::UnitSystem& units) {
  std::string id = path.filename().string();
  id.resize(id.ends_with(ending) ? id.size() - ending.size() : path.stem().string().size());
  const auto file = std::make_shared<const SchemaFile>(path.string(), annotations, statements);
  Schema schema = read_annotations(*file, *statements, units, std::move(id));
  constexpr int indent = 2;
  schema.whole = std::make_shared<const Validator>(
      [file, statements] { return composed(*file, *statements).dump(indent); }, file);
  schema.partial = std::make_shared<const Validator>(
      [file, statements] { return without_required(composed(*file, *statements)).dump(); });
  return schema;
}

}  // namespace

Schema load_schema(const std::string& path, const std::string& folder,
                   const figure::UnitSystem& units) {
  const Validator annotations([path = std::filesystem::path(folder) / annotations_file] {
    return source::read_bytes(path.string(), {});
  });
  Schema schema = load(path, &annotations, read_statements(folder, &annotations), units);
  (void)schema.whole->text();  // a schema of the user's own is refused now, not when it is used
  return schema;
}

std::vector<Schema> load_schemas(const std::string& folder, const figure::UnitSystem& units) {
  const auto statements = read_statements(folder, nullptr);
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (name.ends_with(ending) && name != annotations_file && name != "findings.schema.json") {
      paths.push_back(entry.path());
    }
  }
  std::ranges::sort(paths);
  std::vector<Schema> schemas;
  schemas.reserve(paths.size());
  for (const auto& path : paths) {
    schemas.push_back(load(path, nullptr, statements, units));
  }
  return schemas;
}

}  // namespace tieout::schema
