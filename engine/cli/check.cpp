// tieout check: from what was submitted to what was found.
#include "cli/checking.hpp"
#include "cli/commands.hpp"
#include "cli/log.hpp"
#include "cli/writers.hpp"
#include "source/message.hpp"

#include <string>

namespace tieout::cli {

namespace {

void say_unused(const output::Summary& summary, const Options& options) {
  for (const auto& entry : summary.unused_explanations) {
    say(Level::warning,
        {"cli.unused_explanation",
         {{"fingerprint", entry.fingerprint}, {"rule", entry.rule}, {"entity", entry.entity}}},
        source::in_file(options.accepted));
  }
  if (const auto count = summary.unused_baseline.size(); count > 0) {
    say(Level::information, {"cli.unused_baseline", {{"count", std::to_string(count)}}},
        source::in_file(options.baseline));
  }
}

}  // namespace

int check(const Options& options) {
  Rulebook rulebook(options);
  Writers writers(options);
  const auto summary = check_reports(
      options, rulebook,
      [&writers](const finding::CheckedReport& checked) { writers.report(checked); },
      writers.needs());
  say_unused(summary, options);
  writers.finish(summary);
  return output::exit_status(summary).code;
}

}  // namespace tieout::cli
