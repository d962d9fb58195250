// Budgets and what became of them: 年初预算51.50万元，决算51.98万元，完成年初预算的100.93%.
#include "report/narrative/executions.hpp"

#include "report/narrative/characters.hpp"
#include "report/narrative/execution_budgets.hpp"
#include "report/narrative/execution_rows.hpp"
#include "report/narrative/names.hpp"
#include "report/narrative/openers.hpp"
#include "report/narrative/plan_wording.hpp"
#include "report/narrative/rows.hpp"
#include "report/narrative/targets.hpp"
#include "report/narrative/wording.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tieout::report::narrative {
namespace {

constexpr std::ptrdiff_t farthest_execution = 50;  // of those that a sentence may look back to

class ExecutionFinder {
 public:
  ExecutionFinder(const Narrative& text, const NameIndex& names, const Binder& binder,
                  const std::vector<Group>& groups, const schema::Schema& schema, Report& report)
      : text_(text),
        rows_(text, names, binder, groups, schema, report),
        budgets_(text, groups, rows_),
        targets_(schema, report, "targets") {}

  void run() {
    for (const auto& sentences : text_.sentences) {
      open_ = {};
      head_.reset();
      amounts_.clear();
      listed_from_ = 0;
      for (const std::size_t sentence : sentences) this->sentence(sentence);
      close();
      for (const Execution& execution : closed_) rows_.write(execution);
      closed_.clear();
    }
  }

 private:
  void sentence(std::size_t index) {
    first_in_sentence_ = true;
    explained_ = false;
    for (const std::size_t clause : text_.spans[index].clauses) {
      explains(clause);
      for (std::size_t at = text_.clauses[clause].first; at < text_.clauses[clause].last; ++at) {
        statement(at);
        first_in_sentence_ = false;
      }
      compare(clause);
      const char32_t mark = text_.clauses[clause].mark;
      if (mark != U'；' && mark != U';') continue;
      explained_ = false;
      // 预算执行率97%，扣0.3分；目标120场，完成105场: not of what comes behind it.
      if (!open_.rates.empty() && !open_.spent() && open_.budgets.empty()) close();
    }
  }

  /// 支出90万元，主要原因是减少工资8万元；完成预算的98%: what explains was not what was spent.
  void explains(std::size_t clause) {
    static constexpr std::string_view reasons[] = {"原因", "由于", "主要是", "主要系"};
    explained_ = explained_ || contains_any(text_.clause_text(clause), reasons);
  }

  void statement(std::size_t at) {
    const Statement& found = text_.statements[at];
    // A new sentence goes on with what the last one spoke of only if it starts with a result.
    const bool result = found.role == Role::rate || found.role == Role::difference ||
                        (found.role == Role::change && !found.named && is_of_budget(found));
    if (first_in_sentence_) {
      if (!result) close();
      listed_from_ = closed_.size();
      return_to_head();
    }
    if (!is_exact_statement(found) && !result) return;
    switch (found.role) {
      case Role::budget:
        budget(at);
        break;
      case Role::actual:
        actual(at);
        break;
      case Role::amount:
        if (!explained_) amount(at);
        break;
      case Role::rate:
        rate(at);
        break;
      case Role::difference:
        open_.difference = at;
        break;
      case Role::change:
        change(at);
        break;
      default:
        break;
    }
  }

  /// 执行率分别为, 合计执行率, or of less than the year: 一季度执行率|22%.
  [[nodiscard]] static bool is_of_several_or_less(std::string_view lead) {
    static constexpr std::string_view words[] = {"分别", "季度", "上半年", "半年度",
                                                 "序时", "合计", "综合",   "总执行率"};
    return contains_any(lead, words);
  }

