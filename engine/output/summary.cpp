// Adds a run up and says what its exit status means.
#include "output/summary.hpp"

#include "output/words.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>

namespace tieout::output {

namespace {

using figure::Verdict;

std::size_t count(const finding::Counts& counts, Verdict verdict) {
  return counts[static_cast<std::size_t>(verdict)];
}

template <std::size_t Size>
void add_each(std::array<std::size_t, Size>& to, const std::array<std::size_t, Size>& more) {
  for (std::size_t i = 0; i < Size; ++i) to[i] += more[i];
}

// Severities are declared gravest first.
std::size_t findings_from(const Summary& summary, language::Severity least) {
  const auto end = summary.by_severity.begin() + static_cast<std::ptrdiff_t>(least) + 1;
  return std::accumulate(summary.by_severity.begin(), end, std::size_t{0});
}

std::vector<source::Message> what_is_incomplete(const Summary& summary) {
  std::vector<source::Message> reasons;
  const auto add = [&reasons](std::string id, std::size_t number) {
    if (number > 0) reasons.push_back({std::move(id), {{"count", std::to_string(number)}}});
  };
  add("output.exit_unreadable", summary.unreadable.size());
  add("output.exit_errors", count(summary.counts, Verdict::error));
  add("output.exit_undecided", summary.nothing_decided);
  if (const auto& last = summary.interrupted) {
    reasons.push_back(last->empty()
                          ? source::Message("output.exit_stopped_at_once")
                          : source::Message{"output.exit_interrupted", {{"source", *last}}});
  }
  if (reasons.empty() && summary.reports == 0) reasons.emplace_back("output.exit_no_report");
  return reasons;
}

}  // namespace

bool counts(language::Severity severity, FailOn fail_on) {
  return fail_on && severity <= *fail_on;  // declared gravest first
}

bool anything_decided(const finding::Counts& counts) {
  const auto checks = std::accumulate(counts.begin(), counts.end(), std::size_t{0});
  return checks == 0 || count(counts, Verdict::holds) + count(counts, Verdict::rounding) +
                                count(counts, Verdict::fails) >
                            0;
}

bool nothing_decided(const finding::CheckedReport& report) {
  return !report.over_reports && !anything_decided(report.counts);
}

void Summary::add(ReportResult report) {
  add_report(report.counts);
  add_findings(report);
  ranking.add(std::move(report));
}

void Summary::add(const finding::CheckedReport& report) {
  if (report.findings.empty()) return add_report(report.counts);
  add(result_of(report));
}

void Summary::add(Summary part) {
  reports += part.reports;
  nothing_decided += part.nothing_decided;
  add_each(counts, part.counts);
  add_each(by_severity, part.by_severity);
  accepted += part.accepted;
  known += part.known;
  std::ranges::move(part.unreadable, std::back_inserter(unreadable));
  ranking.add(part.ranking);
}

void Summary::add_over_reports(const finding::CheckedReport& found) {
  auto result = result_of(found);
  add_each(counts, result.counts);
  add_findings(result);
  // Each check is of a report of its own.
  for (auto& rule : result.rules) rule.reports = rule.checks;
  ranking.add_rules(result.rules);
}

void Summary::add_report(const finding::Counts& of_report) {
  ++reports;
  if (!anything_decided(of_report)) ++nothing_decided;
  add_each(counts, of_report);
}

void Summary::add_findings(const ReportResult& result) {
  add_each(by_severity, result.by_severity);
  accepted += result.accepted;
  known += result.known;
}

ExitStatus exit_status(const Summary& summary) {
  if (auto reasons = what_is_incomplete(summary); !reasons.empty()) return {2, std::move(reasons)};
  if (!summary.fail_on) return {0, {source::Message("output.exit_never")}};
  const source::Message::Argument level = {"level", {}, severity_word(*summary.fail_on)};
  if (const auto grave = findings_from(summary, *summary.fail_on); grave > 0) {
    return {1, {{"output.exit_findings", {{"count", std::to_string(grave)}, level}}}};
  }
  return {0, {{"output.exit_clean", {level}}}};
}

}  // namespace tieout::output
