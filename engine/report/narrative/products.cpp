// Amounts that are so much for each of so many.
#include "report/narrative/products.hpp"

#include "report/narrative/characters.hpp"
#include "report/narrative/lookup.hpp"
#include "report/narrative/nearness.hpp"
#include "report/narrative/rows.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::report::narrative {
namespace {

constexpr std::size_t farthest = 6;  // statements from a price to what it is of

class Products {
 public:
  Products(const Narrative& text, const schema::Schema& schema, Report& report)
      : text_(text), table_(schema, report, "averages") {
    const auto index = schema.table("averages");
    if (!index || *index >= report.tables.size()) return;
    const auto column = schema.tables[*index].column("each");
    for (const Row& row : report.tables[*index].rows) {
      const auto* each = column ? std::get_if<figure::Figure>(&row.values[*column]) : nullptr;
      if (each != nullptr) known_.insert(each->place);
    }
  }

  void run() {
    for (std::size_t index = 1; index < text_.statements.size(); ++index) price(index);
  }

 private:
  using Statements = std::vector<std::size_t>;

  [[nodiscard]] bool is_money(std::size_t index) const {
    const Statement& found = text_.statements[index];
    return found.figure.unit != nullptr && is_exact_statement(found) &&
           found.figure.value.coefficient > 0 && !found.divides &&
           found.figure.is(figure::Dimension::Kind::physical);
  }

  /// 亩 of 每亩补助|; empty if the words name no price.
  [[nodiscard]] static std::string unit_of_price(std::string_view lead) {
    static const RE2 one(
        "(?:^|[^平均])每(亩|人|名|生|户|个|套|辆|公里|平方米|头|只|吨|场|期|村|家|件|项|株|台|次)"
        "(?:每?(?:年|学期|人))?(?:补助|补贴|补|标准|奖补|资助|成本|奖励|投入|安排|平均)*"
        "(?:标准|资金|金额)?(?:为|：)?$");
    static const RE2 per("(人)均(?:补助)?标准(?:为|：)?$");
    const std::string_view words = trimmed(lead);
    std::string unit;
    const re2::StringPiece piece(words.data(), words.size());
    if (RE2::PartialMatch(piece, one, &unit) || RE2::PartialMatch(piece, per, &unit)) return unit;
    return {};
  }

  [[nodiscard]] static bool counts_in(const figure::Figure& figure, const std::string& unit) {
    static constexpr std::string_view people[] = {"人", "名", "人次", "位"};
    if (figure.unit == nullptr) return false;
    const std::string& id = figure.unit->id;
    if (unit == "人" || unit == "名" || unit == "生") {
      return std::ranges::find(people, id) != std::end(people);
    }
    return id == unit;
  }

  void price(std::size_t index) {
    const Statement& each = text_.statements[index];
    if (!is_money(index) || known_.contains(each.figure.place)) return;
    const std::string unit = unit_of_price(text_.lead(index));
    if (unit.empty()) return;
    Statements counts;
    Statements totals;
    const std::size_t first = index - std::min(index, farthest);
    const std::size_t last = std::min(text_.statements.size(), index + 3);
    for (std::size_t at = first; at < last; ++at) {
      const Statement& found = text_.statements[at];
      if (at == index || found.passage != each.passage || !states_value(found)) continue;
      if (is_money(at)) {
        if (unit_of_price(text_.lead(at)).empty()) totals.push_back(at);
      } else if (at < index && counts_in(found.figure, unit) && is_exact_statement(found)) {
        counts.push_back(at);
      }
    }
    for (const std::size_t count : counts) {
      for (const std::size_t total : totals) {
        if (apart(index, count, total) <= allowed(index, count, total)) {
          return write(index, count, total);
        }
      }
    }
    // Only where nothing else could be meant: the count in front, the amount right behind.
    const bool plain = counts.size() == 1 && totals.size() == 1 && totals.front() == index + 1 &&
                       counts.front() + 1 == index;
    if (plain && apart(index, counts[0], totals[0]) * misprint <=
                     text_.statements[totals[0]].figure.base()) {
      write(index, counts.front(), totals.front());
    }
  }

  [[nodiscard]] figure::Rational apart(std::size_t each, std::size_t count,
                                       std::size_t total) const {
    const figure::Rational off =
        text_.statements[total].figure.base() -
        text_.statements[each].figure.base() * text_.statements[count].figure.base();
    return off < 0 ? figure::Rational(-off) : off;
  }

  [[nodiscard]] figure::Rational allowed(std::size_t each, std::size_t count,
                                         std::size_t total) const {
    const figure::Figure& price = text_.statements[each].figure;
    const figure::Figure& heads = text_.statements[count].figure;
    return text_.statements[total].figure.half_step() + price.half_step() * heads.base() +
           heads.half_step() * price.base();
  }

  void write(std::size_t each, std::size_t count, std::size_t total) {
    const Statement& sum = text_.statements[total];
    const figure::Figure& price = text_.statements[each].figure;
    Row row = table_.row(sum.name, price.place);
    table_.set(row, "name", text_value(sum.name, price.place));
    table_.set(row, "total", sum.figure);
    table_.set(row, "count", text_.statements[count].figure);
    table_.set(row, "each", price);
    table_.add(std::move(row));
  }

  const Narrative& text_;
  StatementTable table_;
  std::set<source::Place> known_;  // prices that have a row
};

}  // namespace

void write_products(const Narrative& text, const schema::Schema& schema, Report& report) {
  Products(text, schema, report).run();
}

}  // namespace tieout::report::narrative
