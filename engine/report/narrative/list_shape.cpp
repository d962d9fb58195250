// How the parts of a list are set apart, and whether their names are of one pattern.
#include "report/narrative/list_shape.hpp"

#include "report/narrative/characters.hpp"
#include "report/narrative/lookup.hpp"

#include <algorithm>
#include <string>

namespace tieout::report::narrative {

bool evenly_separated(const Narrative& text, const Group& group) {
  for (std::size_t at = 0; at + 1 < group.parts.size(); ++at) {
    std::size_t clause = text.statements[group.parts[at]].clause;
    const std::size_t next = text.statements[group.parts[at + 1]].clause;
    bool separated = false;
    for (; clause < next; ++clause) {
      const char32_t mark = text.clauses[clause].mark;
      separated = separated || mark == U'；' || mark == U';' || mark == U'、';
    }
    if (!separated) return false;
  }
  return true;
}

bool alike(const Narrative& text, const Group& group) {
  const std::string end = last_han(text.statements[group.parts.front()].name, 2);
  return std::ranges::all_of(group.parts, [&](std::size_t part) {
    return last_han(text.statements[part].name, 2) == end;
  });
}

namespace {

/// Each part stands in the clause behind that of the one before, which one of two marks ends.
bool separated_by(const Narrative& text, const Group& group, char32_t mark, char32_t other) {
  for (std::size_t at = 0; at + 1 < group.parts.size(); ++at) {
    const std::size_t clause = text.statements[group.parts[at]].clause;
    const char32_t found = text.clauses[clause].mark;
    if (text.statements[group.parts[at + 1]].clause != clause + 1 ||
        (found != mark && found != other)) {
      return false;
    }
  }
  return true;
}

}  // namespace

bool enumerated(const Narrative& text, const Group& group) {
  return separated_by(text, group, U'、', U'､');
}

bool separated_by_commas(const Narrative& text, const Group& group) {
  return separated_by(text, group, U'，', U',');
}

}  // namespace tieout::report::narrative
