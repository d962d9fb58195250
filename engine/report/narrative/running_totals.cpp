// Totals of what the sentences before stated one by one, planned or spent, and amounts that are
// carried on.
#include "report/narrative/running_totals.hpp"

#include "report/narrative/characters.hpp"
#include "report/narrative/lists.hpp"
#include "report/narrative/lookup.hpp"
#include "report/narrative/nearness.hpp"
#include "report/narrative/parts.hpp"
#include "report/narrative/rows.hpp"
#include "report/narrative/sum_rows.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

namespace tieout::report::narrative {
namespace {

constexpr std::size_t nearest = 100;     // statements from a total back to its parts ...
constexpr std::size_t farthest = 8;      // ... and passages
constexpr std::size_t most_parts = 30;   // of one total
constexpr std::size_t fewest_parts = 2;  // ... that are not counted
constexpr int least_precise = 100;       // parts hardly add to such a total by chance
constexpr std::string_view carried_on = "累计";

enum class Side { none, planned, spent };

class RunningTotals {
 public:
  RunningTotals(const Narrative& text, const std::vector<Group>& groups,
                const schema::Schema& schema, Report& report)
      : text_(text), table_(schema, report, "decompositions") {
    for (const Group& group : groups) {
      if (!group.closed) continue;
      totals_.insert(group.total);
      parts_.insert(group.parts.begin(), group.parts.end());
    }
  }

  void run() {
    for (std::size_t index = 0; index < text_.statements.size(); ++index) {
      if (is_score(index) && says_score(index) && !totals_.contains(index)) add_scores(index);
      if (is_undone(index)) all_told(index);
      if (!is_free_value(index) || totals_.contains(index)) continue;
      if (text_.lead(index).find(carried_on) != std::string_view::npos) {
        carry_on(index);
      } else if (const auto said = total_said(index)) {
        add_up(index, *said);
      }
    }
  }

 private:
  using Statements = std::vector<std::size_t>;

  [[nodiscard]] bool is_free_value(std::size_t index) const {
    const Statement& found = text_.statements[index];
    return is_value(found) && is_exact_statement(found) && !found.range &&
           text_.span_of(index).depth == 0 && found.figure.is(figure::Dimension::Kind::physical);
  }

  [[nodiscard]] Side side_of(std::size_t index) const {
    static constexpr std::string_view planned[] = {"预算", "计划", "安排", "下达"};
    static constexpr std::string_view spent[] = {"支出", "执行", "支付", "使用", "决算", "拨付"};
    static constexpr std::string_view others[] = {"结余", "结转", "追加", "调增", "调减"};
    const Role role = text_.statements[index].role;
    const std::string_view lead = text_.lead(index);
    if (contains_any(lead, others)) return Side::none;
    if (role == Role::budget) return Side::planned;
    if (role == Role::actual) return Side::spent;
    if (contains_any(lead, spent)) return Side::spent;
    return contains_any(lead, planned) ? Side::planned : Side::none;
  }

  /// 三项|合计, 3个项目…|合计: how many are added up, 0 where it is not said; nothing if it is no
  /// total.
  [[nodiscard]] std::optional<std::size_t> total_said(std::size_t index) const {
    static constexpr std::string_view words[] = {"合计", "共计", "总计"};
    const Statement& found = text_.statements[index];
    const Span& span = text_.span_of(index);
    const std::string_view front =
        shortened(text_.passage_text(found.passage).substr(span.begin, found.begin - span.begin));
    if (contains_any(text_.lead(index), words)) return counted(front);
    static constexpr std::string_view totals[] = {"总预算", "总执行",   "总支出",
                                                  "总投入", "全部支出", "全部预算"};
    const bool first = index == 0 || text_.statements[index - 1].passage != found.passage;
    if (!first && !prefix_of(trimmed(text_.lead(index)), totals).empty()) return 0;
    // 三项合计预算100万元，|支出97万元: both are sums.
    if (index == 0 || !paired_.contains(index - 1) || found.complete ||
        text_.statements[index - 1].clause + 1 < found.clause ||
        side_of(index) == side_of(index - 1)) {
      return std::nullopt;
    }
    return counted(front);
  }

