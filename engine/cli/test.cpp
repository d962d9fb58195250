// tieout test: runs the examples that rules carry.
#include "check/evaluator.hpp"
#include "cli/across.hpp"
#include "cli/commands.hpp"
#include "cli/coverage.hpp"
#include "cli/example.hpp"
#include "cli/log.hpp"
#include "cli/reading.hpp"
#include "cli/rulebook.hpp"
#include "output/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

namespace tieout::cli {

namespace {

using source::Message;

class Trial {
 public:
  explicit Trial(source::Language language) : language_(language) {}

  void rules_of(const language::Program& program, const figure::UnitSystem& units) {
    for (const auto& rule : program.rules) try_out(program, rule, units);
    if (!program.over_reports) return;
    for (const auto& rule : program.over_reports->rules) try_out(program, rule, units);
  }

  [[nodiscard]] Coverage& coverage() { return coverage_; }

  /// 0: all passed; 1: some failed; 2: there was nothing to run.
  int finish() {
    std::cout << said({"cli.test_totals",
                       {{"rules", std::to_string(rules_)},
                        {"examples", std::to_string(examples_)},
                        {"failed", std::to_string(failed_)},
                        {"without", std::to_string(without_)}}})
              << '\n';
    if (examples_ == 0) {
      say(Level::error, Message("cli.no_examples"));
      return 2;
    }
    return failed_ == 0 ? 0 : 1;
  }

 private:
  void try_out(const language::Program& program, const language::Rule& rule,
               const figure::UnitSystem& units) {
    ++rules_;
    coverage_.rule(program, rule);
    if (rule.examples.empty()) ++without_;
    for (const auto& example : rule.examples) {
      ++examples_;
      const auto result = run_example(program, rule, example, units);
      if (result.checked) coverage_.example(program, rule, result.checked->counts);
      if (!result.passed) failed(rule, example, result);
    }
  }

  [[nodiscard]] std::string said(const Message& message) const {
    return source::render(message, language_);
  }

  void failed(const language::Rule& rule, const language::Example& example,
              const ExampleResult& result) {
    ++failed_;
    const Message::Argument expected = {"expected", "", output::verdict_word(example.expected)};
    const auto found = result.checked ? output::counts_words(result.checked->counts, language_)
                                      : said(result.unreadable);
    std::cout << fmt::format("{}:{}: {}: ", result.place.source_name(), result.place.line, rule.id)
              << said({"cli.example_failed", {expected, {"found", found}}}) << '\n';
    if (!result.checked) return;
    for (const auto& check : result.checked->checks) {
      const auto verdict = check.outcome.verdict;
      if (verdict == example.expected) continue;
      const auto& reason = check.outcome.reason;
      auto words = reason.empty() ? output::message_of(check, language_) : said(reason);
      if (words.empty()) words = check.check;
      std::cout << "    " << said(output::verdict_word(verdict)) << ": " << words << '\n';
    }
  }

  source::Language language_;
  Coverage coverage_;
  std::size_t rules_ = 0;
  std::size_t examples_ = 0;
  std::size_t failed_ = 0;
  std::size_t without_ = 0;
};

/// Tries the rules on reports and prints where each held and failed. 1: some never did; 2: a report
/// could not be read.
int cover(const Options& options, Rulebook& rulebook, Coverage& coverage) {
  std::vector<finding::Unreadable> unreadable;
  constexpr finding::FindingOptions counts_only = {finding::RoundingPolicy::pass, false, false};
  Across across(rulebook, counts_only, options.language);
  for_each_report(
      options.coverage, rulebook, options.limits, unreadable, [&](const ReadReport& read) {
        const auto& report = read.report;
        const auto& program = rulebook.program(*report.schema);
        auto outcomes = check::evaluate(program, report, nullptr, rulebook.units());
        coverage.report(program, finding::to_findings(program, report, std::move(outcomes),
                                                      rulebook.units(), counts_only));
        if (const auto* const capture = across.capture(*report.schema)) {
          across.add(report.schema->id, capture->of(report));
        }
      });
  across.finish([&](const finding::CheckedReport& found) {
    coverage.report(*rulebook.program(rulebook.schema(found.schema)).over_reports, found);
  });
  const std::size_t unseen = coverage.print(std::cout, options.language);
  if (!unreadable.empty()) return 2;
  return unseen == 0 ? 0 : 1;
}

}  // namespace

int test(const Options& options) {
  Rulebook rulebook(options, options.paths);
  Trial trial(options.language);
  for (const auto* schema : rulebook.schemas_with_rules()) {
    trial.rules_of(rulebook.program(*schema), rulebook.units());
  }
  const int status = trial.finish();
  if (options.coverage.empty()) return status;
  return std::max(status, cover(options, rulebook, trial.coverage()));
}

}  // namespace tieout::cli
