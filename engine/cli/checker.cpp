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

void count(finding::CheckedReport& report, std::size_t rule, Verdict verdict, std::size_t number) {
  report.counts[static_cast<std::size_t>(verdict)] += number;
  report.rules[rule].counts[static_cast<std::size_t>(verdict)] += number;
}

void count_proven(finding::CheckedReport& report, std::size_t rule, const check::Proof& proof) {
  count(report, rule, Verdict::holds, proof.holds);
  count(report, rule, Verdict::not_applicable, proof.not_applicable);
}

/// What the evaluator passed over.
void count_known(finding::CheckedReport& report, const check::RuleTask& task) {
  for (const auto known : task.known) {
    if (known == check::Known::holds) count(report, task.rule, Verdict::holds, 1);
    if (known == check::Known::not_applicable) count(report, task.rule, Verdict::not_applicable, 1);
  }
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
  return gathered([&] { std::visit([this](const auto& what) { check(what); }, piece); });
}

CheckedPiece CheckerThread::check(const Rows& rows) {
  return gathered([&] {
    for (const auto row : rows.numbers) {
      try {
        add(checked({rows.table->read(row), rows.table->excerpt(row)}, {}));
      } catch (const source::Failure& failure) {
        add(refused(rows.table->label(row), failure));
      }
    }
  });
}

template <typename Check>
CheckedPiece CheckerThread::gathered(const Check& check) {
  result_ = {};
  if (drafts_) result_.digest.emplace();
  check();
  if (drafts_) result_.digest->drafts = drafts_->take();
  return std::move(result_);
}

void CheckerThread::add(Checked checked) {
  if (drafts_) {
    draft(checked);
  } else {
    result_.reports.push_back(std::move(checked));
  }
}

void CheckerThread::draft(Checked& checked) {
  if (checked.report) drafts_->report(*checked.report);
  result_.digest->add(checked);
}

void CheckerThread::check(const Refusal& refusal) { add(refused(refusal.name, refusal.failure)); }

void CheckerThread::check(const std::string& path) {
  try {
    for_each_submission(path, shared_->options().limits,
                        [this](const Submission& one) { check(one); });
  } catch (const source::Failure& failure) {
    add(refused(path, failure));
  }
}

void CheckerThread::check(const Submission& submission) {
  try {
    auto read = read_submission(submission, shared_->rulebook(), shared_->options().limits);
    if (auto* const one = std::get_if<ReadReport>(&read)) {
      add(checked(std::move(*one), {}));
    } else {
      result_.rows = std::get<std::shared_ptr<const report::WideTable>>(std::move(read));
    }
  } catch (const source::Failure& failure) {
    add(refused(submission.label(), failure));
  }
}

