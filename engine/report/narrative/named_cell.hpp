// The figure of a table that words of the narrative name.
#pragma once

#include "report/narrative/binding.hpp"
#include "report/narrative/statement.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace tieout::report::narrative {

/// 全年支出比上年增加50万元: the cell of 全年支出. `name`: the words; `statement`: the figure that
/// is stated of them, which says in what dimension and under which headings.
[[nodiscard]] std::optional<figure::Figure> named_cell(const Narrative& text, const Binder& binder,
                                                       std::string_view name,
                                                       std::size_t statement);

}  // namespace tieout::report::narrative