  /// The end of what stands in front of a figure.
  [[nodiscard]] static std::string_view shortened(std::string_view front) {
    constexpr std::size_t longest = 150;  // bytes
    std::size_t begin = front.size() - std::min(front.size(), longest);
    while (begin > 0 && begin < front.size() && (front[begin] & 0xC0) == 0x80) ++begin;
    return front.substr(begin);
  }

  /// 三项, 3个项目: the first number in front of a measure word.
  [[nodiscard]] static std::size_t counted(std::string_view words) {
    static constexpr std::string_view kinds[] = {"项", "个项目", "个", "类"};
    for (std::size_t at = 0; at < words.size(); at += character_at(words, at).bytes) {
      std::size_t value = 0;
      std::size_t end = at;
      for (int digit = digit_value(character_at(words, end).code);
           digit >= 0 && value <= most_parts;
           digit = end < words.size() ? digit_value(character_at(words, end).code) : -1) {
        value = value * 10 + static_cast<std::size_t>(digit);
        end += character_at(words, end).bytes;
      }
      if (end == at) {
        constexpr std::string_view both = "两";
        const auto number = chinese_number(words.substr(at));
        if (words.substr(at).starts_with(both)) {
          value = 2;
          end = at + both.size();
        } else if (number && number->value > 0) {
          value = static_cast<std::size_t>(number->value);
          end = at + number->bytes;
        }
      }
      if (end > at && !prefix_of(words.substr(end), kinds).empty()) return value;
      if (end > at) at = end - character_before(words, end).bytes;
    }
    return 0;
  }

  void add_up(std::size_t total, std::size_t count) {
    const Side side = side_of(total);
    if (side == Side::none) return;
    const Statement& sum = text_.statements[total];
    const Span& own = text_.span_of(total);
    Statements parts;
    RunningSum found;
    const std::size_t last = total - std::min(total, nearest);
    for (std::size_t at = total; at > last && parts.size() < most_parts; --at) {
      const Statement& part = text_.statements[at - 1];
      if (part.passage + farthest < sum.passage) break;
      if (!is_free_value(at - 1) || parts_.contains(at - 1) || side_of(at - 1) != side) continue;
      const bool same_sentence = &text_.span_of(at - 1) == &own;
      if (total_said(at - 1)) {
        if (same_sentence) continue;
        break;
      }
      if (!units_fit(part.figure, sum.figure) || part.figure.base() > sum.figure.base()) break;
      parts.push_back(at - 1);
      found.add(part.figure);
      const bool all = count > 0 ? parts.size() == count : parts.size() >= fewest_parts;
      if (!all) continue;
      if (found.makes(sum.figure) && sum.figure.value.coefficient >= least_precise) {
        return write(total, std::move(parts));
      }
      if (count > 0) {
        if (count >= fewest_parts && is_near_sum(sum.figure, parts)) write(total, std::move(parts));
        return;
      }
    }
  }

  [[nodiscard]] bool is_near_sum(const figure::Figure& total, const Statements& parts) const {
    figure::Rational sum = 0;
    for (const std::size_t part : parts) sum += text_.statements[part].figure.base();
    return is_near(total.base(), sum);
  }

  [[nodiscard]] bool is_score(std::size_t index) const {
    const Statement& found = text_.statements[index];
    return found.role == Role::amount && is_exact_statement(found) && !found.range &&
           found.figure.is_in("分") && text_.span_of(index).depth == 0 &&
           !is_full_mark(text_, index);
  }

  [[nodiscard]] bool says_score(std::size_t index) const {
    static constexpr std::string_view words[] = {"总分",     "自评得分", "综合得分", "评价得分",
                                                 "总得分",   "自评结果", "最终得分", "绩效得分",
                                                 "综合评分", "自评分"};
    return contains_any(text_.lead(index), words);
  }

