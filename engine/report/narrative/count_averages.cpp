// Averages of counts.
#include "report/narrative/count_averages.hpp"

#include "report/narrative/characters.hpp"
#include "report/narrative/lookup.hpp"
#include "report/narrative/nearness.hpp"
#include "report/narrative/rows.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::report::narrative {
namespace {

constexpr std::size_t farthest = 8;  // statements from an average back to what it is of

class CountAverages {
 public:
  CountAverages(const Narrative& text, const schema::Schema& schema, Report& report)
      : text_(text), table_(schema, report, "averages") {}

  void run() {
    for (std::size_t index = 2; index < text_.statements.size(); ++index) average(index);
  }

 private:
  void average(std::size_t index) {
    const Statement& each = text_.statements[index];
    if (!counts(each) || each.role == Role::bound) return;
    const std::string unit = unit_of_one(text_.lead(index));
    if (unit.empty()) return;
    std::vector<std::size_t> totals;
    std::vector<std::size_t> heads;
    for (std::size_t at = index; at > 0 && index - at < farthest; --at) {
      const Statement& before = text_.statements[at - 1];
      if (text_.clauses[before.clause].span != text_.clauses[each.clause].span) break;
      if (before.figure.unit == nullptr || !states_value(before)) continue;
      if (!is_exact_statement(before) || before.role == Role::base) return;
      const bool total = before.figure.unit == each.figure.unit;
      const bool head = before.figure.unit->id == unit;
      if (total) totals.push_back(at - 1);
      if (head) heads.push_back(at - 1);
    }
    // 9个项目设指标108个，平均每个项目12个: the smaller is the count.
    if (totals == heads && totals.size() == 2) {
      const auto by_value = [this](std::size_t a, std::size_t b) {
        return text_.statements[a].figure.base() < text_.statements[b].figure.base();
      };
      heads = {std::ranges::min(totals, by_value)};
      totals = {std::ranges::max(totals, by_value)};
    }
    if (totals.size() == 1 && heads.size() == 1) write(index, totals.front(), heads.front());
  }

  [[nodiscard]] static bool counts(const Statement& statement) {
    return statement.figure.unit != nullptr && !statement.range && is_exact_statement(statement) &&
           statement.figure.is(figure::Dimension::Kind::count) &&
           statement.figure.value.coefficient > 0;
  }

  /// 期 of 平均每期|; empty if the words say no average.
  [[nodiscard]] static std::string unit_of_one(std::string_view lead) {
    static const RE2 one(
        "平均每(人次|批次|场次|场|期|次|批|个|户|村|家|项|所|校|县|区|镇|天|月|名|人|"
        "辆|件|班|站|套|处|份)[^0-9，。；]{0,24}$");
    static const RE2 per("(人|户|村|批|场|次|期|校|班)均[^0-9，。；]{0,24}$");
    const re2::StringPiece words(lead.data(), lead.size());
    std::string unit;
    if (RE2::PartialMatch(words, one, &unit)) return unit;
    if (RE2::PartialMatch(words, per, &unit) && lead.find("平均") == std::string_view::npos) {
      return unit;
    }
    return {};
  }

  void write(std::size_t each, std::size_t total, std::size_t count) {
    const figure::Figure& average = text_.statements[each].figure;
    const figure::Figure& whole = text_.statements[total].figure;
    const figure::Figure& heads = text_.statements[count].figure;
    if (heads.base() <= 1 || whole.base() <= heads.base()) return;
    figure::Rational apart = whole.base() / heads.base() - average.base();
    if (apart < 0) apart = -apart;
    if (apart > average.half_step() && apart * misprint > average.base()) return;
    const std::string& name = text_.statements[total].name;
    Row row = table_.row(name, average.place);
    table_.set(row, "name", text_value(name, average.place));
    table_.set(row, "total", whole);
    table_.set(row, "count", heads);
    table_.set(row, "each", average);
    table_.add(std::move(row));
  }

  const Narrative& text_;
  StatementTable table_;
};

}  // namespace

void write_count_averages(const Narrative& text, const schema::Schema& schema, Report& report) {
  CountAverages(text, schema, report).run();
}

}  // namespace tieout::report::narrative
