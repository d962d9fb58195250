// Rates that are listed one after the other, of as many figures.
#include "report/narrative/respective_rates.hpp"

#include "report/narrative/characters.hpp"
#include "report/narrative/lookup.hpp"
#include "report/narrative/nearness.hpp"
#include "report/narrative/parts.hpp"
#include "report/narrative/rows.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tieout::report::narrative {
namespace {

constexpr std::size_t nearest = 30;  // statements from the rates back to their figures
constexpr std::size_t fewest = 2;    // rates of a list
constexpr std::size_t most = 10;

class RespectiveRates {
 public:
  RespectiveRates(const Narrative& text, const schema::Schema& schema, Report& report)
      : text_(text), table_(schema, report, "ratios") {}

  void run() {
    constexpr std::string_view each = "分别";
    for (std::size_t index = 0; index < text_.statements.size(); ++index) {
      if (!is_rate(index) || text_.lead(index).find(each) == std::string_view::npos) continue;
      Numbers rates = {index};
      while (rates.size() < most && goes_on(rates.back() + 1)) rates.push_back(rates.back() + 1);
      if (rates.size() >= fewest) list(rates);
    }
  }

 private:
  using Numbers = std::vector<std::size_t>;

  [[nodiscard]] bool is_rate(std::size_t index) const {
    const Statement& found = text_.statements[index];
    return found.figure.unit != nullptr && !found.range && !found.figure.approximate &&
           found.role != Role::change && found.figure.is(figure::Dimension::Kind::ratio);
  }

  /// 、92% with no word in front.
  [[nodiscard]] bool goes_on(std::size_t index) const {
    return index < text_.statements.size() && is_rate(index) &&
           text_.statements[index].passage == text_.statements[index - 1].passage &&
           han_count(text_.lead(index)) == 0;
  }

  void list(const Numbers& rates) {
    const Numbers values = values_before(rates.front());
    const std::size_t count = rates.size();
    if (values.size() < 2 * count) return;
    // 18分（满分20分），27分（满分30分）: part and whole by turns.
    Numbers parts;
    Numbers wholes;
    for (std::size_t at = values.size() - 2 * count; at < values.size(); at += 2) {
      parts.push_back(values[at]);
      wholes.push_back(values[at + 1]);
    }
    if (take(rates, parts, wholes) || take(rates, wholes, parts)) return;
    parts.assign(values.end() - static_cast<std::ptrdiff_t>(count), values.end());
    for (std::size_t end = values.size() - count; end >= count; --end) {
      const auto last = values.begin() + static_cast<std::ptrdiff_t>(end);
      wholes.assign(last - static_cast<std::ptrdiff_t>(count), last);
      if (take(rates, parts, wholes)) return;
    }
  }

  /// What the passage states before, in its order.
  [[nodiscard]] Numbers values_before(std::size_t rate) const {
    Numbers found;
    const std::size_t last = rate - std::min(rate, nearest);
    for (std::size_t at = rate; at > last; --at) {
      const Statement& value = text_.statements[at - 1];
      if (value.passage != text_.statements[rate].passage) break;
      if (is_value(value) && is_exact_statement(value) && !is_rate(at - 1)) found.push_back(at - 1);
    }
    std::ranges::reverse(found);
    return found;
  }

  bool take(const Numbers& rates, const Numbers& parts, const Numbers& wholes) {
    std::size_t fitting = 0;
    for (std::size_t at = 0; at < rates.size(); ++at) {
      const figure::Figure& part = text_.statements[parts[at]].figure;
      const figure::Figure& whole = text_.statements[wholes[at]].figure;
      const figure::Figure& rate = text_.statements[rates[at]].figure;
      if (!units_fit(part, whole) || whole.value.coefficient <= 0) return false;
      if (makes_share(part, whole, rate)) {
        ++fitting;
      } else if (!nearly_makes_share(part, whole, rate)) {
        return false;
      }
    }
    const std::size_t needed = rates.size() > fewest ? rates.size() - 1 : rates.size();
    if (fitting < needed) return false;
    for (std::size_t at = 0; at < rates.size(); ++at) write(rates[at], parts[at], wholes[at]);
    return true;
  }

  void write(std::size_t rate, std::size_t part, std::size_t whole) {
    const Statement& stated = text_.statements[rate];
    const std::string& name = text_.statements[part].name;
    Row row = table_.row(name, stated.figure.place);
    table_.set(row, "name", text_value(name, stated.figure.place));
    table_.set_rows(row, "parts", {{{"value", text_.statements[part].figure}}});
    table_.set_rows(row, "whole", {{{"value", text_.statements[whole].figure}}});
    table_.set(row, "percent", stated.figure);
    table_.add(std::move(row));
  }

  const Narrative& text_;
  StatementTable table_;
};

}  // namespace

void write_respective_rates(const Narrative& text, const schema::Schema& schema, Report& report) {
  RespectiveRates(text, schema, report).run();
}

}  // namespace tieout::report::narrative
