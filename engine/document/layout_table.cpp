// Tables whose columns are laid out with spaces.
#include "document/layout_table.hpp"

#include "document/counted_table.hpp"
#include "document/headless_columns.hpp"
#include "document/laid_out_lines.hpp"
#include "document/layout_body.hpp"
#include "document/layout_bounds.hpp"
#include "document/layout_columns.hpp"
#include "document/layout_drift.hpp"
#include "document/layout_head_rows.hpp"
#include "document/layout_pages.hpp"
#include "document/lined_indicators.hpp"
#include "document/lined_table.hpp"
#include "document/listed_table.hpp"
#include "document/spread_table.hpp"
#include "document/wrapped_lines.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <span>
#include <utility>

namespace tieout::document {

namespace {

using Kind = LayoutLine::Kind;
constexpr std::size_t figures_of_lone_row = 3;

class LaidOut {
 public:
  LaidOut(std::string_view text, const std::vector<TextLine>& lines, LineRange stretch,
          const LayoutOf& layout_of)
      : lines_(lines), first_(stretch.first) {
    in_.text = text;
    in_.lines = std::span(lines).subspan(stretch.first, stretch.last - stretch.first);
    in_.layout.reserve(in_.lines.size());
    for (const auto& line : in_.lines) in_.layout.push_back(layout_of(text, line.span));
  }

  void read(std::vector<Sketch>& sketches) {
    std::size_t done = 0;           // lines before this one are in the sketches
    std::size_t by_page = 0;        // lines before this one are read page by page
    std::optional<Previous> above;  // the table that ends at `done`
    for (std::size_t at = 0; at < in_.layout.size();) {
      if (in_.layout[at].kind != Kind::data || in_.layout[at].segments.size() < 2) {
        ++at;
        continue;
      }
      const auto heads = bounds_.heads_begin(done, at);
      auto end = bounds_.body_end(at);
      auto found = at < by_page ? std::nullopt : read_table(done, heads, {at, end});
      if (!found) {
        // A page's columns may stand elsewhere than those of the page before.
        by_page = std::max(by_page, end);
        end = bounds_.page_end({at, end});
        found = read_table(done, heads, {at, end});
      }
      if (found && above && go_on(*found, done, above->heads, sketches)) {
        end = done = found->lines.last;
        at = end;
        continue;
      }
      const bool headless = !found || found->heads == 0 || found->rest;
      const bool more = headless && bounds_.is_more_of_table(done, {at, end});
      if (above && (more || (found && goes_on_at_once(*found, done)))) {
        // A table of which only some pages can be read would be told as false.
        sketches.pop_back();
        done = above->first;
        above.reset();
      } else if (found && !found->lone) {
        add_paragraphs({done, found->lines.first}, sketches);
        sketches.emplace_back(std::move(found->table));
        above = Previous{found->lines.first, found->heads};
        end = done = found->lines.last;
      }
      at = end;
    }
    add_paragraphs({done, in_.layout.size()}, sketches);
  }

 private:
  const std::vector<TextLine>& lines_;  // of the whole text
  std::size_t first_;                   // the first of the stretch
  LaidOutLines in_;
  LayoutBounds bounds_{in_};

  struct Previous {
    std::size_t first = 0;  ///< its first line
    std::size_t heads = 0;  ///< its rows that are heads
  };
  struct Found {
    TableSketch table;
    std::size_t heads = 0;  ///< the rows that are heads
    LineRange lines;
    bool lone = false;  ///< one row without heads: a table only if it goes on with another
    /// What stands above the rows, if it may be the rest of a row's names that a page's end cut.
    std::optional<std::vector<CellSketch>> rest;
  };

  /// Whether a table begins right behind line `done` with nothing above its rows but the rest of a
  /// broken name.
  [[nodiscard]] static bool goes_on_at_once(const Found& found, std::size_t done) {
    if (found.lines.first != done || found.heads > 1) return false;
    const auto& first = found.table.rows.front();
    return found.heads == 0 || std::ranges::count_if(first, [](const CellSketch& cell) {
                                 return !is_blank(cell);
                               }) <= 1;
  }

