// Sums whose total or parts stand in another sentence, and payments by instalments.
#include "report/narrative/far_totals.hpp"

#include "report/narrative/characters.hpp"
#include "report/narrative/lists.hpp"
#include "report/narrative/lookup.hpp"
#include "report/narrative/parts.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

namespace tieout::report::narrative {
namespace {

constexpr std::size_t farthest = 8;     // passages from the parts back to their total
constexpr std::size_t nearest = 100;    // ... and statements
constexpr std::size_t most_parts = 20;  // of one total
constexpr std::size_t fewest_parts = 2;
constexpr int least_precise = 1000;  // two parts hardly add to such a total by chance
constexpr int least_whole = 100;     // ... nor to such a one where nothing is left over

class FarTotals {
 public:
  FarTotals(const Narrative& text, std::vector<Group>& groups) : text_(text), groups_(groups) {
    for (const Group& group : groups) {
      totals_.insert(group.total);
      parts_.insert(group.parts.begin(), group.parts.end());
    }
  }

  void run() {
    for (std::size_t passage = 0; passage < text_.sentences.size(); ++passage) {
      for (const std::size_t sentence : text_.sentences[passage]) {
        const Span& span = text_.spans[sentence];
        if (!span.clauses.empty() && !instalments(span)) sentence_of_parts(span);
      }
      passage_of_parts(passage);
    }
    for (std::size_t at = 0; at < text_.statements.size(); ++at) {
      if (sums_up(at)) total_behind(at);
    }
  }

 private:
  using Statements = std::vector<std::size_t>;

  [[nodiscard]] bool is_free_value(std::size_t index) const {
    const Statement& found = text_.statements[index];
    return is_value(found) && is_exact_statement(found) && !found.divides && !found.range;
  }

  [[nodiscard]] bool is_money(std::size_t index) const {
    const figure::Unit* const unit = text_.statements[index].figure.unit;
    return unit != nullptr && unit->dimension.kind() == figure::Dimension::Kind::physical;
  }

  /// 1 of 第一批任务; 0 where no such word stands before the figure.
  [[nodiscard]] int instalment(std::size_t index) const {
    static constexpr std::string_view kinds[] = {"批", "期", "笔", "次", "季度", "阶段"};
    static constexpr std::string_view numbers[] = {"一", "二", "三", "四", "五",
                                                   "六", "七", "八", "九"};
    constexpr std::string_view ordinal = "第";
    const std::string_view lead = text_.lead(index);
    const std::size_t at = lead.rfind(ordinal);
    if (at == std::string_view::npos) return 0;
    const std::string_view behind = lead.substr(at + ordinal.size());
    for (std::size_t number = 0; number < std::size(numbers); ++number) {
      if (!behind.starts_with(numbers[number])) continue;
      const std::string_view rest = behind.substr(numbers[number].size());
      return prefix_of(rest, kinds).empty() ? 0 : static_cast<int>(number) + 1;
    }
    return 0;
  }

  /// 分两批下达1444万元，第一批844万元，第二批600万元
  bool instalments(const Span& span) {
    Group group;
    std::optional<std::size_t> total;
    for (const std::size_t index : text_.statements_of(span)) {
      if (!is_free_value(index)) continue;
      const int number = instalment(index);
      if (number == 0) {
        if (group.parts.empty()) total = index;
        continue;
      }
      if (parts_.contains(index)) return true;
      if (number != static_cast<int>(group.parts.size()) + 1) return false;
      group.parts.push_back(index);
    }
    if (group.parts.size() < fewest_parts || !alike(group.parts)) return false;
    const bool counted = total && says_count(span, *total, group.parts.size());
    if (total &&
        units_fit(text_.statements[*total].figure, text_.statements[group.parts.front()].figure) &&
        (counted || adds_up(text_, *total, group.parts))) {
      group.total = *total;
      group.complete = group.certain = counted;
    } else if (const auto before = total_before(span.passage, group.parts)) {
      group.total = *before;
    } else {
      return false;
    }
    add(std::move(group));
    return true;
  }

