// Passages that speak of one project of many.
#include "report/narrative/project_scope.hpp"

#include "report/narrative/characters.hpp"
#include "report/narrative/scope_words.hpp"

#include <string_view>

namespace tieout::report::narrative {
namespace {

/// 专项资金情况, as a heading: of the sums that are listed below it.
bool names_money(std::string_view heading) {
  static constexpr std::string_view matters[] = {"使用", "收支", "情况", "说明"};
  static constexpr std::string_view sums[] = {"专项资金", "其他资金", "重点项目", "项目"};
  const std::string_view bare = without_suffixes(heading, matters);
  return !bare.empty() && suffix_of(bare, sums) == bare;
}

}  // namespace

bool speaks_of_project(const Narrative& text, std::size_t passage) {
  for (const std::size_t sentence : text.sentences[passage]) {
    const Span& span = text.spans[sentence];
    if (span.clauses.empty()) continue;
    const Clause& first = text.clauses[span.clauses.front()];
    // It is named by itself: before a colon, a stop, or what is said of it.
    if (first.first == first.last && names_project(text.clause_text(span.clauses.front()))) {
      return true;
    }
    break;
  }
  const Passage& found = text.passages.list[passage];
  const std::vector<std::string_view> titles = text.passages.sections.titles(found.section);
  return !titles.empty() && (names_project(titles.back()) || names_money(titles.back()));
}

}  // namespace tieout::report::narrative
