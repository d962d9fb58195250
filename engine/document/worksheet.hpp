// A sheet of a workbook, and the table that it is.
#pragma once

#include "document/document_builder.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::document {

/// Rows and columns from 1, as the sheet counts them.
struct SheetCell {
  std::size_t row = 0;
  std::size_t column = 0;
  std::string text;         ///< as it is shown; lines parted by \n
  bool text_cell = false;   ///< holds text rather than a number
  std::string stored = {};  ///< what it stores, where it shows something else
};

struct SheetRange {
  std::size_t first_row = 0;
  std::size_t first_column = 0;
  std::size_t last_row = 0;
  std::size_t last_column = 0;
};

struct Worksheet {
  std::vector<SheetCell> cells;  ///< those that are not blank, by row and column
  std::vector<SheetRange> merged;
  std::size_t hidden_rows = 0;  ///< that hold something
  bool hidden_columns = false;
  bool hidden = false;
  std::vector<std::string> without_value;  ///< addresses of formulas that were never calculated
  std::vector<std::string> errors;         ///< addresses of cells that show #DIV/0! and the like
};

/// "AB12": column 28, row 12. Both 0 for what is no address.
struct Address {
  std::size_t row = 0;
  std::size_t column = 0;

  [[nodiscard]] static Address from_text(std::string_view text);
  [[nodiscard]] std::string text() const;
};

/// Adds the sheet as a table, if it holds anything: its columns from the first to the last that
/// hold something, its rows that do. Each cell's place is the sheet's name and its address. What is
/// hidden, not calculated or in error is noted. `number`: of the sheet, from 1.
void add_sheet(const Worksheet& sheet, const std::string& name, std::uint32_t number,
               DocumentBuilder& builder);

}  // namespace tieout::document
