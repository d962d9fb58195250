// Sums that the meaning of the words makes.
#include "report/narrative/said_sums.hpp"

#include "report/narrative/characters.hpp"
#include "report/narrative/lookup.hpp"
#include "report/narrative/nearness.hpp"
#include "report/narrative/parts.hpp"
#include "report/narrative/rows.hpp"
#include "report/narrative/sum_rows.hpp"
#include "report/narrative/wording.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tieout::report::narrative {
namespace {

constexpr std::size_t farthest = 8;        // statements between the figures of a sum
constexpr std::size_t farthest_rest = 12;  // ... from what was spent to what was left

class SaidSums {
 public:
  SaidSums(const Narrative& text, const std::vector<Group>& groups, const schema::Schema& schema,
           Report& report)
      : text_(text), schema_(schema), report_(report), table_(schema, report, "decompositions") {
    for (const Group& group : groups) {
      if (group.closed && !group.doubtful) {
        for (const std::size_t part : group.parts) added_.emplace(group.total, part);
      }
    }
  }

  void run() {
    for (std::size_t index = 0; index < text_.statements.size(); ++index) {
      place_of_.emplace(text_.statements[index].figure.place, index);
      if (is_opposite(index)) opposites(index);
      if (says(index, "净值")) net_value(index);
      if (index > 1) adjusted(index);
      added_up(index);
    }
    left_over();
  }

 private:
  [[nodiscard]] std::string_view lead(std::size_t index) const {
    return without_copula(trimmed(text_.lead(index)));
  }

  [[nodiscard]] bool says(std::size_t index, std::string_view end) const {
    return lead(index).ends_with(end) || text_.statements[index].name.ends_with(end);
  }

  [[nodiscard]] bool is_sum_figure(std::size_t index) const {
    const Statement& found = text_.statements[index];
    return is_value(found) && is_exact_statement(found) && !found.divides;
  }

  /// 未完成|5个: what was not done, behind what was.
  [[nodiscard]] bool is_opposite(std::size_t index) const {
    static constexpr std::string_view signs[] = {"未", "不", "没有"};
    return is_sum_figure(index) && !prefix_of(lead(index), signs).empty() &&
           text_.statements[index].figure.is(figure::Dimension::Kind::count);
  }

  void opposites(std::size_t index) {
    static constexpr std::string_view signs[] = {"未", "不", "没有"};
    const std::string_view done = without_prefixes(lead(index), signs);
    constexpr std::size_t longest = 6;  // Han characters
    if (done.empty() || han_count(done) > longest) return;
    const Statement& last = text_.statements[index];
    std::optional<std::size_t> part;
    for (std::size_t at = index; at > 0 && index - at < farthest; --at) {
      const Statement& before = text_.statements[at - 1];
      if (before.passage != last.passage) return;
      if (before.figure.unit != last.figure.unit || !is_sum_figure(at - 1)) continue;
      if (!part) {
        if (!lead(at - 1).ends_with(done)) return;
        part = at - 1;
        continue;
      }
      if (before.figure.base() <= text_.statements[*part].figure.base()) return;
      add(at - 1, {*part, index});
      return;
    }
  }

  /// 原值92万元，累计折旧28万元，净值|64万元, in any order.
  void net_value(std::size_t index) {
    if (!is_sum_figure(index)) return;
    const std::size_t first = index - std::min(index, farthest);
    const std::size_t last = std::min(text_.statements.size(), index + farthest + 1);
    std::optional<std::size_t> gross;
    std::optional<std::size_t> written_off;
    for (std::size_t at = first; at < last; ++at) {
      if (text_.statements[at].passage != text_.statements[index].passage) continue;
      const bool off = says(at, "累计折旧") || says(at, "累计摊销");
      if (!off && !says(at, "原值")) continue;
      auto& side = off ? written_off : gross;
      if (side || !is_sum_figure(at)) return;
      side = at;
    }
    if (!gross || !written_off) return;
    static constexpr std::string_view kinds[] = {"固定资产", "无形资产", "公共基础设施"};
    const auto kind_of = [&](std::size_t at) {
      for (const std::string_view kind : kinds) {
        if (text_.statements[at].name.find(kind) != std::string::npos) return kind;
      }
      return std::string_view();
    };
    if (kind_of(*gross) == kind_of(index)) add(*gross, {*written_off, index});
  }

