// Decides which groups are closed: their parts must add to their total.
#include "report/narrative/apart.hpp"
#include "report/narrative/characters.hpp"
#include "report/narrative/completeness.hpp"
#include "report/narrative/divisions.hpp"
#include "report/narrative/list_shape.hpp"
#include "report/narrative/lookup.hpp"
#include "report/narrative/parts.hpp"
#include "report/narrative/rows.hpp"
#include "report/narrative/share_families.hpp"
#include "report/narrative/shares.hpp"
#include "schema/schema.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <ranges>
#include <string>
#include <utility>
#include <vector>

namespace tieout::report::narrative {
namespace {

constexpr std::size_t shortest_list = 2;
constexpr std::size_t farthest_total = 20;    // statements before another total of a list
constexpr std::size_t longest_sentence = 40;  // statements before a total that may be its parts

class Closer {
 public:
  Closer(const Narrative& text, const schema::Schema& schema, const std::vector<Share>& shares,
         std::vector<Group>& groups)
      : text_(text),
        schema_(schema),
        divisions_(schema, text.entity),
        shares_(shares),
        groups_(groups) {}

  void run() {
    // Inner groups first: what they leave over belongs to the outer one.
    for (std::size_t index = groups_.size(); index > 0; --index) close(index - 1);
    add_share_families(text_, shares_, groups_);
    for (Group& group : groups_) {
      group.apart = stand_apart(text_, group);
      keep_front(group);
    }
    std::erase_if(groups_, [this](const Group& group) { return !is_kept(group); });
    std::stable_sort(groups_.begin(), groups_.end(),
                     [](const Group& a, const Group& b) { return a.total < b.total; });
  }

 private:
  void close(std::size_t index) {
    Group& group = groups_[index];
    if (group.parts.empty()) return;
    std::sort(group.parts.begin(), group.parts.end());
    if (by_kinds(group)) return;
    if (choose_total(group) || goes_on(group) || by_front(index) || by_nesting(index)) return;
    if (by_parent(group)) return;
    if (group.form == Group::Form::last && (back_adds_up(group) || by_unit(group))) return;
    if (by_bracket(group) || by_near_bracket(group)) return;
    if (!by_division(index)) settle(group);
  }

  /// The schema says which kinds divide the whole; what follows them is something else.
  bool by_kinds(Group& group) const {
    for (const schema::Table& table : schema_.tables) {
      if (!table.partition) continue;
      std::vector<std::string_view> kinds;
      for (const std::size_t part : group.parts) {
        const auto kind = table.canonical_keys.find(schema::folded(text_.statements[part].name));
        if (kind == table.canonical_keys.end()) break;
        if (std::find(kinds.begin(), kinds.end(), kind->second) != kinds.end()) break;
        kinds.push_back(kind->second);
      }
      // 事业编制41个（参公3人，工勤1人）: of one kind no other kinds are the whole.
      static constexpr std::string_view posts[] = {"编制", "编制数", "人员"};
      static constexpr std::string_view granted[] = {"核定", "批准"};
      const std::string_view total = without_prefixes(text_.statements[group.total].name, granted);
      const auto is_kind = [&table](std::string_view name) {
        return table.canonical_keys.contains(schema::folded(name));
      };
      if (is_kind(total) || is_kind(without_suffixes(total, posts))) continue;
      if (kinds.size() < shortest_list) continue;
      // 实有35人，其中行政25人、事业5人、退休5人: unless it is one of them; it holds no post.
      static constexpr std::string_view of_posts[] = {"编制", "核定"};
      const bool posts_alone = contains_any(text_.statements[group.total].name, of_posts);
      if (posts_alone || !adds_up_now(group)) group.parts.resize(kinds.size());
      group.closed = true;
      return true;
    }
    return false;
  }