  void rate(std::size_t index) {
    if (is_of_several_or_less(text_.lead(index))) return;
    // 执行率100%|的项目2个, 执行率90%-100%的: which projects are meant.
    constexpr std::string_view of = "的";
    if (text_.statements[index].range || trimmed(text_.tail(index)).starts_with(of)) return;
    const Statement& found = text_.statements[index];
    // 其中：甲50万元，乙31万元。执行率90%，甲执行率95%: each of what it names.
    if (!amounts_.empty() && found.named && !is_generic(found.name)) {
      const std::string stem = stem_of(found.core);
      const auto of_name = [&](std::size_t at) {
        return stem_of(text_.statements[at].core) == stem;
      };
      const auto part = std::ranges::find_if(amounts_, of_name);
      if (part != amounts_.end()) {
        Execution named;
        named.amount = *part;
        named.rates = {index};
        closed_.push_back(std::move(named));
        return;
      }
    }
    if (is_of_another(index) || is_reckoned_in_bracket(index)) return;
    if (is_of_part(index)) {
      Execution part;
      part.amount = index - 1;
      part.rates = {index};
      closed_.push_back(std::move(part));
      return;
    }
    open_.rates.push_back(index);
  }

  /// 预算90万元，支出81万元，其中：甲28万元，|执行率93%；乙53万元，|完成预算的96%: right behind the
  /// first part, or one that follows a part with its own, and not fitting the whole; what was
  /// planned for the part is not said.
  [[nodiscard]] bool is_of_part(std::size_t index) const {
    if (index == 0 || !open_.spent()) return false;
    const bool follows_part = closed_.size() > listed_from_ && index >= 2 &&
                              !closed_.back().rates.empty() &&
                              closed_.back().rates.back() == index - 2;
    if (!follows_part && !opens_list(index - 1)) return false;
    const std::size_t whole = *open_.spent();
    const Statement& part = text_.statements[index - 1];
    return index - 1 > whole && part.role == Role::amount && part.named && !is_generic(part.name) &&
           part.passage == text_.statements[index].passage &&
           comparable(part.figure, text_.statements[whole].figure) &&
           part.figure.base() < text_.statements[whole].figure.base() &&
           !fits_budget(text_, open_, text_.statements[index].figure);
  }

  /// 执行率91.20%（4560/5000）: of what its bracket says.
  [[nodiscard]] bool is_reckoned_in_bracket(std::size_t index) const {
    static constexpr std::string_view opening[] = {"（", "("};
    static constexpr std::string_view closing[] = {"）", ")"};
    static constexpr std::string_view over[] = {"/", "÷", "／"};
    const std::string_view tail =
        text_.passage_text(text_.statements[index].passage).substr(text_.statements[index].end);
    const std::string_view begin = prefix_of(trimmed(tail), opening);
    if (begin.empty()) return false;
    std::string_view inside = trimmed(tail).substr(begin.size());
    std::size_t end = inside.size();
    for (const std::string_view mark : closing) end = std::min(end, inside.find(mark));
    constexpr std::size_t longest = 60;  // bytes
    inside = inside.substr(0, std::min(end, longest));
    return !inside.empty() && digit_value(character_at(inside, 0).code) >= 0 &&
           contains_any(inside, over) && !fits_budget(text_, open_, text_.statements[index].figure);
  }

  /// 支出90万元，预算执行率98%，三公经费控制率79%; 到位80万元，支出72万元，支出率90%; 按收回后预算
  /// 计算执行率100%: a rate whose words say that it is of something else, and that does not fit.
  [[nodiscard]] bool is_of_another(std::size_t index) const {
    static constexpr std::string_view of_funds[] = {"支出率",   "支付率",   "使用率", "拨付率",
                                                    "支出进度", "支付进度", "支用率"};
    static constexpr std::string_view reckoned[] = {"计算", "口径", "测算"};
    constexpr std::string_view by = "按";
    const Statement& found = text_.statements[index];
    if (fits_budget(text_, open_, found.figure)) return false;
    const std::string_view lead = text_.lead(index);
    if (lead.find(by) != std::string_view::npos && contains_any(lead, reckoned)) return true;
    if (contains_any(lead, of_funds) && sentence_states_funds(index)) return true;
    return found.named && !is_generic(found.name) && !open_speaks_of(found);
  }

