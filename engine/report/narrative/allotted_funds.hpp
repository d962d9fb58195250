// The money that a rate of spending is of, where an earlier passage says it.
#pragma once

#include "report/narrative/groups.hpp"
#include "report/narrative/statement.hpp"

#include <cstddef>
#include <optional>
#include <set>
#include <vector>

namespace tieout::report::narrative {

/// 共投入10441万元。… 实际执行9265.35万元，执行率88.74%: what was allotted, said up to some
/// passages before.
class AllottedFunds {
 public:
  AllottedFunds(const Narrative& text, const std::vector<Group>& groups);

  /// The amount that `rate` of `spent` is of: one that the rate fits; else the only one there is,
  /// if what was spent has no name of its own, or the only one of its name. None where it cannot
  /// be told.
  [[nodiscard]] std::optional<std::size_t> of(std::size_t spent, std::size_t rate) const;

 private:
  [[nodiscard]] std::vector<std::size_t> candidates(std::size_t spent) const;
  [[nodiscard]] bool fits(std::size_t spent, std::size_t funds, std::size_t rate) const;

  const Narrative& text_;
  std::set<std::size_t> parts_;  ///< of other totals
};

}  // namespace tieout::report::narrative
