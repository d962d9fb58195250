// Rules and reports for the tests of the evaluator.
#include "world.hpp"

#include "figure/exact.hpp"
#include "source/message.hpp"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace tieout::testing {

namespace {

std::string contents(const std::string& path) { return source::read_bytes(path, source::Limits()); }

std::string printed(const std::optional<check::Amount>& amount) {
  if (!amount) return "-";
  const figure::Rational value =
      amount->unit != nullptr ? amount->base / amount->unit->factor : amount->base;
  return figure::finite_decimal(value).value_or(figure::significant(value)) +
         (amount->unit != nullptr ? amount->unit->id : std::string());
}

}  // namespace

const figure::UnitSystem& units() {
  static const figure::UnitSystem system = figure::UnitSystem::from_json(
      "units.json", contents(std::string(TIEOUT_ROOT) + "/schemas/units.json"));
  return system;
}

const schema::Schema& spending_schema() {
  static const schema::Schema schema =
      schema::load_schema(std::string(TIEOUT_ROOT) + "/schemas/department-spending.schema.json",
                          std::string(TIEOUT_ROOT) + "/schemas", units());
  return schema;
}

language::Program compiled(const std::string& rules) {
  const std::filesystem::path path = std::filesystem::temp_directory_path() /
                                     ("tieout-check-" + std::to_string(::getpid()) + ".tie");
  std::ofstream(path) << rules;
  language::Compiled result =
      language::compile({path.string()}, spending_schema(), units(), language::Options());
  std::filesystem::remove(path);
  std::string wrong;
  for (const language::Diagnostic& diagnostic : result.diagnostics) {
    wrong += language::render(diagnostic, source::Language::en);
  }
  if (!wrong.empty()) throw std::runtime_error(wrong);
  return std::move(result.program);
}

report::Report report_of(const std::string& json) {
  return report::read_json(source::Source("report.json", json), spending_schema(), units(),
                           source::Limits(), true);
}

Checked checked(const std::string& rules, const std::string& json,
                const std::optional<std::string>& prior) {
  Checked result;
  result.program = std::make_shared<const language::Program>(compiled(rules));
  result.report = std::make_shared<const report::Report>(report_of(json));
  std::optional<report::Report> last_year;
  if (prior) last_year = report_of(*prior);
  result.outcomes =
      check::evaluate(*result.program, *result.report, last_year ? &*last_year : nullptr, units());
  return result;
}

std::string told(const check::Outcome& outcome) {
  std::ostringstream text;
  text << figure::name(outcome.verdict);
  if (outcome.verdict == figure::Verdict::undecided ||
      outcome.verdict == figure::Verdict::not_applicable ||
      outcome.verdict == figure::Verdict::error) {
    text << ": " << source::render(outcome.reason, source::Language::en);
    return text.str();
  }
  if (!outcome.left) return text.str();
  check::Amount difference = *outcome.left;
  difference.base = outcome.difference.value_or(0);
  text << " " << printed(outcome.left) << " " << printed(outcome.right) << " "
       << printed(difference);
  if (outcome.allowed) {
    difference.base = *outcome.allowed;
    text << " allowed " << printed(difference);
  }
  return text.str();
}

std::vector<std::string> told(const Checked& checked) {
  std::vector<std::string> lines;
  for (const check::Outcome& outcome : checked.outcomes) lines.push_back(told(outcome));
  return lines;
}

std::string verdict_of(const std::string& relation, const std::string& json) {
  const Checked result =
      checked("schema \"department-spending\"\nrule it\n  check " + relation + "\n", json);
  return result.outcomes.size() == 1 ? told(result.outcomes.front()) : "not one outcome";
}

}  // namespace tieout::testing
