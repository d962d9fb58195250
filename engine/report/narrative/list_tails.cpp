// Heads and parts of the lists that a figure stands in.
#include "report/narrative/list_tails.hpp"

#include "report/narrative/lookup.hpp"
#include "report/narrative/openers.hpp"

#include <algorithm>
#include <ranges>

namespace tieout::report::narrative {

ListTails::ListTails(const Narrative& text, const std::vector<Group>& groups) : text_(text) {
  for (const Group& group : groups) {
    for (const std::size_t part : group.parts) {
      heads_.emplace(part, group.total);
      parts_[group.total].push_back(part);
    }
  }
}

std::vector<std::size_t> ListTails::relatives(std::size_t figure, std::size_t tail) const {
  constexpr std::size_t most_levels = 3;
  std::vector<std::size_t> found;
  const auto take = [&](std::size_t index) {
    const bool before =
        index < tail && text_.statements[index].passage == text_.statements[tail].passage;
    if (before && text_.statements[index].figure.unit != nullptr) found.push_back(index);
  };
  auto part = figure;
  for (std::size_t level = 0; level < most_levels; ++level) {
    const auto head = heads_.find(part);
    if (head == heads_.end()) break;
    part = head->second;
    take(part);
  }
  for (const std::size_t head : before_list(figure)) take(head);
  // The last part in front of the tail: 经费90万元，…，其中邮电费47万元，完成预算45万元的104%.
  if (const auto parts = parts_.find(figure); parts != parts_.end()) {
    for (const std::size_t last : std::views::reverse(parts->second)) {
      if (last >= tail) continue;
      take(last);
      break;
    }
  }
  return found;
}

// 项目12个，涉及资金860万元，其中一级2个500万元、二级10个360万元，占预算860万元的100%: what stands
// right in front of 其中, also where units alternate and nothing was read as a list.
std::vector<std::size_t> ListTails::before_list(std::size_t figure) const {
  constexpr std::size_t longest_list = 40;  // clauses
  constexpr std::size_t nearest = 2;        // statements in front of it
  std::vector<std::size_t> found;
  const std::size_t own = text_.statements[figure].clause;
  const std::size_t span = text_.clauses[own].span;
  const std::size_t last = own - std::min(own, longest_list);
  for (std::size_t at = own + 1; at > last; --at) {
    const Clause& clause = text_.clauses[at - 1];
    if (clause.span != span) continue;
    if (opener_of(text_.clause_text(at - 1)) != Opener::among) continue;
    const std::size_t first = clause.first;
    for (std::size_t back = first; back > first - std::min(first, nearest); --back) {
      const Statement& head = text_.statements[back - 1];
      if (text_.clauses[head.clause].span != span) break;
      if (states_value(head) && is_exact_statement(head)) found.push_back(back - 1);
    }
    break;
  }
  return found;
}

}  // namespace tieout::report::narrative
