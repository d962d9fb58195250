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

/// What every schema of a folder is read with.
struct Common {
  explicit Common(const std::filesystem::path& folder)
      : annotations([path = (folder / "annotations.schema.json").string()] {
          return source::read_bytes(path, {});
        }),
        statements((folder / statements_file).string(), annotations, nullptr) {}

  Validator annotations;
  SchemaFile statements;
};

Schema load(const std::filesystem::path& path, const Common& common,
            const figure::UnitSystem& units) {
  std::string id = path.filename().string();
  id.resize(id.ends_with(ending) ? id.size() - ending.size() : path.stem().string().size());
  const SchemaFile file(path.string(), common.annotations, &common.statements);
  Schema schema = read_annotations(file, common.statements, units, std::move(id));
  const auto json =
      std::make_shared<const nlohmann::ordered_json>(composed(file, common.statements));
  constexpr int indent = 2;
  schema.whole = std::make_shared<const Validator>([json] { return json->dump(indent); });
  schema.partial =
      std::make_shared<const Validator>([json] { return without_required(*json).dump(); });
  return schema;
}

}  // namespace

Schema load_schema(const std::string& path, const std::string& folder,
                   const figure::UnitSystem& units) {
  return load(path, Common(folder), units);
}

std::vector<Schema> load_schemas(const std::string& folder, const figure::UnitSystem& units) {
  const Common common(folder);
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (name.ends_with(ending) && name != "annotations.schema.json" &&
        name != "findings.schema.json") {
      paths.push_back(entry.path());
    }
  }
  std::ranges::sort(paths);
  std::vector<Schema> schemas;
  for (const auto& path : paths) {
    schemas.push_back(load(path, common, units));
  }
  return schemas;
}

}  // namespace tieout::schema
