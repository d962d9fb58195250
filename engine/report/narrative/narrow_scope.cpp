// Headings under which a text speaks of a part of the whole.
#include "report/narrative/narrow_scope.hpp"

#include "report/narrative/characters.hpp"
#include "report/narrative/scope_words.hpp"

#include <algorithm>
#include <ranges>

namespace tieout::report::narrative {
namespace {

/// 市图书馆决算情况: what a section says of the unit that it is about.
std::string_view without_matter(std::string_view heading) {
  static constexpr std::string_view matters[] = {"决算", "预算", "收支", "情况",
                                                 "说明", "年度", "单位", "（二级单位）"};
  const std::string_view bare = without_suffixes(heading, matters);
  std::size_t end = 0;
  while (end < bare.size() && digit_value(character_at(bare, end).code) < 0) {
    end += character_at(bare, end).bytes;
  }
  return trimmed(bare.substr(0, end));
}

bool names_fund(std::string_view heading) {
  static constexpr std::string_view funds[] = {"一般公共预算", "政府性基金", "国有资本经营",
                                               "财政专户", "社会保险基金"};
  static constexpr std::string_view ends[] = {"预算", "财政拨款", "管理资金", "收支"};
  const std::string_view fund = prefix_of(heading, funds);
  return !fund.empty() && without_suffixes(heading.substr(fund.size()), ends).empty();
}

}  // namespace

Scope scope_of(const std::vector<std::string_view>& headings, std::string_view entity) {
  for (const std::string_view heading : std::views::reverse(headings)) {
    const std::string_view words = trimmed(heading);
    if (names_fund(words)) return Scope::fund;
    if (names_unit(without_matter(words), entity)) return Scope::unit;
  }
  return Scope::whole;
}

}  // namespace tieout::report::narrative
