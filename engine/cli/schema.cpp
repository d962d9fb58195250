// tieout schema: the JSON Schema of a report; without a name, which schemas there are.
#include "cli/commands.hpp"
#include "cli/rulebook.hpp"
#include "schema/validator.hpp"

#include <fmt/format.h>

#include <iostream>

namespace tieout::cli {

int schema(const Options& options) {
  auto chosen = options;
  chosen.schema = options.name;  // a name or a file, as with --schema
  const Rulebook rulebook(chosen);
  if (rulebook.chosen() == nullptr) {
    for (const auto& each : rulebook.schemas()) {
      std::cout << fmt::format("{}  {}\n", each.id, each.title);
    }
    return 0;
  }
  const auto text = rulebook.chosen()->whole->text();
  std::cout << text << (text.ends_with('\n') ? "" : "\n");
  return 0;
}

}  // namespace tieout::cli
