// tieout fmt: lays rule files out.
#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/inputs.hpp"
#include "cli/rulebook.hpp"
#include "language/format.hpp"
#include "source/data_folder.hpp"
#include "source/source.hpp"

#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace tieout::cli {

int fmt(const Options& options) {
  const auto paths = options.paths.empty() ? std::vector{(source::data_folder() / "rules").string()}
                                           : options.paths;
  // Nothing is written before every file was understood.
  std::vector<std::pair<std::string, std::string>> changed;
  std::vector<language::Diagnostic> diagnostics;
  for (const auto& path : rule_files(paths)) {
    const auto bytes = source::read_bytes(path, options.limits);
    const auto file = std::make_shared<const source::Source>(source::decode(path, bytes));
    auto text = language::formatted(file, options.limits, diagnostics);
    if (text != bytes) changed.emplace_back(path, std::move(text));
  }
  if (!diagnostics.empty()) throw BadRules(std::move(diagnostics));
  for (const auto& [path, text] : changed) {
    if (!options.only_check) write_whole(path, text);
    const auto* const id = options.only_check ? "cli.fmt_would_change" : "cli.fmt_changed";
    std::cout << source::render({id, {{"file", path}}}, options.language) << '\n';
  }
  return options.only_check && !changed.empty() ? 1 : 0;
}

}  // namespace tieout::cli