finding::CheckedReport CheckerThread::evaluated(const report::Report& report, const Tasks& tasks) {
  const auto& options = shared_->options();
  const auto& units = shared_->rulebook().units();
  const auto& program = shared_->program(*report.schema);
  finding::FindingCollector findings(program, report, units,
                                     {options.rounding, shared_->all_checks(), options.diagnosis});
  const auto detail = shared_->all_checks() ? check::Detail::all : check::Detail::findings;
  check::evaluate(program, report, shared_->priors().of(report), units, tasks, detail,
                  [&findings](check::Outcome&& outcome) { findings.add(std::move(outcome)); });
  auto checked = findings.finish();
  if (tasks) {
    for (const auto& task : *tasks) count_known(checked, task);
  }
  return checked;
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

Checked CheckerThread::check_rest(const LineBlock& block, std::size_t index, const Line& line) {
  const Columns& columns = *line.columns;
  const auto& tasks = columns.proofs->left(line.report);
  // Who looks for the likely slip looks at other figures too.
  std::optional<report::WantedFigures> wanted;
  if (!shared_->options().diagnosis) {
    wanted = columns.sieve->wanted(tasks);
    if (columns.capture != nullptr) columns.capture->add_wanted(columns.reader->schema(), *wanted);
  }
  const auto tables = columns.batch->tables_of(line.report);
  auto* const report =
      columns.line_reader->read(block.line(index), block.name, block.lines[index].number,
                                wanted ? &*wanted : nullptr, &tables);
  if (report == nullptr) return check_line(submission_of(block, index), tasks);
  report->source = block.label(index);
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

void CheckerThread::capture(const LineBlock& block, std::size_t index, const Line& line,
                            Checked& checked) {
  const Columns& columns = *line.columns;
  if (columns.capture == nullptr) return;
  const auto tables = columns.batch->tables_of(line.report);
  auto* const report = columns.line_reader->read(
      block.line(index), block.name, block.lines[index].number, &*columns.captured, &tables);
  if (report != nullptr) {
    report->source = block.label(index);
    capture(*report, checked);
    return;
  }
  const auto submission = submission_of(block, index);
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
  if (of_beginning_ != nullptr && line.starts_with(beginning_)) return of_beginning_;
  const auto* schema = shared_->rulebook().chosen();
  const auto named = schema_named(line);
  const std::string_view id = schema != nullptr ? std::string_view(schema->id) : named;
  if (const auto known = columns_.find(id); known != columns_.end()) {
    if (!named.empty()) {
      beginning_ = line.substr(0, static_cast<std::size_t>(named.end() - line.begin()) + 1);
      of_beginning_ = &known->second;
    }
    return &known->second;
  }
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

void CheckerThread::check(const LineBlock& block) {
  std::vector<Line> lines(block.lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto line = block.line(i);
    Columns* const columns = shared_->sieves() ? columns_of(line) : nullptr;
    if (columns == nullptr) continue;
    const std::size_t report = columns->reader->size();
    if (columns->reader->add(line)) lines[i] = {columns, report};
  }
  for (auto& [id, columns] : columns_) prove(columns);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].columns != nullptr) {
      add_settled(block, i, lines[i]);
    } else {
      add(check_line(submission_of(block, i)));
    }
  }
  for (auto& [id, columns] : columns_) columns.reader->clear();
}

void CheckerThread::prove(Columns& columns) {
  if (columns.reader->size() == 0) return;
  columns.batch = &columns.reader->batch();
  const auto& schema = columns.reader->schema();
  columns.program = &shared_->program(schema);
  columns.sieve = &shared_->sieve(schema, columns.reader->layout().measures());
  columns.capture = shared_->capture(schema);
  if (columns.capture != nullptr && !columns.captured) {
    columns.capture->add_wanted(schema, columns.captured.emplace(schema));
  }
  columns.proofs = columns.sieve->prove(*columns.batch, columns.reader->keys());
  columns.clean_is_counted = false;
}

void CheckerThread::add_settled(const LineBlock& block, std::size_t index, const Line& line) {
  Columns& columns = *line.columns;
  if (!columns.proofs->left(line.report).empty()) {
    Checked rest = check_rest(block, index, line);
    if (rest.report) {
      count_proofs(line, *rest.report);
      say_if_nothing_decided(rest);
    }
    return add(std::move(rest));
  }
  fill_clean(block, index, line);
  if (drafts_) {
    draft(columns.clean);
  } else {
    add(std::exchange(columns.clean, {}));
  }
}

void CheckerThread::count_proofs(const Line& line, finding::CheckedReport& checked) {
  const auto& [columns, report] = line;
  // NOLINTNEXTLINE(clang-analyzer-core.NullDereference): a line that was read has its columns
  for (std::size_t rule = 0; rule < columns->program->rules.size(); ++rule) {
    const auto proof = columns->proofs->at(report, rule);
    if (proof.proven) count_proven(checked, rule, proof);
  }
}

void CheckerThread::fill_clean(const LineBlock& block, std::size_t index, const Line& line) {
  Columns& columns = *line.columns;
  Checked& checked = columns.clean;
  const auto& schema = columns.reader->schema();
  if (!checked.report) {
    columns.clean_is_counted = false;
    auto& made = checked.report.emplace();
    made.schema = schema.id;
    made.rules.reserve(columns.program->rules.size());
    for (const auto& rule : columns.program->rules) made.rules.push_back({&rule, {}});
  }
  auto& report = *checked.report;
  block.label(index, report.source);
  report.entity = columns.batch->entities[line.report];
  report.period = columns.batch->periods[line.report];
  if (!columns.clean_is_counted) {
    report.counts = {};
    for (auto& rule : report.rules) rule.counts = {};
    count_proofs(line, report);
    columns.clean_is_counted = columns.proofs->are_alike();
  }
  checked.said.clear();
  say_read(checked, report.source, schema);
  capture(block, index, line, checked);
  say_if_nothing_decided(checked);
}

}  // namespace tieout::cli
