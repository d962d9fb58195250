// Heads that reach over several columns, and those of one.
#include "document/layout_head_rows.hpp"

#include "document/layout_blocks.hpp"
#include "document/layout_heads.hpp"

#include <algorithm>
#include <iterator>
#include <ranges>
#include <utility>

namespace tieout::document {

namespace {

using Kind = LayoutLine::Kind;

/// 其中 stands over several columns, even where it meets but one.
bool is_of_which(const LaidOutLines& in, const Segment& segment) {
  const auto text = in.content(segment);
  return text == "其中" || text == "其中：" || text == "其中:";
}

bool is_head_of_codes(const LaidOutLines& in, const Segment& segment) {
  return in.content(segment).ends_with("编码");
}

/// 科目编码 reaches over all columns of codes beside each other.
void widen_over(const std::vector<bool>& codes, Columns::Range& range) {
  constexpr std::size_t most = 3;  // 类 款 项
  const auto is_code = [&](std::size_t column) { return column < codes.size() && codes[column]; };
  if (!is_code(range.first) || !is_code(range.last)) return;
  auto wider = range;
  while (wider.first > 0 && is_code(wider.first - 1)) --wider.first;
  while (is_code(wider.last + 1)) ++wider.last;
  if (wider.last - wider.first < most) range = wider;
}

/// The head above that reaches over the columns of another, with none between them: it was broken
/// in two.
CellSketch* of_same_columns(std::vector<SketchRow>& rows, const CellSketch& cell) {
  for (auto& row : std::views::reverse(rows)) {
    for (auto& other : row) {
      const bool apart = other.column + other.column_span <= cell.column ||
                         cell.column + cell.column_span <= other.column;
      if (apart) continue;
      const bool same = other.column == cell.column && other.column_span == cell.column_span;
      return same ? &other : nullptr;
    }
  }
  return nullptr;
}

/// Heads of a line that stand beside those of the line above, not below them, are of one row.
void add_heads(std::vector<SketchRow>& rows, SketchRow over) {
  const auto meets = [](const CellSketch& a, const CellSketch& b) {
    return a.column < b.column + b.column_span && b.column < a.column + a.column_span;
  };
  const bool beside = !rows.empty() && std::ranges::none_of(over, [&](const CellSketch& cell) {
    return std::ranges::any_of(rows.back(),
                               [&](const CellSketch& other) { return meets(cell, other); });
  });
  if (!beside) return rows.push_back(std::move(over));
  std::ranges::move(over, std::back_inserter(rows.back()));
  std::ranges::sort(rows.back(), {}, &CellSketch::column);
}

}  // namespace

std::vector<SketchRow> head_rows(const LaidOutLines& in, const Columns& columns,
                                 const std::vector<const LayoutLine*>& heads, std::size_t place,
                                 const std::vector<bool>& codes) {
  std::vector<SketchRow> rows;
  SketchRow own = blank_row(columns.extents.size(), place);
  auto ranges = head_ranges(columns, heads);
  for (auto line = heads.size(); line-- > 0;) {
    for (std::size_t at = 0; at < heads[line]->segments.size(); ++at) {
      auto& range = ranges[line][at];
      if (const auto lower = lower_part(columns, heads, {line, at})) {
        range = ranges[lower->line][lower->at];
      } else if (range && is_head_of_codes(in, heads[line]->segments[at])) {
        widen_over(codes, *range);
      }
    }
  }
  widen_to_blocks(in, heads, columns.extents.size(), ranges);
  for (std::size_t line = 0; line < heads.size(); ++line) {
    SketchRow over;
    for (std::size_t at = 0; at < heads[line]->segments.size(); ++at) {
      const auto& segment = heads[line]->segments[at];
      const auto& met = ranges[line][at];
      // The numbers of columns tell where columns are, and are no heads.
      if (!met || heads[line]->kind == Kind::numbers) continue;
      // Two heads of a line may reach over one column: it is the first one's.
      const auto free = over.empty() ? 0 : over.back().column + over.back().column_span;
      const auto first = std::max(met->first, free);
      const bool over_several = met->first != met->last || is_of_which(in, segment);
      if (over_several && first <= met->last) {
        CellSketch cell{
            .paragraphs = {segment.span}, .column = first, .column_span = met->last - first + 1};
        if (auto* begun = of_same_columns(rows, cell);
            begun != nullptr && !is_of_which(in, segment)) {
          add_text(*begun, segment.span);
        } else {
          over.push_back(std::move(cell));
        }
      } else {
        add_text(own[met->last], segment.span);
      }
    }
    if (!over.empty()) add_heads(rows, std::move(over));
  }
  rows.push_back(std::move(own));
  return rows;
}

}  // namespace tieout::document
