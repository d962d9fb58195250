// Columns that are followed from row to row.
#include "document/layout_drift.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <optional>
#include <span>
#include <utility>

namespace tieout::document {

namespace {

constexpr std::size_t farthest = 7 * column_width;  // that a cell moves from a row to the next
constexpr std::size_t fewest_cells = 4;
constexpr std::size_t most_cells = 40;

using Kind = LayoutLine::Kind;

std::size_t difference(std::size_t a, std::size_t b) { return a > b ? a - b : b - a; }

/// Where a cell stands and what it holds.
struct Cell {
  Extent extent;
  bool figure = false;
};

/// How far a segment is from a column's last cell: figures end below each other, texts begin so.
std::optional<std::size_t> distance(const Cell& segment, const Cell& column) {
  if (segment.figure != column.figure) return std::nullopt;
  const auto& extent = segment.extent;
  const auto apart = column.figure ? difference(extent.end, column.extent.end)
                                   : difference(extent.begin, column.extent.begin);
  return apart <= farthest ? std::optional(apart) : std::nullopt;
}

/// Whether no segment is nearly as near to another column that is free between its neighbours'.
bool is_certain(std::span<const Cell> segments, std::span<const Cell> columns,
                std::span<const std::size_t> found) {
  constexpr std::size_t margin = 2 * column_width;
  for (std::size_t at = 0; at < found.size(); ++at) {
    const auto own = *distance(segments[at], columns[found[at]]);
    const auto first = at == 0 ? 0 : found[at - 1] + 1;
    const auto last = at + 1 == found.size() ? columns.size() : found[at + 1];
    for (auto column = first; column < last; ++column) {
      if (column == found[at]) continue;
      const auto other = distance(segments[at], columns[column]);
      if (other && *other < own + margin) return false;
    }
  }
  return true;
}

/// The columns of a line's segments, in their order, with the least distances in sum; nothing if
/// they fit none or several nearly as well.
std::optional<std::vector<std::size_t>> matched(std::span<const Cell> segments,
                                                std::span<const Cell> columns) {
  constexpr auto never = std::numeric_limits<std::size_t>::max();
  if (segments.size() > columns.size()) return std::nullopt;
  // least[s][c]: the first s segments in the first c columns.
  std::vector<std::vector<std::size_t>> least(segments.size() + 1,
                                              std::vector<std::size_t>(columns.size() + 1, never));
  std::ranges::fill(least.front(), 0);
  for (std::size_t s = 1; s <= segments.size(); ++s) {
    for (std::size_t c = s; c <= columns.size(); ++c) {
      least[s][c] = least[s][c - 1];
      const auto apart = distance(segments[s - 1], columns[c - 1]);
      if (!apart || least[s - 1][c - 1] == never) continue;
      least[s][c] = std::min(least[s][c], least[s - 1][c - 1] + *apart);
    }
  }
  if (least.back().back() == never) return std::nullopt;
  std::vector<std::size_t> found(segments.size());
  auto column = columns.size();
  for (auto s = segments.size(); s > 0; --s) {
    while (least[s][column] == least[s][column - 1]) --column;
    found[s - 1] = --column;
  }
  return is_certain(segments, columns, found) ? std::optional(found) : std::nullopt;
}

class Straightened {
 public:
  Straightened(Ruler measure, const std::vector<LayoutLine*>& lines)
      : ruler_(measure), lines_(lines) {}

  bool run() {
    const auto fullest = std::ranges::max_element(lines_, {}, [](const LayoutLine* line) {
      return line->kind == Kind::data ? line->segments.size() : 0;
    });
    if (fullest == lines_.end()) return false;
    straight_ = cells_of(**fullest);
    if (straight_.size() < fewest_cells || straight_.size() > most_cells) return false;
    const auto at = static_cast<std::size_t>(fullest - lines_.begin());
    columns_.resize(lines_.size());
    auto tracked = straight_;
    for (auto line = at; line < lines_.size(); ++line) {
      if (!follow(line, tracked)) return false;
    }
    tracked = straight_;
    for (auto line = at; line-- > 0;) {
      if (!follow(line, tracked)) return false;
    }
    // Heads stand over the uppermost rows.
    straight_ = std::move(tracked);
    for (std::size_t line = 0; line < lines_.size(); ++line) move(line);
    return true;
  }