  /// Adds a table to the last one of the sketches, which ends at line `done` and has so many rows
  /// of heads, if it goes on with it on a new page.
  [[nodiscard]] bool go_on(const Found& found, std::size_t done, std::size_t heads,
                           std::vector<Sketch>& sketches) const {
    auto& rows = std::get<TableSketch>(sketches.back()).rows;
    bool new_page = in_.begins_page(found.lines.first);
    bool blank = true;
    for (auto line = done; line < found.lines.first; ++line) {
      new_page = new_page || in_.begins_page(line);
      blank = blank && in_.layout[line].kind == Kind::blank;
    }
    // Right behind a name that was broken among its rows a table goes on, too.
    const bool adjacent = done == found.lines.first && found.heads == 0;
    if (!new_page && !adjacent) return false;
    const auto& other = found.table.rows;
    const auto begin = static_cast<std::ptrdiff_t>(heads);
    const std::vector<SketchRow> own(rows.begin() + begin, rows.end());
    const std::vector<SketchRow> next(other.begin() + static_cast<std::ptrdiff_t>(found.heads),
                                      other.end());
    auto rest = found.rest;
    if (!rest && !new_page) rest.emplace();
    std::optional<std::vector<std::size_t>> columns;
    if (!rest && blank && heads > 0) {
      rest = rest_behind_heads(in_.text, {rows.begin(), rows.begin() + begin},
                               {other.begin(), other.end() - std::ssize(next)});
    }
    if (rest) columns = continued_columns(in_.text, own, next);
    if (!columns) return false;
    for (const auto& cell : *rest) {
      auto& last = rows.back()[(*columns)[cell.column]];
      for (const auto& span : cell.paragraphs) add_text(last, span);
    }
    for (const auto& row : next) {
      const auto end = row.back().paragraphs.back().end;
      auto& added = rows.emplace_back(blank_row(rows.back().size(), end));
      for (std::size_t column = 0; column < row.size(); ++column) {
        if (!is_blank(row[column])) added[(*columns)[column]].paragraphs = row[column].paragraphs;
      }
    }
    return true;
  }

  /// The table with heads from line `heads` on and these rows: names that are broken over lines may
  /// reach over both ends of `body`, but not above line `done`.
  std::optional<Found> read_table(std::size_t done, std::size_t heads, LineRange body) {
    std::vector<const LayoutLine*> data;
    for (auto line = body.first; line < body.last; ++line) {
      if (in_.layout[line].kind == Kind::data) data.push_back(&in_.layout[line]);
    }
    const bool lone = data.size() == 1;
    if (lone && std::ranges::count_if(data.front()->segments, &Segment::figure) <
                    static_cast<std::ptrdiff_t>(figures_of_lone_row)) {
      return std::nullopt;
    }
    auto columns = columns_of(data, heads_between(heads, body.first), body);
    if (!columns) return std::nullopt;
    std::vector<const LayoutLine*> names;
    for (auto line = body.first; line < body.last; ++line) {
      if (in_.layout[line].kind != Kind::data) names.push_back(&in_.layout[line]);
    }
    columns->add_names(names);
    const auto rows = LayoutBody(in_, *columns, body).rows(done);
    const auto first = rows.empty() ? body.first : std::min(body.first, rows.front().first);
    const auto above = heads_between(heads, first);
    columns->add_missing(above);
    if (counts_tell_more(*columns, data, above)) return std::nullopt;
    std::vector<SketchRow> own;
    const LayoutBody cells(in_, *columns, body);
    own.reserve(rows.size());
    for (const auto& row : rows) own.push_back(cells.row_of(row));
    if (!above.empty() && are_mixed(in_.text, own)) return std::nullopt;
    Found found;
    if (!above.empty()) {
      found.table.rows =
          head_rows(in_, *columns, above, in_.span(first - 1).end, columns_of_codes(in_.text, own));
      if (!give_heads(in_.text, found.table.rows, own)) return std::nullopt;
    }
    found.table.spans_known = true;
    found.lines = {std::min(heads, first),
                   rows.empty() ? body.last : std::max(body.last, rows.back().last)};
    found.heads = found.table.rows.size();
    found.lone = lone && found.heads == 0;
    found.rest = cells.rest_above({done, first});
    std::ranges::move(own, std::back_inserter(found.table.rows));
    return found;
  }

