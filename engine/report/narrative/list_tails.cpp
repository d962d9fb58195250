// Heads and parts of the lists that a figure stands in.
#include "report/narrative/list_tails.hpp"

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
  // The last part in front of the tail: 经费90万元，…，其中邮电费47万元，完成预算45万元的104%.
  if (const auto parts = parts_.find(figure); parts != parts_.end()) {
    for (auto last = parts->second.rbegin(); last != parts->second.rend(); ++last) {
      if (*last >= tail) continue;
      take(*last);
      break;
    }
  }
  return found;
}

}  // namespace tieout::report::narrative
