// What was planned and spent as rows: which budget a rate is of, what a difference is signed.
#pragma once

#include "report/narrative/binding.hpp"
#include "report/narrative/groups.hpp"
#include "report/narrative/list_tails.hpp"
#include "report/narrative/lookup.hpp"
#include "report/narrative/rows.hpp"
#include "report/narrative/statement.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace tieout::report::narrative {

/// What tells one budget from another of one name.
inline constexpr std::string_view budget_kinds[] = {"年初", "调整", "全年"};

/// Indices are of statements.
struct Execution {
  std::vector<std::size_t> budgets;
  std::optional<std::size_t> actual;
  std::optional<std::size_t> amount;  ///< the last plain amount: 年初预算51.50万元，支出51.98万元
  std::vector<std::size_t> rates;
  std::optional<std::size_t> difference;
  Direction direction = Direction::none;  ///< 决算数大于预算数
  std::string_view compared;              ///< 年初 of 决算数大于年初预算数
  source::Place direction_place;

  [[nodiscard]] std::optional<std::size_t> spent() const { return actual ? actual : amount; }
};

class ExecutionRows {
 public:
  /// All must outlive it.
  ExecutionRows(const Narrative& text, const NameIndex& names, const Binder& binder,
                const std::vector<Group>& groups, const schema::Schema& schema, Report& report)
      : text_(text),
        names_(names),
        binder_(binder),
        tails_(text, groups),
        table_(schema, report, "executions") {}

  /// A row for each rate, else one; none where nothing can be held against anything.
  void write(const Execution& found) const;
  /// The budgets that a rate may be of: 完成年初预算的 beside 年初预算 and 调整预算.
  [[nodiscard]] std::vector<std::size_t> budgets_of(const Execution& found, std::size_t rate) const;
  /// Is it known, from the text or a table, what a rate is of?
  [[nodiscard]] bool has_budget(const Execution& found, std::size_t rate) const;

 private:
  [[nodiscard]] std::vector<std::size_t> elsewhere(const Execution& found, std::size_t rate) const;
  /// 年初预算5万元，…追加2万元: what it says of the plan at first is not what it came to.
  [[nodiscard]] bool is_plan_changed(std::size_t budget) const;
  void row(const Execution& found, std::optional<std::size_t> rate,
           const std::vector<std::size_t>& budgets) const;
  /// With what the list was of, where the rate is that one's.
  [[nodiscard]] Execution settled(const Execution& found, std::size_t rate,
                                  const std::vector<std::size_t>& budgets) const;
  [[nodiscard]] static bool of_one_budget(const Execution& found, const Statement& rate);
  [[nodiscard]] const figure::Figure* plan_of(const Execution& found, std::string_view kind) const;
  [[nodiscard]] figure::Figure budget_figure(const Execution& found, std::size_t budget) const;

  const Narrative& text_;
  const NameIndex& names_;
  const Binder& binder_;
  ListTails tails_;
  StatementTable table_;
};

}  // namespace tieout::report::narrative