  /// As many heads as every line has cells, but more columns: the heads stand beside their figures,
  /// not above them, and their order tells what is below which.
  [[nodiscard]] static bool counts_tell_more(const Columns& columns,
                                             const std::vector<const LayoutLine*>& data,
                                             const std::vector<const LayoutLine*>& heads) {
    if (heads.size() != 1 || data.size() < 2) return false;
    const std::size_t count = heads.front()->segments.size();
    return columns.extents.size() > count &&
           std::ranges::all_of(
               data, [count](const LayoutLine* line) { return line->segments.size() == count; });
  }

  /// The columns of a body; its lines are moved into them where they drift.
  [[nodiscard]] std::optional<Columns> columns_of(const std::vector<const LayoutLine*>& data,
                                                  const std::vector<const LayoutLine*>& heads,
                                                  LineRange body) {
    auto columns = find_columns(data, heads);
    const auto moved_ones = columns ? moved_columns(*columns, data) : 0;
    if (columns && moved_ones == 0) return columns;
    if (bounds_.page_end(body) < body.last) return std::nullopt;
    std::vector<LayoutLine*> lines;
    for (auto line = body.first; line < body.last; ++line) {
      const auto kind = in_.layout[line].kind;
      if (kind != Kind::blank && kind != Kind::numbers) lines.push_back(&in_.layout[line]);
    }
    const bool moved = straighten(Ruler::characters, lines) || straighten(Ruler::columns, lines);
    if (moved) return find_columns(data, heads);
    // One column may well be blank where the next one is not.
    return moved_ones == 1 ? columns : std::nullopt;
  }

  [[nodiscard]] std::vector<const LayoutLine*> heads_between(std::size_t first,
                                                             std::size_t last) const {
    std::vector<const LayoutLine*> heads;
    for (auto line = first; line < last; ++line) heads.push_back(&in_.layout[line]);
    return heads;
  }

  void add_paragraphs(LineRange range, std::vector<Sketch>& sketches) const {
    LineRange rest = {first_ + range.first, first_ + range.last};
    auto counted = find_counted_table(in_.text, lines_, rest);
    auto listed = find_spread_tables(in_.text, lines_, rest);
    std::ranges::move(find_lined_tables(in_.text, lines_, rest), std::back_inserter(listed));
    std::ranges::move(find_listed_tables(in_.text, lines_, rest), std::back_inserter(listed));
    std::ranges::move(find_lined_indicators(in_.text, lines_, rest), std::back_inserter(listed));
    std::ranges::stable_sort(listed, {}, [](const FoundTable& found) { return found.lines.first; });
    auto next_listed = listed.begin();
    while (counted || next_listed != listed.end()) {
      const bool by_count = counted && (next_listed == listed.end() ||
                                        counted->lines.first <= next_listed->lines.first);
      auto& next = by_count ? *counted : *next_listed;
      add_wrapped_paragraphs(in_.text, lines_, {rest.first, next.lines.first}, sketches);
      rest.first = next.lines.last;
      sketches.emplace_back(std::move(next.table));
      if (counted && counted->lines.first < rest.first) {
        counted = find_counted_table(in_.text, lines_, rest);
      }
      while (next_listed != listed.end() && next_listed->lines.first < rest.first) ++next_listed;
    }
    add_wrapped_paragraphs(in_.text, lines_, rest, sketches);
  }
};

}  // namespace

void read_laid_out(std::string_view text, const std::vector<TextLine>& lines, LineRange stretch,
                   const LayoutOf& layout_of, std::vector<Sketch>& sketches) {
  // Columns that single spaces lay out are chance.
  for (auto& found : find_worded_tables(text, lines, stretch)) {
    LaidOut(text, lines, {stretch.first, found.lines.first}, layout_of).read(sketches);
    sketches.emplace_back(std::move(found.table));
    stretch.first = found.lines.last;
  }
  LaidOut(text, lines, stretch, layout_of).read(sketches);
}

}  // namespace tieout::document
