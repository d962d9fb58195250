// Keeps the worst reports sorted: nearly all of a long run are turned away by the last of them.
#include "output/ranking.hpp"

#include "finding/printed.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <string_view>
#include <utility>

namespace tieout::output {

namespace {

using check::Evidence;
using check::Side;
using figure::Rational;
using finding::Finding;

constexpr auto graver_than_note = static_cast<std::size_t>(language::Severity::note);

bool is_money(const check::Amount& amount) {
  static const auto money = figure::Dimension::base("money");
  return (amount.unit == nullptr ? amount.dimension : amount.unit->dimension) == money;
}

/// Is the finding about an amount that no other finding of the report stands for?
bool counts_for_itself(const finding::CheckedReport& report, const Finding& found) {
  if (!finding::is_open(found) || found.severity > language::Severity::warning) return false;
  const auto& outcome = found.outcome;
  if (!outcome.difference || !outcome.left || !is_money(*outcome.left)) return false;
  return !found.follows || !finding::is_open(report.findings[*found.follows]);
}

/// The place of the figure that alone makes up a side, the left one first; null if none does.
const source::Place* sole_figure(const Finding& found) {
  for (const auto side : {Side::left, Side::right}) {
    const Evidence* sole = nullptr;
    std::size_t figures = 0;
    for (const auto& piece : found.outcome.evidence) {
      if (!piece.figure || (piece.side != side && piece.side != Side::both)) continue;
      ++figures;
      sole = &piece;
    }
    if (figures == 1) return &sole->place;
  }
  return nullptr;
}

std::size_t gravest(const SeverityCounts& counts) {
  const auto* const found = std::ranges::find_if(counts, [](auto number) { return number > 0; });
  return static_cast<std::size_t>(found - counts.begin());
}

}  // namespace

bool Worse::operator()(const ReportResult& a, const ReportResult& b) const {
  const auto grave_a = gravest(a.by_severity);
  const auto grave_b = gravest(b.by_severity);
  if (grave_a != grave_b) return grave_a < grave_b;
  if (a.at_stake != b.at_stake) return a.at_stake > b.at_stake;
  return a.by_severity > b.by_severity;
}

Rational at_stake(const finding::CheckedReport& report) {
  std::vector<std::pair<Rational, const source::Place*>> amounts;
  for (const auto& found : report.findings) {
    if (!counts_for_itself(report, found)) continue;
    amounts.emplace_back(abs(*found.outcome.difference), sole_figure(found));
  }
  std::ranges::stable_sort(amounts, [](const auto& a, const auto& b) { return a.first > b.first; });
  Rational sum = 0;
  const auto earlier = [](const source::Place* a, const source::Place* b) { return *a < *b; };
  std::set<const source::Place*, decltype(earlier)> seen;
  for (const auto& [amount, place] : amounts) {
    if (place == nullptr || seen.insert(place).second) sum += amount;
  }
  return sum;
}

ReportResult result_of(const finding::CheckedReport& report) {
  ReportResult result;
  result.source = report.source;
  result.schema = report.schema;
  result.entity = report.entity;
  result.period = report.period;
  result.counts = report.counts;
  if (report.findings.empty()) return result;
  std::map<std::string_view, RuleFailures> failures;
  for (const auto& found : report.findings) {
    if (found.accepted) {
      ++result.accepted;
    } else if (!finding::is_open(found)) {
      ++result.known;
    } else {
      ++result.by_severity[static_cast<std::size_t>(found.severity)];
      if (found.outcome.verdict != figure::Verdict::fails) continue;
      const auto& rule = *found.rule;
      auto& failed = failures[rule.id];
      if (++failed.checks > 1) continue;
      failed.rule = rule.id;
      failed.title_zh = finding::title_of(rule, source::Language::zh);
      failed.title_en = finding::title_of(rule, source::Language::en);
      failed.severity = rule.severity;
      failed.reports = 1;
    }
  }
  result.at_stake = at_stake(report);
  for (auto& [id, rule] : failures) result.rules.push_back(std::move(rule));
  return result;
}

finding::PrintedAmount stake_in_yuan(const Rational& amount) {
  return finding::printed(amount, "元", 1, 0);
}

finding::PrintedAmount stake_in_ten_thousand(const Rational& amount) {
  constexpr int ten_thousand = 10'000;
  return finding::printed(amount, "万元", ten_thousand, 2);
}

void Ranking::add_rules(const std::vector<RuleFailures>& rules) {
  for (const auto& rule : rules) add_rule(rule);
}

void Ranking::add_rule(const RuleFailures& rule) {
  const auto [known, added] = rules_.try_emplace(rule.rule, rule);
  if (added) return;
  known->second.checks += rule.checks;
  known->second.reports += rule.reports;
}

void Ranking::add(ReportResult report) {
  add_rules(report.rules);
  if (gravest(report.by_severity) >= graver_than_note) return;
  ++candidates_;
  if (is_among_worst(report)) place(std::move(report));
}

void Ranking::add(const Ranking& part) {
  for (const auto& [id, rule] : part.rules_) add_rule(rule);
  candidates_ += part.candidates_;
  for (const auto& report : part.worst_) {
    if (is_among_worst(report)) place(report);
  }
}

bool Ranking::is_among_worst(const ReportResult& report) const {
  return worst_.size() < most || Worse()(report, *worst_.rbegin());
}

void Ranking::place(ReportResult report) {
  worst_.insert(std::move(report));  // behind those that are as bad
  if (worst_.size() > most) worst_.erase(std::prev(worst_.end()));
}

std::vector<RuleFailures> Ranking::rules() const {
  std::vector<RuleFailures> sorted;
  sorted.reserve(rules_.size());
  for (const auto& [id, rule] : rules_) sorted.push_back(rule);
  std::ranges::stable_sort(sorted, [](const RuleFailures& a, const RuleFailures& b) {
    return a.checks != b.checks ? a.checks > b.checks : a.reports > b.reports;
  });
  return sorted;
}

}  // namespace tieout::output
