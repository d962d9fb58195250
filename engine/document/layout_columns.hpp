// Where the columns of a laid-out table stand.
#pragma once

#include "document/layout_lines.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace tieout::document {

/// The columns of a table, from left to right, disjoint on their ruler.
struct Columns {
  Ruler ruler = Ruler::characters;
  std::vector<Extent> extents;

  /// The first and last column that an extent meets; nothing if it meets none.
  struct Range {
    std::size_t first = 0;
    std::size_t last = 0;
  };
  [[nodiscard]] std::optional<Range> met_by(const Extent& extent) const;

  /// Adds columns for the names that meet none on several of the lines: all of them are broken, and
  /// stand above and below their figures.
  void add_names(const std::vector<const LayoutLine*>& lines);

  /// Adds columns for the segments that meet none, as heads above blank columns do; the lowest line
  /// first, so that a head over several of them meets them.
  void add_missing(const std::vector<const LayoutLine*>& heads);

 private:
  [[nodiscard]] std::optional<std::size_t> column_of(const std::vector<Extent>& heads,
                                                     std::size_t place, std::size_t first,
                                                     std::size_t last) const;
  /// The column nearest to a head of line `line` that meets none, if no other head is nearer to it.
  [[nodiscard]] std::optional<Extent> nearest_free(const Segment& segment,
                                                   const std::vector<const LayoutLine*>& heads,
                                                   std::size_t line) const;
  /// The column beside a head that meets none, which no other of the heads is above.
  [[nodiscard]] std::optional<Extent> unheaded_beside(
      const Segment& segment, const std::vector<const LayoutLine*>& heads) const;
};

/// A segment of a line of heads.
struct HeadPart {
  std::size_t line = 0;
  std::size_t at = 0;
};

/// The head above that a head goes on with: it stands over no other of that line, and is at most a
/// few lines above, for others may have lines between.
[[nodiscard]] std::optional<HeadPart> begun_above(const std::vector<const LayoutLine*>& heads,
                                                  HeadPart lower, Ruler ruler);

/// Columns in which every segment of the data lines has a place of its own, on the ruler on which
/// figures stand most exactly below each other and heads above them; nothing if there are none:
/// figures of one line share a column, or (in several lines) no column has two figures.
[[nodiscard]] std::optional<Columns> find_columns(const std::vector<const LayoutLine*>& data,
                                                  const std::vector<const LayoutLine*>& heads);

}  // namespace tieout::document
