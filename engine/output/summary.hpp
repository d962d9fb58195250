// What a whole run comes to: the counts, what could not be read, and the exit status.
#pragma once

#include "finding/finding.hpp"
#include "finding/ledger.hpp"
#include "output/ranking.hpp"
#include "source/message.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace tieout::output {

/// Findings of this severity or a graver one make the exit status 1; nothing: none does.
using FailOn = std::optional<language::Severity>;

/// Does a finding of this severity make the exit status 1?
[[nodiscard]] bool counts(language::Severity severity, FailOn fail_on);

inline constexpr std::array<language::Severity, 4> severities = {
    language::Severity::error, language::Severity::warning, language::Severity::query,
    language::Severity::note};

struct Summary {
  std::vector<std::string> rule_files;
  std::size_t rule_count = 0;
  std::size_t reports = 0;
  std::size_t nothing_decided = 0;  ///< reports in which no check was decided
  finding::Counts counts{};         ///< by verdict, of all checks
  SeverityCounts by_severity{};     ///< open findings
  std::size_t accepted = 0;         ///< findings that were explained
  std::size_t known = 0;            ///< findings that the baseline has
  /// Entries of the two files that fit no finding any more.
  std::vector<finding::Entry> unused_explanations;
  std::vector<finding::Entry> unused_baseline;
  std::vector<finding::Unreadable> unreadable;
  /// The report after which the run was stopped; empty: before the first; nothing: it was not.
  std::optional<std::string> interrupted;
  Ranking ranking;
  FailOn fail_on = language::Severity::error;

  void add(ReportResult report);
  void add(const finding::CheckedReport& report);
  /// A part of the run that comes next, without what is known only of all of it.
  void add(Summary part);
  /// What rules over reports found: it counts, but is no report.
  void add_over_reports(const finding::CheckedReport& found);
  /// Are there reports to be ranked? Not where there is only one.
  [[nodiscard]] bool ranks() const { return reports > 1; }

 private:
  void add_report(const finding::Counts& of_report);
  void add_findings(const ReportResult& result);
};

/// Did any check of the report reach holds, rounding or fails? True where there was none to make.
[[nodiscard]] bool anything_decided(const finding::Counts& counts);
/// Is it a report of which no check was decided? Rules over reports may have nothing to compare.
[[nodiscard]] bool nothing_decided(const finding::CheckedReport& report);

struct ExitStatus {
  int code = 0;
  std::vector<source::Message> reasons;  ///< never empty: what the code means in this run
};

/// 2 if something could not be read or evaluated, or a report was not checked; else 1 if there are
/// findings at or above `fail_on`; else 0. Undecided checks do not count.
[[nodiscard]] ExitStatus exit_status(const Summary& summary);

}  // namespace tieout::output
