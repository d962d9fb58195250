// Targets that are told without a sign: 指标值1000人，实际完成值900人.
#include "report/narrative/plain_targets.hpp"

#include "report/narrative/characters.hpp"
#include "report/narrative/lookup.hpp"
#include "report/narrative/rows.hpp"
#include "report/narrative/targets.hpp"
#include "report/narrative/wording.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

namespace tieout::report::narrative {
namespace {

using Kind = Target::Kind;

/// 数量指标：…: what such a passage states first is what was to be done.
bool lists_indicators(std::string_view passage) {
  static constexpr std::string_view kinds[] = {"数量指标", "质量指标", "产出数量", "数量目标"};
  constexpr std::size_t front = 60;  // bytes
  return contains_any(passage.substr(0, front), kinds);
}

/// More is better, unless the words say what should be low; of money or time it cannot be told.
std::optional<Kind> kind_of(std::string_view words, const figure::Figure& figure) {
  static constexpr std::string_view low[] = {"成本", "费用", "投诉", "事故", "死亡",
                                             "差错", "违规", "发病", "控制", "下降",
                                             "误差", "失业", "超标", "偏差", "返贫"};
  if (!figure.is(figure::Dimension::Kind::count) && !figure.is(figure::Dimension::Kind::ratio)) {
    return std::nullopt;
  }
  return contains_any(words, low) ? std::nullopt : std::optional(Kind::at_least);
}

class PlainTargets {
 public:
  PlainTargets(const Narrative& text, const schema::Schema& schema, Report& report)
      : text_(text), table_(schema, report, "targets") {}

  void run() {
    for (const Span& span : text_.spans) {
      const std::vector<std::size_t> statements = text_.statements_of(span);
      for (std::size_t at = 0; at + 1 < statements.size(); ++at) {
        const bool rated = at + 2 < statements.size() && falls_short(statements[at + 2]);
        if (!rated) pair(span, statements[at], statements[at + 1], at == 0);
      }
    }
  }

 private:
  void pair(const Span& span, std::size_t plan, std::size_t done, bool first) {
    const Statement& promised = text_.statements[plan];
    const Statement& actual = text_.statements[done];
    if (!may_be(promised) || !may_be(actual) || promised.figure.unit != actual.figure.unit) return;
    const bool listed =
        first && span.depth == 0 && lists_indicators(text_.passage_text(span.passage));
    const bool indicator = listed && promised.role == Role::amount;
    if (!promises(text_.lead(plan)) && !indicator) return;
    if (!says_reached(text_.lead(done))) return;
    const std::string_view sentence =
        text_.passage_text(span.passage).substr(span.begin, promised.begin - span.begin);
    auto kind = kind_of(sentence, promised.figure);
    if (!kind) return;
    if (says_missed(text_, done)) kind = missed(*kind);
    write_promise(text_, promised, *kind, actual.figure, table_);
  }

  /// 计划58期，实际举办53期，完成率91.38%: the text itself says that the plan was not met.
  [[nodiscard]] bool falls_short(std::size_t index) const {
    const figure::Figure& figure = text_.statements[index].figure;
    return figure.is(figure::Dimension::Kind::ratio) && figure.base() < 1;
  }

  [[nodiscard]] static bool may_be(const Statement& statement) {
    const bool states = statement.role == Role::amount || statement.role == Role::ratio ||
                        statement.role == Role::actual;
    return states && is_exact_statement(statement) && !statement.divides;
  }

  const Narrative& text_;
  StatementTable table_;
};

}  // namespace

bool promises(std::string_view lead) {
  static constexpr std::string_view goals[] = {"指标值", "目标值",   "计划值", "预期值", "目标",
                                               "目标数", "任务",     "任务数", "计划数", "计划",
                                               "应完成", "目标任务", "指标"};
  constexpr std::string_view plan = "计划";
  constexpr std::size_t longest_verb = 6;  // Han characters: 计划补助, 计划完成改造
  static constexpr std::string_view others[] = {"计划生育", "实际", "占", "超", "比", "完成计划"};
  if (contains_any(lead, others)) return false;
  const std::string_view words = without_copula(lead);
  if (!suffix_of(words, goals).empty()) return true;
  const auto stands_before = [&](std::string_view word) {
    const std::size_t at = words.rfind(word);
    return at != std::string_view::npos &&
           han_count(words.substr(at + word.size())) <= longest_verb;
  };
  static constexpr std::string_view aims[] = {"年度目标", "年初目标", "全年目标"};
  return stands_before(plan) || std::ranges::any_of(aims, stands_before);
}

bool says_reached(std::string_view lead) {
  static constexpr std::string_view words[] = {"实际", "完成值"};
  static constexpr std::string_view others[] = {"计划", "目标", "任务", "占", "比", "超", "未"};
  return contains_any(lead, words) && !contains_any(lead, others);
}

void write_plain_targets(const Narrative& text, const schema::Schema& schema, Report& report) {
  PlainTargets(text, schema, report).run();
}

}  // namespace tieout::report::narrative
