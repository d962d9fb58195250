// The rows of a laid-out table, cell by cell.
#pragma once

#include "document/laid_out_lines.hpp"
#include "document/layout_columns.hpp"
#include "document/layout_rows.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace tieout::document {

class LayoutBody {
 public:
  /// `body` is the first line with figures to behind the last; `columns` may gain some later.
  LayoutBody(const LaidOutLines& in, const Columns& columns, LineRange body);

  /// The rows, as lines; names that are broken may reach over both ends of the body, but not above
  /// line `done`.
  [[nodiscard]] std::vector<LineRange> rows(std::size_t done) const;

  /// A row of all columns.
  [[nodiscard]] SketchRow row_of(LineRange lines) const;

  /// The rest of names that a page's end cut: what stands on lines above the rows, if that is
  /// little, and names only.
  [[nodiscard]] std::optional<std::vector<CellSketch>> rest_above(LineRange lines) const;

 private:
  const LaidOutLines& in_;
  const Columns& columns_;
  LineRange body_;
  std::vector<bool> texts_;  // columns that hold names, codes or remarks

  [[nodiscard]] std::vector<bool> text_columns() const;
  [[nodiscard]] std::optional<BodyLine> body_line(std::size_t line) const;
  [[nodiscard]] bool completes_figures(std::size_t line) const;
  [[nodiscard]] bool completes(std::size_t line, const Segment& segment) const;
};

}  // namespace tieout::document
