// The grid of a table whose cells reach over rows and columns.
#pragma once

#include "document/document.hpp"
#include "source/limits.hpp"

#include <cstddef>
#include <functional>
#include <map>
#include <vector>

namespace tieout::document {

/// Counts the paragraphs of a document and the positions that its tables take up.
class CellBudget {
 public:
  CellBudget(source::Place file, const source::Limits& limits)
      : file_(std::move(file)), limits_(limits) {}

  /// Throws Failure beyond Limits::table_cells.
  void spend(std::size_t pieces);
  /// Of text that is kept, which may be a copy: strings that cells share, repeated cells, numbers
  /// that are generated. Throws Failure beyond Limits::inflated_bytes.
  void spend_text(std::size_t bytes);

 private:
  source::Place file_;
  source::Limits limits_;
  std::size_t spent_ = 0;
  std::size_t text_ = 0;
};

/// How many rows and columns a cell takes up.
struct Spans {
  std::size_t rows = 1;
  std::size_t columns = 1;
};

/// Builds a table row by row. A merged cell stands once in its first row; each row below it has a
/// blank cell in its place.
class TableBuilder {
 public:
  /// The place of the cell at (row, cell), both from 1.
  using PlaceOf = std::function<source::Place(std::size_t row, std::size_t cell)>;

  TableBuilder(CellBudget& budget, PlaceOf place_of)
      : budget_(budget), place_of_(std::move(place_of)) {}

  void begin_row();
  /// Leaves columns out.
  void skip(std::size_t columns);
  /// Whether any cell from above reaches down into the row.
  [[nodiscard]] bool covered() const;
  /// If a cell from above reaches down to the next position: puts a blank cell there and returns
  /// how many columns it takes up; else 0.
  std::size_t cover_next();
  /// Where the next cell will stand.
  [[nodiscard]] source::Place next();
  /// A cell at the next free position. No paragraphs: a blank cell.
  void add(std::vector<PlacedText> paragraphs, Spans spans);
  /// The cell above goes on; a blank cell where there is none.
  void continue_above(std::size_t columns);
  /// The cell before it goes on to the right.
  void continue_before(std::size_t columns);
  /// Rows that are not kept pass the merged cells that reach over them.
  void pass_rows(std::size_t rows);

  [[nodiscard]] Table finish();

 private:
  /// A cell, by its row and its place in it.
  struct Origin {
    std::size_t row = 0;
    std::size_t cell = 0;
  };
  struct Cover {
    Origin origin;
    std::size_t rows_left = 0;  ///< that it reaches over, below those that are built
    std::size_t columns = 1;
  };
  struct Continued {
    Origin origin;
    std::size_t row = 0;  ///< the last one
  };

  CellBudget& budget_;
  PlaceOf place_of_;
  Table table_;
  std::size_t column_ = 0;
  std::map<std::size_t, Cover> covers_;         ///< by first column; told with their first row
  std::map<std::size_t, Continued> continued_;  ///< by first column; told row by row

  [[nodiscard]] std::size_t row() const { return table_.rows.size() - 1; }
  [[nodiscard]] Origin above() const;
  /// Cells that reach down to the next free position of the row.
  void fill_covered();
  void put(std::vector<PlacedText> paragraphs, std::size_t columns);
  void finish_row();
};

}  // namespace tieout::document
