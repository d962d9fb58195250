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
#include "cli/reading.hpp"
#include "finding/settlement.hpp"
#include "source/source.hpp"

#include <fmt/chrono.h>

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <thread>
#include <utility>
#include <vector>

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
  all.reserve(entries.size());
  for (const auto* entry : entries) all.push_back(*entry);
  return all;
}

/// Thrown where a run is asked to stop.
struct Stop {};

std::uint64_t size_of(const Piece& piece) {
  if (const auto* const block = std::get_if<LineBlock>(&piece)) return block->text.size();
  std::error_code error;
  const auto* const path = std::get_if<std::string>(&piece);
  const auto size = path == nullptr ? 0 : std::filesystem::file_size(*path, error);
  return error ? 0 : size;
}

std::size_t jobs_of(const Options& options) {
  return options.jobs > 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
}

/// One report needs no threads.
std::size_t jobs_for(const Inputs& inputs, const Options& options) {
  if (inputs.files.size() < 2 && std::ranges::none_of(inputs.files, is_stream)) return 1;
  return jobs_of(options);
}

/// Checks pieces side by side, and takes what became of them in their order.
class Run {
 public:
  /// All must outlive it.
  Run(Checker& checker, Across& across, finding::Settlement& settlement, const TakeChecked& take,
      Writers* writers, Resumption* resumption, output::Summary& summary, const Inputs& inputs)
      : checker_(checker),
        across_(across),
        settlement_(settlement),
        take_(take),
        writers_(writers),
        resumption_(resumption),
        summary_(summary),
        inputs_(inputs),
        progress_(!checker.options().quiet, checker.options().language, inputs.files) {}

  void check_all() {
    const auto& options = checker_.options();
    // Blocks of streams are alike; one document may take a thousand times as long as another.
    const bool alike = std::ranges::all_of(inputs_.files, is_stream);
    InOrder<Piece, CheckedPiece> work(
        jobs_for(inputs_, options), alike ? Caller::works : Caller::waits, work_on<Piece>(),
        [this](CheckedPiece checked) { deliver(std::move(checked)); });
    const auto submit = [&](Piece piece) {
      if (stopped_ || interrupted()) throw Stop();
      progress_.taken(size_of(piece));
      if (resumption_ == nullptr || is_left(piece)) work.submit(std::move(piece));
    };
    try {
      for (const auto& [name, reason, place] : inputs_.unreadable) {
        submit(Refusal{name, source::Failure(reason, place)});
      }
      for (const auto& path : inputs_.files) for_each_piece(path, options.limits, submit);
      work.finish();
    } catch (const Stop&) {
      work.finish();
      stopped_ = true;
    }
    progress_.clear();
    if (stopped_) {
      summary_.interrupted = last_.empty() && resumption_ != nullptr ? resumption_->last() : last_;
      return;
    }
    if (resumption_ != nullptr) resumption_->finish();
    std::vector<finding::CheckedReport> compared;
    try {
      across_.finish(
          [&compared](finding::CheckedReport found) { compared.push_back(std::move(found)); });
    } catch (const source::Failure& failure) {
      // What was found in the reports stays, and the summary says that they were not compared.
      say(failure);
      summary_.unreadable.push_back(unreadable_of("reports", failure));
    }
    for (auto& found : compared) {
      settlement_.apply(found);
      summary_.add_over_reports(found);
      take_(found);
    }
  }

 private:
  template <typename Task>
  [[nodiscard]] std::function<std::function<CheckedPiece(const Task&)>()> work_on() {
    return [this] {
      return [thread = std::make_shared<CheckerThread>(checker_)](const Task& task) {
        return thread->check(task);
      };
    };
  }

  /// What is left of a piece for a run that goes on; false: nothing is.
  bool is_left(Piece& piece) {
    if (auto* const block = std::get_if<LineBlock>(&piece)) {
      resumption_->pass_over(*block);
      return !block->lines.empty();
    }
    if (const auto* const path = std::get_if<std::string>(&piece)) return is_left(*path);
    if (const auto* const submission = std::get_if<Submission>(&piece)) {
      return is_left(submission->label());
    }
    return true;
  }

