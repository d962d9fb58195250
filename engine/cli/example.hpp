// An example that a rule carries, run.
#pragma once

#include "figure/unit.hpp"
#include "finding/finding.hpp"
#include "language/checked.hpp"
#include "source/message.hpp"

#include <optional>

namespace tieout::cli {

struct ExampleResult {
  bool passed = false;
  source::Place place;                            ///< of the example in its rule file
  std::optional<finding::CheckedReport> checked;  ///< every check with its verdict
  source::Message unreadable;                     ///< why the example is no report data, else empty
};

/// Reads the example as partial report data (its member "prior" as last year's; of a rule over
/// reports, each of its member "reports") and evaluates that one rule on it: a rule of the program,
/// or of its over_reports.
[[nodiscard]] ExampleResult run_example(const language::Program& program,
                                        const language::Rule& rule,
                                        const language::Example& example,
                                        const figure::UnitSystem& units);

/// Do these verdicts bear the example out? holds: at least one holds, the rest hold or are not
/// applicable; fails: at least one fails; rounding, undecided, not_applicable: at least one such
/// and none fails. An error never passes.
[[nodiscard]] bool bears_out(const finding::Counts& counts, figure::Verdict expected);

}  // namespace tieout::cli
