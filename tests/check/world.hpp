// Compiles rules against the department-spending schema and evaluates them on JSON data.
#pragma once

#include "check/evaluator.hpp"
#include "language/compile.hpp"
#include "report/reading.hpp"
#include "schema/schema.hpp"
#include "source/source.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tieout::testing {

const figure::UnitSystem& units();
const schema::Schema& spending_schema();

/// One rule file compiled; throws std::runtime_error with the rendered diagnostics if it is wrong.
language::Program compiled(const std::string& rules);

report::Report report_of(const std::string& json);

struct Checked {
  std::shared_ptr<const language::Program> program;
  std::shared_ptr<const report::Report> report;
  std::vector<check::Outcome> outcomes;
};

Checked checked(const std::string& rules, const std::string& json,
                const std::optional<std::string>& prior = std::nullopt);

/// "fails 13人 11人 2人" or "undecided: ...": verdict, sides and difference as printed, or the
/// reason in English.
std::string told(const check::Outcome& outcome);

/// `told` of every outcome.
std::vector<std::string> told(const Checked& checked);

/// The only outcome of one relation: `rule x check <relation>`.
std::string verdict_of(const std::string& relation, const std::string& json);

}  // namespace tieout::testing
