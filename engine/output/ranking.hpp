// Which reports of a run are the worst, and which rules failed most.
#pragma once

#include "figure/exact.hpp"
#include "finding/finding.hpp"

#include <array>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace tieout::output {

/// How many findings there are of each severity, in the order of `severities`.
using SeverityCounts = std::array<std::size_t, 4>;

/// How often a rule failed; findings that were explained or are in the baseline do not count.
struct RuleFailures {
  std::string rule;
  std::string title_zh;
  std::string title_en;
  language::Severity severity = language::Severity::error;
  std::size_t checks = 0;   ///< that failed
  std::size_t reports = 0;  ///< in which one did
};

/// What a report adds to the summary of its run.
struct ReportResult {
  std::string source;
  std::string schema;
  std::string entity;
  std::string period;
  std::string across;  ///< finding::CheckedReport::across
  finding::Counts counts{};
  SeverityCounts by_severity{};  ///< open findings
  std::size_t accepted = 0;
  std::size_t known = 0;
  figure::Rational at_stake = 0;
  std::vector<RuleFailures> rules;  ///< each rule that failed, once
};

[[nodiscard]] ReportResult result_of(const finding::CheckedReport& report);

/// The amount at stake in a report, in 元: the sum of how far the two sides are apart, without
/// sign, in its open findings in money that are errors or warnings. What follows from another open
/// finding does not count again, nor do further findings about a figure that alone makes up a side
/// of one: of these the largest difference counts.
[[nodiscard]] figure::Rational at_stake(const finding::CheckedReport& report);

/// An amount at stake as it is printed: in 元 for programs, in 万元 for people.
[[nodiscard]] finding::PrintedAmount stake_in_yuan(const figure::Rational& amount);
[[nodiscard]] finding::PrintedAmount stake_in_ten_thousand(const figure::Rational& amount);

/// Orders reports: those with the gravest finding first, of these those with most at stake, then
/// those with most findings.
struct Worse {
  bool operator()(const ReportResult& a, const ReportResult& b) const;
};

/// Holds the worst reports and a count for each rule, however many reports there are.
class Ranking {
 public:
  static constexpr std::size_t most = 100;

  /// Reports come in the order of the run; of two that are as bad the first one stays first.
  void add(ReportResult report);
  /// Those of a part of the run that comes next.
  void add(const Ranking& part);
  /// Only the rules: what failed was no one report.
  void add_rules(const std::vector<RuleFailures>& rules);

  /// Reports with findings graver than a note, at most `most` of them.
  [[nodiscard]] const std::multiset<ReportResult, Worse>& worst() const { return worst_; }
  /// How many such reports there are.
  [[nodiscard]] std::size_t candidates() const { return candidates_; }
  /// The rules that failed, most checks first.
  [[nodiscard]] std::vector<RuleFailures> rules() const;

 private:
  void add_rule(const RuleFailures& rule);
  [[nodiscard]] bool is_among_worst(const ReportResult& report) const;
  /// One that is among the worst.
  void place(ReportResult report);

  std::multiset<ReportResult, Worse> worst_;
  std::size_t candidates_ = 0;
  std::map<std::string, RuleFailures> rules_;
};

}  // namespace tieout::output
