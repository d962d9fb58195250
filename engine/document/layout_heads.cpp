// Which columns each head of a laid-out table stands over.
#include "document/layout_heads.hpp"

#include <algorithm>
#include <cstddef>

namespace tieout::document {

namespace {

constexpr std::size_t most_columns = 60;  // of a table whose merged heads are looked for
constexpr std::size_t off_centre = 4;     // half columns by which a head may miss the middle

using Range = Columns::Range;

class HeadRanges {
 public:
  explicit HeadRanges(const Columns& columns)
      : columns_(columns),
        boxes_(columns.extents),
        lowest_(columns.extents.size()),
        headed_(columns.extents.size(), false) {
    for (std::size_t column = 0; column < boxes_.size(); ++column)
      below_.push_back({column, column});
  }

  /// The ranges of a line; those below it come first.
  std::vector<std::optional<Range>> of(const LayoutLine& line) {
    const auto& segments = line.segments;
    std::vector<std::optional<Range>> ranges;
    ranges.reserve(segments.size());
    for (const auto& segment : segments) {
      auto& range = ranges.emplace_back(columns_.met_by(extent(segment)));
      if (range) range = Range{below_[range->first].first, below_[range->last].last};
    }
    if (boxes_.size() <= most_columns) {
      for (std::size_t at = 0; at < segments.size(); ++at) widen(extent(segments[at]), ranges, at);
    }
    for (std::size_t at = 0; at < segments.size(); ++at) cover(extent(segments[at]), ranges[at]);
    return ranges;
  }

 private:
  const Columns& columns_;
  std::vector<Extent> boxes_;   // figures and heads of each column below the line
  std::vector<Extent> lowest_;  // head of each column's own; empty if it has none below the line
  std::vector<bool> headed_;    // columns that have a head below the line
  std::vector<Range> below_;    // what the uppermost head below the line reaches over

  [[nodiscard]] const Extent& extent(const Segment& segment) const {
    return segment.extent(columns_.ruler);
  }

  /// By how much a head misses the middle of columns, in half columns.
  [[nodiscard]] std::size_t miss(const Extent& head, const Range& range) const {
    return apart(head, {boxes_[range.first].begin, boxes_[range.last].end});
  }

  /// How far the middles of two extents are apart, in half columns.
  static std::size_t apart(const Extent& a, const Extent& b) {
    const auto first = a.begin + a.end;
    const auto second = b.begin + b.end;
    return first > second ? first - second : second - first;
  }

  [[nodiscard]] std::size_t width(std::size_t column) const {
    return boxes_[column].end - boxes_[column].begin;
  }

  void widen(const Extent& head, std::vector<std::optional<Range>>& ranges, std::size_t at) const {
    std::size_t low = 0;
    for (std::size_t before = at; before-- > 0;) {
      if (!ranges[before]) continue;
      low = ranges[before]->last + 1;
      break;
    }
    std::size_t high = boxes_.size();
    for (auto after = at + 1; after < ranges.size(); ++after) {
      if (!ranges[after]) continue;
      high = ranges[after]->first;
      break;
    }
    auto& range = ranges[at];
    const auto met = range;
    auto best = met ? miss(head, *met) : 2 * off_centre;
    // A head that is wider than its column's cells is not the column's own.
    const bool too_wide = met && met->first == met->last && headed_[met->first] &&
                          head.end - head.begin > width(met->first) + off_centre / 2;
    if (too_wide) best = 3 * off_centre;
    if (met && met->first == met->last && fills(head, low, high, at)) {
      range = Range{low, high - 1};
      return;
    }
    if (best <= off_centre) return;
    // Below the middle of a head stands the column's own, which missed its figures.
    const bool above_own = met && met->first == met->last && !too_wide &&
                           apart(head, lowest_[met->first]) <= off_centre / 2;
    if (above_own) return;
    bool widened = false;
    for (auto first = low; first < high && (!met || first <= met->first); ++first) {
      for (auto last = first; last < high && headed_[last]; ++last) {
        const Range wider = {first, last};
        const bool holds = boxes_[first].begin <= head.begin && head.end <= boxes_[last].end;
        if (first == last || (met && last < met->last) || !holds) continue;
        // A head reaches over all columns of one below it, or none.
        if (below_[first].first != first || below_[last].last != last) continue;
        const auto missed = miss(head, wider);
        const auto most = too_wide ? 2 * off_centre : off_centre;
        if (missed > most) continue;
        // Of several that it stands in the middle of, the narrowest.
        const bool narrower =
            widened && missed <= best && last - first < range->last - range->first;
        if (!narrower && missed + (too_wide ? 0 : off_centre) >= best) continue;
        widened = true;
        best = missed;
        range = wider;
      }
    }
  }

  /// Whether a head between others stands in the middle of all columns between them, which
  /// have heads of their own below the line: 基本支出 over 小计, 人员经费 and 公用经费, the second
  /// of which stands right below it.
  [[nodiscard]] bool fills(const Extent& head, std::size_t low, std::size_t high,
                           std::size_t at) const {
    constexpr std::size_t fewest = 3;  // with two the middle is over none of them
    if (at == 0 || high == boxes_.size()) return false;
    if (high < low + fewest || high - low > 2 * fewest) return false;
    for (auto column = low; column < high; ++column) {
      if (!headed_[column] || below_[column].first != below_[column].last) return false;
    }
    return miss(head, {low, high - 1}) <= off_centre;
  }

  void cover(const Extent& head, const std::optional<Range>& range) {
    if (!range) return;
    for (auto column = range->first; column <= range->last; ++column) {
      headed_[column] = true;
      below_[column] = *range;
    }
    if (range->first != range->last) return;
    auto& lowest = lowest_[range->first];
    if (lowest.end == 0) lowest = head;
    auto& box = boxes_[range->first];
    box = {std::min(box.begin, head.begin), std::max(box.end, head.end)};
  }
};

}  // namespace

std::vector<std::vector<std::optional<Columns::Range>>> head_ranges(
    const Columns& columns, const std::vector<const LayoutLine*>& heads) {
  std::vector<std::vector<std::optional<Range>>> ranges(heads.size());
  HeadRanges of_lines(columns);
  for (auto line = heads.size(); line-- > 0;) ranges[line] = of_lines.of(*heads[line]);
  // What meets no column goes on with the head above it.
  for (std::size_t line = 1; line < heads.size(); ++line) {
    const auto& above = *heads[line - 1];
    for (std::size_t at = 0; at < heads[line]->segments.size(); ++at) {
      if (ranges[line][at]) continue;
      const auto* begun = begun_by(above, *heads[line], heads[line]->segments[at], columns.ruler);
      if (begun == nullptr) continue;
      const auto& range = ranges[line - 1][static_cast<std::size_t>(begun - above.segments.data())];
      if (range && range->first == range->last) ranges[line][at] = range;
    }
  }
  return ranges;
}

}  // namespace tieout::document