  /// Money that came in, in the sentence before a rate.
  [[nodiscard]] bool sentence_states_funds(std::size_t index) const {
    static constexpr std::string_view came[] = {"到位", "收到", "拨入"};
    const Span& span = text_.span_of(index);
    for (std::size_t at = index; at > 0 && &text_.span_of(at - 1) == &span; --at) {
      if (states_value(text_.statements[at - 1]) && contains_any(text_.lead(at - 1), came)) {
        return true;
      }
    }
    return false;
  }

  /// Whether what was planned or spent last is called as a rate is; also where nothing was.
  [[nodiscard]] bool open_speaks_of(const Statement& rate) const {
    static constexpr std::string_view ends[] = {"资金", "经费", "支出", "费用", "预算"};
    const std::string_view name = without_suffixes(rate.name, ends);
    if (!open_.spent() && open_.budgets.empty()) return true;
    const auto called_so = [&](std::size_t at) {
      return text_.statements[at].name.find(name) != std::string::npos ||
             text_.lead(at).find(name) != std::string_view::npos;
    };
    return (open_.spent() && called_so(*open_.spent())) ||
           std::ranges::any_of(open_.budgets, called_so);
  }

  /// 支出81万元，其中：甲50万元，乙31万元。执行率90%: behind the list it is of the whole again.
  void return_to_head() {
    if (!head_ || !open_.budgets.empty() || open_.actual || !open_.rates.empty()) return;
    open_.amount = std::exchange(head_, std::nullopt);
  }

  [[nodiscard]] bool is_of_budget(const Statement& found) const {
    const auto& base = text_.clauses[found.clause].base;
    return base && base->kind == Base::Kind::budget;
  }

  /// 支出691万元，较年初预算数增加54万元，完成年初预算的108.5%: where the budget itself is not
  /// stated.
  void change(std::size_t index) {
    const Statement& found = text_.statements[index];
    if (!is_of_budget(found) || !open_.spent() || !open_.budgets.empty() || open_.difference)
      return;
    if (comparable(found.figure, text_.statements[*open_.spent()].figure)) open_.difference = index;
  }

  /// 决算数小于预算数的主要原因
  void compare(std::size_t clause) {
    const std::string_view view = text_.clause_text(clause);
    const auto compared = budget_comparison(view);
    if (!compared) return limit(clause, view);
    Execution* const meant = spoken_of(compared->spent);
    if (meant == nullptr || !meant->spent() || meant->direction != Direction::none) return;
    meant->direction = compared->direction;
    meant->compared = kind_of_budget(compared->budget);
    const Clause& where = text_.clauses[clause];
    meant->direction_place =
        text_.place(text_.spans[where.span].passage, where.begin + compared->word);
  }

  /// 决算数未超过预算数: what was planned bounds what was spent.
  void limit(std::size_t clause, std::string_view view) {
    static constexpr std::string_view limits[] = {"未超过", "未超出", "没有超过", "没有超出",
                                                  "不高于", "未高于", "未突破",   "不超过"};
    static constexpr std::string_view others[] = {"上年", "应", "需", "要求", "不得", "如"};
    const Clause& where = text_.clauses[clause];
    const auto word = std::ranges::find_if(limits, [view](std::string_view each) {
      return view.find(each) != std::string_view::npos;
    });
    if (word == std::end(limits) || where.first != where.last || contains_any(view, others)) return;
    const std::size_t at = view.find(*word);
    const std::string_view behind = view.substr(at + word->size());
    if (behind.find("预算") == std::string_view::npos) return;
    const Execution* const meant = spoken_of(view.substr(0, at));
    if (meant == nullptr || !meant->spent() || meant->budgets.size() != 1) return;
    const Statement& plan = text_.statements[meant->budgets.front()];
    const Statement& spent = text_.statements[*meant->spent()];
    const std::string_view kind = kind_of_budget(behind);
    const std::string_view lead = text_.lead(meant->budgets.front());
    if (!kind.empty() && lead.find(kind) == std::string_view::npos) return;
    if (!comparable(plan.figure, spent.figure)) return;
    write_promise(text_, plan, Target::Kind::at_most, spent.figure, targets_);
  }

