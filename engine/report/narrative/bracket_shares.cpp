// Percentages in brackets behind the parts of a whole.
#include "report/narrative/bracket_shares.hpp"

#include "report/narrative/characters.hpp"
#include "report/narrative/lookup.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

namespace tieout::report::narrative {
namespace {

/// The percentage that is all a bracket says, behind a figure that it may be a share of.
std::optional<std::size_t> only_percentage(const Narrative& text, const Span& span) {
  if (span.depth == 0 || !span.owner || span.clauses.size() != 1) return std::nullopt;
  const std::vector<std::size_t> statements = text.statements_of(span);
  if (statements.size() != 1) return std::nullopt;
  const Statement& found = text.statements[statements.front()];
  const Statement& owner = text.statements[*span.owner];
  const bool alone = han_count(text.clause_text(span.clauses.front())) == 0;
  const bool share =
      alone && found.role == Role::ratio && is_exact_statement(found) && found.figure.is_in("%");
  const bool part = states_value(owner) && is_exact_statement(owner) && owner.role != Role::ratio;
  return share && part ? std::optional(statements.front()) : std::nullopt;
}

/// About 100%, as far as so many rounded shares can tell.
bool make_a_whole(const Narrative& text, const std::vector<std::size_t>& percentages) {
  if (percentages.size() < 2) return false;
  figure::Rational missing = 1;
  figure::Rational allowed = 0;
  for (const std::size_t index : percentages) {
    missing -= text.statements[index].figure.base();
    allowed += text.statements[index].figure.half_step() * 2;
  }
  return missing <= allowed && -missing <= allowed;
}

}  // namespace

void mark_bracket_shares(Narrative& text) {
  std::vector<std::size_t> found;
  const Span* sentence = nullptr;
  const auto settle = [&] {
    if (make_a_whole(text, found)) {
      for (const std::size_t index : found) {
        text.statements[index].role = Role::share;
        text.statements[index].of.clear();
        text.statements[index].named = false;
      }
    }
    found.clear();
  };
  for (const Span& span : text.spans) {
    const auto percentage = only_percentage(text, span);
    if (!percentage) continue;
    const Span* const own = &text.span_of(*span.owner);
    if (own != sentence) settle();
    sentence = own;
    found.push_back(*percentage);
  }
  settle();
}

}  // namespace tieout::report::narrative