 private:
  Ruler ruler_;
  const std::vector<LayoutLine*>& lines_;
  std::vector<Cell> straight_;                     // the cells of the fullest line
  std::vector<std::vector<std::size_t>> columns_;  // by line and segment

  [[nodiscard]] std::vector<Cell> cells_of(const LayoutLine& line) const {
    std::vector<Cell> cells;
    cells.reserve(line.segments.size());
    for (const auto& segment : line.segments) {
      cells.push_back({segment.extent(ruler_), segment.figure});
    }
    return cells;
  }

  /// Finds the columns of a line next to one whose cells are `tracked`, which move along with it.
  bool follow(std::size_t line, std::vector<Cell>& tracked) {
    const auto cells = cells_of(*lines_[line]);
    auto found = matched(cells, tracked);
    // A name broken over lines may begin anywhere in its column.
    if (!found) return lines_[line]->kind != Kind::data;
    if (lines_[line]->kind == Kind::data) {
      take(cells, *found, tracked);
    }
    columns_[line] = *std::move(found);
    return true;
  }

  /// Moves the cells of a line that has none in some columns along with those to the left of them.
  static void take(const std::vector<Cell>& cells, const std::vector<std::size_t>& columns,
                   std::vector<Cell>& tracked) {
    std::size_t right = 0;
    std::size_t left = 0;
    std::size_t at = 0;
    for (std::size_t column = 0; column < tracked.size(); ++column) {
      auto& extent = tracked[column].extent;
      if (at < columns.size() && columns[at] == column) {
        const auto& own = cells[at++].extent;
        right = own.begin > extent.begin && own.end > extent.end ? own.end - extent.end : 0;
        left = own.begin < extent.begin && own.end < extent.end ? extent.end - own.end : 0;
        extent = own;
      } else {
        extent = {extent.begin + right - std::min(left, extent.begin + right),
                  extent.end + right - std::min(left, extent.end + right)};
      }
    }
  }

  /// The place of a column, up to the next one's.
  [[nodiscard]] Extent place(std::size_t column, const Extent& own) const {
    const auto& straight = straight_[column];
    const auto width = own.end - own.begin;
    const auto low = column == 0 ? 0 : straight_[column - 1].extent.end;
    const auto high = column + 1 < straight_.size() ? straight_[column + 1].extent.begin
                                                    : std::numeric_limits<std::size_t>::max();
    if (straight.figure) {
      const auto end = straight.extent.end;
      return {std::max(low, end - std::min(end, width)), end};
    }
    const auto begin = straight.extent.begin;
    return {begin, std::max(begin + 1, std::min(high, begin + width))};
  }

  void move(std::size_t line) {
    auto& segments = lines_[line]->segments;
    for (std::size_t at = 0; at < columns_[line].size(); ++at) {
      const auto extent = place(columns_[line][at], segments[at].extent(ruler_));
      segments[at].extents = {extent, extent};
    }
  }
};

}  // namespace

std::size_t moved_columns(const Columns& columns, const std::vector<const LayoutLine*>& data) {
  struct Rows {
    std::size_t first = 0;
    std::size_t last = 0;  // behind the last; 0 without any
    bool figure = false;
  };
  std::vector<Rows> rows(columns.extents.size());
  for (std::size_t line = 0; line < data.size(); ++line) {
    for (const auto& segment : data[line]->segments) {
      const auto met = columns.met_by(segment.extent(columns.ruler));
      if (!met) continue;
      auto& own = rows[met->first];
      if (own.last == 0) own = {.first = line, .last = 0, .figure = segment.figure};
      own.last = line + 1;
    }
  }
  std::size_t moved = 0;
  for (std::size_t column = 1; column < rows.size(); ++column) {
    const auto& left = rows[column - 1];
    const auto& right = rows[column];
    const bool apart = left.last <= right.first || right.last <= left.first;
    if (apart && left.last > 0 && right.last > 0 && left.figure == right.figure) ++moved;
  }
  return moved;
}

bool straighten(Ruler ruler, const std::vector<LayoutLine*>& lines) {
  return Straightened(ruler, lines).run();
}

}  // namespace tieout::document
