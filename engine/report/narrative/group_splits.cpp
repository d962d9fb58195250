// Lists of parts that are two lists: of two roles, or of two units.
#include "report/narrative/group_splits.hpp"

#include "report/narrative/characters.hpp"
#include "report/narrative/lookup.hpp"
#include "report/narrative/parts.hpp"
#include "report/narrative/score_pairs.hpp"

#include <algorithm>
#include <cstddef>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

namespace tieout::report::narrative {
namespace {

constexpr std::size_t farthest_companion = 4;  // statements beside a total, or around its parts

class GroupSplitter {
 public:
  GroupSplitter(const Narrative& text, std::vector<Group>& groups) : text_(text), groups_(groups) {}

  void run() {
    const std::size_t count = groups_.size();
    for (std::size_t index = 0; index < count; ++index) {
      if (!groups_[index].certain) split_by_role(index);
      split_by_unit(index);
      split_by_score(index);
    }
    for (const Group& group : groups_) totals_.insert(group.total);
    for (std::size_t index = 0; index < count; ++index) add_companions(index);
  }

 private:
  /// Leaves a list only those parts that are wanted.
  static void leave(Group& group, const auto& is_wanted) {
    for (std::size_t* const leading : {&group.front, &group.first_run}) {
      const auto count = static_cast<std::ptrdiff_t>(std::min(*leading, group.parts.size()));
      const auto begin = group.parts.begin();
      *leading = static_cast<std::size_t>(std::count_if(begin, begin + count, is_wanted));
    }
    std::erase_if(group.parts, [&](std::size_t part) { return !is_wanted(part); });
  }

  /// 其中：甲支出2万元，年初预算3万元；乙…: parts of what was spent and parts of what was planned.
  void split_by_role(std::size_t index) {
    Group& group = groups_[index];
    // 资金800万元（预算740万元，年底追加60万元）: what adds up is one list, whatever it is called.
    if (group.parts.size() > 1 && adds_up(text_, group.total, group.parts)) return;
    const bool of_budget = text_.statements[group.total].role == Role::budget;
    // 全年预算95万元，其中年初预算69万元、年中追加26万元: what was added is of the budget too.
    static constexpr std::string_view added[] = {"追加", "调增"};
    const auto planned = [&](std::size_t at) {
      return text_.statements[at].role == Role::budget ||
             (of_budget && contains_any(text_.statements[at].name, added));
    };
    Group other = group;
    leave(group, [&](std::size_t part) { return planned(part) == of_budget; });
    if (group.parts.empty() || group.parts.size() == other.parts.size()) {
      group.parts = std::move(other.parts);  // one role, whatever the total's
      group.front = other.front;
      return;
    }
    leave(other, [&](std::size_t part) { return planned(part) != of_budget; });
    const auto total = std::find_if(other.other_totals.begin(), other.other_totals.end(),
                                    [&](std::size_t at) { return planned(at) != of_budget; });
    const std::size_t nearest = group.total;
    if (total != other.other_totals.end()) {
      other.total = *total;
    } else if (nearest > 0 && stands_beside(nearest - 1, nearest) &&
               planned(nearest - 1) != of_budget) {
      other.total = nearest - 1;
    } else {
      return;
    }
    other.other_totals.clear();
    other.further.clear();
    groups_.push_back(std::move(other));
  }

  /// 接待20批次、150人次，其中：外事2批次、6人次，其他18批次、144人次: parts of each of the two.
  void split_by_unit(std::size_t index) {
    const auto unit = [this](std::size_t at) { return text_.statements[at].figure.unit; };
    Group other = groups_[index];
    if (other.form == Group::Form::last || other.total == 0) return;
    const std::size_t before = other.total - 1;
    const bool pair =
        is_value(text_.statements[before]) && unit(before) != unit(other.total) &&
        is_exact_statement(text_.statements[before]) &&
        comparable(text_.statements[before].figure, text_.statements[other.total].figure) &&
        text_.clauses[text_.statements[before].clause].span ==
            text_.clauses[text_.statements[other.total].clause].span;
    if (!pair) return;
    leave(other, [&](std::size_t part) { return unit(part) == unit(before); });
    const std::size_t own = groups_[index].parts.size() - other.parts.size();
    if (other.parts.size() < 2 || own != other.parts.size()) return;
    leave(groups_[index], [&](std::size_t part) { return unit(part) != unit(before); });
    groups_[index].tidy = other.tidy = true;
    other.total = before;
    other.other_totals.clear();
    other.further.clear();
    groups_.push_back(std::move(other));
  }

