// From rule files to a checked program, step by step.
#include "language/compile.hpp"

#include "language/checked_rule.hpp"
#include "language/diagnostic.hpp"
#include "language/load.hpp"
#include "language/settings.hpp"

#include <map>

namespace tieout::language {

using source::Message;

namespace {

/// Lowers the rules of all files, of those with the same id the first.
void add_rules(Workshop& workshop, const std::vector<syntax::File>& files, Program& program) {
  std::map<std::string_view, At> first;
  for (std::size_t i = 0; i < files.size(); ++i) {
    for (const auto& rule : files[i].rules) {
      const At at = {files[i].source, rule.id.span};
      const auto [known, is_new] = first.emplace(rule.id.text, at);
      if (!is_new) {
        workshop.reporter.error(at, Message("rule.rule_twice", {{"id", rule.id.text}}), {},
                                known->second);
      }
      auto checked = checked_rule(workshop, files[i], i, rule);
      if (checked && is_new) program.rules.push_back(std::move(*checked));
    }
  }
}

}  // namespace

Compiled compile(const std::vector<std::string>& paths, const schema::Schema& schema,
                 const figure::UnitSystem& units, const Options& options) {
  Compiled result;
  auto& program = result.program;
  program.schema = &schema;
  const auto files = load(paths, schema.id, options.limits, result.diagnostics);
  for (const auto& file : files) program.files.push_back(file.source);

  Reporter reporter(result.diagnostics, options.limits.diagnostics);
  const SchemaNames names(schema);
  Workshop workshop = {schema,  units, options, names, Declarations(files, names, reporter),
                       reporter};
  choose_profile(workshop);
  program.profiles = workshop.declarations.profiles();
  program.profile = workshop.profile;
  program.parameters = settle_parameters(workshop);
  for (auto& declared : workshop.declarations.all()) {
    if (declared.define != nullptr) Lowering(workshop).check(declared);
  }
  add_rules(workshop, files, program);
  sort_diagnostics(result.diagnostics);
  return result;
}

}  // namespace tieout::language
