// From rule files to a checked program, step by step.
#include "language/compile.hpp"

#include "language/checked_rule.hpp"
#include "language/diagnostic.hpp"
#include "language/load.hpp"
#include "language/settings.hpp"
#include "schema/run_schema.hpp"

#include <algorithm>
#include <map>
#include <memory>

namespace tieout::language {

using source::Message;

namespace {

/// The declarations as rules over reports see them. What is wrong with them is said where the
/// other rules are made.
Workshop quiet_workshop(const Workshop& reports, const std::vector<syntax::File>& files,
                        const schema::Schema& schema, const SchemaNames& names, Reporter& silent) {
  Workshop workshop = {
      schema, reports.units, reports.options, names, Declarations(files, names, silent), silent};
  choose_profile(workshop);
  (void)settle_parameters(workshop);
  return workshop;
}

/// Makes the rules over reports.
class RunRules {
 public:
  RunRules(Workshop& reports, const std::vector<syntax::File>& files)
      : schema_(std::make_shared<const schema::Schema>(
            schema::run_schema(reports.schema, reports.units))),
        names_(*schema_),
        silent_(unsaid_, 0),
        quiet_(quiet_workshop(reports, files, *schema_, names_, silent_)),
        reports_(reports),
        workshop_{
            *schema_,        reports.units, reports.options, names_, std::move(quiet_.declarations),
            reports.reporter} {
    workshop_.profile = quiet_.profile;
    workshop_.of_run = true;
  }

  [[nodiscard]] bool takes(const syntax::Rule& rule) const {
    return rule.over && names_.tables().find(rule.over->table.text).index;
  }

  /// Says what is wrong, as checked_rule does.
  void add(const syntax::File& file, std::size_t index, const syntax::Rule& rule, bool is_new) {
    workshop_.parts = reports_.parts;
    workshop_.exhausted = reports_.exhausted;
    auto checked = checked_rule(workshop_, file, index, rule);
    reports_.parts = workshop_.parts;
    reports_.exhausted = workshop_.exhausted;
    if (checked && is_new) rules_.push_back(std::move(*checked));
  }

  void finish(Program& program) {
    if (rules_.empty()) return;
    Program over_reports = program;
    over_reports.schema = schema_.get();
    over_reports.rules = std::move(rules_);
    program.run_schema = schema_;
    program.over_reports = std::make_shared<const Program>(std::move(over_reports));
  }

 private:
  std::shared_ptr<const schema::Schema> schema_;
  SchemaNames names_;
  std::vector<Diagnostic> unsaid_;
  Reporter silent_;
  Workshop quiet_;
  Workshop& reports_;
  Workshop workshop_;
  std::vector<Rule> rules_;
};

/// Is there a rule that may be over reports? Few files have one, and the names are not free.
bool may_speak_of_reports(const std::vector<syntax::File>& files, const SchemaNames& names) {
  const auto unknown_table = [&names](const syntax::Rule& rule) {
    return rule.over && !names.tables().find(rule.over->table.text).index;
  };
  return std::ranges::any_of(files, [&](const syntax::File& file) {
    return std::ranges::any_of(file.rules, unknown_table);
  });
}

/// Lowers the rules of all files, of those with the same id the first.
void add_rules(Workshop& workshop, const std::vector<syntax::File>& files, Program& program) {
  std::unique_ptr<RunRules> over_reports;
  if (may_speak_of_reports(files, workshop.names)) {
    over_reports = std::make_unique<RunRules>(workshop, files);
  }
  std::map<std::string_view, At> first;
  for (std::size_t i = 0; i < files.size(); ++i) {
    for (const auto& rule : files[i].rules) {
      const At at = {files[i].source, rule.id.span};
      const auto [known, is_new] = first.emplace(rule.id.text, at);
      if (!is_new) {
        workshop.reporter.error(at, Message("rule.rule_twice", {{"id", rule.id.text}}), {},
                                known->second);
      }
      const bool is_own = !rule.over || workshop.names.tables().find(rule.over->table.text).index;
      if (!is_own && over_reports->takes(rule)) {
        over_reports->add(files[i], i, rule, is_new);
        continue;
      }
      auto checked = checked_rule(workshop, files[i], i, rule);
      if (checked && is_new) program.rules.push_back(std::move(*checked));
    }
  }
  if (over_reports) over_reports->finish(program);
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
