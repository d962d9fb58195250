// Lists of shares that name no whole.
#include "report/narrative/share_lists.hpp"

#include "report/narrative/lookup.hpp"
#include "report/narrative/parts.hpp"

#include <algorithm>
#include <span>

namespace tieout::report::narrative {
namespace {

constexpr std::size_t farthest_whole = 100;  // statements before a list of shares

class ShareLists {
 public:
  ShareLists(const Narrative& text, const std::map<std::size_t, std::size_t>& totals,
             std::vector<Share>& shares)
      : text_(text), totals_(totals), shares_(shares) {}

  void settle() {
    for (std::size_t at = 0; at < shares_.size();) {
      std::size_t end = at + 1;
      while (end < shares_.size() && are_listed(shares_[end - 1], shares_[end])) ++end;
      if (end - at > 1)
        settle({shares_.begin() + static_cast<std::ptrdiff_t>(at),
                shares_.begin() + static_cast<std::ptrdiff_t>(end)});
      at = end;
    }
  }

 private:
  [[nodiscard]] bool are_listed(const Share& before, const Share& share) const {
    const auto plain = [this](const Share& each) {
      return each.part && text_.statements[each.percent].of.empty();
    };
    const bool alike = before.wholes.empty() || share.wholes.empty() ||
                       before.wholes.front() == share.wholes.front();
    return plain(before) && plain(share) && alike &&
           text_.statements[share.percent].passage <= text_.statements[before.percent].passage + 1;
  }

  void settle(std::span<Share> list) {
    const auto fit = [&](std::size_t whole) {
      return [this, whole](const Share& share) { return fits(share, whole); };
    };
    const auto known =
        std::ranges::find_if(list, [](const Share& share) { return !share.wholes.empty(); });
    if (known == list.end()) return;
    const std::size_t nearest = known->wholes.front();
    const bool without_unit = std::ranges::any_of(list, [this](const Share& share) {
      return text_.statements[*share.part].figure.unit == nullptr ||
             text_.statements[share.percent].figure.unit == nullptr;
    });
    if (without_unit || text_.statements[nearest].figure.unit == nullptr) return;
    if (std::ranges::all_of(list, fit(nearest))) return;
    const bool of_list = std::ranges::any_of(
        list, [this](const Share& share) { return totals_.contains(*share.part); });
    std::vector<std::size_t> parts;
    figure::Rational missing = 1;
    figure::Rational allowed = 0;
    for (const Share& share : list) {
      const figure::Figure& percent = text_.statements[share.percent].figure;
      parts.push_back(*share.part);
      missing -= percent.base();
      allowed += percent.half_step();
    }
    const std::size_t last = first_behind(list.back());
    const std::size_t first = parts.front() - std::min(parts.front(), farthest_whole);
    for (std::size_t at = last; at > first; --at) {
      if (!may_be_of_all(at - 1, parts) || !std::ranges::all_of(list, fit(at - 1))) continue;
      // A list that says of what it is, or some of which fits what is near, is of something else
      // only if it adds up to that.
      if ((of_list || std::ranges::any_of(list, fit(nearest))) && !adds_up(text_, at - 1, parts))
        continue;
      for (Share& share : list) share.wholes = {at - 1};
      return;
    }
    const bool whole = missing <= allowed && -missing <= allowed;
    if (of_list || !whole || std::ranges::any_of(list, fit(nearest)) ||
        is_nearly_sum(nearest, parts)) {
      return;
    }
    for (Share& share : list) share.wholes.clear();
  }

  /// 90.45万元 where the parts come to 94.05万元: a misprint rather than something else.
  [[nodiscard]] bool is_nearly_sum(std::size_t whole, const std::vector<std::size_t>& parts) const {
    figure::Rational sum = 0;
    for (const std::size_t part : parts) sum += text_.statements[part].figure.base();
    const figure::Rational stated = text_.statements[whole].figure.base();
    return stated * 2 > sum && sum * 2 > stated;
  }

  /// The first statement behind the passage of a share.
  [[nodiscard]] std::size_t first_behind(const Share& share) const {
    std::size_t at = share.percent;
    const std::size_t passage = text_.statements[at].passage;
    while (at < text_.statements.size() && text_.statements[at].passage == passage) ++at;
    return at;
  }

  [[nodiscard]] bool may_be_of_all(std::size_t at, const std::vector<std::size_t>& parts) const {
    const Statement& candidate = text_.statements[at];
    return states_value(candidate) && is_exact_statement(candidate) &&
           candidate.role != Role::base && std::ranges::count(parts, at) == 0 &&
           comparable(candidate.figure, text_.statements[parts.front()].figure);
  }

  [[nodiscard]] bool fits(const Share& share, std::size_t whole) const {
    return makes_share(text_.statements[*share.part].figure, text_.statements[whole].figure,
                       text_.statements[share.percent].figure);
  }

  const Narrative& text_;
  const std::map<std::size_t, std::size_t>& totals_;
  std::vector<Share>& shares_;
};

}  // namespace

void settle_share_lists(const Narrative& text, const std::map<std::size_t, std::size_t>& totals,
                        std::vector<Share>& shares) {
  ShareLists(text, totals, shares).settle();
}

}  // namespace tieout::report::narrative
