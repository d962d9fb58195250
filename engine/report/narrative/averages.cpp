// Averages and allowances per head, beside the total and the count that they are of.
#include "report/narrative/averages.hpp"

#include "report/narrative/characters.hpp"
#include "report/narrative/lookup.hpp"
#include "report/narrative/names.hpp"
#include "report/narrative/rows.hpp"
#include "report/narrative/shared_pair.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tieout::report::narrative {
namespace {

constexpr std::size_t longest_rest = 10;  // Han characters between 平均每辆 and the figure
constexpr std::size_t most_totals = 4;    // that an average may be of
constexpr std::size_t farthest = 12;      // statements from the sentence back to its total

/// 平均每辆|运行费: what one of is meant, and the words behind.
struct PerHead {
  std::vector<std::string_view> units;  ///< of the count; empty: any
  std::string_view rest;
  bool average = false;  ///< 平均, 人均; else an allowance (每家), which says less
};

class AverageFinder {
 public:
  AverageFinder(const Narrative& text, const schema::Schema& schema, Report& report)
      : text_(text), table_(schema, report, "averages") {}

  void run() {
    for (const Span& span : text_.spans) {
      const std::vector<std::size_t> statements = text_.statements_of(span);
      for (std::size_t at = 1; at < statements.size(); ++at) average(statements, at);
    }
  }

 private:
  using Statements = std::vector<std::size_t>;

  void average(const Statements& statements, std::size_t at) {
    const std::size_t index = statements[at];
    const Statement& each = text_.statements[index];
    if (!is_money(each) || !is_exact_statement(each) || !states_value(each)) return;
    const auto words = per_head(text_.lead(index));
    if (!words) return;
    // 较2021年人均|1.8万元: of another year.
    const auto& base = text_.clauses[each.clause].base;
    if (base && base->begin < each.begin) return;
    const auto count = count_before(statements, at, *words);
    if (!count) return of_bracket(index, *words);
    if (const auto total = total_behind(statements, at)) {
      write(index, *count, {*total});
    } else if (words->average || is_reckoned(index)) {
      Statements totals = totals_before(statements, at, *words);
      if (totals.empty()) totals = owner_of_bracket(index);
      if (totals.empty() && words->average) {
        totals = totals_of_sentence_before(statements, at, *words);
        // 人均成本320元: of what, it does not say; of the sentence before only if that makes it.
        if (says_cost(words->rest)) keep_making(totals, *count, each.figure);
      }
      write(index, fitting_count(*count, totals, each, words->units), totals);
    }
  }

  /// 受理28件，其中投诉20件、举报8件；按期办结27件，挽回损失10万元，平均每件投诉…: of several
  /// counts the one that makes the average; the nearest if none does.
  [[nodiscard]] std::size_t fitting_count(std::size_t count, const Statements& totals,
                                          const Statement& each,
                                          const std::vector<std::string_view>& units) const {
    const auto fits = [&](std::size_t heads) {
      return std::ranges::any_of(totals, [&](std::size_t total) {
        const figure::Figure& of = text_.statements[heads].figure;
        if (of.value.coefficient == 0) return false;
        const figure::Rational apart =
            text_.statements[total].figure.base() / of.base() - each.figure.base();
        return apart <= each.figure.half_step() && -apart <= each.figure.half_step();
      });
    };
    if (fits(count)) return count;
    const std::size_t last = count - std::min(count, farthest);
    for (std::size_t at = count; at > last; --at) {
      const Statement& candidate = text_.statements[at - 1];
      if (candidate.passage != each.passage) break;
      if (is_count(candidate) && states_value(candidate) && is_exact_statement(candidate) &&
          std::ranges::find(units, candidate.figure.unit->id) != units.end() && fits(at - 1)) {
        return at - 1;
      }
    }
    return count;
  }

  [[nodiscard]] static bool says_cost(std::string_view rest) {
    static constexpr std::string_view words[] = {"成本", "价格", "消费", "花费"};
    return !prefix_of(name_in(rest), words).empty();
  }

