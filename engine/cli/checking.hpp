// All reports of a run, checked one after the other.
#pragma once

#include "cli/command_line.hpp"
#include "cli/resumption.hpp"
#include "cli/rulebook.hpp"
#include "cli/writers.hpp"
#include "finding/finding.hpp"
#include "finding/ledger.hpp"
#include "output/summary.hpp"
#include "output/writer.hpp"

#include <functional>
#include <string>

namespace tieout::cli {

using TakeChecked = std::function<void(const finding::CheckedReport&)>;

/// Checks each report that options.paths mean and hands it over, its findings marked as the files
/// of --accepted and --baseline say; the summary names their entries that fit nothing any more.
/// `needs`: what they hold beside their findings. `resumption`: passes over what was checked
/// before; null: nothing was. `writers`: take drafts of reports where they can, and `take` does not
/// see these; null: it sees all. A run that is asked to stop ends after what it has in hand. Throws
/// Failure for ledgers that cannot be read.
[[nodiscard]] output::Summary check_reports(const Options& options, Rulebook& rulebook,
                                            const TakeChecked& take,
                                            const output::Needs& needs = {},
                                            Resumption* resumption = nullptr,
                                            Writers* writers = nullptr);

/// The ledger in a file. Throws Failure.
[[nodiscard]] finding::Ledger read_ledger(finding::Ledger::Kind kind, const std::string& path,
                                          const source::Limits& limits);
/// Writes it: whole, or not at all. Throws Failure.
void write_ledger(const finding::Ledger& ledger, const std::string& path);

/// options.today, else the day it is here.
[[nodiscard]] std::string today_of(const Options& options);

}  // namespace tieout::cli
