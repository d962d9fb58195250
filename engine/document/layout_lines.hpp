// Lines of text whose columns are laid out with spaces (as `pdftotext -layout` prints a page).
#pragma once

#include "document/text_lines.hpp"

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

namespace tieout::document {

/// What places on a line are measured in: programs that print pages count every character as one
/// column; people who lay out text in an editor see Han characters as two.
enum class Ruler { characters, columns };

/// Places on a ruler are tenths of a column: pages are set finer than texts.
inline constexpr std::size_t column_width = 10;

/// [begin, end) of a piece of a line on a ruler.
struct Extent {
  std::size_t begin = 0;
  std::size_t end = 0;

  [[nodiscard]] bool meets(const Extent& other) const {
    return begin < other.end && other.begin < end;
  }
};

/// Text between gaps of two or more spaces; also what a single space parts from a figure beside it.
struct Segment {
  source::Span span;
  std::array<Extent, 2> extents;  ///< by ruler
  bool figure = false;            ///< resembles one

  [[nodiscard]] const Extent& extent(Ruler ruler) const {
    return extents[static_cast<std::size_t>(ruler)];
  }
};

struct LayoutLine {
  enum class Kind {
    blank,    ///< also the number of a page
    numbers,  ///< the numbers of columns: 栏次 1 2 3
    data,     ///< figures among the segments behind the first, or one figure alone
    heads,    ///< several segments, no figures
    label,    ///< one short segment
    prose,    ///< anything else
  };
  Kind kind = Kind::blank;
  std::vector<Segment> segments;
};

/// 12, - 12 -, 第 12 页
[[nodiscard]] bool is_page_number(std::string_view text);

[[nodiscard]] LayoutLine layout_line(std::string_view text, source::Span line);

}  // namespace tieout::document
