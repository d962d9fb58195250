// Which columns each head of a laid-out table stands over.
#include "document/layout_heads.hpp"

#include <algorithm>
#include <cstddef>

namespace tieout::document {

namespace {

constexpr std::size_t most_columns = 60;  // of a table whose merged heads are looked for
// Twice what a head may miss the middle by.
constexpr std::size_t off_centre = 4 * column_width;

using Range = Columns::Range;

using Heads = std::vector<const LayoutLine*>;

/// How far from an extent the nearest of a line's other segments is; none: nothing.
std::optional<std::size_t> nearest(const LayoutLine& line, const Extent& extent, Ruler ruler) {
  std::optional<std::size_t> least;
  for (const auto& segment : line.segments) {
    const auto& other = segment.extent(ruler);
    if (other.meets(extent)) continue;
    const auto gap =
        other.end <= extent.begin ? extent.begin - other.end : other.begin - extent.end;
    least = std::min(least.value_or(gap), gap);
  }
  return least;
}

/// Twice what the middles of two extents are apart.
std::size_t apart(const Extent& a, const Extent& b) {
  const auto first = a.begin + a.end;
  const auto second = b.begin + b.end;
  return first > second ? first - second : second - first;
}

class HeadRanges {
 public:
  HeadRanges(const Columns& columns, const Heads& heads)
      : columns_(columns),
        heads_(heads),
        boxes_(columns.extents),
        lowest_(columns.extents.size()),
        headed_(columns.extents.size(), false),
        free_(columns.extents.size(), true),
        named_(columns.extents.size(), false),
        numbers_(columns.extents.size()) {
    for (const auto* line : heads) {
      for (const auto& segment : line->segments) {
        const auto met = columns.met_by(extent(segment));
        for (auto column = met ? met->first : 1; column <= (met ? met->last : 0); ++column) {
          free_[column] = false;
        }
      }
    }
    for (std::size_t column = 0; column < boxes_.size(); ++column)
      below_.push_back({column, column});
  }

  /// The ranges of a line; those below it come first.
  std::vector<std::optional<Range>> of(std::size_t line) {
    const auto& segments = heads_[line]->segments;
    std::vector<std::optional<Range>> ranges;
    ranges.reserve(segments.size());
    for (const auto& segment : segments) {
      ranges.push_back(columns_.met_by(extent(segment)));
    }
    part(segments, ranges);
    for (auto& range : ranges) {
      if (range) range = Range{below_[range->first].first, below_[range->last].last};
    }
    const bool numbers = heads_[line]->kind == LayoutLine::Kind::numbers;
    if (boxes_.size() <= most_columns && !numbers) {
      for (std::size_t at = 0; at < segments.size(); ++at) {
        if (const auto own = numbered_below(extent(segments[at]))) {
          ranges[at] = Range{*own, *own};
          continue;
        }
        const bool alone = ranges[at] && ranges[at]->first == ranges[at]->last &&
                           lower_part(columns_, heads_, {line, at}).has_value();
        if (!alone) widen(extent(segments[at]), ranges, at, line == 0);
      }
    }
    for (std::size_t at = 0; at < segments.size(); ++at) {
      cover(extent(segments[at]), ranges[at], numbers);
    }
    return ranges;
  }

 private:
  const Columns& columns_;
  const Heads& heads_;
  std::vector<Extent> boxes_;    // figures and heads of each column below the line
  std::vector<Extent> lowest_;   // head of each column's own; empty if it has none below the line
  std::vector<bool> headed_;     // columns that have a head below the line
  std::vector<bool> free_;       // columns that no head of any line meets
  std::vector<bool> named_;      // columns that have one that is more than a number
  std::vector<Extent> numbers_;  // of columns; empty if they have none
  std::vector<Range> below_;     // what the uppermost head below the line reaches over

  [[nodiscard]] const Extent& extent(const Segment& segment) const {
    return segment.extent(columns_.ruler);
  }

  /// A column that two heads of a line meet is the nearer one's, if each keeps one.
  void part(const std::vector<Segment>& segments, std::vector<std::optional<Range>>& ranges) const {
    for (std::size_t at = 1; at < ranges.size(); ++at) {
      auto& left = ranges[at - 1];
      auto& right = ranges[at];
      if (!left || !right || left->last < right->first) continue;
      const auto& shared = boxes_[right->first];
      const bool is_left =
          apart(extent(segments[at - 1]), shared) < apart(extent(segments[at]), shared);
      if (!is_left && left->first < right->first) {
        left->last = right->first - 1;
      } else if (is_left && left->last < right->last) {
        right->first = left->last + 1;
      }
    }
  }