  /// Leaves the totals that, divided by the count, are the average.
  void keep_making(Statements& totals, std::size_t count, const figure::Figure& each) const {
    const figure::Rational heads = text_.statements[count].figure.base();
    std::erase_if(totals, [&](std::size_t total) {
      const figure::Rational off = text_.statements[total].figure.base() / heads - each.base();
      return off > each.half_step() || -off > each.half_step();
    });
  }

  /// 公用经费91.2万元。人均公用经费1.2万元（在职76人）: the count stands in the bracket behind, the
  /// total is one before that it makes.
  void of_bracket(std::size_t each, const PerHead& words) {
    const std::size_t next = each + 1;
    if (!words.average || next >= text_.statements.size()) return;
    const Statement& count = text_.statements[next];
    const Span& bracket = text_.span_of(next);
    const bool alone = bracket.owner == each && text_.statements_of(bracket).size() == 1 &&
                       is_count(count) && states_value(count) && is_exact_statement(count) &&
                       count.figure.value.coefficient > 0;
    const bool fits =
        words.units.empty() ||
        (alone && std::ranges::find(words.units, count.figure.unit->id) != words.units.end());
    if (!alone || !fits) return;
    const Statement& average = text_.statements[each];
    const std::size_t last = each - std::min(each, farthest);
    for (std::size_t at = each; at > last; --at) {
      const Statement& total = text_.statements[at - 1];
      if (total.passage != average.passage) return;
      if (!is_money(total) || !states_value(total) || !is_exact_statement(total)) continue;
      const figure::Rational one = total.figure.base() / count.figure.base();
      const figure::Rational apart = one - average.figure.base();
      const figure::Rational step = average.figure.half_step();
      if (apart <= step && -apart <= step) return write(each, next, {at - 1});
    }
  }

  [[nodiscard]] static bool is_money(const Statement& statement) {
    return statement.figure.is(figure::Dimension::Kind::physical);
  }

  [[nodiscard]] static bool is_count(const Statement& statement) {
    return statement.figure.is(figure::Dimension::Kind::count);
  }

  [[nodiscard]] static std::optional<PerHead> per_head(std::string_view lead) {
    static constexpr std::string_view people[] = {"人均", "均价", "户均", "批均",
                                                  "次均", "车均", "案均", "件均"};
    static constexpr std::string_view one_of[] = {"平均每", "每"};
    // 人均标准130元 is a norm, 每人每天50元 is of days as well.
    static constexpr std::string_view others[] = {"标准", "定额", "限额", "每天", "每日", "每月",
                                                  "每年", "每次", "每期", "其中", "不"};
    if (contains_any(lead, others)) return std::nullopt;
    PerHead found;
    std::size_t at = std::string_view::npos;
    for (const std::string_view word : people) {
      const std::size_t here = lead.rfind(word);
      if (here == std::string_view::npos) continue;
      at = here;
      found.rest = lead.substr(here + word.size());
      found.average = true;
      if (word == "人均") found.units = {"人", "名", "人次", "位"};
      if (word == "户均") found.units = {"户", "家"};
      if (word == "案均" || word == "件均") found.units = {"件", "宗", "起", "个"};
      if (word == "批均") found.units = {"批", "批次"};
      if (word == "车均") found.units = {"辆", "台"};
      if (word == "次均") found.units = {"次", "批次", "场次"};
    }
    for (const std::string_view word : one_of) {
      const std::size_t here = lead.rfind(word);
      if (at != std::string_view::npos || here == std::string_view::npos) continue;
      at = here;
      const std::string_view behind = lead.substr(here + word.size());
      static constexpr std::string_view units[] = {"人次", "人", "名", "位", "户", "家",  "辆",
                                                   "批次", "批", "场", "期", "个", "项",  "台",
                                                   "套",   "次", "件", "村", "所", "车辆"};
      const std::string_view unit = prefix_of(behind, units);
      if (unit.empty()) return std::nullopt;
      found.units = {unit};
      if (unit == "人") found.units = {"人", "名", "人次", "位"};
      if (unit == "批") found.units = {"批", "批次"};
      found.rest = behind.substr(unit.size());
      found.average = word != "每";
    }
    if (at == std::string_view::npos || han_count(found.rest) > longest_rest) return std::nullopt;
    return found;
  }

