// Groups that only their shares show.
#include "report/narrative/share_families.hpp"

#include "report/narrative/lookup.hpp"
#include "report/narrative/parts.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace tieout::report::narrative {
namespace {

constexpr std::size_t shortest_list = 2;

class Families {
 public:
  Families(const Narrative& text, const std::vector<Share>& shares, std::vector<Group>& groups)
      : text_(text), shares_(shares), groups_(groups) {}

  void run() {
    std::map<std::pair<std::size_t, std::size_t>, std::vector<std::size_t>> families;
    for (std::size_t index = 0; index < shares_.size(); ++index) {
      const Share& share = shares_[index];
      if (!share.part || share.wholes.empty()) continue;
      if (!is_exact_statement(text_.statements[*share.part])) continue;
      const std::size_t passage = text_.statements[share.percent].passage;
      families[{passage, share.wholes.front()}].push_back(index);
    }
    for (const auto& [key, members] : families) divide_family(key.second, members);
  }

 private:
  /// 占规模的26%、45%、29%；…占规模的39%、15%、46%: two ways to divide one whole, each to 100%.
  void divide_family(std::size_t whole, const std::vector<std::size_t>& members) {
    std::vector<std::size_t> family;
    figure::Rational percents = 0;
    for (const std::size_t member : members) {
      const figure::Rational percent = text_.statements[shares_[member].percent].figure.base();
      if (percents == 1 && percent != 0 && family.size() >= shortest_list) {
        add_family(whole, std::exchange(family, {}));
        percents = 0;
      }
      family.push_back(member);
      percents += percent;
    }
    if (!family.empty()) add_family(whole, family);
  }

  void add_family(std::size_t whole, const std::vector<std::size_t>& members) {
    if (members.size() < shortest_list) return;
    Group family;
    family.form = Group::Form::listed;
    family.total = whole;
    figure::Rational percents = -1;
    figure::Rational allowed = 0;
    for (const std::size_t member : members) {
      const figure::Figure& percent = text_.statements[shares_[member].percent].figure;
      family.parts.push_back(*shares_[member].part);
      percents += percent.base();
      allowed += percent.half_step();
    }
    std::sort(family.parts.begin(), family.parts.end());
    const bool repeated =
        std::adjacent_find(family.parts.begin(), family.parts.end()) != family.parts.end();
    const bool whole_said = percents <= allowed && -percents <= allowed;
    // 58人，其中党员36人，占62.07%；女24人，占41.38%: each is right, they overlap.
    const auto fits = [&](std::size_t member) {
      return makes_share(text_.statements[*shares_[member].part].figure,
                         text_.statements[whole].figure,
                         text_.statements[shares_[member].percent].figure);
    };
    if (!repeated && !makes_whole(family) && std::ranges::all_of(members, fits)) {
      for (Group& group : groups_) {
        if (group.total != whole || group.certain || group.parts.size() > members.size()) continue;
        group.doubtful = group.overlaps = true;
      }
      return;
    }
    if (repeated || (!whole_said && !makes_whole(family))) return;
    family.closed = true;
    for (Group& group : groups_) {
      if (group.total != whole) continue;
      // 甲40万元，占40%；乙、丙各0.02万元；丁60万元，占60%: what has no share of its own counts
      // too.
      if (group.closed && makes_whole(group) && std::ranges::includes(group.parts, family.parts)) {
        return;
      }
      if (group.parts == family.parts || group.doubtful || !group.closed) {
        group = family;
        return;
      }
    }
    groups_.push_back(std::move(family));
  }

  [[nodiscard]] bool makes_whole(const Group& group) const {
    return group.parts.size() >= shortest_list && adds_up(text_, group.total, group.parts);
  }

  const Narrative& text_;
  const std::vector<Share>& shares_;
  std::vector<Group>& groups_;
};

}  // namespace

void add_share_families(const Narrative& text, const std::vector<Share>& shares,
                        std::vector<Group>& groups) {
  Families(text, shares, groups).run();
}

}  // namespace tieout::report::narrative