  bool is_left(const std::string& label) {
    if (resumption_->passes(label)) return false;
    if (auto rows = resumption_->rows_of(label); !rows.empty()) {
      rows_passed_.merge(rows);
    }
    return true;
  }

  void deliver(CheckedPiece checked) {
    if (stopped_) return;  // what comes behind rows that were not checked is not, either
    const auto rows = checked.rows;
    take(std::move(checked));
    if (rows) check_rows(rows);
  }

  void check_rows(const std::shared_ptr<const report::WideTable>& table) {
    constexpr std::size_t at_once = 32;
    const auto jobs = table->size() > at_once ? jobs_of(checker_.options()) : 1;
    InOrder<Rows, CheckedPiece> work(jobs, Caller::works, work_on<Rows>(),
                                     [this](CheckedPiece checked) { take(std::move(checked)); });
    Rows rows{.table = table, .numbers = {}};
    for (std::size_t row = 0; row < table->size() && !stopped_; ++row) {
      if (!rows_passed_.contains(table->label(row))) rows.numbers.push_back(row);
      if (rows.numbers.size() < at_once && row + 1 < table->size()) continue;
      work.submit(std::exchange(rows, {.table = table, .numbers = {}}));
      stopped_ = interrupted() && row + 1 < table->size();
    }
    work.finish();
  }

  void take(CheckedPiece checked) {
    for (auto& one : checked.reports) take(std::move(one));
    if (checked.digest) take(*std::move(checked.digest));
  }

  void take(Checked checked) {
    auto& [report, unreadable, said, captured] = checked;
    say_all(said);
    progress_.checked(1);
    if (unreadable) {
      last_ = unreadable->source;
      summary_.unreadable.push_back(std::move(*unreadable));
    }
    if (!report) return;
    if (resumption_ != nullptr) resumption_->finish();
    last_ = report->source;
    settlement_.apply(*report);
    summary_.add(*report);
    take_(*report);
    if (captured) across_.add(report->schema, *captured);
  }

  void take(Digest digest) {
    auto& [summary, said, captured, last, drafts] = digest;
    say_all(said);
    progress_.checked(summary.reports + summary.unreadable.size());
    if (summary.reports > 0 && resumption_ != nullptr) resumption_->finish();
    if (!last.empty()) last_ = std::move(last);
    summary_.add(std::move(summary));
    writers_->report(drafts);
    for (const auto& [schema, report] : captured) across_.add(schema, report);
  }

  void say_all(const std::vector<Said>& said) {
    if (!said.empty()) progress_.clear();
    for (const auto& [level, message, place] : said) say(level, message, place);
  }

  Checker& checker_;
  Across& across_;
  finding::Settlement& settlement_;
  const TakeChecked& take_;
  Writers* writers_;
  Resumption* resumption_;
  output::Summary& summary_;
  const Inputs& inputs_;
  Progress progress_;
  std::set<std::string> rows_passed_;  ///< labels of rows that were checked before
  std::string last_;                   ///< what was taken last
  bool stopped_ = false;
};

}  // namespace

output::Summary check_reports(const Options& options, Rulebook& rulebook, const TakeChecked& take,
                              const output::Needs& needs, Resumption* resumption,
                              Writers* writers) {
  const auto& limits = options.limits;
  const auto accepted = ledger_of(Ledger::Kind::accepted, options.accepted, limits);
  const auto baseline = ledger_of(Ledger::Kind::baseline, options.baseline, limits);
  finding::Settlement settlement(accepted ? &*accepted : nullptr, baseline ? &*baseline : nullptr,
                                 today_of(options));
  output::Summary summary;
  summary.fail_on = options.fail_on;
  const Priors priors(options.priors, rulebook, limits, summary.unreadable);
  Across across(rulebook, {options.rounding, false, options.diagnosis}, options.language);
  if (resumption != nullptr) {
    resumption->on_passed([&](const output::ReportResult& passed) {
      summary.add(passed);
      across.add(passed);
    });
  }
  // Ledgers have to see each report.
  if (accepted || baseline || (writers != nullptr && !writers->take_drafts())) writers = nullptr;
  Checker checker(options, rulebook, priors, across, needs, writers);
  const auto inputs = expand(options.paths);
  Run(checker, across, settlement, take, writers, resumption, summary, inputs).check_all();
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