  /// The one count of the sentence before that is of those heads.
  [[nodiscard]] std::optional<std::size_t> count_before(const Statements& statements,
                                                        std::size_t at,
                                                        const PerHead& words) const {
    std::optional<std::size_t> count;
    for (std::size_t before = at; before-- > 0;) {
      const Statement& candidate = text_.statements[statements[before]];
      // 购车1辆；保有量5辆，平均每辆2万元: behind the semicolon of what was said last.
      if (count && semicolon_between(statements[before], *count)) break;
      if (!is_count(candidate) || !states_value(candidate)) continue;
      const std::string& unit = candidate.figure.unit->id;
      const bool fits =
          words.units.empty() || std::ranges::find(words.units, unit) != words.units.end();
      if (!fits) continue;
      if (!is_exact_statement(candidate) || candidate.figure.value.coefficient == 0) {
        return std::nullopt;
      }
      if (count && !same_value(text_.statements[*count].figure, candidate.figure)) {
        return std::nullopt;
      }
      count = statements[before];
    }
    return count;
  }

  [[nodiscard]] bool semicolon_between(std::size_t before, std::size_t behind) const {
    for (std::size_t at = text_.statements[before].clause; at < text_.statements[behind].clause;
         ++at) {
      if (text_.clauses[at].mark == U'；' || text_.clauses[at].mark == U';') return true;
    }
    return false;
  }

  /// 35人，人均2400元|计84000元
  [[nodiscard]] std::optional<std::size_t> total_behind(const Statements& statements,
                                                        std::size_t at) const {
    static constexpr std::string_view sums[] = {"计",   "共计",     "合计",     "共",    "小计",
                                                "总计", "共支出",   "共计支出", "共需",  "共花费",
                                                "需",   "合计支出", "共发放",   "共投入"};
    if (at + 1 == statements.size()) return std::nullopt;
    const Statement& next = text_.statements[statements[at + 1]];
    const std::string_view lead = trimmed(text_.lead(statements[at + 1]));
    const bool sum = std::ranges::find(sums, lead) != std::end(sums);
    const bool money = is_money(next) && is_exact_statement(next);
    return sum && money ? std::optional(statements[at + 1]) : std::nullopt;
  }

  /// 按12家每家1万元|测算
  [[nodiscard]] bool is_reckoned(std::size_t index) const {
    static constexpr std::string_view words[] = {"测算", "计算", "核算"};
    return !prefix_of(trimmed(text_.tail(index)), words).empty();
  }

  /// The money that the sentence stated before, as far as the average can be of it.
  [[nodiscard]] Statements totals_before(const Statements& statements, std::size_t at,
                                         const PerHead& words) const {
    Statements totals;
    for (std::size_t before = at; before-- > 0 && totals.size() < most_totals;) {
      const Statement& candidate = text_.statements[statements[before]];
      if (!is_money(candidate) || !states_value(candidate)) continue;
      if (per_head(text_.lead(statements[before]))) continue;
      if (!is_exact_statement(candidate)) return {};
      const bool known = std::ranges::any_of(totals, [&](std::size_t other) {
        return same_value(text_.statements[other].figure, candidate.figure);
      });
      if (!known && speaks_of(words.rest, candidate.name)) totals.push_back(statements[before]);
    }
    return totals;
  }

  /// 运行费24万元（8辆，车均|3万元）: of what the bracket stands behind.
  [[nodiscard]] Statements owner_of_bracket(std::size_t index) const {
    const auto& owner = text_.span_of(index).owner;
    if (!owner) return {};
    const Statement& total = text_.statements[*owner];
    return is_money(total) && states_value(total) && is_exact_statement(total) ? Statements{*owner}
                                                                               : Statements();
  }

