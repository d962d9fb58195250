// Money that arrived, was spent and is left, where no year is said; points taken off a full mark.
#include "report/narrative/balances.hpp"

#include "report/narrative/characters.hpp"
#include "report/narrative/lookup.hpp"
#include "report/narrative/parts.hpp"
#include "report/narrative/wording.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

namespace tieout::report::narrative {
namespace {

enum class Kind { other, arrived, added, taken_back, final, spent, left };

constexpr std::size_t nearest_money = 20;  // statements from what is left back to its sum
constexpr std::size_t farthest_money = 2;  // ... and passages
constexpr std::size_t most_sums = 6;       // that may be what there was
constexpr std::size_t nearest_year = 60;   // statements from a year's end back to its totals ...
constexpr std::size_t farthest_year = 6;   // ... and passages

/// What the words before an amount of money say became of it.
Kind kind_of(std::string_view lead) {
  static constexpr std::string_view left[] = {"结余",   "剩余",   "余额",   "结转", "未使用",
                                              "未支付", "未支出", "未拨付", "尚余", "节余"};
  static constexpr std::string_view back[] = {"调减", "核减", "追减", "收回", "压减"};
  static constexpr std::string_view added[] = {"追加", "调增", "核增", "调整数", "调整额"};
  static constexpr std::string_view final[] = {"实际下达", "调整后", "最终下达", "调整为"};
  static constexpr std::string_view saved[] = {"节约", "节支"};
  static constexpr std::string_view planned[] = {"预算成本", "计划成本", "目标成本", "概算",
                                                 "预算价",   "控制价",   "计划采购", "采购计划"};
  static constexpr std::string_view cost[] = {"实际成本", "中标", "成交", "结算", "实际采购"};
  static constexpr std::string_view spent[] = {"支出", "支付", "使用", "拨付", "发放",
                                               "列支", "兑付", "执行", "拨出"};
  static constexpr std::string_view arrived[] = {"到位", "下达", "收到", "拨入",
                                                 "到账", "安排", "批复", "资金"};
  // 加上结转支出30万元: spent of what was left before.
  static constexpr std::string_view spent_rest[] = {"结转支出", "结余支出", "结转资金支出",
                                                    "结余资金支出"};
  if (contains_any(lead, spent_rest)) return Kind::spent;
  if (contains_any(lead, left)) return Kind::left;
  if (contains_any(lead, saved)) return Kind::left;
  if (contains_any(lead, planned)) return Kind::arrived;
  if (contains_any(lead, cost)) return Kind::spent;
  if (contains_any(lead, back)) return Kind::taken_back;
  if (contains_any(lead, added)) return Kind::added;
  if (contains_any(lead, final)) return Kind::final;
  if (contains_any(lead, spent)) return Kind::spent;
  return contains_any(lead, arrived) ? Kind::arrived : Kind::other;
}

class BalanceFinder {
 public:
  BalanceFinder(const Narrative& text, const std::vector<Group>& groups, std::vector<Flow>& flows)
      : text_(text), flows_(flows) {
    for (const Group& group : groups) {
      if (group.form != Group::Form::last && !group.by_sum)
        parts_.insert(group.parts.begin(), group.parts.end());
    }
    for (const Flow& flow : flows) used_.insert(flow.uses.begin(), flow.uses.end());
  }

  void run() {
    for (std::size_t passage = 0; passage < text_.sentences.size(); ++passage) {
      for (const std::size_t sentence : text_.sentences[passage]) money(text_.spans[sentence]);
      points(passage);
    }
    for (const Flow& flow : flows_) used_.insert(flow.uses.begin(), flow.uses.end());
    for (std::size_t index = 0; index < text_.statements.size(); ++index) {
      if (used_.contains(index)) continue;
      if (is_left(index)) {
        if (!left_of_money(index)) left_of_year(index);
      } else if (is_final(index)) {
        changed_plan(index);
      }
    }
  }

 private:
  struct Step {
    Kind kind = Kind::other;
    std::size_t statement = 0;
  };

