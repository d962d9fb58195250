// Rows that lost their blank cells, in tables that number their rows.
#pragma once

#include "document/text_lines.hpp"

#include <string_view>

namespace tieout::document {

/// Where columns headed 行次 number the rows of a table, the numbers tell where in a row they
/// stand, though blank cells before them were left out: such rows get their blank cells back. A row
/// whose other cells could still lie in several ways stays as it is.
void complete_numbered_rows(std::string_view text, TableSketch& table);

}  // namespace tieout::document
