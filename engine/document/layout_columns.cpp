// Where the columns of a laid-out table stand.
#include "document/layout_columns.hpp"

#include <algorithm>
#include <utility>

namespace tieout::document {

namespace {

/// The extents that overlapping ones cover together, from left to right.
std::vector<Extent> united(std::vector<Extent> extents) {
  std::ranges::sort(extents, {}, &Extent::begin);
  std::vector<Extent> result;
  for (const auto& extent : extents) {
    if (!result.empty() && extent.begin < result.back().end) {
      result.back().end = std::max(result.back().end, extent.end);
    } else {
      result.push_back(extent);
    }
  }
  return result;
}

/// Figures decide where columns are; texts may be wide, but not so that two of a line meet.
std::optional<Columns> columns_on(Ruler ruler, const std::vector<const LayoutLine*>& data) {
  std::vector<Extent> figures;
  std::vector<Extent> texts;
  for (const auto* line : data) {
    for (const auto& segment : line->segments) {
      (segment.figure ? figures : texts).push_back(segment.extent(ruler));
    }
  }
  const Columns of_figures{ruler, united(std::move(figures))};
  std::erase_if(texts, [&](const Extent& text) { return of_figures.met_by(text).has_value(); });
  auto all = of_figures.extents;
  all.insert(all.end(), texts.begin(), texts.end());
  Columns columns{ruler, united(std::move(all))};

  std::vector<std::size_t> in_column(columns.extents.size(), 0);
  for (const auto* line : data) {
    std::optional<std::size_t> previous;
    for (const auto& segment : line->segments) {
      const auto met = columns.met_by(segment.extent(ruler));
      if (!met || met->first != met->last || met->first == previous) return std::nullopt;
      previous = met->first;
      if (segment.figure) ++in_column[met->first];
    }
  }
  const bool aligned = std::ranges::any_of(in_column, [](auto count) { return count > 1; });
  if (data.size() > 1 && !aligned) return std::nullopt;
  return columns;
}

/// How badly the columns fit: by how much each is wider than its widest figure, then how many heads
/// stand above none, or above the same as the head before them.
std::pair<std::size_t, std::size_t> misfit(const Columns& columns,
                                           const std::vector<const LayoutLine*>& data,
                                           const std::vector<const LayoutLine*>& heads) {
  std::vector<Extent> covered(columns.extents.size());
  std::vector<std::size_t> widest(columns.extents.size(), 0);
  for (const auto* line : data) {
    for (const auto& segment : line->segments) {
      if (!segment.figure) continue;
      const auto& extent = segment.extent(columns.ruler);
      const auto column = columns.met_by(extent)->first;
      auto& all = covered[column];
      all.begin = widest[column] == 0 ? extent.begin : std::min(all.begin, extent.begin);
      all.end = std::max(all.end, extent.end);
      widest[column] = std::max(widest[column], extent.end - extent.begin);
    }
  }
  std::size_t slack = 0;
  for (std::size_t column = 0; column < covered.size(); ++column) {
    slack += covered[column].end - covered[column].begin - widest[column];
  }
  std::size_t misplaced = 0;
  for (const auto* line : heads) {
    std::optional<std::size_t> previous;
    for (const auto& segment : line->segments) {
      const auto met = columns.met_by(segment.extent(columns.ruler));
      if (!met || met->first == previous) ++misplaced;
      if (met) previous = met->last;
    }
  }
  return {slack, misplaced};
}

}  // namespace

std::optional<HeadPart> begun_above(const std::vector<const LayoutLine*>& heads, HeadPart lower,
                                    Ruler ruler) {
  constexpr std::size_t most_between = 3;
  const auto& extent = heads[lower.line]->segments[lower.at].extent(ruler);
  const auto highest = lower.line - std::min(lower.line, most_between);
  for (auto line = lower.line; line-- > highest;) {
    const auto& segments = heads[line]->segments;
    const auto found = std::ranges::find_if(
        segments, [&](const Segment& each) { return each.extent(ruler).meets(extent); });
    if (found == segments.end()) continue;
    const auto below = std::ranges::count_if(heads[lower.line]->segments, [&](const Segment& each) {
      return found->extent(ruler).meets(each.extent(ruler));
    });
    if (below == 1) return HeadPart{line, static_cast<std::size_t>(found - segments.begin())};
  }
  return std::nullopt;
}

std::optional<Columns::Range> Columns::met_by(const Extent& extent) const {
  const auto first = std::ranges::upper_bound(extents, extent.begin, {}, &Extent::end);
  const auto after = std::ranges::lower_bound(first, extents.end(), extent.end, {}, &Extent::begin);
  if (first == after) return std::nullopt;
  return Range{static_cast<std::size_t>(first - extents.begin()),
               static_cast<std::size_t>(after - extents.begin()) - 1};
}

/// Which of the columns [first, last) belongs to one of the heads beside them: where they are as
/// many, one each; else the one right behind a head, if a head stands right before each.
std::optional<std::size_t> Columns::column_of(const std::vector<Extent>& heads, std::size_t place,
                                              std::size_t first, std::size_t last) const {
  if (first >= last || last - first > heads.size()) return std::nullopt;
  if (last - first == heads.size()) return first + place;
  // A lone column in front of them all is the first one's.
  const bool in_front_of_all = extents[first].end <= heads.front().begin;
  if (last - first == 1 && in_front_of_all) return place == 0 ? std::optional(first) : std::nullopt;
  std::optional<std::size_t> own;
  std::size_t before = 0;  // heads in front of the column before
  for (auto column = first; column < last; ++column) {
    auto in_front = before;
    while (in_front < heads.size() && heads[in_front].end <= extents[column].begin) ++in_front;
    if (in_front == before) return std::nullopt;
    if (in_front == place + 1) own = column;
    before = in_front;
  }
  return own;
}

std::optional<Extent> Columns::unheaded_beside(const Segment& segment,
                                               const std::vector<const LayoutLine*>& heads) const {
  const auto& own = segment.extent(ruler);
  // The columns without a head between two that have one, and the heads without a column there.
  std::size_t low = 0;
  std::size_t high = extents.size();
  std::vector<Extent> alone;
  for (const auto* line : heads) {
    for (const auto& other : line->segments) {
      const auto& extent = other.extent(ruler);
      const auto met = met_by(extent);
      if (!met) {
        alone.push_back(extent);
      } else if (extent.end <= own.begin) {
        low = std::max(low, met->last + 1);
      } else if (extent.begin >= own.end) {
        high = std::min(high, met->first);
      }
    }
  }
  alone = united(std::move(alone));
  std::erase_if(alone, [&](const Extent& head) {
    return (low > 0 && head.begin < extents[low - 1].end) ||
           (high < extents.size() && head.end > extents[high].begin);
  });
  const auto place =
      std::ranges::find_if(alone, [&](const Extent& head) { return head.meets(own); });
  const auto at = column_of(alone, static_cast<std::size_t>(place - alone.begin()), low, high);
  if (!at) return std::nullopt;
  const auto& column = extents[*at];
  const auto gap = column.end <= own.begin ? own.begin - column.end : column.begin - own.end;
  // Several in a row confirm each other.
  const std::size_t most_apart = (high - low > 1 ? 16 : 6) * column_width;
  return gap > most_apart ? std::nullopt : std::optional(column);
}

std::optional<Extent> Columns::nearest_free(const Segment& segment,
                                            const std::vector<const LayoutLine*>& heads,
                                            std::size_t line) const {
  constexpr std::size_t most_apart = 6 * column_width;
  const auto gap_between = [](const Extent& a, const Extent& b) {
    if (a.meets(b)) return std::size_t{0};
    return a.end <= b.begin ? b.begin - a.end : a.begin - b.end;
  };
  std::optional<Extent> nearest;
  auto least = most_apart + 1;
  for (const auto& column : extents) {
    const auto gap = gap_between(column, segment.extent(ruler));
    if (gap >= least) continue;
    least = gap;
    nearest = column;
  }
  if (!nearest) return std::nullopt;
  // Heads above may reach over columns that are not theirs.
  for (auto below = line; below < heads.size(); ++below) {
    for (const auto& other : heads[below]->segments) {
      if (&other == &segment) continue;
      const auto gap = gap_between(*nearest, other.extent(ruler));
      const bool own_line = below == line;
      if (gap == 0 || (own_line && gap <= least)) return std::nullopt;
    }
  }
  return nearest;
}

void Columns::add_names(const std::vector<const LayoutLine*>& lines) {
  std::vector<Extent> names;
  for (const auto* line : lines) {
    for (const auto& segment : line->segments) {
      const auto& extent = segment.extent(ruler);
      if (!segment.figure && !met_by(extent)) names.push_back(extent);
    }
  }
  auto all = extents;
  for (const auto& column : united(names)) {
    const auto lines_in =
        std::ranges::count_if(names, [&](const Extent& name) { return name.meets(column); });
    if (lines_in > 1) all.push_back(column);
  }
  extents = united(std::move(all));
}

namespace {

/// Whether a head that meets no column stands over the gap between two heads of a lower line that
/// are no further apart than others beside each other: it reaches over both.
bool is_over_gap(const LayoutLine& lower, const Extent& head, Ruler ruler) {
  constexpr std::size_t fewest = 4;  // heads that tell how far apart columns are
  const auto& segments = lower.segments;
  if (segments.size() < fewest) return false;
  std::vector<std::size_t> pitches;  // twice the distances of middles
  std::optional<std::size_t> own;
  for (std::size_t at = 1; at < segments.size(); ++at) {
    const auto& left = segments[at - 1].extent(ruler);
    const auto& right = segments[at].extent(ruler);
    const auto pitch = right.begin + right.end - left.begin - left.end;
    pitches.push_back(pitch);
    if (left.end <= head.begin && head.end <= right.begin) own = pitch;
  }
  const auto middle = pitches.begin() + static_cast<std::ptrdiff_t>(pitches.size() / 2);
  std::ranges::nth_element(pitches, middle);
  return own && 4 * *own <= 5 * *middle;
}

/// Whether a head that meets no column reaches over others rather than having a blank one below it.
bool is_over_others(const std::vector<const LayoutLine*>& heads, std::size_t line,
                    const Segment& segment, Ruler ruler) {
  const auto& own = segment.extent(ruler);
  const bool uppermost =
      std::all_of(heads.begin(), heads.begin() + static_cast<std::ptrdiff_t>(line),
                  [](const LayoutLine* above) { return above->segments.empty(); });
  bool left = false;
  bool right = false;
  for (auto below = line + 1; below < heads.size(); ++below) {
    if (is_over_gap(*heads[below], own, ruler)) return true;
    for (const auto& other : heads[below]->segments) {
      left = left || other.extent(ruler).end <= own.begin;
      right = right || other.extent(ruler).begin >= own.end;
    }
  }
  return uppermost && left && right;
}

}  // namespace

void Columns::add_missing(const std::vector<const LayoutLine*>& heads) {
  // What columns and the heads below reach over: a head above a gap between figures, but not
  // between their heads, has no column of its own.
  Columns reach{ruler, extents};
  for (auto at = heads.size(); at-- > 0;) {
    auto all = extents;
    auto reached = reach.extents;
    for (std::size_t place = 0; place < heads[at]->segments.size(); ++place) {
      const auto& segment = heads[at]->segments[place];
      const auto& extent = segment.extent(ruler);
      const auto begun = begun_above(heads, {at, place}, ruler);
      const bool goes_on =
          begun && reach.met_by(heads[begun->line]->segments[begun->at].extent(ruler)).has_value();
      if (!reach.met_by(extent) && !goes_on && !is_over_others(heads, at, segment, ruler)) {
        // A head in the middle of its column may miss figures at the column's edge.
        // Heads above others reach over columns that are not theirs: its own line speaks first.
        auto own = unheaded_beside(segment, {heads[at]});
        if (!own) own = unheaded_beside(segment, heads);
        if (!own && !begun) own = nearest_free(segment, heads, at);
        all.push_back(
            own ? Extent{std::min(own->begin, extent.begin), std::max(own->end, extent.end)}
                : extent);
      }
      reached.push_back(extent);
    }
    extents = united(std::move(all));
    reach.extents = united(std::move(reached));
  }
}

std::optional<Columns> find_columns(const std::vector<const LayoutLine*>& data,
                                    const std::vector<const LayoutLine*>& heads) {
  auto by_characters = columns_on(Ruler::characters, data);
  auto by_columns = columns_on(Ruler::columns, data);
  if (!by_characters) return by_columns;
  if (!by_columns) return by_characters;
  const bool characters_fit =
      misfit(*by_characters, data, heads) <= misfit(*by_columns, data, heads);
  return characters_fit ? by_characters : by_columns;
}

}  // namespace tieout::document
