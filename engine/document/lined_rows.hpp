// The rows of a table that stands a cell a line, below heads that are known.
#pragma once

#include "document/lined_groups.hpp"
#include "document/stated_amounts.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace tieout::document {

struct LinedRows {
  std::vector<std::vector<CellSketch>> rows;
  std::size_t codes = 0;   ///< columns of codes of a coded section
  std::size_t behind = 0;  ///< the piece behind the last
};

/// The rows of a table that left no cell out: blank ones are blank lines. Nothing if not every row
/// has as many cells, or none is blank.
[[nodiscard]] std::optional<LinedRows> kept_rows(const LinedBody& body);

/// The rows of a table whose blank cells may have been left out, up to its end; nothing if it
/// cannot be said where each begins. A row with less figures than columns has blank cells where
/// what its table adds up to leaves one choice, what others stated included; else it is given
/// without them. What it states itself is added to that.
[[nodiscard]] std::optional<LinedRows> lined_rows(const LinedBody& body, StatedAmounts& stated);

}  // namespace tieout::document
