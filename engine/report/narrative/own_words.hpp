// Which words in front of a figure say what it is of.
#pragma once

#include "report/narrative/statement.hpp"

#include <cstddef>
#include <string_view>

namespace tieout::report::narrative {

/// The words of a statement that do not belong to its role: 三公经费|支出决算为.
[[nodiscard]] std::string_view own_words(const Narrative& text, std::size_t statement);

/// 基本支出占总支出的74%，|为698万元: the figure is what the share before it is of.
[[nodiscard]] bool is_part_behind(const Narrative& text, std::size_t statement);

}  // namespace tieout::report::narrative