  /// 三公经费支出|决算数: the execution of that name, else the last; none where several were
  /// listed.
  [[nodiscard]] Execution* spoken_of(std::string_view words) {
    const std::size_t at = std::min(words.find("决算"), words.find("实际"));
    const std::string name = name_in(words.substr(0, at));
    if (name.empty() || is_generic(name)) {
      const bool after_list = first_in_sentence_ && closed_.size() > listed_from_;
      return after_list ? nullptr : &open_;
    }
    const std::string stem = without_source(stem_of(core_of(name, text_.entity)));
    const auto named = [&](const Execution& execution) {
      return execution.spent() &&
             without_source(stem_of(text_.statements[*execution.spent()].core)) == stem;
    };
    if (named(open_)) return &open_;
    const auto near = std::min<std::ptrdiff_t>(std::ssize(closed_), farthest_execution);
    const auto found = std::find_if(closed_.rbegin(), closed_.rbegin() + near, named);
    return found == closed_.rbegin() + near ? nullptr : &*found;
  }

  /// 三公经费财政拨款支出决算数 and 三公经费决算数 are of one thing.
  [[nodiscard]] static std::string without_source(std::string stem) {
    constexpr std::string_view source = "财政拨款";
    const std::size_t at = stem.find(source);
    if (at != std::string::npos && at > 0) stem.erase(at, source.size());
    return stem_of(stem);
  }

  void budget(std::size_t index) {
    if (text_.statements[index].divides) {
      // 支出17万元，为年初预算15万元的113%，|为调整预算17万元的100%: of the same spending.
      if (!open_.rates.empty() && open_.spent()) {
        const auto actual = open_.actual;
        const auto amount = open_.amount;
        close();
        open_.actual = actual;
        open_.amount = amount;
      }
      open_.budgets = {index};  // 决算17万元，完成预算27万元的63%
      return;
    }
    static constexpr std::string_view added[] = {"追加", "调增", "调减", "核增", "核减"};
    if (!budget_words(text_.lead(index))) return;  // a part of a budget
    if (contains_any(text_.lead(index), added)) return;
    const bool answered = open_.actual || open_.amount || !open_.rates.empty();
    // 支出2.05万元，年初预算为2.95万元: of the same thing.
    const bool same = !text_.statements[index].named && open_.budgets.empty() && !open_.difference;
    if (answered && !same) close();
    open_.budgets.push_back(index);
  }

  void actual(std::size_t index) {
    if (open_.actual || speaks_of_another(index) || saves_already(index)) close();
    open_.actual = index;
    open_.amount.reset();
  }

  /// 预算120万元，采购金额110万元，节约10万元，实际支付99万元: what was saved is that of the figure
  /// in front of it, and told with that.
  bool saves_already(std::size_t index) {
    if (!open_.difference || open_.budgets.empty() || *open_.difference == 0) return false;
    const std::size_t before = *open_.difference - 1;
    const Statement& bought = text_.statements[before];
    const figure::Figure& planned = text_.statements[open_.budgets.back()].figure;
    const figure::Figure& saved = text_.statements[*open_.difference].figure;
    if (before == open_.budgets.back() || !states_value(bought) || !is_exact_statement(bought) ||
        same_value(bought.figure, text_.statements[index].figure) ||
        !is_difference(saved, planned, bought.figure)) {
      return false;
    }
    open_.amount = before;
    return true;
  }

  /// …，全年预算20万元；运行费支出决算11万元: behind a semicolon, of another name.
  [[nodiscard]] bool speaks_of_another(std::size_t index) const {
    const Statement& found = text_.statements[index];
    if (open_.budgets.empty() || !found.named || is_generic(found.name)) return false;
    const Statement& budget = text_.statements[open_.budgets.back()];
    if (is_generic(budget.name) || stem_of(budget.core) == stem_of(found.core)) return false;
    for (std::size_t clause = budget.clause; clause < found.clause; ++clause) {
      const char32_t mark = text_.clauses[clause].mark;
      if (mark == U'；' || mark == U';') return true;
    }
    return false;
  }

