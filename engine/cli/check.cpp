// tieout check: from what was submitted to what was found.
#include "cli/checking.hpp"
#include "cli/commands.hpp"
#include "cli/writers.hpp"

namespace tieout::cli {

int check(const Options& options) {
  Rulebook rulebook(options);
  Writers writers(options);
  const auto summary = check_reports(
      options, rulebook,
      [&writers](const finding::CheckedReport& checked) { writers.report(checked); },
      writers.needs());
  writers.finish(summary);
  return output::exit_status(summary).code;
}

}  // namespace tieout::cli