  /// The column in the middle of which a head stands, as its number tells, if the columns beside it
  /// have no heads below: those may be of one head with it.
  [[nodiscard]] std::optional<std::size_t> numbered_below(const Extent& head) const {
    constexpr std::size_t near = 3 * column_width;  // twice a column and a half
    for (std::size_t column = 0; column < numbers_.size(); ++column) {
      if (numbers_[column].end == 0 || apart(head, numbers_[column]) > near) continue;
      const bool beside =
          column > 0 && column + 1 < named_.size() && named_[column - 1] && named_[column + 1];
      return beside ? std::nullopt : std::optional(column);
    }
    return std::nullopt;
  }

  /// Twice what a head misses the middle of columns by.
  [[nodiscard]] std::size_t miss(const Extent& head, const Range& range) const {
    return apart(head, {boxes_[range.first].begin, boxes_[range.last].end});
  }

  [[nodiscard]] std::size_t width(std::size_t column) const {
    return boxes_[column].end - boxes_[column].begin;
  }

  void widen(const Extent& head, std::vector<std::optional<Range>>& ranges, std::size_t at,
             bool uppermost) const {
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
    if (met && met->first == met->last && fills(head, low, high)) {
      range = Range{low, high - 1};
      return;
    }
    // A title of all columns.
    const bool over_several = met && met->first != met->last;
    if (uppermost && over_several && ranges.size() == 1 &&
        miss(head, {low, high - 1}) <= 2 * off_centre) {
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
      for (auto last = first; last < high && (headed_[last] || free_[last]); ++last) {
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
  [[nodiscard]] bool fills(const Extent& head, std::size_t low, std::size_t high) const {
    constexpr std::size_t fewest = 3;  // with two the middle is over none of them
    if (high < low + fewest || high - low > 2 * fewest) return false;
    for (auto column = low; column < high; ++column) {
      if (!headed_[column] || below_[column].first != below_[column].last) return false;
    }
    return miss(head, {low, high - 1}) <= off_centre;
  }

  void cover(const Extent& head, const std::optional<Range>& range, bool number) {
    if (!range) return;
    if (number && range->first == range->last) numbers_[range->first] = head;
    for (auto column = range->first; column <= range->last; ++column) {
      if (!number) named_[column] = true;
    }
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

std::optional<HeadPart> lower_part(const Columns& columns, const Heads& heads, HeadPart upper) {
  constexpr std::size_t most_lines = 5;  // of a head
  const auto ruler = columns.ruler;
  const auto& extent = heads[upper.line]->segments[upper.at].extent(ruler);
  std::optional<std::size_t> beside;
  for (auto below = upper.line + 1; below < std::min(heads.size(), upper.line + most_lines);
       ++below) {
    const auto& segments = heads[below]->segments;
    const auto lower = std::ranges::find_if(
        segments, [&](const Segment& each) { return each.extent(ruler).meets(extent); });
    if (lower != segments.end()) {
      const bool goes_on = apart(lower->extent(ruler), extent) <= off_centre / 2;
      const auto sibling = nearest(*heads[below], lower->extent(ruler), ruler);
      if (!goes_on || !beside || (sibling && *sibling <= *beside)) return std::nullopt;
      return HeadPart{below, static_cast<std::size_t>(lower - segments.begin())};
    }
    const auto gap = nearest(*heads[below], extent, ruler);
    if (gap) beside = std::min(beside.value_or(*gap), *gap);
  }
  return std::nullopt;
}

std::vector<std::vector<std::optional<Columns::Range>>> head_ranges(
    const Columns& columns, const std::vector<const LayoutLine*>& heads) {
  std::vector<std::vector<std::optional<Range>>> ranges(heads.size());
  HeadRanges of_lines(columns, heads);
  for (auto line = heads.size(); line-- > 0;) ranges[line] = of_lines.of(line);
  // What meets no column goes on with the head above it.
  for (std::size_t line = 1; line < heads.size(); ++line) {
    for (std::size_t at = 0; at < heads[line]->segments.size(); ++at) {
      if (ranges[line][at]) continue;
      const auto begun = begun_above(heads, {line, at}, columns.ruler);
      if (!begun) continue;
      const auto& range = ranges[begun->line][begun->at];
      if (range && range->first == range->last) ranges[line][at] = range;
    }
  }
  return ranges;
}

}  // namespace tieout::document