  /// 决算90万元（基本支出60万元，项目支出30万元）: whatever the total is called, that is all of it.
  bool by_bracket(Group& group) const {
    if (group.form != Group::Form::bracket || !group.exact || !group.tidy ||
        group.parts.size() < shortest_list || !divisions_.divide_something(names_of(group.parts))) {
      return false;
    }
    group.closed = true;
    return true;
  }

  /// 投入资金90万元（甲项目60万元，乙项目31万元）: money whose bracket names nearly all of it.
  bool by_near_bracket(Group& group) const {
    constexpr int one_in_five = 5;
    const auto year = text_.statements[group.parts.front()].year;
    const auto plain = [&](std::size_t part) {
      const Statement& statement = text_.statements[part];
      return statement.named && statement.role == Role::amount && statement.year == year &&
             statement.figure.is(figure::Dimension::Kind::physical);
    };
    if (group.form != Group::Form::bracket || !group.exact || !group.tidy ||
        group.parts.size() < shortest_list || !std::ranges::all_of(group.parts, plain) ||
        !holds_parts(group.total, group) || !nearly(text_, group, one_in_five)) {
      return false;
    }
    group.closed = true;
    return true;
  }

  bool adds_up_now(const Group& group) const {
    return group.parts.size() >= shortest_list && adds_up(text_, group.total, group.parts);
  }

  /// The parts add to the total, or to another that they may belong to.
  bool choose_total(Group& group) const {
    if (group.closed = adds_up_now(group); group.closed) return true;
    for (const std::size_t other : group.other_totals) {
      if (group.parts.size() < shortest_list || !adds_up(text_, other, group.parts)) continue;
      group.total = other;
      group.closed = true;
      return true;
    }
    // 收入90万元，上年结转5万元，其中拨款80万元: of the nearest that is large enough.
    if (!holds_parts(group.total, group)) {
      const auto larger = std::ranges::find_if(
          group.other_totals, [&](std::size_t other) { return holds_parts(other, group); });
      if (larger != group.other_totals.end()) std::swap(group.total, *larger);
    }
    return false;
  }

  /// No part is more than the total.
  [[nodiscard]] bool holds_parts(std::size_t total, const Group& group) const {
    const figure::Rational whole = text_.statements[total].figure.base();
    return std::ranges::all_of(group.parts, [&](std::size_t part) {
      return text_.statements[part].figure.base() <= whole;
    });
  }

