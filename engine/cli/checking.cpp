// Reads, evaluates and settles report after report.
#include "cli/checking.hpp"

#include "cli/checker.hpp"
#include "cli/files.hpp"
#include "cli/in_order.hpp"
#include "cli/inputs.hpp"
#include "cli/interruption.hpp"
#include "cli/log.hpp"
#include "cli/priors.hpp"
#include "cli/progress.hpp"
#include "finding/settlement.hpp"
#include "source/source.hpp"

#include <fmt/chrono.h>

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <memory>
#include <optional>
#include <thread>
#include <utility>

namespace tieout::cli {

namespace {

using finding::Entry;
using finding::Ledger;

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

/// Thrown where a run is asked to stop.
struct Stop {};

/// What is left of a piece for a run that goes on; false: nothing is.
bool is_left(Piece& piece, Resumption& resumption, output::Summary& summary) {
  if (auto* const block = std::get_if<LineBlock>(&piece)) {
    resumption.pass_over(*block, summary);
    return !block->lines.empty();
  }
  if (const auto* const path = std::get_if<std::string>(&piece)) {
    return !resumption.passes(*path, summary);
  }
  if (const auto* const submission = std::get_if<Submission>(&piece)) {
    return !resumption.passes(submission->label(), summary);
  }
  return true;
}

std::uint64_t size_of(const Piece& piece) {
  if (const auto* const block = std::get_if<LineBlock>(&piece)) return block->text.size();
  std::error_code error;
  const auto* const path = std::get_if<std::string>(&piece);
  const auto size = path == nullptr ? 0 : std::filesystem::file_size(*path, error);
  return error ? 0 : size;
}

/// One report needs no threads.
std::size_t jobs_for(const Inputs& inputs, const Options& options) {
  if (inputs.files.size() < 2 && std::ranges::none_of(inputs.files, is_stream)) return 1;
  return options.jobs > 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
}

}  // namespace

output::Summary check_reports(const Options& options, Rulebook& rulebook, const TakeChecked& take,
                              const output::Needs& needs, Resumption* resumption) {
  const auto& limits = options.limits;
  const auto accepted = ledger_of(Ledger::Kind::accepted, options.accepted, limits);
  const auto baseline = ledger_of(Ledger::Kind::baseline, options.baseline, limits);
  finding::Settlement settlement(accepted ? &*accepted : nullptr, baseline ? &*baseline : nullptr,
                                 today_of(options));
  output::Summary summary;
  summary.fail_on = options.fail_on;
  const Priors priors(options.priors, rulebook, limits, summary.unreadable);

  Checker checker(options, rulebook, priors, needs);
  const auto make_work = [&checker] {
    return [thread = std::make_shared<CheckerThread>(checker)](const Piece& piece) {
      return thread->check(piece);
    };
  };
  const auto inputs = expand(options.paths);
  Progress progress(!options.quiet, options.language, inputs.files);
  std::string last;
  const auto deliver = [&](std::vector<Checked> results) {
    for (auto& [report, unreadable, said] : results) {
      if (!said.empty()) progress.clear();
      for (const auto& [level, message, place] : said) say(level, message, place);
      if (unreadable) {
        last = unreadable->source;
        summary.unreadable.push_back(std::move(*unreadable));
      }
      if (!report) continue;
      if (resumption != nullptr) resumption->finish();
      last = report->source;
      settlement.apply(*report);
      summary.add(*report);
      take(*report);
    }
    progress.checked(results.size());
  };
  InOrder<Piece, std::vector<Checked>> work(jobs_for(inputs, options), make_work, deliver);
  const auto submit = [&](Piece piece) {
    if (interrupted()) throw Stop();
    progress.taken(size_of(piece));
    if (resumption == nullptr || is_left(piece, *resumption, summary)) {
      work.submit(std::move(piece));
    }
  };
  bool stopped = false;
  try {
    for (const auto& [name, reason, place] : inputs.unreadable) {
      submit(Refusal{name, source::Failure(reason, place)});
    }
    for (const auto& path : inputs.files) for_each_piece(path, limits, submit);
  } catch (const Stop&) {
    stopped = true;
  }
  work.finish();
  progress.clear();
  if (stopped) {
    summary.interrupted = last.empty() ? "-" : last;
  } else if (resumption != nullptr) {
    resumption->finish();
  }

  summary.rule_files = rulebook.files_used();
  summary.rule_count = rulebook.rules_used();
  summary.unused_explanations = copies(settlement.unused_explanations());
  summary.unused_baseline = copies(settlement.unused_baseline());
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
