// What the words around a figure make of it.
#include "report/narrative/roles.hpp"

#include "report/narrative/characters.hpp"
#include "report/narrative/lookup.hpp"
#include "report/narrative/plan_wording.hpp"
#include "report/narrative/wording.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace tieout::report::narrative {
namespace {

bool is_ratio(const Statement& statement) {
  return statement.figure.is(figure::Dimension::Kind::ratio);
}

class RoleFinder {
 public:
  explicit RoleFinder(Narrative& text) : text_(text) {}

  void decide(std::size_t index, bool base_seen) {
    Statement& found = text_.statements[index];
    const Clause& clause = text_.clauses[found.clause];
    const std::string_view lead = text_.lead(index);
    const bool based = base_seen || (clause.base && clause.base->end <= found.begin);
    if (index > clause.first && text_.statements[index - 1].divides) {
      const Statement& divisor = text_.statements[index - 1];
      found.role = divisor.role == Role::budget ? Role::rate : Role::share;
      found.of = divisor.name;
      return;
    }
    if (goes_on_with_list(index)) {
      found.role = Role::change;
      found.direction = text_.statements[index - 1].direction;
      return;
    }
    if (const Direction adjusted = adjustment(index, lead); adjusted != Direction::none) {
      found.role = Role::change;
      found.direction = adjusted;
      return;
    }
    if (divides(found, index, lead, clause)) {
      found.divides = true;
      found.role = is_of_plan(lead) ? Role::budget : Role::amount;
      return;
    }
    if (found.figure.unit != nullptr && is_ratio(found)) {
      if (is_moved(index, clause)) {
        found.role = from_words(lead) ? Role::from : Role::to;
      } else if (rate_words(lead) && !is_left_over(index)) {
        found.role = Role::rate;
        found.of = rate_words(lead)->budget;
      } else if (const auto share = share_words(lead)) {
        found.role = Role::share;
        found.of = share->whole;
      } else if (const auto change = change_word(lead, based); change && !reaches(lead)) {
        found.role = Role::change;
        found.direction = change->direction;
      } else {
        found.role = bound_words(lead) ? Role::bound : Role::ratio;
      }
      return;
    }
    if (reaches(lead)) {
      found.role = Role::to;
    } else if (from_words(lead)) {
      found.role = Role::from;
    } else if (is_base_amount(found, index, clause) || is_last_year_beside(found, index, lead)) {
      found.role = Role::base;
    } else if (const auto over_budget = over_budget_words(lead)) {
      found.role = Role::difference;
      found.direction = over_budget->direction;
    } else if (const auto gap = difference_words(lead); gap && gap->direction == Direction::none) {
      found.role = Role::difference;  // 差异数 says not which way
    } else if (const auto change = change_word(lead, based)) {
      found.role = Role::change;
      found.direction = change->direction;
    } else if (const auto difference = difference_words(lead)) {
      found.role = Role::difference;
      found.direction = difference->direction;
    } else if (bound_words(lead)) {
      found.role = Role::bound;
    } else if (is_points(found)) {
      found.role = Role::amount;  // 预算执行10分 is a score
    } else if (budget_words(lead)) {
      found.role = Role::budget;
    } else if (actual_words(lead)) {
      found.role = Role::actual;
    }
  }

 private:
  /// 好路率由|70%|提高到|75%: one of the two.
  [[nodiscard]] bool is_moved(std::size_t index, const Clause& clause) const {
    const auto moves = [&](std::size_t from) {
      return from >= clause.first && from + 1 < clause.last &&
             from_words(text_.lead(from)).has_value() && reaches(text_.lead(from + 1)) &&
             is_ratio(text_.statements[from]) && is_ratio(text_.statements[from + 1]);
    };
    return moves(index) || (index > clause.first && moves(index - 1));
  }

  /// 各减少1267.86，|2570.97万元: nothing but a mark behind a change of the same kind.
  [[nodiscard]] bool goes_on_with_list(std::size_t index) const {
    if (index == 0) return false;
    const Statement& before = text_.statements[index - 1];
    const Statement& found = text_.statements[index];
    if (before.passage != found.passage || before.role != Role::change ||
        before.figure.unit == nullptr || before.figure.unit != found.figure.unit) {
      return false;
    }
    static constexpr std::string_view marks[] = {"，", "、", ","};
    const std::string_view between =
        text_.passage_text(found.passage).substr(before.end, found.begin - before.end);
    return prefix_of(between, marks) == between && !between.empty();
  }

  /// 由90万元调整为95万元，调增|5万元: by how much, right behind what was reached.
  [[nodiscard]] Direction adjustment(std::size_t index, std::string_view lead) const {
    const bool behind = index > 0 && text_.statements[index - 1].role == Role::to &&
                        text_.statements[index - 1].passage == text_.statements[index].passage;
    return behind ? adjusted(lead) : Direction::none;
  }

  /// 年末结转5万元，占全年预算的1%: what was left of a budget is a share of it, and did not fulfil
  /// it.
  [[nodiscard]] bool is_left_over(std::size_t index) const {
    static constexpr std::string_view left[] = {"结转", "结余", "追加", "调增", "调减"};
    constexpr std::string_view of = "占";
    if (index == 0 || text_.statements[index - 1].passage != text_.statements[index].passage) {
      return false;
    }
    return trimmed(text_.lead(index)).starts_with(of) &&
           contains_any(text_.statements[index - 1].name, left);
  }

