// Tables whose cells each stand on a line, a bar behind them or on the next line.
#pragma once

#include "document/text_lines.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace tieout::document {

/// A stretch that was looked at for such tables.
struct BarredRun {
  bool found = false;      ///< tables are in it: it was read
  std::size_t behind = 0;  ///< the line behind its last bar
};

/// Adds such tables and the paragraphs between them, from the line `first` on, if there are any.
BarredRun read_barred_tables(std::string_view text, const std::vector<TextLine>& lines,
                             std::size_t first, std::vector<Sketch>& sketches);

/// Whether a line is a bar and nothing else: it ends the cell on the line above.
[[nodiscard]] bool is_lone_bar(std::string_view text, const TextLine& line);

}  // namespace tieout::document
