// tieout check: from what was submitted to what was found.
#include "check/evaluator.hpp"
#include "cli/commands.hpp"
#include "cli/log.hpp"
#include "cli/priors.hpp"
#include "cli/reading.hpp"
#include "cli/rulebook.hpp"
#include "cli/writers.hpp"
#include "finding/finding.hpp"
#include "output/summary.hpp"

#include <utility>

namespace tieout::cli {

int check(const Options& options) {
  const auto& limits = options.limits;
  Rulebook rulebook(options);
  Writers writers(options);
  const auto needs = writers.needs();
  output::Summary summary;
  summary.fail_on = options.fail_on;
  const Priors priors(options.priors, rulebook, limits, summary.unreadable);

  const auto check_one = [&](ReadReport read) {
    const auto& report = read.report;
    const auto& program = rulebook.program(*report.schema);
    auto outcomes = check::evaluate(program, report, priors.of(report), rulebook.units());
    auto checked = finding::to_findings(program, report, std::move(outcomes), rulebook.units(),
                                        options.rounding, needs.checks);
    if (needs.document) {
      checked.document =
          std::make_shared<const document::Document>(as_document(std::move(read.original)));
    }
    if (!output::anything_decided(checked.counts)) {
      say(Level::error, source::Message("output.nothing_decided"), source::in_file(checked.source));
    }
    summary.add(checked);
    writers.report(checked);
  };
  for_each_report(options.paths, rulebook, limits, summary.unreadable, check_one);

  summary.rule_files = rulebook.files_used();
  summary.rule_count = rulebook.rules_used();
  writers.finish(summary);
  return output::exit_status(summary).code;
}

}  // namespace tieout::cli