  [[nodiscard]] static bool is_points(const Statement& found) { return found.figure.is_in("分"); }

  /// 完成预算|27万元|的63.2%, 占编制|143人|的95.10%
  [[nodiscard]] bool divides(const Statement& found, std::size_t index, std::string_view lead,
                             const Clause& clause) const {
    static constexpr std::string_view tails[] = {"的", "比例", "比率", "比重", "为", "是"};
    if (is_ratio(found) || index + 1 >= clause.last || !is_ratio(text_.statements[index + 1])) {
      return false;
    }
    const std::string_view tail = without_bracket(trimmed(text_.tail(index)));
    if (!tail.starts_with("的") || !without_suffixes(tail, tails).empty()) return false;
    return is_of_plan(lead) || share_words(lead) || fulfils(lead);
  }

  /// 3000套（间）的105%: what is counted may go on in a bracket.
  [[nodiscard]] static std::string_view without_bracket(std::string_view tail) {
    constexpr std::string_view open = "（";
    constexpr std::string_view close = "）";
    constexpr std::size_t longest = 18;  // bytes
    const std::size_t end = tail.substr(0, longest).find(close);
    if (!tail.starts_with(open) || end == std::string_view::npos) return tail;
    return trimmed(tail.substr(end + close.size()));
  }

  /// 完成预算|27万元, 为年初预算|27万元: its 的 stands behind the amount.
  [[nodiscard]] static bool is_of_plan(std::string_view lead) {
    return rate_words(lead) || rate_words(std::string(lead) + "的");
  }

  /// 比2016年|18.55万元|节约3.3万元
  [[nodiscard]] bool is_base_amount(const Statement& found, std::size_t index,
                                    const Clause& clause) const {
    if (!clause.base || clause.base->end > found.begin) return false;
    const std::string_view between =
        text_.passage_text(found.passage).substr(clause.base->end, found.begin - clause.base->end);
    const bool next_changes = index + 1 < clause.last && clause.base->kind == Base::Kind::year &&
                              change_word(text_.lead(index + 1), true).has_value();
    // 较2022年度收支总计|1204万元|增加469万元: what it is compared with has its name.
    constexpr std::size_t longest_name = 12;  // Han characters
    if (next_changes && han_count(between) <= longest_name) return true;
    // 较2022年决算数|688万元|131万元，增长19%: the word of the change was left out.
    if (index + 1 < clause.last && clause.base->kind == Base::Kind::year &&
        han_count(between) <= longest_name && trimmed(text_.lead(index + 1)).empty()) {
      return true;
    }
    if (!without_copula(between).empty()) return false;
    static constexpr std::string_view ends[] = {"相比", "比"};
    const std::string_view tail = trimmed(text_.tail(index));
    if (!prefix_of(tail, ends).empty()) return true;
    if (index + 1 == text_.statements.size()) return false;
    const Statement& next = text_.statements[index + 1];
    const bool near =
        next.clause <= found.clause + 1 && text_.clauses[next.clause].span == clause.span;
    const auto change = near ? change_word(text_.lead(index + 1), true) : std::nullopt;
    // 比2023年的40万元，增加2万元: behind the comma nothing but the change.
    return change && (next.clause == found.clause || change->begin == 0);
  }

  /// 支出15万元，上年|16万元，下降6.25%: nothing but the year, beside this year's figure.
  [[nodiscard]] bool is_last_year_beside(const Statement& found, std::size_t index,
                                         std::string_view lead) const {
    static constexpr std::string_view words[] = {"上年",     "去年",     "上年度",    "上年数",
                                                 "上年同期", "去年同期", "上年决算数"};
    const std::string_view own = without_copula(trimmed(lead));
    const bool year_alone = std::ranges::find(words, own) != std::end(words);
    if (index == 0 || text_.clauses[found.clause].base ||
        (!year_alone && !is_measured_against(found, index, own))) {
      return false;
    }
    const Statement& before = text_.statements[index - 1];
    return text_.clauses[before.clause].span == text_.clauses[found.clause].span &&
           states_value(before) && comparable(before.figure, found.figure);
  }

  /// 三公经费合计15万元，上年支出|16万元，减少1万元: a general word for what it was, and behind it
  /// the change.
  [[nodiscard]] bool is_measured_against(const Statement& found, std::size_t index,
                                         std::string_view own) const {
    static constexpr std::string_view years[] = {"上年度", "上年", "去年同期", "去年", "上年同期"};
    static constexpr std::string_view matters[] = {
        "支出", "收入", "决算", "决算数", "支出数", "收入数", "支出决算", "收入决算", "实际支出"};
    const std::string_view rest = own.substr(prefix_of(own, years).size());
    if (rest.size() == own.size() || std::ranges::find(matters, rest) == std::end(matters) ||
        index + 1 == text_.statements.size()) {
      return false;
    }
    const Statement& next = text_.statements[index + 1];
    const auto change = change_word(text_.lead(index + 1), true);
    return next.clause == found.clause + 1 &&
           text_.clauses[next.clause].span == text_.clauses[found.clause].span && change &&
           change->begin == 0;
  }

  Narrative& text_;
};

}  // namespace

void decide_role(Narrative& text, std::size_t index, bool base_seen) {
  RoleFinder(text).decide(index, base_seen);
}

}  // namespace tieout::report::narrative
