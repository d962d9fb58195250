// The lines of a stretch of text that is laid out with spaces, and cells of what they hold.
#pragma once

#include "document/layout_lines.hpp"
#include "document/text_lines.hpp"

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace tieout::document {

/// Lines are counted from the stretch's first.
struct LaidOutLines {
  std::string_view text;
  std::span<const TextLine> lines;
  std::vector<LayoutLine> layout;  ///< of each line

  [[nodiscard]] const source::Span& span(std::size_t line) const { return lines[line].span; }
  [[nodiscard]] std::string_view content(const Segment& segment) const {
    return text.substr(segment.span.begin, segment.span.end - segment.span.begin);
  }
  /// Whether a page ends above a line.
  [[nodiscard]] bool begins_page(std::size_t line) const {
    return text.substr(span(line).begin, span(line).end - span(line).begin).starts_with('\f');
  }
};

using SketchRow = std::vector<CellSketch>;

/// A blank cell in each of so many columns, at one place of the text.
[[nodiscard]] inline SketchRow blank_row(std::size_t columns, std::size_t place) {
  SketchRow row(columns);
  for (std::size_t column = 0; column < columns; ++column) {
    row[column] = {.paragraphs = {{place, place}}, .column = column};
  }
  return row;
}

[[nodiscard]] inline bool is_blank(const CellSketch& cell) {
  return cell.paragraphs.front().begin == cell.paragraphs.front().end;
}

inline void add_text(CellSketch& cell, source::Span span) {
  if (is_blank(cell)) cell.paragraphs.clear();
  cell.paragraphs.push_back(span);
}

}  // namespace tieout::document
