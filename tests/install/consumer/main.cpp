// Uses the installed libraries as somebody else's program would: compiles its own rule and checks a
// report with it.
#include <tieout/check/evaluator.hpp>
#include <tieout/finding/finding.hpp>
#include <tieout/language/compile.hpp>
#include <tieout/report/reading.hpp>
#include <tieout/schema/schema.hpp>
#include <tieout/source/source.hpp>

#include <iostream>
#include <string>

using namespace tieout;

namespace {

constexpr auto report_data = R"({
  "schema": "department-spending", "entity": "某市档案馆", "period": "2017",
  "spending": [{"unit": "机关", "total": 359.39, "basic": 283.54, "project": 75.80}]
})";

}  // namespace

int main() {
  const source::Limits limits;
  const std::string schemas = std::string(DATA) + "/schemas";
  const auto units = figure::UnitSystem::from_json(
      "units.json", source::read_bytes(schemas + "/units.json", limits));
  const auto schema =
      schema::load_schema(schemas + "/department-spending.schema.json", schemas, units);

  const auto compiled = language::compile({RULES}, schema, units, {});
  for (const auto& diagnostic : compiled.diagnostics) {
    std::cout << language::render(diagnostic, source::Language::en);
  }
  if (!compiled.diagnostics.empty()) return 2;

  const auto report = report::read_json({"report.json", report_data}, schema, units, limits, false);
  const auto outcomes = check::evaluate(compiled.program, report, nullptr, units);
  const auto checked = finding::to_findings(compiled.program, report, outcomes, units, {});
  for (const auto& finding : checked.findings) {
    std::cout << finding.rule->id << ' ' << figure::name(finding.outcome.verdict) << ' '
              << finding.difference->value << finding.difference->unit << '\n';
  }
  return 0;
}
