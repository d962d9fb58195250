// Rates whose figures stand in the bracket behind them.
#include "report/narrative/bracket_rates.hpp"

#include "report/narrative/characters.hpp"
#include "report/narrative/lookup.hpp"
#include "report/narrative/nearness.hpp"
#include "report/narrative/rows.hpp"

#include <cstddef>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

namespace tieout::report::narrative {
namespace {

class BracketRates {
 public:
  BracketRates(const Narrative& text, const schema::Schema& schema, Report& report)
      : text_(text), table_(schema, report, "ratios") {
    take(schema, report, "executions", "rate");
    take(schema, report, "shares", "percent");
    take(schema, report, "ratios", "percent");
    take(schema, report, "changes", "percent");
  }

  void run() {
    for (const Span& span : text_.spans) {
      if (span.depth > 0 && span.owner) bracket(span);
    }
  }

 private:
  /// The rates of a table's rows that have all their figures.
  void take(const schema::Schema& schema, const Report& report, std::string_view id,
            std::string_view rate) {
    const auto index = schema.table(id);
    if (!index || *index >= report.tables.size()) return;
    const auto column = schema.tables[*index].column(rate);
    const auto budget = schema.tables[*index].column("budget");
    if (!column) return;
    for (const Row& row : report.tables[*index].rows) {
      const auto* found = std::get_if<figure::Figure>(&row.values[*column]);
      const bool open = budget && std::get_if<figure::Figure>(&row.values[*budget]) == nullptr;
      if (found != nullptr && !open) taken_.insert(found->place);
    }
  }

  void bracket(const Span& span) {
    const Statement& rate = text_.statements[*span.owner];
    const bool percent = rate.figure.unit != nullptr && !rate.range && !rate.figure.approximate &&
                         rate.figure.is(figure::Dimension::Kind::ratio) &&
                         rate.role != Role::bound && rate.figure.value.coefficient > 0;
    if (!percent || taken_.contains(rate.figure.place)) return;
    const std::vector<std::size_t> inside = text_.statements_of(span);
    if (inside.size() == 1) return of_whole(*span.owner, inside.front());
    if (inside.size() != 2) return;
    const Statement& first = text_.statements[inside[0]];
    const Statement& second = text_.statements[inside[1]];
    if (!is_exact_statement(first) || !is_exact_statement(second) ||
        !comparable(first.figure, second.figure) || comparable(first.figure, rate.figure) ||
        first.figure.value.coefficient <= 0 || second.figure.value.coefficient <= 0) {
      return;
    }
    const bool fits = makes_share(first.figure, second.figure, rate.figure);
    const bool turned = !fits && makes_share(second.figure, first.figure, rate.figure);
    const bool named = is_part(inside[0]) && is_whole(inside[1]) &&
                       nearly_makes_share(first.figure, second.figure, rate.figure);
    const bool named_turned = is_part(inside[1]) && is_whole(inside[0]) &&
                              nearly_makes_share(second.figure, first.figure, rate.figure);
    if (fits || (!turned && named)) {
      write(rate, first, second);
    } else if (turned || named_turned) {
      write(rate, second, first);
    }
  }

  /// 受益8.64万人，占农村人口的36%（全县农村人口24万人）: what it is a share of; only if it fits.
  void of_whole(std::size_t rate, std::size_t whole) {
    if (rate == 0 || text_.statements[rate - 1].passage != text_.statements[rate].passage) return;
    const Statement& part = text_.statements[rate - 1];
    const Statement& of = text_.statements[whole];
    if (!states_value(part) || !is_exact_statement(part) || !is_exact_statement(of) ||
        !comparable(part.figure, of.figure) ||
        comparable(part.figure, text_.statements[rate].figure)) {
      return;
    }
    if (makes_share(part.figure, of.figure, text_.statements[rate].figure)) {
      write(text_.statements[rate], part, of);
    }
  }

  [[nodiscard]] bool is_part(std::size_t statement) const {
    static constexpr std::string_view words[] = {"支出", "执行", "实际", "支付", "完成", "使用",
                                                 "在职", "实有", "拨付", "决算", "合格", "满意",
                                                 "办结", "收回", "结转", "结余", "在用", "到位"};
    return contains_any(text_.lead(statement), words);
  }

  [[nodiscard]] bool is_whole(std::size_t statement) const {
    static constexpr std::string_view words[] = {"预算", "可用", "计划", "编制", "总", "应",
                                                 "下达", "到位", "安排", "全部", "共", "年初"};
    return contains_any(text_.lead(statement), words);
  }

  void write(const Statement& rate, const Statement& part, const Statement& whole) {
    Row row = table_.row(rate.name, rate.figure.place);
    table_.set(row, "name", text_value(rate.name, rate.figure.place));
    table_.set_rows(row, "parts", {{{"value", part.figure}}});
    table_.set_rows(row, "whole", {{{"value", whole.figure}}});
    table_.set(row, "percent", rate.figure);
    table_.add(std::move(row));
  }

  const Narrative& text_;
  StatementTable table_;
  std::set<source::Place> taken_;
};

}  // namespace

void write_bracket_rates(const Narrative& text, const schema::Schema& schema, Report& report) {
  BracketRates(text, schema, report).run();
}

}  // namespace tieout::report::narrative