  /// A larger value in front of the total, in its sentence, of which the list may be just as well.
  [[nodiscard]] bool larger_stands_before(const Group& group) const {
    const Statement& total = text_.statements[group.total];
    const std::size_t span = text_.clauses[total.clause].span;
    const std::size_t last = group.total - std::min(group.total, farthest_total);
    for (std::size_t before = group.total; before > last; --before) {
      const Statement& candidate = text_.statements[before - 1];
      if (text_.clauses[candidate.clause].span == span && is_value(candidate) &&
          is_exact_statement(candidate) && units_fit(candidate.figure, total.figure) &&
          holds_parts(before - 1, group)) {
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] RunningSum sum_of(const std::vector<std::size_t>& parts) const {
    RunningSum sum;
    for (const std::size_t part : parts) sum.add(text_.statements[part].figure);
    return sum;
  }

  /// The parts add up with those that the next sentences state.
  bool goes_on(Group& group) const {
    std::vector<std::size_t> totals = {group.total};
    totals.insert(totals.end(), group.other_totals.begin(), group.other_totals.end());
    std::vector<std::size_t> parts = group.parts;
    RunningSum sum = sum_of(parts);
    for (const std::size_t part : group.further) {
      parts.push_back(part);
      sum.add(text_.statements[part].figure);
      const auto total = std::ranges::find_if(
          totals, [&](std::size_t each) { return sum.makes(text_.statements[each].figure); });
      if (total == totals.end()) continue;
      group.total = *total;
      group.parts = std::move(parts);
      group.closed = true;
      return true;
    }
    return false;
  }

  /// 甲60万元，其中：乙40万元，增长5%；丙20万元: a semicolon did not end the inner list.
  bool by_parent(Group& group) {
    if (!group.parent) return false;
    std::vector<std::size_t>& outer = groups_[*group.parent].parts;
    std::ranges::sort(outer);
    const auto next = std::ranges::upper_bound(outer, group.parts.back());
    std::vector<std::size_t> parts = group.parts;
    RunningSum sum = sum_of(parts);
    for (auto part = next; part != outer.end(); ++part) {
      parts.push_back(*part);
      sum.add(text_.statements[*part].figure);
      if (!sum.makes(text_.statements[group.total].figure)) continue;
      outer.erase(next, part + 1);
      group.parts = std::move(parts);
      group.closed = true;
      return true;
    }
    return false;
  }

  /// How many of the parts, the first of them and not all, add to the group's total: the most that
  /// do; 0 if none.
  template <typename Parts>
  [[nodiscard]] std::size_t longest_run(const Group& group, const Parts& parts) const {
    const figure::Figure& total = text_.statements[group.total].figure;
    RunningSum sum;
    std::size_t count = 0;
    std::size_t longest = 0;
    for (const std::size_t part : parts) {
      sum.add(text_.statements[part].figure);
      if (++count == group.parts.size()) break;
      if (count >= shortest_list && sum.makes(total)) longest = count;
    }
    return longest;
  }

  /// 100万元，包括甲60万元、乙40万元、丙20万元: what stands behind the first ones that add up is of
  /// the list too, unless it is a kind that goes beside any total: 退休28人, 上年结转5万元.
  [[nodiscard]] bool is_one_list(const Group& group, std::size_t front) const {
    static constexpr std::string_view beside[] = {"结转", "结余", "上年", "年初", "退休", "离休",
                                                  "遗属", "临聘", "临时", "编外", "派遣", "聘用"};
    const auto rest = group.parts.begin() + static_cast<std::ptrdiff_t>(front);
    return group.tidy && enumerated(text_, group) &&
           std::none_of(rest, group.parts.end(), [this](std::size_t part) {
             return contains_any(text_.statements[part].name, beside);
           });
  }

  /// 职工62人，其中甲40人，乙22人，退休28人: the first ones add up, the rest is something else.
  bool by_front(std::size_t index) {
    Group& group = groups_[index];
    if (group.form == Group::Form::last || names_whole(text_, group)) return false;
    const std::size_t count = longest_run(group, group.parts);
    if (count == 0 || is_one_list(group, count)) return false;
    const auto end = group.parts.begin() + static_cast<std::ptrdiff_t>(count);
    if (group.parent) {
      std::vector<std::size_t>& outer = groups_[*group.parent].parts;
      outer.insert(outer.end(), end, group.parts.end());
    }
    group.parts.erase(end, group.parts.end());
    group.closed = true;
    return true;
  }

  /// 基本支出359.39，人员355.81，公用3.58，项目643.91: some parts are parts of the one before.
  bool by_nesting(std::size_t index) {
    std::vector<Group> inner;
    Group outer = groups_[index];
    outer.parts.clear();
    const std::vector<std::size_t>& parts = groups_[index].parts;
    for (std::size_t at = 0; at < parts.size();) {
      outer.parts.push_back(parts[at]);
      const std::size_t end = inner_end(parts, at);
      if (end > at + 1) {
        Group nested;
        nested.form = Group::Form::listed;
        nested.total = parts[at];
        nested.parts.assign(parts.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                            parts.begin() + static_cast<std::ptrdiff_t>(end));
        nested.closed = true;
        inner.push_back(std::move(nested));
      }
      at = std::max(end, at + 1);
    }
    if (inner.empty() || !adds_up_now(outer)) return false;
    outer.closed = true;
    groups_[index] = std::move(outer);
    groups_.insert(groups_.end(), inner.begin(), inner.end());
    return true;
  }

  /// The end of the parts that follow `at` and add to it; `at` if there are none.
  [[nodiscard]] std::size_t inner_end(const std::vector<std::size_t>& parts, std::size_t at) const {
    const figure::Figure& whole = text_.statements[parts[at]].figure;
    if (whole.base() == 0) return at;
    RunningSum run;
    figure::Rational sum = 0;
    for (std::size_t end = at + 1; end < parts.size(); ++end) {
      run.add(text_.statements[parts[end]].figure);
      sum += text_.statements[parts[end]].figure.base();
      if (end - at >= shortest_list && run.makes(whole)) return end + 1;
      if (sum > whole.base() * 2) break;
    }
    return at;
  }

  /// The total stands last: it is of as many figures before it as add to it.
  bool back_adds_up(Group& group) const {
    const std::size_t count = longest_run(group, std::views::reverse(group.parts));
    if (count == 0) return false;
    group.parts.erase(group.parts.begin(), group.parts.end() - static_cast<std::ptrdiff_t>(count));
    group.closed = true;
    return true;
  }

  /// 执行率97%，扣0.28分；目标120场，完成105场，扣1.5分；合计扣1.78分: whatever stands between, all
  /// that the sentence counts in the total's unit.
  bool by_unit(Group& group) const {
    const Statement& total = text_.statements[group.total];
    std::vector<std::size_t> parts;
    const std::size_t first = group.total - std::min(group.total, longest_sentence);
    for (std::size_t at = first; at < group.total; ++at) {
      const Statement& part = text_.statements[at];
      if (text_.clauses[part.clause].span != text_.clauses[total.clause].span) continue;
      if (part.figure.unit != total.figure.unit || !states_value(part)) continue;
      if (!is_exact_statement(part)) return false;
      parts.push_back(at);
    }
    if (parts.size() <= group.parts.size() || !adds_up(text_, group.total, parts)) return false;
    group.parts = std::move(parts);
    group.closed = true;
    return true;
  }

  /// 中央资金40万元，省级资金20万元，共支出59万元，结转1万元: what was spent and what is left of
  /// them.
  [[nodiscard]] bool is_told_with_rest(const Group& group) const {
    const Span& span = text_.span_of(group.total);
    const std::size_t rest = group.total + 1;
    if (group.form != Group::Form::last || rest >= text_.statements.size() ||
        &text_.span_of(rest) != &span || !is_exact_statement(text_.statements[rest])) {
      return false;
    }
    RunningSum sum = sum_of(group.parts);
    const figure::Figure& left = text_.statements[rest].figure;
    if (!comparable(left, text_.statements[group.total].figure)) return false;
    sum.add(negated(left));
    return sum.makes(text_.statements[group.total].figure);
  }

  /// Nothing adds up. The text may say that it should; then the list must be read for certain.
  void settle(Group& group) const {
    group.closed = group.exact && group.parts.size() >= shortest_list && claims_all(text_, group) &&
                   !is_told_with_rest(group);
    group.doubtful = group.closed && !is_certain(text_, group);
  }

  /// The schema says what the total divides into, and all of it is there.
  bool by_division(std::size_t index) {
    Group group = groups_[index];
    if (!group.exact) return false;
    group.parts.insert(group.parts.end(), group.further.begin(), group.further.end());
    const std::vector<std::string> names = names_of(group.parts);
    std::vector<std::size_t> totals = {group.total};
    totals.insert(totals.end(), group.other_totals.begin(), group.other_totals.end());
    std::erase_if(totals, [this](std::size_t total) {
      return !divisions_.divides(text_.statements[total].name);
    });
    const auto planned = [this](std::size_t statement) {
      return text_.statements[statement].role == Role::budget;
    };
    // 预算38万元，支出33万元，其中：接待3万元…: what is not said to be planned was spent.
    if (!std::ranges::all_of(totals, planned)) std::erase_if(totals, planned);
    if (totals.size() != 1) return false;
    const Statement& total = text_.statements[totals.front()];
    const std::vector<std::size_t> kinds = divisions_.complete(total.name, names);
    if (kinds.size() < shortest_list) return false;
    std::vector<Group> inner;
    std::vector<std::size_t> parts;
    for (std::size_t at = 0; at < kinds.size(); ++at) {
      const Statement& part = text_.statements[group.parts[kinds[at]]];
      if (!part.named || (part.year && total.year && part.year != total.year)) return false;
      parts.push_back(group.parts[kinds[at]]);
      const std::size_t end = at + 1 < kinds.size() ? kinds[at + 1] : kinds[at] + 1;
      if (auto nested = nested_division(group.parts, kinds[at], end)) inner.push_back(*nested);
    }
    group.total = totals.front();
    group.parts = std::move(parts);
    group.closed = true;
    groups_[index] = std::move(group);
    groups_.insert(groups_.end(), inner.begin(), inner.end());
    return true;
  }

  [[nodiscard]] std::vector<std::string> names_of(const std::vector<std::size_t>& parts) const {
    std::vector<std::string> names;
    names.reserve(parts.size());
    for (const std::size_t part : parts) names.push_back(text_.statements[part].name);
    return names;
  }

  /// 基本支出359万元，人员经费355万元、公用经费4万元；项目支出…: the parts behind a part divide it.
  [[nodiscard]] std::optional<Group> nested_division(const std::vector<std::size_t>& parts,
                                                     std::size_t at, std::size_t end) const {
    Group nested;
    nested.form = Group::Form::listed;
    nested.total = parts[at];
    nested.parts.assign(parts.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                        parts.begin() + static_cast<std::ptrdiff_t>(end));
    const std::vector<std::string> names = names_of(nested.parts);
    nested.closed =
        nested.parts.size() >= shortest_list &&
        divisions_.complete(text_.statements[nested.total].name, names).size() == names.size();
    return nested.closed ? std::optional(std::move(nested)) : std::nullopt;
  }

  /// 总投资90万元，其中：甲60万元，受益村组53个: what is counted otherwise ends the list.
  void keep_front(Group& group) const {
    const figure::Unit* const unit = text_.statements[group.total].figure.unit;
    const bool bare = unit == nullptr || unit->id.empty();
    if (group.closed || group.tidy || group.front == 0 || bare) return;
    // A list that was split since has fewer parts than it began with.
    group.parts.resize(std::min(group.front, group.parts.size()));
    group.tidy = true;
  }

  [[nodiscard]] bool is_kept(const Group& group) const {
    if (group.closed) return true;
    // An open list says only that no part exceeds the total; a bracket may list anything.
    const bool among = group.form == Group::Form::among || group.said || group.apart;
    if (group.parts.empty() || !among || !group.tidy) return false;
    // 抚恤金12万元。其中：甲60万元: a list of another sentence that is more than that is of
    // something before it.
    const auto span = [this](std::size_t at) {
      return text_.clauses[text_.statements[at].clause].span;
    };
    if (span(group.total) != span(group.parts.front()) && !holds_parts(group.total, group) &&
        text_.spans[span(group.parts.front())].depth == 0) {
      return false;
    }
    if (!holds_parts(group.total, group) && larger_stands_before(group)) return false;
    const figure::Figure& total = text_.statements[group.total].figure;
    return std::all_of(group.parts.begin(), group.parts.end(), [&](std::size_t part) {
      const figure::Figure& figure = text_.statements[part].figure;
      return figure.unit == total.unit || figure.base() <= total.base();
    });
  }

  const Narrative& text_;
  const schema::Schema& schema_;
  const Divisions divisions_;
  const std::vector<Share>& shares_;
  std::vector<Group>& groups_;
};

}  // namespace

void close_groups(const Narrative& text, const schema::Schema& schema,
                  const std::vector<Share>& shares, std::vector<Group>& groups) {
  Closer(text, schema, shares, groups).run();
}

}  // namespace tieout::report::narrative
