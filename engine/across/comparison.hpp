// The rules over all reports of a run.
#pragma once

#include "across/capture.hpp"
#include "across/copied_passages.hpp"
#include "across/spill.hpp"
#include "check/known.hpp"
#include "finding/finding.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace tieout::across {

/// Takes what was captured of the reports, one after the other in the order of the run, and in the
/// end compares them. What it finds depends on the reports and their order alone, not on where what
/// was captured of them came from. Memory does not grow with the reports beyond a few words of
/// each.
class Comparison {
 public:
  /// Must outlive it.
  Comparison(const Capture& capture, const finding::FindingOptions& options);

  void add(const Captured& report);
  /// As the findings of a report without a name. Called once. A rule that compares each report with
  /// each, and not through aggregates, takes most_at_once reports a group; beyond that it ends in
  /// `error`.
  [[nodiscard]] finding::CheckedReport finish();

  /// Of a larger group the aggregates are folded (see check::Fold), where the rule allows it.
  static constexpr std::size_t most_told = 200;
  static constexpr std::size_t most_at_once = 10'000;

 private:
  /// Numbers of reports.
  using Group = std::span<const std::uint32_t>;

  /// Rules that compare reports of the same groups, ascending.
  using Rules = std::vector<check::RuleTask>;

  [[nodiscard]] std::vector<std::uint32_t> in_groups(std::size_t grouping) const;
  void check(std::size_t grouping, finding::CheckedReport& result);
  void check_large(const Rules& rules, Group group, finding::CheckedReport& result);
  void check(const Rules& rules, Group group, finding::CheckedReport& result);
  [[nodiscard]] finding::CheckedReport checked(const Rules& rules,
                                               const report::Report& report) const;
  void check_folded(const Rules& rules, Group group, finding::CheckedReport& result);
  void refuse(const Rules& rules, Group group, finding::CheckedReport& result) const;
  [[nodiscard]] report::Report read(Group group);
  /// What rules over copies find.
  void check_copies(finding::CheckedReport& result);

  const Capture& capture_;
  finding::FindingOptions options_;
  Spill texts_;
  Rules over_copies_;
  std::optional<CopiedPassages> passages_;                  ///< where there are rules over copies
  std::vector<std::vector<std::optional<GroupKey>>> keys_;  ///< by grouping, then by report
};

}  // namespace tieout::across
