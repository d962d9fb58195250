// Fuzzing of schema files: whatever the bytes, they are a schema or a sentence says why not.
#include "target.hpp"

#include "schema/schema.hpp"
#include "shipped_schemas.hpp"
#include "temporary_folder.hpp"

namespace tieout::fuzz {

void read(std::string_view bytes) {
  static const TemporaryFolder folder;
  const auto path = folder.write("fuzzed.schema.json", bytes);
  const auto schema = schema::load_schema(path, schemas_folder, units());
  require(schema.id == "fuzzed");
}

}  // namespace tieout::fuzz