  /// 分两批: as many as are listed.
  [[nodiscard]] bool says_count(const Span& span, std::size_t total, std::size_t count) const {
    static constexpr std::string_view kinds[] = {"批", "期", "笔", "次"};
    constexpr std::string_view word = "分";
    const std::string_view words =
        text_.passage_text(span.passage)
            .substr(span.begin, text_.statements[total].begin - span.begin);
    for (std::size_t at = words.find(word); at != std::string_view::npos;
         at = words.find(word, at + word.size())) {
      const std::string_view behind = words.substr(at + word.size());
      const auto number = chinese_number(behind);
      if (number && static_cast<std::size_t>(number->value) == count &&
          !prefix_of(behind.substr(number->bytes), kinds).empty()) {
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] bool alike(const Statements& parts) const {
    for (const std::size_t part : parts) {
      if (!units_fit(text_.statements[part].figure, text_.statements[parts.front()].figure)) {
        return false;
      }
    }
    return true;
  }

  /// 2022年下达57.5万元（…），2023年下达188.7万元, where 共下达246.2万元 was said before.
  void sentence_of_parts(const Span& span) {
    Group group;
    group.exact = false;
    group.by_sum = true;
    for (const std::size_t index : text_.statements_of(span)) {
      if (!is_money(index)) continue;
      if (!is_free_value(index) || parts_.contains(index) || group.parts.size() == most_parts) {
        return;
      }
      group.parts.push_back(index);
    }
    if (group.parts.size() < fewest_parts) return;
    const auto total = total_before(span.passage, group.parts);
    if (!total) return;
    group.total = *total;
    add(std::move(group));
  }

  /// The nearest amount before a passage, or in an earlier sentence of it, that parts add to.
  [[nodiscard]] std::optional<std::size_t> total_before(std::size_t passage,
                                                        const Statements& parts) const {
    const std::size_t last = parts.front() - std::min(parts.front(), nearest);
    for (std::size_t at = parts.front(); at > last; --at) {
      const Statement& candidate = text_.statements[at - 1];
      if (candidate.passage + farthest < passage) break;
      const int least = parts.size() > fewest_parts ? least_whole : least_precise;
      if (!is_free_value(at - 1) || !is_precise(candidate, least)) continue;
      if (units_fit(candidate.figure, text_.statements[parts.front()].figure) &&
          adds_up(text_, at - 1, parts)) {
        return at - 1;
      }
    }
    return std::nullopt;
  }

  /// 下达1300万元。该笔资金用于甲项目（723万元）和乙项目（577万元）。: all the money that a passage
  /// goes on to state.
  void passage_of_parts(std::size_t passage) {
    Group group;
    group.exact = false;
    group.by_sum = true;
    std::optional<std::size_t> total;
    for (const std::size_t sentence : text_.sentences[passage]) {
      const Span& span = text_.spans[sentence];
      for (const std::size_t each : all_statements(span)) {
        if (!is_money(each)) continue;
        if (!is_free_value(each)) return;
        if (!total) {
          total = each;
          continue;
        }
        if (parts_.contains(each)) return;
        if (same_value(text_.statements[each].figure, text_.statements[*total].figure)) continue;
        if (group.parts.size() == most_parts) return;
        group.parts.push_back(each);
      }
    }
    if (!total || totals_.contains(*total) || group.parts.size() < fewest_parts ||
        !is_precise(text_.statements[*total], least_whole) ||
        !adds_up(text_, *total, group.parts)) {
      return;
    }
    group.total = *total;
    add(std::move(group));
  }

  /// 甲30万元，…。乙20万元，…。|合计50万元: a sentence that begins with the sum of what was said.
  [[nodiscard]] bool sums_up(std::size_t index) const {
    static constexpr std::string_view words[] = {"合计", "共计", "总计", "以上", "上述", "累计"};
    const Statement& found = text_.statements[index];
    if (!found.complete || !is_money(index) || !is_free_value(index) || totals_.contains(index)) {
      return false;
    }
    const Span& span = text_.span_of(index);
    const std::string_view front =
        trimmed(text_.passage_text(found.passage).substr(span.begin, found.begin - span.begin));
    return span.depth == 0 && !prefix_of(front, words).empty() &&
           text_.statements_of(span).front() == index;
  }

  /// Parts are the nearest amounts before, those of brackets and lists left out, that add to it.
  void total_behind(std::size_t total) {
    const Statement& sum = text_.statements[total];
    const bool precise = is_precise(sum, least_whole);
    std::optional<std::size_t> sentence;  // the nearest with parts
    Group group;
    group.total = total;
    group.exact = false;
    group.by_sum = true;
    RunningSum found;
    const std::size_t last = total - std::min(total, nearest);
    for (std::size_t at = total; at > last && group.parts.size() < most_parts; --at) {
      const Statement& part = text_.statements[at - 1];
      if (part.passage + farthest < sum.passage || part.complete) return;
      if (!is_money(at - 1) || text_.span_of(at - 1).depth > 0 || parts_.contains(at - 1) ||
          !is_value(part)) {
        continue;
      }
      if (!is_free_value(at - 1) || !units_fit(part.figure, sum.figure)) return;
      const std::size_t span = text_.clauses[part.clause].span;
      if (!precise && sentence.value_or(span) != span) return;
      sentence = span;
      group.parts.push_back(at - 1);
      found.add(part.figure);
      if (group.parts.size() < fewest_parts || !found.makes(sum.figure)) continue;
      std::ranges::reverse(group.parts);
      return add(std::move(group));
    }
  }

  /// Those of brackets too.
  [[nodiscard]] Statements all_statements(const Span& span) const {
    Statements found;
    if (span.clauses.empty()) return found;
    const auto place_of = [](const Statement& each) { return std::pair(each.passage, each.begin); };
    const auto begin = std::ranges::lower_bound(text_.statements,
                                                std::pair(span.passage, span.begin), {}, place_of);
    const auto end = std::ranges::lower_bound(begin, text_.statements.end(),
                                              std::pair(span.passage, span.end), {}, place_of);
    for (auto at = begin; at != end; ++at) {
      found.push_back(static_cast<std::size_t>(at - text_.statements.begin()));
    }
    return found;
  }

  [[nodiscard]] static bool is_precise(const Statement& total, int least) {
    return total.figure.value.coefficient >= least;
  }

  void add(Group group) {
    group.form = Group::Form::listed;
    totals_.insert(group.total);
    parts_.insert(group.parts.begin(), group.parts.end());
    groups_.push_back(std::move(group));
  }

  const Narrative& text_;
  std::vector<Group>& groups_;
  std::set<std::size_t> totals_;
  std::set<std::size_t> parts_;
};

}  // namespace

void find_far_totals(const Narrative& text, std::vector<Group>& groups) {
  FarTotals(text, groups).run();
}

}  // namespace tieout::report::narrative
