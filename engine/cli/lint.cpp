// tieout lint: judges rules.
#include "language/lint.hpp"
#include "cli/commands.hpp"
#include "cli/log.hpp"
#include "cli/rulebook.hpp"

#include <iostream>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace tieout::cli {

namespace {

/// Warnings of several packs: a file that more than one of them uses is judged with each.
class Warnings {
 public:
  void add(const language::Linted& linted) {
    for (const auto& file : linted.files) ++packs_[file];
    for (const auto& warning : linted.warnings) {
      const auto [known, is_new] = times_.try_emplace(key_of(warning), 0);
      ++known->second;
      if (is_new) all_.push_back(warning);
    }
  }

  /// Each once; what one pack uses of a file is not unused, although others do not.
  [[nodiscard]] std::vector<language::Diagnostic> told() const {
    std::vector<language::Diagnostic> result;
    for (const auto& warning : all_) {
      const auto& id = warning.message.id;
      const bool unused = id == "rule.lint_unused_define" || id == "rule.lint_unused_param";
      const bool everywhere = times_.at(key_of(warning)) == packs_.at(warning.file->name());
      if (!unused || everywhere) result.push_back(warning);
    }
    return result;
  }

 private:
  using Key = std::tuple<std::string, std::size_t, std::string>;

  static Key key_of(const language::Diagnostic& warning) {
    return {warning.file->name(), warning.span.begin, warning.message.id};
  }

  std::vector<language::Diagnostic> all_;
  std::map<Key, std::size_t> times_;
  std::map<std::string, std::size_t> packs_;
};

}  // namespace

int lint(const Options& options) {
  Rulebook rulebook(options, options.paths);
  std::size_t rules = 0;
  Warnings warnings;
  for (const auto* schema : rulebook.schemas_with_rules()) {
    auto linted = language::lint(rulebook.files_for(*schema), *schema, rulebook.units(),
                                 {options.profile, options.parameters, {}});
    if (!linted.errors.empty()) throw BadRules(std::move(linted.errors));
    rules += linted.rules;
    warnings.add(linted);
  }
  const auto told = warnings.told();
  for (const auto& warning : told) std::cout << language::render(warning, options.language);
  const source::Message totals = {
      "cli.lint_totals",
      {{"rules", std::to_string(rules)}, {"warnings", std::to_string(told.size())}}};
  std::cout << source::render(totals, options.language) << '\n';
  if (rules == 0) {
    say(Level::error, source::Message("cli.no_rule_to_lint"));
    return 2;
  }
  return told.empty() ? 0 : 1;
}

}  // namespace tieout::cli