  void amount(std::size_t index) {
    const Statement& found = text_.statements[index];
    if (!open_.rates.empty() && (found.named || names_another(found)) &&
        found.figure.is(figure::Dimension::Kind::physical)) {
      close();  // 甲8657万元，执行率90%，乙1377万元，执行率97%
    }
    // 支出3万元，年初预算4万元，差1万元；运行费支出2万元，年初预算…
    if (open_.difference && open_.spent() && speaks_of_another(index)) close();
    if (is_left_over(index)) {
      open_.difference = index;
    } else if (!open_.actual && open_.rates.empty() && speaks_of_spending(found)) {
      if (open_.amount && !head_ && opens_list(index)) head_ = open_.amount;
      open_.amount = index;
      amounts_.push_back(index);
    }
  }

  /// 甲：473万元，完成预算的91%；乙：|1618万元: a name in front of a colon.
  [[nodiscard]] bool names_another(const Statement& found) const {
    return open_.spent() && !is_generic(found.name) &&
           stem_of(found.core) != stem_of(text_.statements[*open_.spent()].core);
  }

  /// 支出81万元，其中：甲|50万元
  [[nodiscard]] bool opens_list(std::size_t index) const {
    const std::size_t clause = text_.statements[index].clause;
    const auto among = [this](std::size_t at) {
      return opener_of(text_.clause_text(at)) == Opener::among;
    };
    return among(clause) ||
           (clause > 0 && text_.clauses[clause - 1].first == text_.clauses[clause - 1].last &&
            among(clause - 1));
  }

  /// 预算59万元，实际支出54万元，结余5万元
  [[nodiscard]] bool is_left_over(std::size_t index) const {
    static constexpr std::string_view words[] = {"结余", "结余资金", "剩余", "剩余资金"};
    return open_.budgets.size() == 1 && open_.actual && open_.actual == index - 1 &&
           !open_.difference &&
           suffix_of(text_.statements[index].name, words) ==
               std::string_view(text_.statements[index].name);
  }

  /// Money, and behind a budget not of another thing (… ，其中工资30万元).
  [[nodiscard]] bool speaks_of_spending(const Statement& found) const {
    if (!found.figure.is(figure::Dimension::Kind::physical)) return false;
    static constexpr std::string_view uses[] = {"支出", "支付", "使用", "发放", "拨付"};
    static constexpr std::string_view left[] = {"结余",   "结转",   "结转结余", "结转和结余",
                                                "结余数", "结转数", "余额"};
    if (!suffix_of(found.name, left).empty()) return false;
    if (open_.budgets.empty() || suffix_of(found.name, uses) == found.name) return true;
    return !found.named || is_generic(found.name) ||
           stem_of(found.core) == stem_of(text_.statements[open_.budgets.back()].core);
  }

  void close() {
    budgets_.complete(open_, closed_, listed_from_);
    closed_.push_back(std::exchange(open_, {}));
    head_.reset();
    amounts_.clear();
  }

  const Narrative& text_;
  const ExecutionRows rows_;
  const ExecutionBudgets budgets_;
  const StatementTable targets_;
  Execution open_;
  std::vector<Execution> closed_;     ///< of the passage
  std::optional<std::size_t> head_;   ///< of the list whose last amount is the open one's
  std::vector<std::size_t> amounts_;  ///< all that the open one has taken
  std::size_t listed_from_ = 0;       ///< how many were closed when the last sentence began
  bool first_in_sentence_ = true;
  bool explained_ = false;  ///< the sentence gives reasons
};

}  // namespace

void write_executions(const Narrative& text, const NameIndex& names, const Binder& binder,
                      const std::vector<Group>& groups, const schema::Schema& schema,
                      Report& report) {
  ExecutionFinder(text, names, binder, groups, schema, report).run();
}

}  // namespace tieout::report::narrative
