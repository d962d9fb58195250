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

/// What the words before an amount of money say became of it.
Kind kind_of(std::string_view lead) {
  static constexpr std::string_view left[] = {"结余",   "剩余",   "余额",   "结转", "未使用",
                                              "未支付", "未支出", "未拨付", "尚余", "节余"};
  static constexpr std::string_view back[] = {"调减", "核减", "追减", "收回", "压减"};
  static constexpr std::string_view added[] = {"追加", "调增", "核增"};
  static constexpr std::string_view final[] = {"实际下达", "调整后", "最终下达", "调整为"};
  static constexpr std::string_view spent[] = {"支出", "支付", "使用", "拨付", "发放",
                                               "列支", "兑付", "执行", "拨出"};
  static constexpr std::string_view arrived[] = {"到位", "下达", "收到", "拨入",
                                                 "到账", "安排", "批复", "资金"};
  if (contains_any(lead, left)) return Kind::left;
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
  }

 private:
  struct Step {
    Kind kind = Kind::other;
    std::size_t statement = 0;
  };

  /// What was there before or adds up over years leaves another balance.
  [[nodiscard]] bool carries_over(const Span& sentence) const {
    static constexpr std::string_view words[] = {"上年", "年初",     "期初",    "以前年度", "累计",
                                                 "历年", "滚存",     "收入",    "利息",     "往年",
                                                 "去年", "年末结余", "其他资金"};
    return contains_any(
        text_.passage_text(sentence.passage).substr(sentence.begin, sentence.end - sentence.begin),
        words);
  }

  void money(const Span& sentence) {
    const std::vector<Step> steps = steps_of(sentence);
    if (steps.size() < 3 || carries_over(sentence)) return;
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
      } else {
        add({a}, {b, c});
      }
    }
  }

  /// The money of a sentence, without what only divides it.
  [[nodiscard]] std::vector<Step> steps_of(const Span& sentence) const {
    std::vector<Step> steps;
    for (const std::size_t index : text_.statements_of(sentence)) {
      const Statement& found = text_.statements[index];
      if (found.figure.unit == nullptr ||
          found.figure.unit->dimension.kind() != figure::Dimension::Kind::physical ||
          parts_.contains(index)) {
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
      if (found.figure.unit == nullptr || found.figure.unit->id != "分") continue;
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
