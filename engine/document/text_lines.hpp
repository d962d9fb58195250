// The lines of a text, told apart by shape, and the sketches of what they hold. The readers of the
// table forms work on these; text_reader turns sketches into a Document.
#pragma once

#include "source/source.hpp"

#include <cstddef>
#include <string_view>
#include <variant>
#include <vector>

namespace tieout::document {

enum class Shape {
  blank,   ///< nothing but white space
  plain,   ///< text, or columns laid out with spaces
  cell,    ///< begins with TABs and has no other: a cell of an exported table
  tabbed,  ///< TABs between texts, or several TABs and no text: a row
  piped,   ///< has "|" or its full-width and box-drawing forms
  rule,    ///< only dashes and the like: drawn lines
};

struct TextLine {
  source::Span span;  ///< without the line's end
  Shape shape = Shape::blank;
};

[[nodiscard]] std::vector<TextLine> text_lines(const source::Source& text);

/// The span of the text inside `span` without white space at either end. All white space: an empty
/// span at its begin.
[[nodiscard]] source::Span trimmed(std::string_view text, source::Span span);

/// Where a cell's text lies: a trimmed span for each paragraph; one empty span for a blank cell.
struct CellSketch {
  std::vector<source::Span> paragraphs;
  std::size_t column = 0;
  std::size_t column_span = 1;
};
struct TableSketch {
  std::vector<std::vector<CellSketch>> rows;
  bool spans_known = false;
};
/// A paragraph's lines, joined without anything between.
struct ParagraphSketch {
  std::vector<source::Span> lines;
};
using Sketch = std::variant<ParagraphSketch, TableSketch>;

/// Lines [first, last) of a text.
struct LineRange {
  std::size_t first = 0;
  std::size_t last = 0;
};

/// A table and the lines that it takes up.
struct FoundTable {
  TableSketch table;
  LineRange lines;
};

}  // namespace tieout::document
