// Runs one example of one rule.
#include "cli/example.hpp"

#include "across/comparison.hpp"
#include "check/evaluator.hpp"
#include "cli/example_data.hpp"
#include "report/reading.hpp"
#include "source/source.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace tieout::cli {

namespace {

using figure::Verdict;

// The program with this rule alone.
language::Program only(const language::Program& program, const language::Rule& rule) {
  auto alone = program;
  alone.rules = {rule};
  alone.over_reports = nullptr;
  return alone;
}

bool is_over_reports(const language::Program& program, const language::Rule& rule) {
  const auto& over_reports = program.over_reports;
  return over_reports && std::ranges::any_of(over_reports->rules,
                                             [&rule](const auto& each) { return &each == &rule; });
}

constexpr finding::FindingOptions every_check = {finding::RoundingPolicy::note, true};

class Trial {
 public:
  Trial(const language::Program& program, const language::Rule& rule,
        const figure::UnitSystem& units)
      : program_(program), rule_(rule), units_(units) {}

  [[nodiscard]] finding::CheckedReport of_report(const source::Source& example) const {
    const auto alone = only(program_, rule_);
    const auto data = divide(example);
    const auto report = read(data.current);
    const auto prior = data.prior ? std::optional(read(*data.prior)) : std::nullopt;
    auto outcomes = check::evaluate(alone, report, prior ? &*prior : nullptr, units_);
    return finding::to_findings(alone, report, std::move(outcomes), units_, every_check);
  }

  /// The example is a run: {"reports": [...]}.
  [[nodiscard]] finding::CheckedReport of_run(const source::Source& example) const {
    const auto alone = only(*program_.over_reports, rule_);
    const across::Capture capture(alone, units_, source::Language::zh);
    across::Comparison comparison(capture, every_check);
    for (const auto& each : reports_of(example)) comparison.add(capture.of(read(each)));
    return comparison.finish();
  }

 private:
  [[nodiscard]] report::Report read(const source::Source& text) const {
    return report::read_json(text, *program_.schema, units_, source::Limits{}, true);
  }

  const language::Program& program_;
  const language::Rule& rule_;
  const figure::UnitSystem& units_;
};

}  // namespace

bool bears_out(const finding::Counts& counts, Verdict expected) {
  const auto count = [&counts](Verdict verdict) {
    return counts[static_cast<std::size_t>(verdict)];
  };
  if (count(Verdict::error) > 0 || count(expected) == 0) return false;
  switch (expected) {
    case Verdict::holds: {
      const auto all = std::accumulate(counts.begin(), counts.end(), std::size_t{0});
      return count(Verdict::holds) + count(Verdict::not_applicable) == all;
    }
    case Verdict::fails:
      return true;
    default:
      return count(Verdict::fails) == 0;
  }
}

ExampleResult run_example(const language::Program& program, const language::Rule& rule,
                          const language::Example& example, const figure::UnitSystem& units) {
  const auto& file = *program.files[rule.file];
  ExampleResult result;
  result.place = file.place(example.span.begin);
  const source::Source text(file.name(), example.json, result.place.line);
  const Trial trial(program, rule, units);
  try {
    result.checked = is_over_reports(program, rule) ? trial.of_run(text) : trial.of_report(text);
    // What a finding says of its rule outlives the program of that one rule.
    for (auto* list : {&result.checked->checks, &result.checked->findings}) {
      for (auto& found : *list) found.rule = &rule;
    }
    result.passed = bears_out(result.checked->counts, example.expected);
  } catch (const source::Failure& failure) {
    result.unreadable = failure.message();
    if (failure.place().line > 0) result.place = failure.place();
  }
  return result;
}

}  // namespace tieout::cli
