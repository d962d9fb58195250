// What stands between two figures of a sentence: words that open a list, and what ends one.
#include "report/narrative/between.hpp"

#include "report/narrative/characters.hpp"
#include "report/narrative/lookup.hpp"

#include <algorithm>
#include <string_view>

namespace tieout::report::narrative {
namespace {

constexpr std::size_t longest_tail = 8;  // Han characters between a total and the colon behind it

/// 此外，年初结转5万元 stands beside what was listed.
bool is_besides(std::string_view words) {
  static constexpr std::string_view besides[] = {"此外", "另外", "除此之外"};
  return !prefix_of(trimmed(words), besides).empty();
}

}  // namespace

Between between_of(const Narrative& text, const Span& span,
                   const std::vector<std::size_t>& statements, std::size_t at) {
  Between found;
  const std::size_t clause = text.statements[statements[at]].clause;
  found.besides = is_besides(text.clause_text(clause));
  const auto position = std::lower_bound(span.clauses.begin(), span.clauses.end(), clause);
  auto from = span.clauses.begin();
  if (at > 0) {
    const std::size_t before = text.statements[statements[at - 1]].clause;
    from = std::lower_bound(from, position, before);
    if (before != clause) {
      const Clause& ended = text.clauses[before];
      found.semicolon = ended.mark == U'；' || ended.mark == U';';
      // 预算80亿元中，甲20亿元，乙60亿元
      const std::string_view tail = trimmed(text.tail(statements[at - 1]));
      if (tail == "中" || tail.ends_with("其中")) found.opener = Opener::among;
      if (found.opener == Opener::none && (ended.mark == U'：' || ended.mark == U':') &&
          position - from == 1 && han_count(text.tail(statements[at - 1])) <= longest_tail &&
          comparable(text.statements[statements[at - 1]].figure,
                     text.statements[statements[at]].figure)) {
        found.opener = Opener::listed;
      }
      ++from;
    }
  }
  for (; from < position; ++from) {
    const Clause& clause_between = text.clauses[*from];
    const Opener opener = opener_of(text.clause_text(*from));
    found.besides = found.besides || is_besides(text.clause_text(*from));
    if (opener != Opener::none) found.opener = opener;
    found.prose = found.prose || opener == Opener::none;
    if (clause_between.mark == U'；' || clause_between.mark == U';') {
      // 人员经费80万元，主要包括：工资、津贴；公用经费…: that list had no figures.
      // 其中，甲没有发生； 乙80万元: this one has.
      static constexpr std::string_view none[] = {"未安排", "未发生", "没有", "无"};
      const bool nothing = contains_any(text.clause_text(*from), none);
      if (found.opener == Opener::among && (at == 0 || nothing)) continue;
      found = Between{.semicolon = true, .besides = found.besides};
    }
  }
  const Opener own = opener_of(text.lead(statements[at]));
  if (own != Opener::none && found.opener != Opener::among) found.opener = own;
  return found;
}

bool follows_semicolon(const Narrative& text, std::size_t clause) {
  if (clause == 0 || text.clauses[clause - 1].span != text.clauses[clause].span) return false;
  const char32_t mark = text.clauses[clause - 1].mark;
  return mark == U'；' || mark == U';';
}

}  // namespace tieout::report::narrative
