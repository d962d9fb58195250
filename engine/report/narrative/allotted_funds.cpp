// The money that a rate of spending is of, where an earlier passage says it.
#include "report/narrative/allotted_funds.hpp"

#include "report/narrative/characters.hpp"
#include "report/narrative/lookup.hpp"
#include "report/narrative/parts.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace tieout::report::narrative {
namespace {

constexpr std::size_t farthest = 12;      // passages from the rate back to its money
constexpr std::size_t nearest = 100;      // ... and statements
constexpr std::size_t shortest_name = 6;  // Han characters in which two names end

/// 已拨付水污染防治资金 and 水污染防治专项资金 are called alike.
bool alike(std::string_view a, std::string_view b) {
  static constexpr std::string_view ends[] = {"专项", "资金", "补助", "经费", "预算", "支出", "的"};
  const std::string first = last_han(without_suffixes(a, ends), shortest_name);
  return han_count(first) == shortest_name &&
         first == last_han(without_suffixes(b, ends), shortest_name);
}

}  // namespace

AllottedFunds::AllottedFunds(const Narrative& text, const std::vector<Group>& groups)
    : text_(text) {
  for (const Group& group : groups) {
    if (group.closed) parts_.insert(group.parts.begin(), group.parts.end());
  }
}

std::optional<std::size_t> AllottedFunds::of(std::size_t spent, std::size_t rate) const {
  std::vector<std::size_t> found = candidates(spent);
  for (const std::size_t funds : found) {
    if (fits(spent, funds, rate)) return funds;
  }
  const auto single = [this](const std::vector<std::size_t>& list) {
    return !list.empty() && std::ranges::all_of(list, [&](std::size_t each) {
      return same_value(text_.statements[each].figure, text_.statements[list.front()].figure);
    });
  };
  // What divides another sum is the money only where it has the name of what was spent.
  std::vector<std::size_t> whole = found;
  std::erase_if(whole, [this](std::size_t funds) { return parts_.contains(funds); });
  if (!text_.statements[spent].named && single(whole)) return whole.front();
  std::erase_if(found, [&](std::size_t funds) {
    return !alike(text_.statements[funds].name, text_.statements[spent].name);
  });
  return single(found) ? std::optional(found.front()) : std::nullopt;
}

/// Amounts that were allotted, the nearest first, and no less than what was spent.
std::vector<std::size_t> AllottedFunds::candidates(std::size_t spent) const {
  static constexpr std::string_view funds[] = {"资金", "到位", "安排", "批复", "下达", "拨入",
                                               "投资", "收到", "投入", "预算", "指标", "总额"};
  static constexpr std::string_view uses[] = {"支出", "支付", "使用", "发放", "拨付", "执行",
                                              "结余", "结转", "追加", "减少", "增加", "完成"};
  const Statement& stated = text_.statements[spent];
  std::vector<std::size_t> found;
  const std::size_t last = spent - std::min(spent, nearest);
  for (std::size_t at = spent; at > last; --at) {
    const Statement& candidate = text_.statements[at - 1];
    if (candidate.passage + farthest < stated.passage) break;
    const std::string_view lead = text_.lead(at - 1);
    if (is_value(candidate) && is_exact_statement(candidate) && !candidate.divides &&
        comparable(candidate.figure, stated.figure) &&
        candidate.figure.base() >= stated.figure.base() && contains_any(lead, funds) &&
        !contains_any(lead, uses)) {
      found.push_back(at - 1);
    }
  }
  return found;
}

bool AllottedFunds::fits(std::size_t spent, std::size_t funds, std::size_t rate) const {
  return makes_share(text_.statements[spent].figure, text_.statements[funds].figure,
                     text_.statements[rate].figure);
}

}  // namespace tieout::report::narrative
