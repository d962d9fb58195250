// A document as every reader gives it: paragraphs and tables in reading order, each with its place.
#pragma once

#include "source/message.hpp"
#include "source/place.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace tieout::document {

/// Text in pieces, each of which knows where it stood. UTF-8. A text that was made from an empty
/// piece is empty and still has a place: that of a blank cell.
class PlacedText {
 public:
  PlacedText() = default;
  PlacedText(std::string_view text, source::Place start) { append(text, std::move(start)); }

  /// Adds text that starts at `start` (line and column count on within a piece by characters).
  void append(std::string_view text, source::Place start);
  void append(const PlacedText& other);

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] bool empty() const { return text_.empty(); }
  /// The bytes that it takes: its text and, in sheets, their names and what is stored with each
  /// piece.
  [[nodiscard]] std::size_t size() const;
  /// The place of the character at a byte offset (at most text().size()).
  [[nodiscard]] source::Place place(std::size_t offset) const;
  /// Bytes [begin, end) with their places.
  [[nodiscard]] PlacedText part(std::size_t begin, std::size_t end) const;
  /// Without white space at either end.
  [[nodiscard]] PlacedText trimmed() const;
  /// The same text, its pieces at the places that `where` gives for those they are at.
  [[nodiscard]] PlacedText moved(
      const std::function<source::Place(const source::Place&)>& where) const;

 private:
  struct Piece {
    std::size_t offset = 0;
    source::Place start;
  };
  std::string text_;
  std::vector<Piece> pieces_;
};

/// A cell holds paragraphs; `row` and `column` count from 0 in the table's grid.
struct Cell {
  std::vector<PlacedText> paragraphs;
  std::size_t row = 0;
  std::size_t column = 0;
  std::size_t row_span = 1;
  std::size_t column_span = 1;

  /// The paragraphs joined without anything between: a caption broken over lines (公共财/政拨款).
  [[nodiscard]] PlacedText joined() const;
  [[nodiscard]] bool blank() const;  ///< only spaces
};

struct TableRow {
  /// In column order. A cell that is merged with others stands in its first position; those to its
  /// right are absent, in each row below it there is a blank cell, as there is in exported text.
  std::vector<Cell> cells;
  source::Place place;  ///< where the row begins
};

/// A run of rows. A form often holds several logical tables in one run: `report` finds them.
struct Table {
  std::vector<TableRow> rows;
  bool spans_known = true;  ///< false for exported text, which loses merged cells: a cell's column
                            ///< is then its position in the row, and its spans say nothing
  source::Place place;
};

struct Paragraph {
  PlacedText text;
  int heading_level = 0;  ///< 0: not marked as a heading by the file
};

using Block = std::variant<Paragraph, Table>;

struct Document {
  std::string source;  ///< the file's name as given
  std::vector<Block> blocks;
  std::vector<source::Message> notes;  ///< what a reader should be told (tracked changes, ...)
};

}  // namespace tieout::document