  /// 自评总分91.6分，等级为良。各部分得分：决策18分（满分20分），管理27.6分（满分30分），绩效46分
  /// （满分50分）: the scores that follow make it; they must where their full marks make a hundred.
  void add_scores(std::size_t total) {
    static constexpr std::string_view conditions[] = {"每", "扣", "以上", "以下", "含", "如"};
    constexpr int all_marks = 100;
    const Statement& sum = text_.statements[total];
    Statements parts;
    RunningSum found;
    figure::Rational marks = 0;
    std::size_t marked = 0;
    const std::size_t end = std::min(text_.statements.size(), total + most_parts);
    for (std::size_t at = total + 1; at < end; ++at) {
      const Statement& part = text_.statements[at];
      if (part.passage != sum.passage) break;
      if (part.figure.unit == nullptr || part.figure.unit->id != sum.figure.unit->id) continue;
      if (contains_any(text_.clause_text(part.clause), conditions)) break;
      if (!is_score(at)) {
        if (text_.span_of(at).depth > 0 && is_exact_statement(part)) {
          marks += part.figure.base();
          ++marked;
        }
        continue;
      }
      if (parts_.contains(at) || part.figure.base() >= sum.figure.base()) return;
      parts.push_back(at);
      found.add(part.figure);
      if (parts.size() >= fewest_parts && found.makes(sum.figure)) {
        return write(total, std::move(parts));
      }
    }
    const bool all = parts.size() >= fewest_parts && marked == parts.size() &&
                     marks == figure::Rational(all_marks);
    if (all && is_near_sum(sum.figure, parts)) write(total, std::move(parts));
  }

  [[nodiscard]] bool is_undone(std::size_t index) const {
    static constexpr std::string_view words[] = {"未完成", "未达标", "未通过", "未实现", "不合格"};
    const Statement& found = text_.statements[index];
    return index > 1 && is_value(found) && is_exact_statement(found) && !parts_.contains(index) &&
           contains_any(text_.lead(index), words);
  }

  /// 指标18个，…。实际完成17个，未完成1个: together what was there.
  void all_told(std::size_t undone) {
    constexpr std::size_t nearest_whole = 12;
    const Statement& rest = text_.statements[undone];
    const Statement& done = text_.statements[undone - 1];
    if (done.passage != rest.passage || !is_value(done) || !is_exact_statement(done) ||
        parts_.contains(undone - 1) || !units_fit(done.figure, rest.figure)) {
      return;
    }
    const Statements parts = {undone - 1, undone};
    const std::size_t last = undone - 1 - std::min(undone - 1, nearest_whole);
    for (std::size_t at = undone - 1; at > last; --at) {
      const Statement& whole = text_.statements[at - 1];
      if (whole.passage != rest.passage) return;
      if (!is_value(whole) || !is_exact_statement(whole) || !units_fit(whole.figure, rest.figure) ||
          !adds_up(text_, at - 1, parts)) {
        continue;
      }
      return write(at - 1, parts);
    }
  }

  /// 第二季度支付30万元，累计支付80万元: the amount before and the one carried on before that.
  void carry_on(std::size_t total) {
    static constexpr std::string_view periods[] = {"第", "季度", "月", "批", "期", "年"};
    const Statement& sum = text_.statements[total];
    Statements parts;
    bool sure = false;
    const std::size_t last = total - std::min(total, std::size_t{6});
    for (std::size_t at = total; at > last && parts.size() < fewest_parts; --at) {
      const Statement& part = text_.statements[at - 1];
      if (part.passage != sum.passage) break;
      if (!is_free_value(at - 1) || !units_fit(part.figure, sum.figure)) continue;
      const bool carries = text_.lead(at - 1).find(carried_on) != std::string_view::npos;
      if (parts.empty() && (carries || !contains_any(text_.lead(at - 1), periods))) return;
      sure = sure || carries;
      parts.insert(parts.begin(), at - 1);
    }
    if (parts.size() < fewest_parts) return;
    if (adds_up(text_, total, parts) || (sure && is_near_sum(sum.figure, parts))) {
      write(total, std::move(parts));
    }
  }

  void write(std::size_t total, Statements parts) {
    std::ranges::sort(parts);
    paired_.insert(total);
    add_closed_sum(text_, total, parts, table_);
  }

  const Narrative& text_;
  StatementTable table_;
  std::set<std::size_t> totals_;  ///< of closed groups
  std::set<std::size_t> parts_;   ///< of closed groups
  std::set<std::size_t> paired_;  ///< totals that were written
};

}  // namespace

void write_running_totals(const Narrative& text, const std::vector<Group>& groups,
                          const schema::Schema& schema, Report& report) {
  RunningTotals(text, groups, schema, report).run();
}

}  // namespace tieout::report::narrative