  /// 年初预算360万元，调整后预算342万元，调减|18万元
  void adjusted(std::size_t index) {
    static constexpr std::string_view more[] = {"调增", "追加", "增加", "净增"};
    static constexpr std::string_view less[] = {"调减", "减少", "核减", "压减"};
    static constexpr std::string_view opening[] = {"年初", "批复"};
    static constexpr std::string_view finals[] = {"全年", "调整", "年中", "年末"};
    const std::string_view words = lead(index);
    const bool up = std::ranges::find(more, words) != std::end(more);
    const bool down = std::ranges::find(less, words) != std::end(less);
    const Statement& change = text_.statements[index];
    const Statement& last = text_.statements[index - 1];
    const Statement& first = text_.statements[index - 2];
    if ((!up && !down) || first.passage != change.passage || last.role != Role::budget ||
        first.role != Role::budget || !is_exact_statement(change) || !is_exact_statement(first) ||
        !is_exact_statement(last) || text_.clauses[change.clause].base ||
        change.clause > last.clause + 1) {
      return;
    }
    if (!contains_any(text_.lead(index - 2), opening) ||
        !contains_any(text_.lead(index - 1), finals)) {
      return;
    }
    if (up) {
      add(index - 1, {index - 2, index});
    } else {
      add(index - 2, {index - 1, index});
    }
  }

  /// 批复预算912万元，年中追加87万元，全年预算|1000万元; the first may stand in the paragraph
  /// before.
  void added_up(std::size_t index) {
    static constexpr std::string_view finals[] = {"全年预算", "调整后预算", "调整预算",
                                                  "调整后的预算"};
    static constexpr std::string_view added[] = {"追加", "调增", "增加"};
    static constexpr std::string_view opening[] = {"年初", "批复预算", "预算批复"};
    constexpr std::size_t farthest_opening = 12;
    const Statement& final = text_.statements[index];
    if (!is_sum_figure(index) || final.role != Role::budget ||
        !contains_any(text_.lead(index), finals)) {
      return;
    }
    std::optional<std::size_t> more;
    const std::size_t first = index - std::min(index, farthest_opening);
    for (std::size_t at = index; at > first; --at) {
      const Statement& before = text_.statements[at - 1];
      if (before.passage + 2 < final.passage) return;
      if (before.figure.unit == nullptr || !comparable(before.figure, final.figure) ||
          text_.span_of(at - 1).depth > 0) {
        continue;
      }
      if (!is_exact_statement(before)) return;
      const std::string_view words = text_.lead(at - 1);
      if (!more) {
        if (!contains_any(words, added) || before.passage != final.passage ||
            text_.clauses[before.clause].base) {
          return;
        }
        more = at - 1;
      } else if (contains_any(words, opening)) {
        const std::vector<std::size_t> parts = {at - 1, *more};
        if (adds_up(text_, index, parts)) add(index, parts);
        return;
      }
    }
  }

  /// 预算15万元，支出14万元，执行率93%，…，结余|1万元: behind what `executions` says of the two.
  void left_over() {
    const auto index = schema_.table("executions");
    if (!index || *index >= report_.tables.size()) return;
    const schema::Table& table = schema_.tables[*index];
    const auto budget = table.column("budget");
    const auto actual = table.column("actual");
    const auto difference = table.column("difference");
    if (!budget || !actual || !difference) return;
    for (const Row& row : report_.tables[*index].rows) {
      const auto plan = statement_of(row.values[*budget]);
      const auto spent = statement_of(row.values[*actual]);
      // 预算90万元，到位80万元，累计支出75万元，结余5万元: what arrived is not yet spent.
      if (spent && lead(*spent).ends_with("到位")) continue;
      if (!plan || !spent || std::holds_alternative<figure::Figure>(row.values[*difference])) {
        continue;
      }
      left_of(*plan, *spent);
    }
  }

