// Which findings of a run were explained, or are in its baseline, and which entries fit nothing.
#pragma once

#include "finding/ledger.hpp"

#include <set>
#include <string>
#include <vector>

namespace tieout::finding {

/// Marks findings, report by report. An explanation counts through its last day and as long as the
/// values are those that were explained; a baseline knows a finding as long as its values are the
/// same.
class Settlement {
 public:
  /// The ledgers may be null and must outlive this; `today` as 2026-11-22.
  Settlement(const Ledger* accepted, const Ledger* baseline, std::string today)
      : accepted_(accepted), baseline_(baseline), today_(std::move(today)) {}

  void apply(CheckedReport& report);

  /// Entries about reports and rules of this run that fit no finding any more, in the order of
  /// their fingerprints. What is about other reports is not judged.
  [[nodiscard]] std::vector<const Entry*> unused_explanations() const { return unused(accepted_); }
  [[nodiscard]] std::vector<const Entry*> unused_baseline() const { return unused(baseline_); }

 private:
  void settle(Finding& finding) const;
  [[nodiscard]] std::vector<const Entry*> unused(const Ledger* ledger) const;

  const Ledger* accepted_;
  const Ledger* baseline_;
  std::string today_;
  std::set<std::string> found_;     ///< fingerprints of findings
  std::set<std::string> examined_;  ///< entity, period and rule
};

}  // namespace tieout::finding