  /// What was there before or adds up over years leaves another balance.
  [[nodiscard]] bool carries_over(const Span& sentence) const {
    static constexpr std::string_view words[] = {"上年", "年初",     "期初",     "以前年度", "累计",
                                                 "历年", "滚存",     "收入",     "利息",     "往年",
                                                 "去年", "年末结余", "其他资金", "其余"};
    return speaks_of(
        text_.passage_text(sentence.passage).substr(sentence.begin, sentence.end - sentence.begin),
        words);
  }

  /// 年初 alone, not 年初预算.
  template <std::size_t count>
  [[nodiscard]] static bool speaks_of(std::string_view words,
                                      const std::string_view (&looked_for)[count]) {
    constexpr std::string_view opening = "年初";
    constexpr std::string_view plan = "年初预算";
    for (const std::string_view each : looked_for) {
      for (std::size_t at = words.find(each); at != std::string_view::npos;
           at = words.find(each, at + each.size())) {
        if (each != opening || !words.substr(at).starts_with(plan)) return true;
      }
    }
    return false;
  }

  [[nodiscard]] bool is_money(std::size_t index) const {
    const figure::Unit* const unit = text_.statements[index].figure.unit;
    return unit != nullptr && unit->dimension.kind() == figure::Dimension::Kind::physical;
  }

  [[nodiscard]] bool same_chapter(const Statement& a, const Statement& b) const {
    const auto chapter = [this](const Statement& of) {
      return text_.passages.sections.chapter(text_.passages.list[of.passage].section);
    };
    return chapter(a) == chapter(b);
  }

  [[nodiscard]] bool is_left(std::size_t index) const {
    const Statement& found = text_.statements[index];
    return is_money(index) && is_exact(found) && found.role == Role::amount &&
           !parts_.contains(index) && kind_of(text_.lead(index)) == Kind::left;
  }

  /// 到位500万元。支出472.5万元，支出率94.5%，结余27.5万元: what there was stands in another
  /// sentence of the passage.
  bool left_of_money(std::size_t left) {
    const Statement& rest = text_.statements[left];
    std::optional<std::size_t> spent;
    std::vector<std::size_t> sums;
    const std::size_t last = left - std::min(left, nearest_money);
    for (std::size_t at = left; at > last && sums.size() < most_sums; --at) {
      const Statement& found = text_.statements[at - 1];
      if (found.passage + farthest_money < rest.passage || !same_chapter(found, rest)) break;
      if (!is_money(at - 1) || !is_value(found) || !is_exact(found)) continue;
      const Kind kind = found.role == Role::budget   ? Kind::arrived
                        : found.role == Role::actual ? Kind::spent
                                                     : kind_of(text_.lead(at - 1));
      const bool near = found.passage == rest.passage;
      if (kind == Kind::spent && near && !parts_.contains(at - 1) && !spent) spent = at - 1;
      const bool known = std::ranges::any_of(sums, [&](std::size_t other) {
        return same_value(text_.statements[other].figure, found.figure);
      });
      if (kind == Kind::arrived && !known) sums.push_back(at - 1);
    }
    if (!spent) return false;
    // 批复268万元，追减18万元，调整后250万元。支出243万元，结余7万元: of what it was in the end.
    const auto final =
        std::ranges::find_if(sums, [this](std::size_t sum) { return is_final(sum); });
    if (final != sums.end()) sums = {*final};
    for (const std::size_t sum : sums) {
      if (!makes({sum}, {*spent, left})) continue;
      add({sum}, {*spent, left});
      return true;
    }
    if (sums.size() != 1 || !is_sure(sums.front(), *spent, left)) return false;
    add({sums.front()}, {*spent, left});
    return true;
  }

