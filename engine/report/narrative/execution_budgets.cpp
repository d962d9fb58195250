// What a rate is of where its own words do not say it.
#include "report/narrative/execution_budgets.hpp"

#include "report/narrative/characters.hpp"
#include "report/narrative/lookup.hpp"
#include "report/narrative/names.hpp"
#include "report/narrative/nearness.hpp"
#include "report/narrative/openers.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

namespace tieout::report::narrative {
namespace {

constexpr std::size_t farthest_budget = 30;        // statements before a rate
constexpr std::size_t farthest_passage = 6;        // passages before a rate
constexpr std::ptrdiff_t farthest_execution = 50;  // of those of the passage

/// One execution, and those before it.
class Completion {
 public:
  Completion(const Narrative& text, const AllottedFunds& funds, const ExecutionRows& rows,
             Execution& open, std::vector<Execution>& closed, std::size_t listed)
      : text_(text),
        funds_(funds),
        rows_(rows),
        open_(open),
        closed_(closed),
        listed_from_(listed) {}

  void run() {
    if (!open_.spent() && open_.budgets.size() == 1 && !open_.rates.empty()) take_up_actual();
    if (open_.budgets.empty() && open_.rates.size() == 1) {
      take_up_budget();
      take_up_final_budget();
      take_up_funds();
      return_rate();
      take_up_stated();
      take_up_allotted();
    }
    if (open_.rates.size() == 1 && open_.spent()) take_up_fitting_budget();
    if (open_.rates.size() == 1 && open_.spent() && !open_.budgets.empty()) return_rate();
    return_difference();
  }

 private:
  /// 支出决算95万元。与支出年初预算90万元相比，完成105.56%: what was spent stands before.
  void take_up_actual() {
    const Statement& budget = text_.statements[open_.budgets.front()];
    if (!budget.named) return;  // called after what was spoken of last
    const std::string stem = stem_of(core_of(budget.name, text_.entity));
    const auto near = std::min<std::ptrdiff_t>(std::ssize(closed_), farthest_execution);
    const auto found =
        std::find_if(closed_.rbegin(), closed_.rbegin() + near, [&](const Execution& execution) {
          if (!execution.spent()) return false;
          const Statement& spent = text_.statements[*execution.spent()];
          return stem_of(spent.core) == stem && comparable(spent.figure, budget.figure);
        });
    if (found != closed_.rbegin() + near && found->budgets.empty()) open_.actual = found->spent();
  }

  /// 项目资金90万元，支出81万元，执行率90%: the money that was there is the budget, if the rate has
  /// no other and one figure before what was spent is such money.
  void take_up_funds() {
    static constexpr std::string_view rates[] = {"执行率", "支出率", "支出进度", "执行进度"};
    static constexpr std::string_view funds[] = {"资金", "到位", "安排", "批复", "下达", "拨入",
                                                 "投资", "收到", "计划", "指标", "总额"};
    static constexpr std::string_view uses[] = {"支出", "支付", "使用", "发放", "拨付",
                                                "结余", "结转", "追加", "减少", "增加"};
    const std::size_t rate = open_.rates.front();
    const Statement& stated = text_.statements[rate];
    if (!open_.budgets.empty() || !open_.spent() || !stated.of.empty() ||
        !contains_any(text_.lead(rate), rates)) {
      return;
    }
    const Statement& spent = text_.statements[*open_.spent()];
    std::vector<std::size_t> found;
    for (std::size_t at = *open_.spent(); at > 0; --at) {
      const Statement& candidate = text_.statements[at - 1];
      if (candidate.passage != spent.passage ||
          text_.span_of(at - 1).begin != text_.span_of(rate).begin)
        break;
      const std::string_view lead = text_.lead(at - 1);
      if (candidate.role == Role::amount && is_exact_statement(candidate) &&
          comparable(candidate.figure, spent.figure) && contains_any(lead, funds) &&
          !contains_any(lead, uses)) {
        found.push_back(at - 1);
      }
    }
    if (found.size() == 1 && (!lists_part(found.front(), *open_.spent()) ||
                              fits(*open_.spent(), found.front(), stated.figure))) {
      open_.budgets = found;
    }
  }

