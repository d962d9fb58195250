// Rows of figures and the row of heads right above them, in tables that the schema does not know.
#pragma once

#include "report/grid.hpp"

#include <vector>

namespace tieout::report {

struct HeadedRows {
  const GridRow* heads = nullptr;
  std::vector<const GridRow*> rows;  ///< of figures, as wide as the heads
};

/// Those of a table, in its order; none that are wider or longer than a form is.
[[nodiscard]] std::vector<HeadedRows> headed_rows(const Grid& grid);

}  // namespace tieout::report