  /// Said in one sentence with what was spent, of money that nothing was added to, and off by no
  /// more than a misprint.
  [[nodiscard]] bool is_sure(std::size_t sum, std::size_t spent, std::size_t left) const {
    constexpr int least_part = 7;
    static constexpr std::string_view others[] = {"追加", "调增", "调减", "上年", "年初",
                                                  "累计", "收回", "利息", "历年", "其他",
                                                  "自筹", "加上", "收入"};
    const Statement& rest = text_.statements[left];
    const Statement& used = text_.statements[spent];
    const Statement& whole = text_.statements[sum];
    if (is_opening_plan(sum) || whole.passage != rest.passage ||
        text_.clauses[used.clause].span != text_.clauses[rest.clause].span ||
        !comparable(used.figure, rest.figure) || !comparable(whole.figure, rest.figure) ||
        speaks_of(text_.passage_text(rest.passage)
                      .substr(text_.span_of(sum).begin,
                              text_.span_of(left).end - text_.span_of(sum).begin),
                  others)) {
      return false;
    }
    const figure::Rational found = used.figure.base() + rest.figure.base();
    const figure::Rational apart = found > whole.figure.base()
                                       ? figure::Rational(found - whole.figure.base())
                                       : figure::Rational(whole.figure.base() - found);
    return apart * least_part <= whole.figure.base();
  }

  /// 年初预算1050万元，支出1097万元，年末结转30万元: what was added since is not stated.
  [[nodiscard]] bool is_opening_plan(std::size_t index) const {
    constexpr std::string_view opening = "年初预算";
    return text_.lead(index).find(opening) != std::string_view::npos;
  }

  [[nodiscard]] bool is_final(std::size_t index) const {
    static constexpr std::string_view words[] = {"调整后", "全年预算", "调整预算",
                                                 "变更后", "预算总额", "总预算"};
    const Statement& found = text_.statements[index];
    return is_money(index) && is_exact(found) && is_value(found) && !parts_.contains(index) &&
           contains_any(text_.lead(index), words);
  }

  /// 预算收入90万元，其中：…。年中追加12万元，调减2万元，调整后预算100万元: what was there first
  /// may stand in another sentence.
  void changed_plan(std::size_t final) {
    const Statement& reached = text_.statements[final];
    std::vector<std::size_t> added;
    std::vector<std::size_t> back;
    const std::size_t last = final - std::min(final, nearest_money);
    for (std::size_t at = final; at > last; --at) {
      const Statement& found = text_.statements[at - 1];
      if (found.passage != reached.passage) return;
      if (!is_money(at - 1) || !is_exact(found) || is_final(at - 1)) continue;
      const Kind kind = kind_of(text_.lead(at - 1));
      if (kind == Kind::added) {
        added.insert(added.begin(), at - 1);
        continue;
      }
      if (kind == Kind::taken_back) {
        back.insert(back.begin(), at - 1);
        continue;
      }
      if ((added.empty() && back.empty()) || !is_value(found) || parts_.contains(at - 1)) continue;
      std::vector<std::size_t> sources = {at - 1};
      sources.insert(sources.end(), added.begin(), added.end());
      std::vector<std::size_t> uses = {final};
      uses.insert(uses.end(), back.begin(), back.end());
      if (!balanced(sources, uses)) continue;
      return add(std::move(sources), std::move(uses));
    }
  }

  [[nodiscard]] bool balanced(const std::vector<std::size_t>& sources,
                              const std::vector<std::size_t>& uses) const {
    figure::Rational difference = 0;
    figure::Rational allowed = 0;
    const auto count = [&](std::size_t index, int sign) {
      const figure::Figure& figure = text_.statements[index].figure;
      difference += figure.base() * sign;
      allowed += figure.half_step();
    };
    for (const std::size_t source : sources) count(source, 1);
    for (const std::size_t use : uses) count(use, -1);
    return difference <= allowed && -difference <= allowed;
  }

