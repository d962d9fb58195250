// A document's table with every cell looked at once: what kind it is, and its words folded.
#pragma once

#include "document/document.hpp"
#include "figure/unit.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace tieout::report {

enum class CellKind { blank, figure, text };

struct GridCell {
  const document::Cell* cell = nullptr;
  CellKind kind = CellKind::blank;
  std::string word;  ///< folded; empty for figures and for texts too long to be a caption
};

/// What a cell is by itself.
[[nodiscard]] GridCell looked_at(const document::Cell& cell, const figure::UnitSystem& units);

struct GridRow {
  std::vector<GridCell> cells;
  std::size_t width = 0;    ///< columns that it reaches over
  std::size_t figures = 0;  ///< cells of that kind
  std::size_t texts = 0;

  [[nodiscard]] bool blank() const { return figures + texts == 0; }
  /// The only cell that is not blank; null if there are others.
  [[nodiscard]] const GridCell* only() const;
};

/// Whether two rows part the same columns: the cells of the one begin only where those of the other
/// do, which may part them further.
[[nodiscard]] bool same_columns(const GridRow& a, const GridRow& b);

/// 30217 in front of 公务接待费: the cell at `place` names a class of spending, and not what the
/// department tells of it elsewhere.
[[nodiscard]] bool follows_code(const GridRow& row, std::size_t place);

class Grid {
 public:
  Grid(const document::Table& table, const figure::UnitSystem& units);

  [[nodiscard]] const std::vector<GridRow>& rows() const { return rows_; }
  [[nodiscard]] bool spans_known() const { return spans_known_; }
  /// The cell that begins in a column; null where there is none.
  [[nodiscard]] const GridCell* at(std::size_t row, std::size_t column) const;
  /// The cell that covers a column, by its span; null where there is none.
  [[nodiscard]] const GridCell* over(std::size_t row, std::size_t column) const;

 private:
  std::vector<GridRow> rows_;
  bool spans_known_ = true;
};

/// Rows [first, last) of a grid.
struct RowRange {
  std::size_t first = 0;
  std::size_t last = 0;
};

}  // namespace tieout::report
