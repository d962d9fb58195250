// A line of a stream goes through the sieve; what that leaves, and every document, to the
// evaluator.
#include "cli/checker.hpp"

#include "check/evaluator.hpp"
#include "cli/reading.hpp"
#include "output/summary.hpp"

#include <algorithm>
#include <utility>

namespace tieout::cli {

namespace {

using figure::Verdict;
using source::Message;

Checked refused(const std::string& name, const source::Failure& failure) {
  Checked checked;
  checked.unreadable = unreadable_of(name, failure);
  checked.said.push_back({Level::error, checked.unreadable->reason, checked.unreadable->place});
  return checked;
}

/// Of a line of a stream that was refused before any place in it was known: the line.
source::Failure at_line(const Submission& submission, const source::Failure& failure) {
  if (submission.line == 0 || failure.place().line > 0) return failure;
  source::Place place = source::in_file(submission.name);
  place.line = static_cast<std::uint32_t>(submission.line);
  return source::Failure(failure.message(), std::move(place));
}

void say_if_nothing_decided(Checked& checked) {
  if (output::anything_decided(checked.report->counts)) return;
  checked.said.push_back(
      {Level::error, Message("output.nothing_decided"), source::in_file(checked.report->source)});
}

/// The id that a line names first of all, as nearly every stream does; empty if it does not.
std::string_view schema_named(std::string_view line) {
  const auto skip = [&line](std::string_view wanted) {
    line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
    if (!line.starts_with(wanted)) return false;
    line.remove_prefix(wanted.size());
    return true;
  };
  if (!skip("{") || !skip("\"schema\"") || !skip(":") || !skip("\"")) return {};
  return line.substr(0, std::min(line.find('"'), line.size()));
}

void add(finding::CheckedReport& report, std::size_t rule, const check::Proof& proof) {
  const auto count = [&](Verdict verdict, std::size_t number) {
    report.counts[static_cast<std::size_t>(verdict)] += number;
    report.rules[rule].counts[static_cast<std::size_t>(verdict)] += number;
  };
  count(Verdict::holds, proof.holds);
  count(Verdict::not_applicable, proof.not_applicable);
}

}  // namespace

const check::Sieve& Checker::sieve(const schema::Schema& schema, const report::Measures& measures) {
  const auto& program = this->program(schema);
  const std::lock_guard lock(mutex_);
  auto& sieve = sieves_[&schema];
  if (!sieve) sieve = std::make_unique<const check::Sieve>(program, measures);
  return *sieve;
}

bool Checker::sieves() const {
  return options_.priors.empty() && !all_checks() && !needs_.document;
}

CheckedPiece CheckerThread::check(const Piece& piece) {
  CheckedPiece checked;
  if (const auto* const block = std::get_if<LineBlock>(&piece)) {
    checked.reports = check(*block);
  } else if (const auto* const refusal = std::get_if<Refusal>(&piece)) {
    checked.reports.push_back(refused(refusal->name, refusal->failure));
  } else if (const auto* const submission = std::get_if<Submission>(&piece)) {
    check(*submission, checked);
  } else {
    const auto& path = std::get<std::string>(piece);
    try {
      for_each_submission(path, shared_->options().limits,
                          [&](const Submission& one) { check(one, checked); });
    } catch (const source::Failure& failure) {
      checked.reports.push_back(refused(path, failure));
    }
  }
  return checked;
}

void CheckerThread::check(const Submission& submission, CheckedPiece& checked) {
  try {
    auto read = read_submission(submission, shared_->rulebook(), shared_->options().limits);
    if (auto* const one = std::get_if<ReadReport>(&read)) {
      checked.reports.push_back(this->checked(std::move(*one), {}));
    } else {
      checked.rows = std::get<std::shared_ptr<const report::WideTable>>(std::move(read));
    }
  } catch (const source::Failure& failure) {
    checked.reports.push_back(refused(submission.label(), failure));
  }
}

std::vector<Checked> CheckerThread::check(const Rows& rows) {
  std::vector<Checked> results;
  for (const auto row : rows.numbers) {
    try {
      results.push_back(checked({rows.table->read(row), rows.table->excerpt(row)}, {}));
    } catch (const source::Failure& failure) {
      results.push_back(refused(rows.table->label(row), failure));
    }
  }
  return results;
}

finding::CheckedReport CheckerThread::evaluated(const report::Report& report, const Tasks& tasks) {
  const auto& options = shared_->options();
  const auto& units = shared_->rulebook().units();
  const auto& program = shared_->program(*report.schema);
  finding::FindingCollector findings(program, report, units,
                                     {options.rounding, shared_->all_checks(), options.diagnosis});
  const auto detail = shared_->all_checks() ? check::Detail::all : check::Detail::findings;
  check::evaluate(program, report, shared_->priors().of(report), units, tasks, detail,
                  [&findings](check::Outcome outcome) { findings.add(std::move(outcome)); });
  return findings.finish();
}

Checked CheckerThread::checked(ReadReport read, const Tasks& tasks) {
  Checked result;
  const auto& report = read.report;
  say_read(result, report.source, *report.schema);
  result.report = evaluated(report, tasks);
  capture(report, result);
  if (shared_->needs().document) {
    result.report->document =
        std::make_shared<const document::Document>(as_document(std::move(read.original)));
  }
  if (!tasks) say_if_nothing_decided(result);
  return result;
}

Checked CheckerThread::check_line(const Submission& line, const Tasks& tasks) {
  try {
    auto read = read_submission(line, shared_->rulebook(), shared_->options().limits);
    return checked(std::get<ReadReport>(std::move(read)), tasks);
  } catch (const source::Failure& failure) {
    return refused(line.label(), at_line(line, failure));
  }
}

Checked CheckerThread::check_rest(const LineBlock& block, std::size_t line, Columns& columns,
                                  const std::vector<check::RuleTask>& tasks,
                                  const check::Sieve& sieve) {
  // Who looks for the likely slip looks at other figures too, as do rules over reports.
  std::optional<report::WantedFigures> wanted;
  const bool these_alone =
      !shared_->options().diagnosis && shared_->capture(columns.reader->schema()) == nullptr;
  if (these_alone) wanted = sieve.wanted(tasks);
  auto report = columns.line_reader->read(block.line(line), block.name, block.lines[line].number,
                                          wanted ? &*wanted : nullptr);
  if (!report) return check_line(submission_of(block, line), tasks);
  report->source = block.label(line);
  Checked checked;
  say_read(checked, report->source, *report->schema);
  checked.report = evaluated(*report, tasks);
  capture(*report, checked);
  return checked;
}

void CheckerThread::capture(const report::Report& report, Checked& checked) {
  const auto* const capture = shared_->capture(*report.schema);
  if (capture == nullptr) return;
  checked.captured = capture->of(report);
  checked.report->across = checked.captured->text;
}

void CheckerThread::capture(const LineBlock& block, std::size_t line, Columns& columns,
                            Checked& checked) {
  if (shared_->capture(columns.reader->schema()) == nullptr) return;
  auto report = columns.line_reader->read(block.line(line), block.name, block.lines[line].number);
  if (report) {
    report->source = block.label(line);
    capture(*report, checked);
    return;
  }
  const auto submission = submission_of(block, line);
  auto read = read_submission(submission, shared_->rulebook(), shared_->options().limits);
  capture(std::get<ReadReport>(read).report, checked);
}

void CheckerThread::say_read(Checked& checked, const std::string& source,
                             const schema::Schema& schema) const {
  if (shared_->options().verbose) {
    checked.said.push_back({Level::step, read_step(source, schema), {}});
  }
}

CheckerThread::Columns* CheckerThread::columns_of(std::string_view line) {
  const auto* schema = shared_->rulebook().chosen();
  const auto named = schema_named(line);
  const std::string_view id = schema != nullptr ? std::string_view(schema->id) : named;
  if (const auto known = columns_.find(id); known != columns_.end()) return &known->second;
  if (schema == nullptr) {
    const auto& all = shared_->rulebook().schemas();
    const auto found = std::ranges::find(all, id, &schema::Schema::id);
    if (found == all.end()) return nullptr;
    schema = &*found;
  }
  Columns columns;
  columns.reader = std::make_unique<report::ColumnReader>(*schema, shared_->rulebook().units());
  columns.line_reader = std::make_unique<report::LineReader>(*schema, columns.reader->layout(),
                                                             shared_->options().limits);
  return &columns_.emplace(schema->id, std::move(columns)).first->second;
}

std::vector<Checked> CheckerThread::check(const LineBlock& block) {
  std::vector<Checked> results(block.lines.size());
  std::vector<std::size_t> left;
  for (std::size_t i = 0; i < block.lines.size(); ++i) {
    const auto line = block.line(i);
    Columns* const columns = shared_->sieves() ? columns_of(line) : nullptr;
    if (columns != nullptr && columns->reader->add(line)) {
      columns->lines.push_back(i);
    } else {
      left.push_back(i);
    }
  }
  for (auto& [id, columns] : columns_) {
    if (!columns.lines.empty()) settle(block, columns.reader->schema(), columns, results);
  }
  for (const std::size_t i : left) results[i] = check_line(submission_of(block, i));
  return results;
}

void CheckerThread::settle(const LineBlock& block, const schema::Schema& schema, Columns& columns,
                           std::vector<Checked>& results) {
  const auto& program = shared_->program(schema);
  const auto& batch = columns.reader->batch();
  const auto& sieve = shared_->sieve(schema, columns.reader->layout().measures());
  const auto proofs = sieve.prove(batch, columns.reader->keys());
  for (std::size_t report = 0; report < batch.size(); ++report) {
    const std::size_t line = columns.lines[report];
    Checked& checked = results[line];
    if (const auto& tasks = proofs.left(report); !tasks.empty()) {
      checked = check_rest(block, line, columns, tasks, sieve);
      if (!checked.report) continue;
    } else {
      auto& clean = checked.report.emplace();
      clean.source = block.label(line);
      clean.schema = schema.id;
      clean.entity = batch.entities[report];
      clean.period = batch.periods[report];
      clean.rules.reserve(program.rules.size());
      for (const auto& rule : program.rules) clean.rules.push_back({&rule, {}});
      say_read(checked, clean.source, schema);
      capture(block, line, columns, checked);
    }
    for (std::size_t rule = 0; rule < program.rules.size(); ++rule) {
      const auto& proof = proofs.at(report, rule);
      if (proof.proven) add(*checked.report, rule, proof);
    }
    say_if_nothing_decided(checked);
  }
  columns.reader->clear();
  columns.lines.clear();
}

}  // namespace tieout::cli