  /// 收入总额90万元。…支出总额80万元。…年末结转10万元: the totals of the year in their chapter.
  void left_of_year(std::size_t left) {
    static constexpr std::string_view ends[] = {"收入总额", "收入总计", "收入合计", "总收入",
                                                "收入决算", "决算收入", "收入",     "收入总数"};
    static constexpr std::string_view uses[] = {"支出总额", "支出总计", "支出合计", "总支出",
                                                "支出决算", "决算支出", "支出",     "支出总数"};
    static constexpr std::string_view year_end[] = {"年末",       "年底",     "结转结余",
                                                    "结转和结余", "结转下年", "结余"};
    if (!contains_any(text_.lead(left), year_end)) return;
    std::vector<std::size_t> received;
    std::vector<std::size_t> spent;
    const std::size_t last = left - std::min(left, nearest_year);
    for (std::size_t at = left; at > last; --at) {
      const Statement& found = text_.statements[at - 1];
      if (found.passage + farthest_year < text_.statements[left].passage) break;
      if (!is_money(at - 1) || !is_value(found) || !is_exact(found) || parts_.contains(at - 1)) {
        continue;
      }
      const bool planned = found.role == Role::budget;
      if (planned ? is_final(at - 1)
                  : !suffix_of(found.name, ends).empty() && received.size() < most_sums) {
        received.push_back(at - 1);
      } else if ((found.role == Role::actual || !suffix_of(found.name, uses).empty()) && !planned &&
                 spent.size() < most_sums) {
        spent.push_back(at - 1);
      }
    }
    for (const std::size_t income : received) {
      for (const std::size_t use : spent) {
        if (!makes({income}, {use, left})) continue;
        return add({income}, {use, left});
      }
    }
  }

  void money(const Span& sentence) {
    const std::vector<Step> steps = steps_of(sentence);
    if (steps.size() < 3 || carries_over(sentence)) return;
    if (is_execution(steps)) return;
    for (std::size_t at = 0; at + 2 < steps.size(); ++at) {
      const Kind first = steps[at].kind;
      const Kind second = steps[at + 1].kind;
      const Kind third = steps[at + 2].kind;
      if (first != Kind::arrived) continue;
      const bool spends = (second == Kind::spent && third == Kind::left) ||
                          (second == Kind::left && third == Kind::spent);
      const bool reduces = second == Kind::taken_back && third == Kind::final;
      const bool adds = second == Kind::added && third == Kind::final;
      if (!spends && !reduces && !adds) continue;
      const std::size_t a = steps[at].statement;
      const std::size_t b = steps[at + 1].statement;
      const std::size_t c = steps[at + 2].statement;
      // 下达500万元，到位450万元，支出400万元，结余100万元: of which of them is not said.
      const bool of_another = at > 0 && steps[at - 1].kind == Kind::arrived && !makes({a}, {b, c});
      if (of_another || used_.contains(c)) continue;
      if (adds) {
        add({a, b}, {c});
        continue;
      }
      std::vector<std::size_t> uses = {b, c};
      if (spends && !makes({a}, uses)) {
        if (is_opening_plan(a)) continue;
        add_rests(steps, at + 3, uses);
      }
      add({a}, std::move(uses));
    }
  }

  /// 支出480万元，结余上缴15万元，结转|5万元: all that is said to be left, one behind the other.
  static void add_rests(const std::vector<Step>& steps, std::size_t from,
                        std::vector<std::size_t>& uses) {
    for (std::size_t at = from; at < steps.size() && steps[at].kind == Kind::left; ++at) {
      uses.push_back(steps[at].statement);
    }
  }

  /// 预算37万元，实际15万元，节约22万元: what an execution says.
  [[nodiscard]] bool is_execution(const std::vector<Step>& steps) const {
    return std::ranges::any_of(steps,
                               [this](const Step& step) {
                                 return text_.statements[step.statement].role == Role::budget;
                               }) &&
           std::ranges::any_of(steps, [this](const Step& step) {
             return text_.statements[step.statement].role == Role::difference;
           });
  }

