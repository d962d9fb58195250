// What stands above tables and says nothing of which they are.
#pragma once

#include "figure/unit.hpp"
#include "report/grid.hpp"

#include <string_view>

namespace tieout::report {

/// Whether a text only notes units, names a body (部门：市图书馆) or numbers a form (公开01表).
[[nodiscard]] bool is_preamble(std::string_view text, const figure::UnitSystem& units);

/// Whether all cells of a row do, and one of them notes a unit or numbers a form.
[[nodiscard]] bool is_preamble(const GridRow& row, const figure::UnitSystem& units);

}  // namespace tieout::report