  /// 运行费支出20万元。年末有公务用车5辆，平均每辆4万元: the money of the nearest sentence before
  /// that speaks of the same thing as this one.
  [[nodiscard]] Statements totals_of_sentence_before(const Statements& statements, std::size_t at,
                                                     const PerHead& words) const {
    const std::size_t first = statements.front();
    const Statement& each = text_.statements[statements[at]];
    const std::size_t begin = text_.span_of(first).begin;
    const std::string_view sentence =
        text_.passage_text(each.passage).substr(begin, each.begin - begin);
    Statements totals;
    const Span* found_in = nullptr;
    for (std::size_t before = first; before > 0 && first - before < farthest; --before) {
      const Statement& candidate = text_.statements[before - 1];
      const Span& span = text_.span_of(before - 1);
      if (candidate.passage != each.passage || (found_in != nullptr && found_in != &span)) break;
      if (!is_money(candidate) || !states_value(candidate) || !is_exact_statement(candidate) ||
          candidate.figure.value.coefficient == 0 || is_of_one(candidate.name) ||
          per_head(text_.lead(before - 1)) || !is_of_one_matter(sentence, words, candidate.name) ||
          !speaks_of(words.rest, candidate.name)) {
        continue;
      }
      found_in = &span;
      totals.push_back(before - 1);
      if (totals.size() == most_totals) break;
    }
    return totals;
  }

  /// 单车运行成本: the sum of nothing.
  [[nodiscard]] static bool is_of_one(std::string_view name) {
    static constexpr std::string_view words[] = {"单车", "均", "每", "单价", "单位成本", "标准"};
    return contains_any(name, words);
  }

  /// What cars cost is called after them, however the sentence calls the cars.
  [[nodiscard]] static bool is_of_one_matter(std::string_view sentence, const PerHead& words,
                                             std::string_view total) {
    const bool cars = std::ranges::find(words.units, "辆") != words.units.end();
    return cars ? total.find("车") != std::string_view::npos : shares_word(sentence, total);
  }

  /// 接待来访420人 and 国内接待支出: two characters that say what is spoken of.
  [[nodiscard]] static bool shares_word(std::string_view words, std::string_view name) {
    static constexpr std::string_view anywhere[] = {"公务", "支出", "经费", "费用", "决算", "预算",
                                                    "财政", "拨款", "资金", "单位", "部门", "本年",
                                                    "全年", "年度", "运行", "总额", "合计", "开支"};
    return shares_pair(name, words, anywhere);
  }

  /// 平均每辆车|运行维护费 of 全年车辆运行费, not 人均|住宿费 of 培训费.
  [[nodiscard]] static bool speaks_of(std::string_view rest, std::string_view total) {
    const std::string name = name_in(rest);
    static constexpr std::string_view plain[] = {"费用", "成本", "价格", "消费", "花费"};
    if (name.empty() || is_generic(name) || !prefix_of(name, plain).empty()) return true;
    // 每辆车|运行维护费 is of no sum that buying cars is part of.
    constexpr std::string_view bought = "购置";
    if (total.find(bought) != std::string_view::npos && name.find(bought) == std::string::npos) {
      return false;
    }
    static constexpr std::string_view none[] = {{}};
    return shares_pair(name, total, none);
  }

  void write(std::size_t each, std::size_t count, const Statements& totals) {
    std::vector<Row> readings;
    const figure::Figure& figure = text_.statements[each].figure;
    for (const std::size_t total : totals) {
      const Statement& whole = text_.statements[total];
      // 60名，人均500元计|30000元: the sum has no name of its own.
      const std::string& name = total > each ? text_.statements[count].name : whole.name;
      Row row = table_.row(name, figure.place);
      table_.set(row, "name", text_value(name, whole.figure.place));
      table_.set(row, "total", whole.figure);
      table_.set(row, "count", text_.statements[count].figure);
      table_.set(row, "each", figure);
      readings.push_back(std::move(row));
    }
    if (!readings.empty()) table_.add(joined_readings(std::move(readings)));
  }

  const Narrative& text_;
  StatementTable table_;
};

}  // namespace

void write_averages(const Narrative& text, const schema::Schema& schema, Report& report) {
  AverageFinder(text, schema, report).run();
}

}  // namespace tieout::report::narrative