  /// The money of a sentence, without what only divides it.
  [[nodiscard]] std::vector<Step> steps_of(const Span& sentence) const {
    std::vector<Step> steps;
    for (const std::size_t index : text_.statements_of(sentence)) {
      const Statement& found = text_.statements[index];
      if (!found.figure.is(figure::Dimension::Kind::physical) || parts_.contains(index)) {
        continue;
      }
      const bool states = is_value(found) || found.role == Role::difference ||
                          found.role == Role::change || found.role == Role::to;
      const Kind kind = states && is_exact(found) ? kind_of(text_.lead(index)) : Kind::other;
      steps.push_back({kind, index});
    }
    return steps;
  }

  [[nodiscard]] static bool is_exact(const Statement& found) {
    return !found.range && !found.figure.approximate && found.figure.unit != nullptr;
  }

  /// 预算执行（满分10分）…，扣2分，得8分: one full mark, one score, all that was taken off.
  void points(std::size_t passage) {
    std::optional<std::size_t> full;
    std::optional<std::size_t> score;
    std::vector<std::size_t> lost;
    for (std::size_t index = first_of(passage);
         index < text_.statements.size() && text_.statements[index].passage == passage; ++index) {
      const Statement& found = text_.statements[index];
      if (!found.figure.is_in("分")) continue;
      if (!is_exact(found) || is_condition(index)) return;
      if (is_lost(index)) {
        lost.push_back(index);
      } else if (is_full_mark(text_, index) || alone_in_bracket(index)) {
        if (full) return;
        full = index;
      } else if (is_score(index)) {
        if (score) return;
        score = index;
      } else {
        return;
      }
    }
    if (!full || !score || lost.empty()) return;
    std::vector<std::size_t> uses = std::move(lost);
    uses.push_back(*score);
    add({*full}, std::move(uses));
  }

  [[nodiscard]] std::size_t first_of(std::size_t passage) const {
    const auto found = std::ranges::lower_bound(text_.statements, passage, {}, &Statement::passage);
    return static_cast<std::size_t>(found - text_.statements.begin());
  }

  /// 每低1个百分点扣0.5分: how points are given, not that they were.
  [[nodiscard]] bool is_condition(std::size_t index) const {
    static constexpr std::string_view words[] = {"每", "如", "若", "否则", "最多", "扣完", "计"};
    return contains_any(text_.clause_text(text_.statements[index].clause), words);
  }

  [[nodiscard]] bool is_lost(std::size_t index) const {
    static constexpr std::string_view words[] = {"扣", "扣分", "扣减", "扣除", "扣去", "失分"};
    return !suffix_of(without_copula(trimmed(text_.lead(index))), words).empty();
  }

  [[nodiscard]] bool is_score(std::size_t index) const {
    static constexpr std::string_view words[] = {"得", "得分", "评分", "自评", "实得", "评"};
    return !suffix_of(without_copula(trimmed(text_.lead(index))), words).empty();
  }

  [[nodiscard]] bool alone_in_bracket(std::size_t index) const {
    const Span& span = text_.span_of(index);
    return span.depth > 0 && text_.statements_of(span).size() == 1 &&
           han_count(text_.lead(index)) == 0 && han_count(text_.tail(index)) == 0;
  }

  [[nodiscard]] bool makes(const std::vector<std::size_t>& sources,
                           const std::vector<std::size_t>& uses) const {
    RunningSum sum;
    for (const std::size_t use : uses) sum.add(text_.statements[use].figure);
    return sources.size() == 1 && sum.makes(text_.statements[sources.front()].figure);
  }

  void add(std::vector<std::size_t> sources, std::vector<std::size_t> uses) {
    const Statement& first = text_.statements[sources.front()];
    flows_.push_back({first.name, std::move(sources), std::move(uses)});
  }

  const Narrative& text_;
  std::vector<Flow>& flows_;
  std::set<std::size_t> parts_;  ///< of groups
  std::set<std::size_t> used_;   ///< by the flows that were found before
};

}  // namespace

void find_balances(const Narrative& text, const std::vector<Group>& groups,
                   std::vector<Flow>& flows) {
  BalanceFinder(text, groups, flows).run();
}

}  // namespace tieout::report::narrative
