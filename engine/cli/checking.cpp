// Reads, evaluates and settles report after report.
#include "cli/checking.hpp"

#include "check/evaluator.hpp"
#include "cli/files.hpp"
#include "cli/log.hpp"
#include "cli/priors.hpp"
#include "cli/reading.hpp"
#include "finding/settlement.hpp"
#include "source/source.hpp"

#include <fmt/chrono.h>

#include <ctime>
#include <memory>
#include <optional>
#include <utility>

namespace tieout::cli {

namespace {

using finding::Entry;
using finding::Ledger;
using source::Message;

std::optional<Ledger> ledger_of(Ledger::Kind kind, const std::string& path,
                                const source::Limits& limits) {
  if (path.empty()) return std::nullopt;
  return read_ledger(kind, path, limits);
}

std::vector<Entry> copies(const std::vector<const Entry*>& entries) {
  std::vector<Entry> all;
  for (const auto* entry : entries) all.push_back(*entry);
  return all;
}

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

output::Summary check_reports(const Options& options, Rulebook& rulebook, const TakeChecked& take,
                              const output::Needs& needs) {
  const auto& limits = options.limits;
  const auto accepted = ledger_of(Ledger::Kind::accepted, options.accepted, limits);
  const auto baseline = ledger_of(Ledger::Kind::baseline, options.baseline, limits);
  finding::Settlement settlement(accepted ? &*accepted : nullptr, baseline ? &*baseline : nullptr,
                                 today_of(options));
  output::Summary summary;
  summary.fail_on = options.fail_on;
  const Priors priors(options.priors, rulebook, limits, summary.unreadable);

  const auto check_one = [&](ReadReport read) {
    const auto& report = read.report;
    const auto& program = rulebook.program(*report.schema);
    auto outcomes = check::evaluate(program, report, priors.of(report), rulebook.units());
    auto checked = finding::to_findings(program, report, std::move(outcomes), rulebook.units(),
                                        options.rounding, options.all_checks || needs.checks);
    if (needs.document) {
      checked.document =
          std::make_shared<const document::Document>(as_document(std::move(read.original)));
    }
    if (!output::anything_decided(checked.counts)) {
      say(Level::error, Message("output.nothing_decided"), source::in_file(checked.source));
    }
    settlement.apply(checked);
    summary.add(checked);
    take(checked);
  };
  for_each_report(options.paths, rulebook, limits, summary.unreadable, check_one);

  summary.rule_files = rulebook.files_used();
  summary.rule_count = rulebook.rules_used();
  summary.unused_explanations = copies(settlement.unused_explanations());
  summary.unused_baseline = copies(settlement.unused_baseline());
  say_unused(summary, options);
  return summary;
}

Ledger read_ledger(Ledger::Kind kind, const std::string& path, const source::Limits& limits) {
  return {kind, source::decode(path, source::read_bytes(path, limits))};
}

void write_ledger(const Ledger& ledger, const std::string& path) {
  write_whole(path, ledger.text());
}

std::string today_of(const Options& options) {
  if (!options.today.empty()) return options.today;
  return fmt::format("{:%Y-%m-%d}", fmt::localtime(std::time(nullptr)));
}

}  // namespace tieout::cli
