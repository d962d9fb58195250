// What a rate is of where its own words do not say it: the budget or the spending that stands
// before.
#pragma once

#include "report/narrative/allotted_funds.hpp"
#include "report/narrative/execution_rows.hpp"
#include "report/narrative/groups.hpp"
#include "report/narrative/statement.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace tieout::report::narrative {

class ExecutionBudgets {
 public:
  /// All must outlive it.
  ExecutionBudgets(const Narrative& text, const std::vector<Group>& groups,
                   const ExecutionRows& rows)
      : text_(text), funds_(text, groups), rows_(rows) {}

  /// Gives an execution that ends the budget or the spending that it lacks. What was said behind a
  /// list, but is of what the list was of, goes to that one of `closed`, the executions of the
  /// passage before it; those from `listed` on are of its sentence.
  void complete(Execution& open, std::vector<Execution>& closed, std::size_t listed) const;

 private:
  const Narrative& text_;
  const AllottedFunds funds_;
  const ExecutionRows& rows_;
};

/// Whether a rate is that of what was spent to one of the budgets.
[[nodiscard]] bool fits_budget(const Narrative& text, const Execution& execution,
                               const figure::Figure& rate);

/// 年初, 调整 or 全年 in front of the first 预算; empty where it is not said.
[[nodiscard]] std::string_view kind_of_budget(std::string_view words);

/// Whether an amount is exactly that by which two others differ.
[[nodiscard]] bool is_difference(const figure::Figure& stated, const figure::Figure& a,
                                 const figure::Figure& b);

}  // namespace tieout::report::narrative