  [[nodiscard]] std::optional<std::size_t> statement_of(const Value& value) const {
    const auto* found = std::get_if<figure::Figure>(&value);
    if (found == nullptr) return std::nullopt;
    const auto at = place_of_.find(found->place);
    return at == place_of_.end() ? std::nullopt : std::optional(at->second);
  }

  void left_of(std::size_t plan, std::size_t spent) {
    static constexpr std::string_view rests[] = {"结余",     "剩余",   "节余",     "结余资金",
                                                 "剩余资金", "尚余",   "资金结余", "余额",
                                                 "结转",     "未支出", "结转下年", "未使用"};
    static constexpr std::string_view others[] = {"上年", "以前", "往年", "年初", "含",
                                                  "累计", "其中", "收回", "%"};
    const std::size_t last = std::min(text_.statements.size(), spent + farthest_rest);
    for (std::size_t at = spent + 1; at < last; ++at) {
      const Statement& rest = text_.statements[at];
      if (rest.passage != text_.statements[spent].passage) return;
      if (rest.role == Role::budget || rest.role == Role::actual) return;
      if (suffix_of(lead(at), rests).empty()) continue;
      if (!is_sum_figure(at) || !comparable(rest.figure, text_.statements[plan].figure)) return;
      const std::vector<std::size_t> parts = {spent, at};
      // What was left of other money stands in other sentences, with words of its own.
      const bool own =
          text_.clauses[rest.clause].span == text_.clauses[text_.statements[spent].clause].span &&
          std::ranges::find(rests, lead(at)) != std::end(rests);
      const bool plain = own && !contains_any(text_.lead(at), others) &&
                         !contains_any(text_.tail(at).substr(0, 60), others) &&
                         !is_sum_of_other(plan, spent, at);
      if (adds_up(text_, plan, parts) || plain) add(plan, parts);
      return;
    }
  }

  /// 年初预算90万元，调整预算|100万元，支出95万元，结转5万元: another amount beside them is what
  /// the two add up to.
  [[nodiscard]] bool is_sum_of_other(std::size_t plan, std::size_t spent, std::size_t rest) const {
    const std::size_t first = spent - std::min(spent, farthest);
    for (std::size_t at = first; at < rest; ++at) {
      const Statement& other = text_.statements[at];
      if (at == plan || at == spent || other.passage != text_.statements[spent].passage ||
          other.figure.unit == nullptr ||
          !comparable(other.figure, text_.statements[spent].figure)) {
        continue;
      }
      if (adds_up(text_, at, {spent, rest})) return true;
    }
    return false;
  }

  /// Only where the figures are at least near.
  void add(std::size_t total, const std::vector<std::size_t>& parts) {
    const bool known = std::ranges::all_of(
        parts, [&](std::size_t part) { return added_.contains({total, part}); });
    if (known || std::ranges::count(parts, total) != 0) return;
    const figure::Figure& whole = text_.statements[total].figure;
    figure::Rational apart = whole.base();
    for (const std::size_t part : parts) {
      const figure::Figure& figure = text_.statements[part].figure;
      if (!comparable(figure, whole)) return;
      apart -= figure.base();
    }
    if (apart < 0) apart = -apart;
    if (!adds_up(text_, total, parts) && apart * misprint > whole.base()) return;
    for (const std::size_t part : parts) added_.emplace(total, part);
    add_closed_sum(text_, total, parts, table_);
  }

  const Narrative& text_;
  const schema::Schema& schema_;
  const Report& report_;
  StatementTable table_;
  std::set<std::pair<std::size_t, std::size_t>> added_;  // a total and its part
  std::map<source::Place, std::size_t> place_of_;        // statements
};

}  // namespace

void write_said_sums(const Narrative& text, const std::vector<Group>& groups,
                     const schema::Schema& schema, Report& report) {
  SaidSums(text, groups, schema, report).run();
}

}  // namespace tieout::report::narrative
