// The words by which reports say what was planned and what became of it: what stands at the end of
// the words before a figure.
#pragma once

#include "report/narrative/statement.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace tieout::report::narrative {

/// 完成年初预算的, 预算执行率为: the byte where it begins and the budget's name.
struct RateWords {
  std::size_t begin = 0;
  std::string_view budget;
};
[[nodiscard]] std::optional<RateWords> rate_words(std::string_view lead);

/// 完成年度目标, 完成任务数: the figure is what was to be done.
[[nodiscard]] bool fulfils(std::string_view lead);

/// 节约预算, 超支: the direction of actual minus budget.
struct DifferenceWords {
  Direction direction = Direction::none;
  std::size_t begin = 0;
};
[[nodiscard]] std::optional<DifferenceWords> difference_words(std::string_view lead);
/// Those of them that name both, whatever else the sentence compares: 决算数大于预算数.
[[nodiscard]] std::optional<DifferenceWords> over_budget_words(std::string_view lead);

/// 支出预算为, 预算安排: the byte after the subject (三公经费|预算数).
[[nodiscard]] std::optional<std::size_t> budget_words(std::string_view lead);
/// 支出决算为, 实际支出: likewise.
[[nodiscard]] std::optional<std::size_t> actual_words(std::string_view lead);

/// 三公经费支出决算数|小于|年初预算数的主要原因: what was spent is more or less than its budget. A
/// form that keeps both words (大于（小于）) says neither.
struct BudgetComparison {
  Direction direction = Direction::none;  ///< of what was spent
  std::size_t word = 0;                   ///< byte at which the word of comparison stands
  std::string_view spent;                 ///< the words that name it; empty: none do
  std::string_view budget;                ///< the words that name the budget
};
[[nodiscard]] std::optional<BudgetComparison> budget_comparison(std::string_view clause);

}  // namespace tieout::report::narrative
