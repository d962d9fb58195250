// Other readings of what a share is of, and wholes that it cannot be of.
#include "report/narrative/share_doubts.hpp"

#include "report/narrative/characters.hpp"
#include "report/narrative/lookup.hpp"

#include <algorithm>
#include <optional>

namespace tieout::report::narrative {
namespace {

constexpr std::size_t farthest_lead = 20;  // statements from the start of the passage

}  // namespace

void ShareDoubts::add_whole_of_others(Share& share, const std::vector<Share>& found) const {
  constexpr std::size_t farthest = 20;  // shares back
  if (!share.part || share.wholes.empty() ||
      std::ranges::any_of(share.wholes, [&](std::size_t at) { return fits(share, at); })) {
    return;
  }
  // 计划总投入90万元，已投入36万元，占40%: of what its own sentence states.
  for (const std::size_t at : text_.statements_of(text_.span_of(*share.part))) {
    if (at >= *share.part) break;
    if (!totals_.contains(at) && may_be_whole(share, at) && fits(share, at)) {
      share.wholes.insert(share.wholes.begin(), at);
      return;
    }
  }
  if (completes_rate(share.percent)) {
    share.wholes.clear();
    return;
  }
  const std::size_t passage = text_.statements[share.percent].passage;
  const std::size_t first = found.size() - std::min(found.size(), farthest);
  for (std::size_t at = found.size(); at > first; --at) {
    const Share& other = found[at - 1];
    if (text_.statements[other.percent].passage != passage) break;
    // 支出90万元，占预算的90%。未支出10万元，占10%: of what nobody states.
    if (other.wholes.empty() && !other.cell &&
        (text_.statements[other.percent].of.empty() || makes_all(other.percent))) {
      share.wholes.clear();
      return;
    }
    for (const std::size_t whole : other.wholes) {
      if (comparable(text_.statements[whole].figure, text_.statements[*share.part].figure) &&
          fits(share, whole)) {
        share.wholes.insert(share.wholes.begin(), whole);
        return;
      }
    }
  }
  // 支出预算90万元。其中，甲…。乙30万元，占33%: of what the passage spoke of first.
  for (const std::size_t whole : text_.first_statements(passage, farthest_lead)) {
    if (whole >= *share.part) break;
    const Statement& candidate = text_.statements[whole];
    if (states_value(candidate) && is_exact_statement(candidate) && !totals_.contains(whole) &&
        comparable(candidate.figure, text_.statements[*share.part].figure) && fits(share, whole)) {
      share.wholes.insert(share.wholes.begin(), whole);
      return;
    }
  }
}

bool ShareDoubts::completes_rate(std::size_t percent) const {
  constexpr std::size_t farthest = 6;  // statements back
  const Statement& share = text_.statements[percent];
  for (std::size_t at = percent; at > percent - std::min(percent, farthest); --at) {
    const Statement& before = text_.statements[at - 1];
    if (before.passage != share.passage) break;
    if (before.role == Role::rate && before.figure.unit == nullptr) return false;
    if (before.role == Role::rate) return before.figure.base() + share.figure.base() == 1;
  }
  return false;
}

void ShareDoubts::drop_smaller(Share& share) const {
  if (!share.part || text_.statements[share.percent].figure.base() > 1) return;
  const figure::Figure& part = text_.statements[*share.part].figure;
  if (part.unit == nullptr) return;
  std::erase_if(share.wholes, [&](std::size_t whole) {
    return text_.statements[whole].figure.unit != nullptr &&
           text_.statements[whole].figure.base() < part.base();
  });
}

bool ShareDoubts::makes_all(std::size_t first) const {
  constexpr std::size_t farthest = 60;  // statements
  figure::Rational sum = text_.statements[first].figure.base();
  const std::size_t last = std::min(text_.statements.size(), first + farthest);
  for (std::size_t at = first + 1; at < last; ++at) {
    const Statement& found = text_.statements[at];
    if (found.passage != text_.statements[first].passage) break;
    if (found.role != Role::share) continue;
    if (!found.of.empty()) break;
    sum += found.figure.base();
  }
  return sum == 1;
}

bool ShareDoubts::leave_other_sum(Share& share) const {
  constexpr std::string_view with = "总计";
  constexpr std::string_view without = "合计";
  static constexpr std::string_view carried[] = {"结转", "结余"};
  if (!share.part || share.wholes.size() != 1 || fits(share, share.wholes.front()) ||
      !share.whole_name.ends_with(without) ||
      !text_.statements[share.wholes.front()].name.ends_with(with)) {
    return false;
  }
  const std::size_t last = std::min(text_.statements.size(), share.percent + farthest_lead);
  for (std::size_t at = share.wholes.front(); at < last; ++at) {
    const Statement& found = text_.statements[at];
    if (states_value(found) && contains_any(found.name, carried) &&
        found.figure.value.coefficient != 0) {
      share.wholes.clear();
      return true;
    }
  }
  return false;
}

void ShareDoubts::leave_other_whole(std::vector<Share>& shares) const {
  constexpr std::size_t several = 3;
  const auto misses = [this](const Share& share) {
    return share.part && share.wholes.size() == 1 && !share.whole_name.empty() &&
           share.whole_name != text_.statements[share.wholes.front()].name &&
           !fits(share, share.wholes.front());
  };
  for (std::size_t first = 0; first < shares.size();) {
    auto last = first;
    while (last < shares.size() && misses(shares[last]) &&
           shares[last].wholes == shares[first].wholes &&
           shares[last].whole_name == shares[first].whole_name) {
      ++last;
    }
    if (last - first >= several && imply_one(shares, first, last)) {
      for (auto at = first; at < last; ++at) shares[at].wholes.clear();
    }
    first = std::max(last, first + 1);
  }
}

bool ShareDoubts::imply_one(const std::vector<Share>& shares, std::size_t first,
                            std::size_t last) const {
  std::optional<figure::Rational> least;
  std::optional<figure::Rational> most;
  for (auto at = first; at < last; ++at) {
    const figure::Figure& part = text_.statements[*shares[at].part].figure;
    const figure::Figure& percent = text_.statements[shares[at].percent].figure;
    const auto lower = percent.base() - percent.half_step();
    const auto upper = percent.base() + percent.half_step();
    if (lower <= 0 || part.base() <= 0) return false;
    const auto from = (part.base() - part.half_step()) / upper;
    const auto to = (part.base() + part.half_step()) / lower;
    least = least ? std::max(*least, from) : from;
    most = most ? std::min(*most, to) : to;
    if (*most < *least) return false;
  }
  return least.has_value();
}

bool ShareDoubts::may_be_whole(const Share& share, std::size_t index) const {
  const Statement& candidate = text_.statements[index];
  const Statement& part = text_.statements[*share.part];
  const bool planned = candidate.role == Role::budget && part.role != Role::budget;
  return states_value(candidate) && is_exact_statement(candidate) && !planned &&
         comparable(candidate.figure, part.figure) && candidate.figure.base() >= part.figure.base();
}

bool ShareDoubts::fits(const Share& share, std::size_t whole) const {
  return makes_share(text_.statements[*share.part].figure, text_.statements[whole].figure,
                     text_.statements[share.percent].figure);
}

}  // namespace tieout::report::narrative
