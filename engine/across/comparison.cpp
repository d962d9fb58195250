// Compares the reports of a run group by group.
#include "across/comparison.hpp"

#include "across/copy_row.hpp"
#include "check/evaluator.hpp"
#include "check/fold.hpp"
#include "figure/verdict.hpp"
#include "schema/run_schema.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <utility>

namespace tieout::across {

namespace {

using finding::CheckedReport;
using finding::FindingCollector;
using report::Report;

// Of a folded group so many reports are held at once.
constexpr std::size_t part_size = 1'000;
// Small groups are read and checked together until there are so many reports.
constexpr std::size_t batch_size = 32;

/// Does the outcome say no more than that none of the reports at hand is one that the rule is over?
/// Of a run that is said once.
bool says_none(const check::Outcome& outcome) {
  return outcome.verdict == figure::Verdict::not_applicable &&
         outcome.subject.kind == check::Subject::Kind::document;
}

void add_counts(const finding::Counts& more, finding::Counts& counts) {
  for (std::size_t i = 0; i < counts.size(); ++i) counts[i] += more[i];
}

/// Adds what was found in a group, in the numbers of the run. What follows from what is told within
/// one report: the findings of several stand by themselves.
void take(CheckedReport&& part, std::span<const std::uint32_t> group, CheckedReport& result) {
  add_counts(part.counts, result.counts);
  for (std::size_t i = 0; i < part.rules.size(); ++i) {
    add_counts(part.rules[i].counts, result.rules[i].counts);
  }
  const auto move = [group](std::vector<finding::Finding>& from,
                            std::vector<finding::Finding>& to) {
    for (auto& found : from) {
      found.outcome.row = group.empty() ? 0 : group[found.outcome.row];
      found.follows.reset();
      to.push_back(std::move(found));
    }
  };
  move(part.findings, result.findings);
  move(part.checks, result.checks);
}

/// By rule, then by report.
void sort(std::vector<finding::Finding>& findings) {
  std::ranges::stable_sort(findings, {}, [](const finding::Finding& found) {
    return std::pair(found.outcome.rule, found.outcome.row);
  });
}

}  // namespace

Comparison::Comparison(const Capture& capture, const finding::FindingOptions& options)
    : capture_(capture), options_(options), keys_(capture.groupings().size()) {
  const auto& rules = capture.program().rules;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (rules[i].over == schema::copies_table) over_copies_.push_back({i});
  }
  if (!over_copies_.empty()) passages_.emplace();
}

void Comparison::add(const Captured& report) {
  texts_.add(report.text);
  for (std::size_t i = 0; i < keys_.size(); ++i) keys_[i].push_back(report.groups[i]);
  if (!passages_) return;
  const auto row = capture_.row(report.text);
  passages_->add(paragraphs_of(row, *capture_.program().schema));
}

CheckedReport Comparison::finish() {
  const auto& program = capture_.program();
  CheckedReport result;
  result.source = program.schema->tables.front().id;
  result.schema = program.schema->id;
  result.over_reports = true;
  for (const auto& rule : program.rules) result.rules.push_back({&rule, {}});
  for (std::size_t grouping = 0; grouping < keys_.size(); ++grouping) check(grouping, result);
  if (passages_) check_copies(result);
  for (auto& [rule, counts] : result.rules) {
    if (std::ranges::any_of(counts, [](std::size_t count) { return count > 0; })) continue;
    constexpr finding::Counts none = {0, 0, 0, 0, 1, 0};  // not applicable
    add_counts(none, counts);
    add_counts(none, result.counts);
  }
  sort(result.findings);
  sort(result.checks);
  return result;
}

/// The reports so that those of one group stand together, in the order of the run.
std::vector<std::uint32_t> Comparison::in_groups(std::size_t grouping) const {
  std::vector<std::uint32_t> order(texts_.size());
  std::iota(order.begin(), order.end(), std::uint32_t{0});
  std::ranges::stable_sort(
      order, {}, [&keys = keys_[grouping]](std::uint32_t report) { return keys[report]; });
  return order;
}

void Comparison::check(std::size_t grouping, CheckedReport& result) {
  Rules rules;
  for (std::size_t i = 0; i < capture_.program().rules.size(); ++i) {
    const auto& rule = capture_.program().rules[i];
    const bool over_reports = rule.over == schema::reports_table;
    if (over_reports && rule.group == capture_.groupings()[grouping]) rules.push_back({i});
  }
  if (rules.empty()) return;
  const auto& keys = keys_[grouping];
  const auto order = in_groups(grouping);
  auto batch = order.begin();  // groups from here on wait to be checked
  const auto check_batch = [&](auto end) {
    if (batch != end) check(rules, Group(batch, end), result);
    batch = end;
  };
  for (auto begin = order.begin(); begin != order.end();) {
    const auto& key = keys[*begin];
    auto end = std::next(begin);
    while (key && end != order.end() && keys[*end] == key) ++end;
    const Group group(begin, end);
    // What belongs to no group would leave it open what does belong to the others.
    const bool alone = !key || group.size() > batch_size;
    if (alone || end - batch > static_cast<std::ptrdiff_t>(batch_size)) check_batch(begin);
    if (group.size() > most_told) {
      check_large(rules, group, result);
      batch = end;
    } else if (alone) {
      check_batch(end);
    }
    begin = end;
  }
  check_batch(order.end());
}