  /// 总体绩效70分，自评64.8分（决策20分、自评19分；执行50分、自评45.8分）: marks, and the score of
  /// each.
  void split_by_score(std::size_t index) {
    const auto& parts = groups_[index].parts;
    if (parts.size() < 2 || parts.size() % 2 != 0 || adds_up(text_, groups_[index].total, parts)) {
      return;
    }
    for (std::size_t at = 0; at < parts.size(); ++at) {
      const bool score = at % 2 == 1;
      if (!is_points(parts[at]) || is_score(text_, parts[at]) != score) return;
    }
    Group other = groups_[index];
    leave(groups_[index], [&](std::size_t part) { return is_score(text_, part); });
    groups_[index].tidy = true;
    // What does not add up is told by the readers of scores.
    if (!adds_up(text_, other.total, groups_[index].parts)) groups_[index].exact = false;
    const std::size_t before = other.total - std::min<std::size_t>(other.total, 1);
    if (before == other.total || !is_points(before) || is_score(text_, before) ||
        span(before) != span(other.total)) {
      return;
    }
    leave(other, [&](std::size_t part) { return !is_score(text_, part); });
    if (!adds_up(text_, before, other.parts)) return;
    other.tidy = true;
    other.total = before;
    other.other_totals.clear();
    other.further.clear();
    groups_.push_back(std::move(other));
  }

  [[nodiscard]] bool is_points(std::size_t at) const { return states_points(text_.statements[at]); }

  /// 90万元，惠及120人。其中：甲60万元，30人；乙30万元，90人: whatever else is said of the whole
  /// and of each part adds up as well, if it does.
  void add_companions(std::size_t index) {
    constexpr std::size_t most_parts = 50;
    const Group group = groups_[index];
    if (group.form == Group::Form::last || group.parts.size() < 2 ||
        group.parts.size() > most_parts || group.parts.front() <= group.total ||
        !std::ranges::is_sorted(group.parts) || !adds_up(text_, group.total, group.parts)) {
      return;
    }
    const std::size_t first = group.total - std::min(group.total, farthest_companion);
    const std::size_t last = std::min(group.total + farthest_companion, group.parts.front() - 1);
    for (std::size_t other = first; other <= last; ++other) {
      if (totals_.contains(other) || !is_free(other) || span(other) != span(group.total) ||
          units_fit(text_.statements[other].figure, text_.statements[group.total].figure)) {
        continue;
      }
      companion(group, other);
    }
  }

  void companion(const Group& group, std::size_t total) {
    Group found;
    found.total = total;
    found.exact = false;
    found.by_sum = true;
    const std::size_t begin =
        std::max({group.parts.front() - std::min(group.parts.front(), farthest_companion),
                  total + 1, group.total + 1});
    const std::size_t end =
        std::min(group.parts.back() + farthest_companion + 1, text_.statements.size());
    for (std::size_t at = begin; at < end; ++at) {
      if (span(at) != span(group.parts.front()) ||
          !units_fit(text_.statements[at].figure, text_.statements[total].figure)) {
        continue;
      }
      if (!is_free(at)) return;
      found.parts.push_back(at);
    }
    if (!one_each(group.parts, found.parts) || !adds_up(text_, total, found.parts)) return;
    totals_.insert(total);
    groups_.push_back(std::move(found));
  }

  /// One of `others` before each part, or one behind each.
  [[nodiscard]] static bool one_each(const std::vector<std::size_t>& parts,
                                     const std::vector<std::size_t>& others) {
    if (parts.size() != others.size()) return false;
    const bool before = others.front() < parts.front();
    for (std::size_t at = 0; at < parts.size(); ++at) {
      if ((others[at] < parts[at]) != before) return false;
      if (at + 1 < parts.size() &&
          (before ? others[at + 1] < parts[at] : parts[at + 1] < others[at])) {
        return false;
      }
    }
    return true;
  }

  [[nodiscard]] bool is_free(std::size_t index) const {
    const Statement& found = text_.statements[index];
    return is_value(found) && is_exact_statement(found) && !found.divides && !found.range &&
           found.figure.unit != nullptr && !found.figure.unit->id.empty();
  }

  [[nodiscard]] std::size_t span(std::size_t index) const {
    return text_.clauses[text_.statements[index].clause].span;
  }

  /// Two values that one sentence states of one thing.
  [[nodiscard]] bool stands_beside(std::size_t a, std::size_t b) const {
    const Statement& first = text_.statements[a];
    const Statement& second = text_.statements[b];
    return is_value(first) && is_exact_statement(first) && !first.divides &&
           text_.clauses[first.clause].span == text_.clauses[second.clause].span &&
           units_fit(first.figure, second.figure);
  }

  const Narrative& text_;
  std::vector<Group>& groups_;
  std::set<std::size_t> totals_;
};

}  // namespace

void split_groups(const Narrative& text, std::vector<Group>& groups) {
  GroupSplitter(text, groups).run();
}

}  // namespace tieout::report::narrative
