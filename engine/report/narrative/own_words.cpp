// Which words in front of a figure say what it is of.
#include "report/narrative/own_words.hpp"

#include "report/narrative/characters.hpp"
#include "report/narrative/names.hpp"
#include "report/narrative/plan_wording.hpp"
#include "report/narrative/wording.hpp"

#include <algorithm>
#include <optional>

namespace tieout::report::narrative {

bool is_part_behind(const Narrative& text, std::size_t statement) {
  static constexpr std::string_view copulas[] = {"为", "是", "即", "计", "合计为", "金额为"};
  if (statement == 0) return false;
  const Statement& found = text.statements[statement];
  const Statement& share = text.statements[statement - 1];
  const std::string_view lead = trimmed(text.lead(statement));
  return found.role == Role::amount && share.role == Role::share && share.named &&
         share.clause + 1 == found.clause && !lead.empty() && suffix_of(lead, copulas) == lead;
}

std::string_view own_words(const Narrative& text, std::size_t statement) {
  const Statement& found = text.statements[statement];
  const std::string_view lead = text.lead(statement);
  const Clause& clause = text.clauses[found.clause];
  const std::size_t lead_begin = found.begin - lead.size();
  const auto up_to = [lead](std::optional<std::size_t> byte) {
    return lead.substr(0, byte.value_or(lead.size()));
  };
  // 接待费|比上年|减少: the subject stands before what it is compared with, or behind it.
  const auto around_base = [&](std::size_t word) {
    if (!clause.base || clause.base->begin >= found.begin || clause.base->end <= lead_begin) {
      return lead.substr(0, word);
    }
    const std::size_t begin = std::max(clause.base->begin, lead_begin) - lead_begin;
    const std::size_t end = std::min(clause.base->end - lead_begin, lead.size());
    if (!name_in(lead.substr(0, begin)).empty() || end >= word) return lead.substr(0, begin);
    return lead.substr(end, word - end);
  };
  if (found.divides) {
    const auto share = share_words(lead);
    return found.role == Role::budget || !share ? std::string_view() : share->whole;
  }
  if (statement > clause.first && text.statements[statement - 1].divides) return {};
  switch (found.role) {
    case Role::share:
      return lead.substr(0, share_words(lead)->begin);
    case Role::rate:
      return lead.substr(0, rate_words(lead)->begin);
    case Role::change: {
      if (adjusted(lead) != Direction::none) return {};
      const auto word = change_word(lead, true);  // none in a list: 各减少12万元、25万元
      if (!word) return {};
      // 与2018年预算41万元|相比增加5万元: the comparison ends, and names nothing.
      static constexpr std::string_view compared[] = {"相比较", "相比", "比较", "相较"};
      const std::string_view words = trimmed(around_base(word->begin));
      return words.substr(prefix_of(words, compared).size());
    }
    case Role::base:
      return around_base(lead.size());
    case Role::difference:
      return lead.substr(0, difference_words(lead)->begin);
    case Role::from:
      return up_to(from_words(lead));
    case Role::bound:
      return up_to(bound_words(lead));
    case Role::budget:
      return up_to(budget_words(lead));
    case Role::actual:
      return up_to(actual_words(lead));
    default:
      return lead;
  }
}

}  // namespace tieout::report::narrative
