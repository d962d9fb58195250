// Which lines of a laid-out table make one row.
#pragma once

#include "document/layout_lines.hpp"
#include "document/text_lines.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace tieout::document {

/// A line of a table's body, as its columns see it.
struct BodyLine {
  /// A text in a column of names, codes or remarks.
  struct Piece {
    std::size_t column = 0;
    const Segment* segment = nullptr;
  };
  std::size_t line = 0;      ///< of the stretch
  bool figures = false;      ///< has the figures of a row
  bool completes = false;    ///< has the last digits of figures that a narrow column cut
  bool after_blank = false;  ///< a blank line or the end of a page stands above
  std::vector<Piece> pieces;
};

/// The rows, as ranges of `lines`. A name that is wider than its column is broken over lines; its
/// figures stand beside the first, the middle or the last of them, in all rows of a table alike.
/// Lines above `certain` and behind it are of a row only if its name needs them.
[[nodiscard]] std::vector<LineRange> find_rows(std::string_view text,
                                               const std::vector<BodyLine>& lines,
                                               LineRange certain);

}  // namespace tieout::document
