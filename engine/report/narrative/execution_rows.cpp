// What was planned and spent as rows: which budget a rate is of, what a difference is signed.
#include "report/narrative/execution_rows.hpp"

#include "report/narrative/characters.hpp"
#include "report/narrative/names.hpp"
#include "report/narrative/nearness.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

namespace tieout::report::narrative {
void ExecutionRows::write(const Execution& found) const {
  const bool paired = !found.budgets.empty() && found.spent();
  if (found.rates.empty() && !found.difference && !paired) return;
  if (found.rates.empty()) {
    if (found.difference && !paired) return;  // nothing to hold it against
    if (!found.difference && !found.actual) return;
    row(found, std::nullopt, found.budgets);
    return;
  }
  for (const std::size_t rate : found.rates) {
    const std::vector<std::size_t> budgets = budgets_of(found, rate);
    row(settled(found, rate, budgets), rate, budgets);
  }
}

Execution ExecutionRows::settled(const Execution& found, std::size_t rate,
                                 const std::vector<std::size_t>& budgets) const {
  if (!found.spent() || budgets.empty()) return found;
  const auto fits = [&](std::size_t spent) {
    const figure::Figure& figure = text_.statements[spent].figure;
    return std::ranges::any_of(budgets, [&](std::size_t budget) {
      return comparable(figure, text_.statements[budget].figure) &&
             makes_share(figure, text_.statements[budget].figure, text_.statements[rate].figure);
    });
  };
  Execution result = found;
  if (const auto other = tails_.other_subject(*found.spent(), rate, fits)) result.actual = other;
  return result;
}

bool ExecutionRows::has_budget(const Execution& found, std::size_t rate) const {
  return !budgets_of(found, rate).empty() || plan_of(found, text_.statements[rate].of) != nullptr;
}

std::vector<std::size_t> ExecutionRows::budgets_of(const Execution& found, std::size_t rate) const {
  static constexpr std::string_view finals[] = {"全年", "调整"};
  std::string words = text_.statements[rate].of;
  // 年初预算完成率|223%: its own words say of which.
  const std::string_view own = text_.lead(rate);
  for (const std::string_view kind : budget_kinds) {
    if (words.empty() && own.find(std::string(kind) + "预算") != std::string_view::npos) {
      words = kind;
    }
  }
  // 为年初预算20万元的75%: the amount stands with the rate.
  if (found.budgets.size() == 1 && text_.statements[found.budgets.front()].divides) {
    return found.budgets;
  }
  std::vector<std::size_t> fitting;
  if (words.empty()) {
    // 预算执行率 is of the budget as it was in the end.
    std::copy_if(found.budgets.begin(), found.budgets.end(), std::back_inserter(fitting),
                 [&](std::size_t budget) { return contains_any(text_.lead(budget), finals); });
    if (fitting.size() == 1) return fitting;
    fitting.clear();
  }
  for (const std::size_t budget : found.budgets) {
    const std::string_view lead = text_.lead(budget);
    const bool fits = std::ranges::all_of(budget_kinds, [&](std::string_view kind) {
      const bool wanted = words.find(kind) != std::string::npos;
      const bool said = lead.find(kind) != std::string_view::npos;
      return wanted == said || (!said && found.budgets.size() == 1) ||
             (!wanted && words.size() <= std::string_view("预算数").size());
    });
    if (fits) fitting.push_back(budget);
  }
  if (!fitting.empty() || !found.budgets.empty()) return fitting;
  return elsewhere(found, rate);
}

/// 完成预算的95%, the budget being stated somewhere else under that name.
std::vector<std::size_t> ExecutionRows::elsewhere(const Execution& found, std::size_t rate) const {
  if (!found.spent()) return {};
  const Statement& spent = text_.statements[*found.spent()];
  if (is_generic(spent.name)) return {};
  NameIndex::Query query;
  query.name = spent.name;
  query.from = rate;
  query.like = &spent.figure;
  query.role = Role::budget;
  query.year = spent.year ? spent.year : text_.period;
  const std::vector<std::size_t> budgets = names_.find(query);
  if (budgets.size() != 1) return {};
  // 到位90万元，分别为甲60万元、乙30万元。实际支出81万元，执行率90%: called as what was listed
  // last, but of the whole.
  const figure::Figure& planned = text_.statements[budgets.front()].figure;
  if (!spent.named && comparable(spent.figure, planned) &&
      !nearly_makes_share(spent.figure, planned, text_.statements[rate].figure)) {
    return {};
  }
  const bool changed = text_.statements[rate].of.find("年初") == std::string::npos &&
                       is_plan_changed(budgets.front());
  return changed ? std::vector<std::size_t>() : budgets;
}

bool ExecutionRows::is_plan_changed(std::size_t budget) const {
  static constexpr std::string_view words[] = {"追加", "调增", "调减",    "调整",
                                               "核增", "核减", "全年预算"};
  static constexpr std::string_view finals[] = {"调整", "全年"};
  if (contains_any(text_.lead(budget), finals)) return false;
  const std::size_t passage = text_.statements[budget].passage;
  return contains_any(text_.passage_text(passage), words);
}

void ExecutionRows::row(const Execution& found, std::optional<std::size_t> rate,
                        const std::vector<std::size_t>& budgets) const {
  const std::size_t shown = rate ? *rate : found.difference ? *found.difference : *found.spent();
  const Statement& statement = text_.statements[shown];
  const std::string& name = found.spent() ? text_.statements[*found.spent()].name : statement.name;
  Row row = table_.row(name, statement.figure.place);
  table_.set(row, "name", text_value(name, statement.figure.place));
  if (found.spent()) table_.set(row, "actual", text_.statements[*found.spent()].figure);
  if (rate) table_.set(row, "rate", text_.statements[*rate].figure);
  const bool first = !rate || *rate == found.rates.front();
  if (found.difference && first) {
    const Statement& difference = text_.statements[*found.difference];
    const bool left_over = difference.role == Role::amount;
    const bool saved = left_over || difference.direction == Direction::down;
    table_.set(row, "difference", saved ? negated(difference.figure) : difference.figure);
    table_.set(
        row, "direction",
        direction_value(saved ? Direction::down : difference.direction, difference.figure.place));
  } else if (first && (!budgets.empty() || !rate || of_one_budget(found, statement))) {
    table_.set(row, "direction", direction_value(found.direction, found.direction_place));
  }
  std::vector<Row> readings;
  for (const std::size_t budget : budgets) {
    readings.push_back(row);
    table_.set(readings.back(), "budget", budget_figure(found, budget));
  }
  if (readings.empty()) {
    const figure::Figure* plan = rate ? plan_of(found, statement.of) : nullptr;
    if (plan != nullptr) table_.set(row, "budget", *plan);
    readings.push_back(std::move(row));
  }
  // 差值为0.9万元 does not say which of the two is more.
  const bool is_unsigned = found.difference && first && found.spent() &&
                           text_.statements[*found.difference].role == Role::difference &&
                           text_.statements[*found.difference].direction == Direction::none;
  for (std::size_t at = 0; is_unsigned && at < budgets.size(); ++at) {
    const figure::Figure& planned = text_.statements[budgets[at]].figure;
    if (text_.statements[*found.spent()].figure.base() >= planned.base()) continue;
    table_.set(readings[at], "difference", negated(text_.statements[*found.difference].figure));
  }
  table_.add(joined_readings(std::move(readings)));
}

/// 完成年初预算的95%，决算数小于预算数, but not 完成预算的95%，决算数大于年初预算数: there the
/// rate may be of another budget than the comparison.
bool ExecutionRows::of_one_budget(const Execution& found, const Statement& rate) {
  return found.compared.empty() || rate.of.find(found.compared) != std::string::npos;
}

/// 支出决算为5.65万元，完成预算75.33%: what a table says was planned.
const figure::Figure* ExecutionRows::plan_of(const Execution& found, std::string_view kind) const {
  if (!found.spent() || text_.statements[*found.spent()].items.empty()) return nullptr;
  return binder_.plan(text_.statements[*found.spent()].items.front(), kind);
}

/// 年初预算为0，决算为15万元: nothing has every unit.
figure::Figure ExecutionRows::budget_figure(const Execution& found, std::size_t budget) const {
  figure::Figure figure = text_.statements[budget].figure;
  if (figure.value.coefficient == 0 && figure.is_in("") && found.spent()) {
    figure.unit = text_.statements[*found.spent()].figure.unit;
  }
  return figure;
}

}  // namespace tieout::report::narrative
