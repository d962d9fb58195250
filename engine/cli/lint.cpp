// tieout lint: judges rules.
#include "language/lint.hpp"
#include "cli/commands.hpp"
#include "cli/log.hpp"
#include "cli/rulebook.hpp"

#include <iostream>
#include <string>

namespace tieout::cli {

int lint(const Options& options) {
  Rulebook rulebook(options, options.paths);
  std::size_t rules = 0;
  std::size_t warnings = 0;
  for (const auto* schema : rulebook.schemas_with_rules()) {
    auto linted = language::lint(rulebook.files_for(*schema), *schema, rulebook.units(),
                                 {options.profile, options.parameters, {}});
    if (!linted.errors.empty()) throw BadRules(std::move(linted.errors));
    rules += linted.rules;
    warnings += linted.warnings.size();
    for (const auto& warning : linted.warnings) {
      std::cout << language::render(warning, options.language);
    }
  }
  std::cout << source::render(
                   {"cli.lint_totals",
                    {{"rules", std::to_string(rules)}, {"warnings", std::to_string(warnings)}}},
                   options.language)
            << '\n';
  if (rules == 0) {
    say(Level::error, source::Message("cli.no_rule_to_lint"));
    return 2;
  }
  return warnings == 0 ? 0 : 1;
}

}  // namespace tieout::cli
