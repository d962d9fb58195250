// Findings JSON, checked against its schema and read.
#include "cli/results.hpp"

#include "schema/validator.hpp"
#include "source/data_folder.hpp"
#include "source/source.hpp"

#include <algorithm>
#include <filesystem>

namespace tieout::cli {

namespace {

using schema::Json;

std::string text_of(const Json& object, std::string_view name) {
  const auto* const member = object.member(name);
  return member == nullptr || member->string() == nullptr ? std::string() : *member->string();
}

language::Severity severity_of(const Json& finding) {
  using language::Severity;
  const auto text = text_of(finding, "severity");
  for (const auto each : {Severity::error, Severity::warning, Severity::query}) {
    if (text == language::name(each)) return each;
  }
  return Severity::note;
}

std::vector<std::string> values_of(const Json& finding) {
  std::vector<std::string> values;
  for (const auto* side : {"left", "right"}) {
    const auto* const amount = finding.member(side);
    if (amount == nullptr || amount->object() == nullptr) return {};
    values.push_back(text_of(*amount, "value") + text_of(*amount, "unit"));
  }
  return values;
}

}  // namespace

Results read_results(const std::string& path, const source::Limits& limits) {
  const auto text = source::decode(path, source::read_bytes(path, limits));
  const auto json = schema::parse_json(text, limits);
  const schema::Validator validator([] {
    return source::read_bytes((source::data_folder() / "schemas" / "findings.schema.json").string(),
                              {});
  });
  if (const auto violation = validator.check(json)) throw schema::failure(*violation, text);
  Results results;
  for (const auto& report : *json.member("reports")->array()) {
    auto& unit = results[{text_of(report, "entity"), text_of(report, "period")}];
    for (const auto& finding : *report.member("findings")->array()) {
      unit.push_back({text_of(finding, "fingerprint"), text_of(finding, "rule"),
                      severity_of(finding), text_of(finding, "message"), values_of(finding)});
    }
  }
  return results;
}

}  // namespace tieout::cli