  /// 项目资金86万元，其中甲50万元、|乙36万元: what was listed is no use of the whole.
  [[nodiscard]] bool lists_part(std::size_t whole, std::size_t part) const {
    constexpr std::size_t longest_list = 40;  // clauses
    const std::size_t first = text_.statements[whole].clause;
    const std::size_t last = text_.statements[part].clause;
    if (last - first > longest_list || speaks_of_use(part)) return false;
    for (std::size_t clause = first; clause < last; ++clause) {
      const char32_t mark = text_.clauses[clause].mark;
      if (mark == U'：' || mark == U':' ||
          opener_of(text_.clause_text(clause + 1)) != Opener::none) {
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] bool speaks_of_use(std::size_t index) const {
    static constexpr std::string_view uses[] = {"支出", "支付", "使用", "发放", "拨付", "执行"};
    return contains_any(text_.lead(index), uses);
  }

  /// 全年补助1860万元，实际支出1812万元，执行率97%: whatever it is called, what the sentence states
  /// before is what the rate is of, if it fits that.
  void take_up_stated() {
    const std::size_t rate = open_.rates.empty() ? 0 : open_.rates.front();
    if (!open_.budgets.empty() || !open_.spent() || open_.rates.size() != 1 ||
        !text_.statements[rate].of.empty()) {
      return;
    }
    const Span& span = text_.span_of(*open_.spent());
    const std::size_t spent = *open_.spent();
    const std::size_t first = spent - std::min(spent, farthest_budget);
    for (std::size_t at = spent; at > first && &text_.span_of(at - 1) == &span; --at) {
      const Statement& candidate = text_.statements[at - 1];
      if (states_value(candidate) && is_exact_statement(candidate) &&
          fits(spent, at - 1, text_.statements[rate].figure)) {
        open_.budgets = {at - 1};
        return;
      }
    }
  }

  /// 下达90万元。… 实际支出81万元，执行率90%: where no passage between speaks of a plan.
  void take_up_allotted() {
    if (!open_.budgets.empty() || !open_.spent() || open_.rates.size() != 1) return;
    const std::size_t rate = open_.rates.front();
    if (!text_.statements[rate].of.empty() || rows_.has_budget(open_, rate)) return;
    if (const auto funds = funds_.of(*open_.spent(), rate)) open_.budgets = {*funds};
  }

  /// 全年预算90万元。截至年底支出81万元，执行率90%: the sentence before says what was planned.
  void take_up_budget() {
    static constexpr std::string_view times[] = {"截至年底", "截至年末", "年底",
                                                 "年末",     "全年",     "实际"};
    if (closed_.empty() || !open_.spent()) return;
    Execution& planned = closed_.back();
    const Statement& spent = text_.statements[*open_.spent()];
    const std::string_view name =
        std::string_view(spent.name).substr(prefix_of(spent.name, times).size());
    if (planned.budgets.empty() || planned.spent() || !planned.rates.empty() ||
        !text_.statements[open_.rates.front()].of.empty() || !is_generic(name)) {
      return;
    }
    open_.budgets = planned.budgets;
  }

  /// 全年预算数90万元。 in a passage before, 支出81万元，预算执行率90%: what the section calls its
  /// last budget, where the rate fits it.
  void take_up_final_budget() {
    static constexpr std::string_view finals[] = {"全年", "调整"};
    if (!open_.budgets.empty() || !open_.spent()) return;
    const std::size_t rate = open_.rates.front();
    const Statement& spent = text_.statements[*open_.spent()];
    if (!text_.statements[rate].of.empty() || !is_generic(spent.name)) return;
    const auto& passages = text_.passages.list;
    const std::size_t first = rate - std::min(rate, farthest_budget);
    for (std::size_t at = rate; at > first; --at) {
      const Statement& budget = text_.statements[at - 1];
      if (passages[budget.passage].section != passages[spent.passage].section) return;
      if (budget.role != Role::budget || !is_exact_statement(budget) || !is_generic(budget.name) ||
          !contains_any(text_.lead(at - 1), finals)) {
        continue;
      }
      if (comparable(spent.figure, budget.figure) &&
          nearly_makes_share(spent.figure, budget.figure, text_.statements[rate].figure)) {
        open_.budgets = {at - 1};
      }
      return;
    }
  }

  /// 预算总额90万元，其中项目经费20万元。年底执行81万元，执行率90%; 调整预算数90万元。 in a passage
  /// before, 支出81万元，完成调整预算的90%: what was planned farther off, if the rate fits that and
  /// no budget that is nearer.
  void take_up_fitting_budget() {
    const std::size_t rate = open_.rates.front();
    const Statement& stated = text_.statements[rate];
    const std::size_t spent = *open_.spent();
    const std::vector<std::size_t> known = rows_.budgets_of(open_, rate);
    if (std::ranges::any_of(known, [&](auto at) { return fits(spent, at, stated.figure); })) return;
    if (known.empty() && rows_.has_budget(open_, rate)) return;
    const std::string_view kind = kind_of_budget(stated.of);
    const std::size_t passage = stated.passage;
    const std::size_t first = spent - std::min(spent, farthest_budget);
    for (std::size_t at = spent; at > first; --at) {
      const Statement& budget = text_.statements[at - 1];
      if (budget.passage + farthest_passage < passage) return;
      const bool plan = budget.role == Role::budget || budget.name.ends_with("预算总额");
      const std::string_view lead = text_.lead(at - 1);
      const bool called = kind.empty() ? budget.passage == passage : lead.find(kind) != lead.npos;
      if (!plan || !called || !is_exact_statement(budget) || !fits(spent, at - 1, stated.figure)) {
        continue;
      }
      open_.budgets = {at - 1};
      return;
    }
  }

  /// The first execution of the sentence that what stands behind a list may be of.
  [[nodiscard]] std::size_t first_listed() const {
    const auto near = static_cast<std::size_t>(farthest_execution);
    return std::max(listed_from_, closed_.size() - std::min(closed_.size(), near));
  }

  /// 预算90万元，支出81万元，其中：甲50万元，乙31万元；执行率90%: behind a list of what was spent
  /// the rate is of the whole again, where it fits.
  void return_rate() {
    const std::size_t rate = open_.rates.front();
    const Statement& stated = text_.statements[rate];
    if (!stated.of.empty() || stated.named || fits_budget(text_, open_, stated.figure)) return;
    for (auto whole = closed_.size(); whole > first_listed(); --whole) {
      Execution& execution = closed_[whole - 1];
      if (execution.budgets.empty() || !execution.spent()) continue;
      if (!execution.rates.empty()) return;
      const std::vector<std::size_t> budgets = rows_.budgets_of(execution, rate);
      if (budgets.size() != 1 || !fits(*execution.spent(), budgets.front(), stated.figure)) return;
      execution.rates.push_back(rate);
      execution.difference = std::exchange(open_.difference, std::nullopt);
      open_.rates.clear();
      return;
    }
  }

  /// 预算90万元，支出81万元，其中：甲…；乙预算40万元，支出35万元；节约9万元: behind a list what was
  /// saved is of the whole, where it is that of the whole.
  void return_difference() {
    if (!open_.difference) return;
    const figure::Figure& saved = text_.statements[*open_.difference].figure;
    const auto makes = [&](const Execution& execution) {
      return execution.spent() && std::ranges::any_of(execution.budgets, [&](std::size_t budget) {
               return is_difference(saved, text_.statements[budget].figure,
                                    text_.statements[*execution.spent()].figure);
             });
    };
    if (makes(open_)) return;
    for (auto whole = closed_.size(); whole > first_listed(); --whole) {
      Execution& execution = closed_[whole - 1];
      if (execution.difference || !makes(execution)) continue;
      execution.difference = std::exchange(open_.difference, std::nullopt);
      return;
    }
  }

  [[nodiscard]] bool fits(std::size_t actual, std::size_t budget,
                          const figure::Figure& rate) const {
    const figure::Figure& planned = text_.statements[budget].figure;
    const figure::Figure& spent = text_.statements[actual].figure;
    return comparable(planned, spent) && makes_share(spent, planned, rate);
  }

  const Narrative& text_;
  const AllottedFunds& funds_;
  const ExecutionRows& rows_;
  Execution& open_;
  std::vector<Execution>& closed_;
  std::size_t listed_from_;
};

}  // namespace

void ExecutionBudgets::complete(Execution& open, std::vector<Execution>& closed,
                                std::size_t listed) const {
  Completion(text_, funds_, rows_, open, closed, listed).run();
}

bool fits_budget(const Narrative& text, const Execution& execution, const figure::Figure& rate) {
  if (!execution.spent()) return false;
  const figure::Figure& spent = text.statements[*execution.spent()].figure;
  return std::ranges::any_of(execution.budgets, [&](std::size_t budget) {
    const figure::Figure& planned = text.statements[budget].figure;
    return comparable(planned, spent) && makes_share(spent, planned, rate);
  });
}

std::string_view kind_of_budget(std::string_view words) {
  const std::string_view front = words.substr(0, words.find("预算"));
  for (const std::string_view kind : budget_kinds) {
    if (front.find(kind) != std::string_view::npos) return kind;
  }
  return {};
}

bool is_difference(const figure::Figure& stated, const figure::Figure& a, const figure::Figure& b) {
  if (!comparable(stated, a) || !comparable(a, b)) return false;
  const auto apart = a.base() - b.base();
  return stated.base() == apart || stated.base() == -apart;
}

}  // namespace tieout::report::narrative
