// Compares the reports of a run group by group.
#include "run/comparison.hpp"

#include "check/evaluator.hpp"
#include "check/fold.hpp"
#include "figure/verdict.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <numeric>
#include <utility>

namespace tieout::run {

namespace {

using finding::CheckedReport;
using finding::FindingCollector;
using report::Report;

// Of a folded group so many reports are held at once.
constexpr std::size_t part_size = 1'000;

/// One rule, by its index.
class Task {
 public:
  explicit Task(std::size_t rule) : tasks_{check::RuleTask{rule, {}}} {}
  [[nodiscard]] std::span<const check::RuleTask> all() const { return tasks_; }

 private:
  std::array<check::RuleTask, 1> tasks_;
};

/// Does the outcome say no more than that none of the reports at hand is one that the rule is over?
/// Of a run that is said once.
bool says_none(const check::Outcome& outcome) {
  return outcome.verdict == figure::Verdict::not_applicable &&
         outcome.subject.kind == check::Subject::Kind::document;
}

void add_counts(const finding::Counts& more, finding::Counts& counts) {
  for (std::size_t i = 0; i < counts.size(); ++i) counts[i] += more[i];
}

/// What was found in a group, in the numbers of the run. What follows from what is told within one
/// report: the findings of several stand by themselves.
void settle(std::vector<finding::Finding>& findings, std::span<const std::uint32_t> group) {
  for (auto& found : findings) {
    found.outcome.row = group[found.outcome.row];
    found.follows.reset();
  }
}

void take(std::vector<finding::Finding>& all, std::size_t from,
          std::vector<finding::Finding>&& more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  std::ranges::stable_sort(all.begin() + static_cast<std::ptrdiff_t>(from), all.end(), {},
                           [](const finding::Finding& found) { return found.outcome.row; });
}

}  // namespace

Comparison::Comparison(const Capture& capture, const finding::FindingOptions& options)
    : capture_(capture), options_(options), keys_(capture.groupings().size()) {}

void Comparison::add(const Captured& report) {
  texts_.add(report.text);
  for (std::size_t i = 0; i < keys_.size(); ++i) keys_[i].push_back(report.groups[i]);
}

CheckedReport Comparison::finish() {
  const auto& program = capture_.program();
  CheckedReport result;
  result.source = program.schema->tables.front().id;
  result.schema = program.schema->id;
  result.over_reports = true;
  for (const auto& rule : program.rules) result.rules.push_back({&rule, {}});
  std::vector<std::vector<std::uint32_t>> orders;
  for (std::size_t i = 0; i < keys_.size(); ++i) orders.push_back(in_groups(i));
  for (std::size_t rule = 0; rule < program.rules.size(); ++rule) {
    const auto grouping = std::ranges::find(capture_.groupings(), program.rules[rule].group);
    const auto index = static_cast<std::size_t>(grouping - capture_.groupings().begin());
    check(rule, orders[index], index, result);
  }
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

void Comparison::check(std::size_t rule, const std::vector<std::uint32_t>& order,
                       std::size_t grouping, CheckedReport& result) {
  const auto& keys = keys_[grouping];
  const bool folds = check::Fold::takes(capture_.program().rules[rule]);
  const auto findings = result.findings.size();
  const auto checks = result.checks.size();
  std::vector<finding::Finding> found;
  std::vector<finding::Finding> checked;
  for (auto begin = order.begin(); begin != order.end();) {
    const auto& key = keys[*begin];
    auto end = std::next(begin);
    while (key && end != order.end() && keys[*end] == key) ++end;
    const Group group(begin, end);
    CheckedReport part = group.size() <= most_told      ? check(rule, group)
                         : folds                        ? check_folded(rule, group)
                         : group.size() <= most_at_once ? check(rule, group)
                                                        : refuse(rule, group);
    settle(part.findings, group);
    settle(part.checks, group);
    add_counts(part.counts, result.counts);
    add_counts(part.counts, result.rules[rule].counts);
    std::ranges::move(part.findings, std::back_inserter(found));
    std::ranges::move(part.checks, std::back_inserter(checked));
    begin = end;
  }
  const auto& counts = result.rules[rule].counts;
  if (std::ranges::all_of(counts, [](std::size_t count) { return count == 0; })) {
    const finding::Counts none = {0, 0, 0, 0, 1, 0};  // not applicable
    add_counts(none, result.counts);
    add_counts(none, result.rules[rule].counts);
  }
  take(result.findings, findings, std::move(found));
  take(result.checks, checks, std::move(checked));
}

Report Comparison::read(Group group) {
  Report report;
  report.schema = capture_.program().schema;
  auto& reports = report.tables.emplace_back();
  reports.present = true;
  reports.rows.reserve(group.size());
  for (const std::uint32_t number : group) {
    reports.rows.push_back(capture_.row(texts_.read(number)));
  }
  return report;
}

CheckedReport Comparison::check(std::size_t rule, Group group) {
  const Report report = read(group);
  FindingCollector findings(capture_.program(), report, capture_.units(), options_);
  const auto detail = options_.all_checks ? check::Detail::all : check::Detail::findings;
  check::evaluate(capture_.program(), report, nullptr, capture_.units(), Task(rule).all(), detail,
                  [&findings](check::Outcome outcome) {
                    if (!says_none(outcome)) findings.add(std::move(outcome));
                  });
  return findings.finish();
}

CheckedReport Comparison::check_folded(std::size_t rule, Group group) {
  const auto& program = capture_.program();
  check::Fold fold(program, program.rules[rule], capture_.units());
  for (std::size_t from = 0; from < group.size(); from += part_size) {
    fold.add(read(group.subspan(from, std::min(part_size, group.size() - from))));
  }
  const auto answers = fold.answers();
  // A slip is looked for among all that a report holds, and no part holds all.
  auto options = options_;
  options.diagnosis = false;
  const Report whole = read({});
  FindingCollector findings(program, whole, capture_.units(), options);
  const auto detail = options_.all_checks ? check::Detail::all : check::Detail::findings;
  for (std::size_t from = 0; from < group.size(); from += part_size) {
    const Report part = read(group.subspan(from, std::min(part_size, group.size() - from)));
    check::evaluate(
        program, part, nullptr, capture_.units(), Task(rule).all(), detail,
        [&findings, from](check::Outcome outcome) {
          if (says_none(outcome)) return;
          outcome.row += from;
          findings.add(std::move(outcome));
        },
        &answers);
  }
  return findings.finish();
}

CheckedReport Comparison::refuse(std::size_t rule, Group group) const {
  Report none;
  none.schema = capture_.program().schema;
  check::Outcome outcome;
  outcome.rule = rule;
  outcome.verdict = figure::Verdict::error;
  outcome.reason = {
      "run.too_many",
      {{"count", std::to_string(group.size())}, {"limit", std::to_string(most_at_once)}}};
  outcome.subject.table = none.schema->tables.front().id;
  outcome.subject.label = none.schema->tables.front().title;
  FindingCollector findings(capture_.program(), none, capture_.units(), options_);
  findings.add(std::move(outcome));
  return findings.finish();
}

}  // namespace tieout::run
