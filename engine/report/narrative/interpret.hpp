// What each figure of a text is: its role, name, year.
#pragma once

#include "report/narrative/statement.hpp"

namespace tieout::report::narrative {

/// Fills in the roles, names and years of all statements from the words around them.
void interpret(Narrative& text);

/// The words of a statement that do not belong to its role: 三公经费|支出决算为.
[[nodiscard]] std::string_view own_words(const Narrative& text, std::size_t statement);

/// 基本支出占总支出的74%，|为698万元: the figure is what the share before it is of.
[[nodiscard]] bool is_part_behind(const Narrative& text, std::size_t statement);

}  // namespace tieout::report::narrative
