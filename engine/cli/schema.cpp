// tieout schema: the JSON Schema of a report; without a name, which schemas there are.
#include "cli/commands.hpp"
#include "cli/rulebook.hpp"
#include "schema/validator.hpp"

#include <fmt/format.h>

#include <iostream>

namespace tieout::cli {

int schema(const Options& options) {
  const Rulebook rulebook(options);
  if (options.name.empty()) {
    for (const auto& each : rulebook.schemas()) {
      std::cout << fmt::format("{}  {}\n", each.id, each.title);
    }
    return 0;
  }
  const auto text = rulebook.schema(options.name).whole->text();
  std::cout << text << (text.ends_with('\n') ? "" : "\n");
  return 0;
}

}  // namespace tieout::cli
