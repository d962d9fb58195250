// Runs one example of one rule.
#include "cli/example.hpp"

#include "check/evaluator.hpp"
#include "cli/example_data.hpp"
#include "report/reading.hpp"
#include "source/source.hpp"

#include <numeric>
#include <utility>

namespace tieout::cli {

namespace {

using figure::Verdict;

// The program with this rule alone.
language::Program only(const language::Program& program, const language::Rule& rule) {
  return {program.schema,     program.files,    {rule},
          program.parameters, program.profiles, program.profile};
}

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
  const auto alone = only(program, rule);
  try {
    const auto data = divide({file.name(), example.json, result.place.line});
    const auto read = [&](const source::Source& text) {
      return report::read_json(text, *program.schema, units, source::Limits{}, true);
    };
    const auto report = read(data.current);
    const auto prior = data.prior ? std::optional(read(*data.prior)) : std::nullopt;
    auto outcomes = check::evaluate(alone, report, prior ? &*prior : nullptr, units);
    result.checked = finding::to_findings(alone, report, std::move(outcomes), units,
                                          {finding::RoundingPolicy::note, true});
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