void Comparison::check_large(const Rules& rules, Group group, CheckedReport& result) {
  Rules folded;
  Rules others;
  for (const auto& task : rules) {
    const bool folds = check::Fold::takes(capture_.program().rules[task.rule]);
    (folds ? folded : others).push_back(task);
  }
  if (!folded.empty()) check_folded(folded, group, result);
  if (others.empty()) return;
  if (group.size() > most_at_once) {
    refuse(others, group, result);
  } else {
    check(others, group, result);
  }
}

Report Comparison::read(Group group) {
  Report report;
  report.schema = capture_.program().schema;
  report.tables.resize(report.schema->tables.size());
  auto& reports = report.tables[schema::reports_table];
  reports.present = true;
  reports.rows.reserve(group.size());
  for (const std::uint32_t number : group) {
    reports.rows.push_back(capture_.row(texts_.read(number)));
  }
  return report;
}

void Comparison::check(const Rules& rules, Group group, CheckedReport& result) {
  take(checked(rules, read(group)), group, result);
}

CheckedReport Comparison::checked(const Rules& rules, const Report& report) const {
  FindingCollector findings(capture_.program(), report, capture_.units(), options_);
  const auto detail = options_.all_checks ? check::Detail::all : check::Detail::findings;
  check::evaluate(capture_.program(), report, nullptr, capture_.units(), rules, detail,
                  [&findings](check::Outcome&& outcome) {
                    if (!says_none(outcome)) findings.add(std::move(outcome));
                  });
  return findings.finish();
}

void Comparison::check_folded(const Rules& rules, Group group, CheckedReport& result) {
  const auto& program = capture_.program();
  std::vector<check::Fold> folds;
  for (const auto& task : rules) {
    folds.emplace_back(program, program.rules[task.rule], capture_.units());
  }
  for (std::size_t from = 0; from < group.size(); from += part_size) {
    const Report part = read(group.subspan(from, std::min(part_size, group.size() - from)));
    for (auto& fold : folds) fold.add(part);
  }
  check::Answers answers;
  for (auto& fold : folds) answers.merge(fold.answers());
  // A slip is looked for among all that a report holds, and no part holds all.
  auto options = options_;
  options.diagnosis = false;
  const Report whole = read({});
  FindingCollector findings(program, whole, capture_.units(), options);
  const auto detail = options_.all_checks ? check::Detail::all : check::Detail::findings;
  for (std::size_t from = 0; from < group.size(); from += part_size) {
    const Report part = read(group.subspan(from, std::min(part_size, group.size() - from)));
    check::evaluate(
        program, part, nullptr, capture_.units(), rules, detail,
        [&findings, from](check::Outcome&& outcome) {
          if (says_none(outcome)) return;
          outcome.row += from;
          findings.add(std::move(outcome));
        },
        &answers);
  }
  take(findings.finish(), group, result);
}

void Comparison::refuse(const Rules& rules, Group group, CheckedReport& result) const {
  Report none;
  none.schema = capture_.program().schema;
  FindingCollector findings(capture_.program(), none, capture_.units(), options_);
  for (const auto& task : rules) {
    check::Outcome outcome;
    outcome.rule = task.rule;
    outcome.verdict = figure::Verdict::error;
    outcome.reason = {
        "across.too_many",
        {{"count", std::to_string(group.size())}, {"limit", std::to_string(most_at_once)}}};
    outcome.subject.table = none.schema->tables.front().id;
    outcome.subject.label = none.schema->tables.front().title;
    findings.add(std::move(outcome));
  }
  take(findings.finish(), group, result);
}

void Comparison::check_copies(CheckedReport& result) {
  Report report;
  report.schema = capture_.program().schema;
  report.tables.resize(report.schema->tables.size());
  auto& copies = report.tables[schema::copies_table];
  copies.present = true;
  std::vector<std::uint32_t> later;
  // What is told of one report stays together: its findings are told apart by their order.
  const auto check_so_far = [&] {
    take(checked(over_copies_, report), later, result);
    copies.rows.clear();
    later.clear();
  };
  passages_->finish([&](const CopiedPassage& passage) {
    const auto number = static_cast<std::uint32_t>(passage.later.report);
    if (later.size() >= part_size && later.back() != number) check_so_far();
    later.push_back(number);
    copies.rows.push_back(copy_row(passage, capture_.row(texts_.read(passage.later.report)),
                                   capture_.row(texts_.read(passage.earlier.report)),
                                   *report.schema, capture_.units()));
  });
  if (!later.empty()) check_so_far();
}

}  // namespace tieout::across
