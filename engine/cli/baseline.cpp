// tieout baseline: the findings that there are, so that only new ones count from now on.
#include "cli/checking.hpp"
#include "cli/commands.hpp"
#include "cli/log.hpp"
#include "source/message.hpp"

#include <filesystem>
#include <string>

namespace tieout::cli {

namespace {

using finding::Ledger;
using source::Message;

constexpr const char* usual_file = "tieout-baseline.json";

int create(const Options& options, const std::string& path) {
  if (std::error_code error; std::filesystem::exists(path, error)) {
    throw source::Failure(Message("cli.baseline_exists"), source::in_file(path));
  }
  auto checking = options;
  checking.baseline.clear();
  Rulebook rulebook(checking);
  Ledger ledger(Ledger::Kind::baseline);
  const auto summary =
      check_reports(checking, rulebook, [&ledger](const finding::CheckedReport& report) {
        for (const auto& found : report.findings) {
          if (found.outcome.verdict == figure::Verdict::error || found.accepted) continue;
          ledger.put(finding::entry_of(report, found));
        }
      });
  write_ledger(ledger, path);
  say(Level::information, {"cli.baseline_created",
                           {{"count", std::to_string(ledger.entries().size())}, {"file", path}}});
  return summary.unreadable.empty() ? 0 : 2;
}

/// Takes out what was fixed, and what has other values by now: that is new.
int prune(const Options& options, const std::string& path) {
  auto ledger = read_ledger(Ledger::Kind::baseline, path, options.limits);
  const auto before = ledger.entries().size();
  auto checking = options;
  checking.baseline = path;
  Rulebook rulebook(checking);
  const auto summary =
      check_reports(checking, rulebook, [&ledger](const finding::CheckedReport& report) {
        for (const auto& found : report.findings) {
          if (!found.known.value_or(false)) ledger.remove(found.fingerprint);
        }
      });
  for (const auto& entry : summary.unused_baseline) ledger.remove(entry.fingerprint);
  write_ledger(ledger, path);
  const auto left = ledger.entries().size();
  say(Level::information, {"cli.baseline_pruned",
                           {{"removed", std::to_string(before - left)},
                            {"left", std::to_string(left)},
                            {"file", path}}});
  return summary.unreadable.empty() ? 0 : 2;
}

}  // namespace

int baseline(const Options& options) {
  const auto path = options.baseline.empty() ? usual_file : options.baseline;
  return options.action == BaselineAction::create ? create(options, path) : prune(options, path);
}

}  // namespace tieout::cli
