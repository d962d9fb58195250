// Tables whose columns are laid out with spaces.
#include "document/layout_table.hpp"

#include "document/characters.hpp"
#include "document/counted_table.hpp"
#include "document/layout_columns.hpp"
#include "document/layout_drift.hpp"
#include "document/layout_heads.hpp"
#include "document/layout_pages.hpp"
#include "document/layout_rows.hpp"
#include "document/lined_indicators.hpp"
#include "document/lined_table.hpp"
#include "document/listed_table.hpp"
#include "document/spread_table.hpp"
#include "document/wrapped_lines.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <ranges>
#include <unordered_set>
#include <utility>

namespace tieout::document {

namespace {

using Kind = LayoutLine::Kind;
using Row = std::vector<CellSketch>;
constexpr std::size_t most_blank_lines = 4;  // between rows, page breaks included
constexpr std::size_t most_head_lines = 20;
constexpr std::size_t figures_of_lone_row = 3;
constexpr std::string_view figure_digits = "0123456789";

class LaidOut {
 public:
  LaidOut(std::string_view text, const std::vector<TextLine>& lines, LineRange stretch,
          const LayoutOf& layout_of)
      : text_(text), lines_(lines), first_(stretch.first) {
    layout_.reserve(stretch.last - stretch.first);
    for (auto line = stretch.first; line < stretch.last; ++line) {
      layout_.push_back(layout_of(text, lines[line].span));
    }
  }

  void read(std::vector<Sketch>& sketches) {
    std::size_t done = 0;           // lines before this one are in the sketches
    std::size_t by_page = 0;        // lines before this one are read page by page
    std::optional<Previous> above;  // the table that ends at `done`
    for (std::size_t at = 0; at < layout_.size();) {
      if (layout_[at].kind != Kind::data || layout_[at].segments.size() < 2) {
        ++at;
        continue;
      }
      const auto heads = heads_begin(done, at);
      auto end = body_end(at);
      auto found = at < by_page ? std::nullopt : read_table(done, heads, {at, end});
      if (!found) {
        // A page's columns may stand elsewhere than those of the page before.
        by_page = std::max(by_page, end);
        end = page_end({at, end});
        found = read_table(done, heads, {at, end});
      }
      if (found && above && go_on(*found, done, above->heads, sketches)) {
        end = done = found->lines.last;
        at = end;
        continue;
      }
      const bool headless = !found || found->heads == 0 || found->rest;
      if (above && headless && is_more_of_table(done, {at, end})) {
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
    add_paragraphs({done, layout_.size()}, sketches);
  }

 private:
  std::string_view text_;
  const std::vector<TextLine>& lines_;
  std::size_t first_;  // line of layout_.front()
  std::vector<LayoutLine> layout_;

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

  /// The line after the last data line of the rows that begin at `at`.
  [[nodiscard]] std::size_t body_end(std::size_t at) const {
    auto end = at + 1;
    std::size_t blanks = 0;
    TextBegins texts;
    texts.add(layout_[at]);
    if (at > 0 && begins_name(at - 1)) texts.add(layout_[at - 1]);
    for (auto line = at + 1; line < layout_.size(); ++line) {
      const auto& laid_out = layout_[line];
      const bool row = laid_out.kind == Kind::heads && !has_colon(laid_out) &&
                       (texts.fit(laid_out) || is_half_of_names(line));
      if ((laid_out.kind == Kind::heads && !row) || laid_out.kind == Kind::prose) break;
      blanks = laid_out.kind == Kind::blank ? blanks + 1 : 0;
      if (blanks > most_blank_lines) break;
      if (laid_out.kind == Kind::data || row || ends_name(line)) end = line + 1;
      if (laid_out.kind == Kind::data || begins_name(line)) texts.add(laid_out);
    }
    return end;
  }

  /// Whether a line is the upper half of a name, its figures in front on the next line.
  [[nodiscard]] bool begins_name(std::size_t line) const {
    return line + 1 < layout_.size() && layout_[line].kind == Kind::label &&
           layout_[line + 1].kind == Kind::data && layout_[line + 1].segments.front().figure;
  }

  /// Whether several names are broken over this line and another, their figures on a line between
  /// that has none of the names.
  [[nodiscard]] bool is_half_of_names(std::size_t line) const {
    const auto are_halves = [this](std::size_t upper) {
      if (upper + 2 >= layout_.size()) return false;
      const auto& figures = layout_[upper + 1];
      return figures.kind == Kind::data && begin_alike(layout_[upper], layout_[upper + 2]) &&
             !begin_alike(layout_[upper], figures);
    };
    return are_halves(line) || (line >= 2 && are_halves(line - 2));
  }

  /// Whether the texts of two lines begin below each other, as far as both have some.
  static bool begin_alike(const LayoutLine& a, const LayoutLine& b) {
    const auto& fewer = a.segments.size() < b.segments.size() ? a : b;
    const auto& more = a.segments.size() < b.segments.size() ? b : a;
    const auto near = [](const Segment& one, const Segment& other) {
      return std::ranges::any_of(std::array{0U, 1U}, [&](unsigned ruler) {
        const auto [low, high] = std::minmax(one.extents[ruler].begin, other.extents[ruler].begin);
        return high - low <= column_width;
      });
    };
    return !fewer.segments.empty() && std::ranges::all_of(fewer.segments, [&](const Segment& one) {
      return !one.figure && std::ranges::any_of(more.segments, [&](const Segment& other) {
        return !other.figure && near(one, other);
      });
    });
  }

  /// Whether a line is the lower half of a name whose upper half stands over the row's figures.
  [[nodiscard]] bool ends_name(std::size_t line) const {
    if (line < 2 || layout_[line].kind != Kind::label) return false;
    const auto& upper = layout_[line - 2];
    if (upper.kind != Kind::label || layout_[line - 1].kind != Kind::data) return false;
    const auto& above = upper.segments.front().extents;
    const auto& below = layout_[line].segments.front().extents;
    return above[0].begin == below[0].begin || above[1].begin == below[1].begin;
  }

  /// Where the texts of rows begin. Several texts in those places are a row whose figures are
  /// blank, and no heads of another table.
  class TextBegins {
   public:
    void add(const LayoutLine& line) {
      for (std::size_t at = 0; at < line.segments.size(); ++at) {
        const auto& segment = line.segments[at];
        // A figure in front of a text is its code.
        const bool code = at + 1 < line.segments.size() && !line.segments[at + 1].figure;
        if (segment.figure && !code) continue;
        for (std::size_t ruler = 0; ruler < begins_.size(); ++ruler) {
          begins_[ruler].insert(segment.extents[ruler].begin);
        }
      }
    }

    [[nodiscard]] bool fit(const LayoutLine& line) const {
      return std::ranges::any_of(std::array{Ruler::characters, Ruler::columns}, [&](Ruler ruler) {
        return std::ranges::all_of(line.segments, [&](const Segment& segment) {
          return begins_[static_cast<std::size_t>(ruler)].contains(segment.extent(ruler).begin);
        });
      });
    }

   private:
    std::array<std::unordered_set<std::size_t>, 2> begins_;  // by ruler
  };

  [[nodiscard]] bool begins_with_of_which(const LayoutLine& line) const {
    return !line.segments.empty() &&
           text_.substr(line.segments.front().span.begin).starts_with("其中");
  }

  /// 其中 stands over several columns, even where it meets but one.
  [[nodiscard]] bool is_of_which(const Segment& segment) const {
    const auto text = text_.substr(segment.span.begin, segment.span.end - segment.span.begin);
    return text == "其中" || text == "其中：" || text == "其中:";
  }

  [[nodiscard]] bool has_colon(const LayoutLine& line) const {
    return std::ranges::any_of(line.segments, [this](const Segment& segment) {
      const auto text = text_.substr(segment.span.begin, segment.span.end - segment.span.begin);
      const bool colon =
          text.find("：") != std::string_view::npos || text.find(':') != std::string_view::npos;
      return colon && !text.starts_with("其中");
    });
  }

  [[nodiscard]] bool notes_unit(const LayoutLine& line) const {
    return std::ranges::any_of(line.segments, [this](const Segment& segment) {
      const auto text = text_.substr(segment.span.begin, segment.span.end - segment.span.begin);
      return text.find("单位：") != std::string_view::npos ||
             text.find("单位:") != std::string_view::npos;
    });
  }

  /// Whether the label on a line right above heads stands where no title does, beside their middle:
  /// the upper part of one of them.
  [[nodiscard]] bool is_head_beside(std::size_t line) const {
    const auto& label = layout_[line];
    const auto& below = layout_[line + 1];
    if (label.kind != Kind::label || below.segments.empty()) return false;
    const auto& only = label.segments.front();
    const auto text = text_.substr(only.span.begin, only.span.end - only.span.begin);
    if (begins_section(text) || text.find_first_of("0123456789") != std::string_view::npos) {
      return false;
    }
    constexpr std::size_t share = 8;  // of the heads' width
    const auto twice_middle = [](std::size_t begin, std::size_t end) { return begin + end; };
    return std::ranges::all_of(std::array{0U, 1U}, [&](unsigned ruler) {
      const auto begin = below.segments.front().extents[ruler].begin;
      const auto end = below.segments.back().extents[ruler].end;
      const auto middle = twice_middle(begin, end);
      const auto own = twice_middle(only.extents[ruler].begin, only.extents[ruler].end);
      const auto apart = own > middle ? own - middle : middle - own;
      return share * apart > 2 * (end - begin);
    });
  }

  /// The first head line above `body`. A line with a colon (单位：万元) is none; a lone label is
  /// one only between heads, for above them it is the table's title.
  [[nodiscard]] std::size_t heads_begin(std::size_t done, std::size_t body) const {
    const auto most = body > most_head_lines ? body - most_head_lines : 0;
    auto begin = body;
    bool after_blank = false;
    bool numbered = false;
    for (auto line = body; line > std::max(done, most); --line) {
      const auto& above = layout_[line - 1];
      const bool blank = above.kind == Kind::blank;
      // Above the numbers of columns stand heads, however far.
      if (blank && after_blank && !numbered) break;
      if (above.kind == Kind::numbers) {
        numbered = true;
        begin = std::min(begin, line - 1);
        continue;
      }
      // What stands between the note of units and the heads is no title.
      if (begin < body && !after_blank && notes_unit(above)) begin = line;
      if (!blank && above.kind != Kind::heads && above.kind != Kind::label) break;
      if (has_colon(above)) break;
      if (above.kind == Kind::heads || begins_with_of_which(above) ||
          (begin == line && is_head_beside(line - 1))) {
        begin = line - 1;
      }
      after_blank = blank;
    }
    return begin;
  }

  [[nodiscard]] bool begins_page(std::size_t line) const {
    const auto& span = lines_[first_ + line].span;
    return text_.substr(span.begin, span.end - span.begin).starts_with('\f');
  }

  /// The end of the page on which lines begin, or of the lines.
  [[nodiscard]] std::size_t page_end(LineRange lines) const {
    auto line = lines.first + 1;
    while (line < lines.last && !begins_page(line)) ++line;
    return line;
  }

  /// Whether rows on a new page stand right below a table that ends at line `done`.
  [[nodiscard]] bool is_more_of_table(std::size_t done, LineRange rows) const {
    constexpr std::ptrdiff_t fewest_figures = 2;
    bool new_page = false;
    for (auto line = done; line <= rows.first; ++line) {
      new_page = new_page || begins_page(line);
      const auto kind = layout_[line].kind;
      if (line < rows.first && kind != Kind::blank && kind != Kind::label) return false;
      if (has_colon(layout_[line])) return false;
    }
    return new_page &&
           std::ranges::count_if(layout_[rows.first].segments, &Segment::figure) >= fewest_figures;
  }

  /// Adds a table to the last one of the sketches, which ends at line `done` and has so many rows
  /// of heads, if it goes on with it on a new page.
  [[nodiscard]] bool go_on(const Found& found, std::size_t done, std::size_t heads,
                           std::vector<Sketch>& sketches) const {
    auto& rows = std::get<TableSketch>(sketches.back()).rows;
    bool new_page = begins_page(found.lines.first);
    bool blank = true;
    for (auto line = done; line < found.lines.first; ++line) {
      new_page = new_page || begins_page(line);
      blank = blank && layout_[line].kind == Kind::blank;
    }
    if (!new_page) return false;
    const auto& other = found.table.rows;
    const auto begin = static_cast<std::ptrdiff_t>(heads);
    const std::vector<Row> own(rows.begin() + begin, rows.end());
    const std::vector<Row> next(other.begin() + static_cast<std::ptrdiff_t>(found.heads),
                                other.end());
    auto rest = found.rest;
    std::optional<std::vector<std::size_t>> columns;
    if (!rest && blank && heads > 0) {
      rest = rest_behind_heads(text_, {rows.begin(), rows.begin() + begin},
                               {other.begin(), other.end() - std::ssize(next)});
    }
    if (rest) columns = continued_columns(text_, own, next);
    if (!columns) return false;
    for (const auto& cell : *rest) {
      auto& last = rows.back()[(*columns)[cell.column]];
      for (const auto& span : cell.paragraphs) add_text(last, span);
    }
    for (const auto& row : next) {
      const auto end = row.back().paragraphs.back().end;
      auto& added = rows.emplace_back(rows.back().size());
      for (std::size_t column = 0; column < added.size(); ++column) {
        added[column] = {.paragraphs = {{end, end}}, .column = column};
      }
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
      if (layout_[line].kind == Kind::data) data.push_back(&layout_[line]);
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
      if (layout_[line].kind != Kind::data) names.push_back(&layout_[line]);
    }
    columns->add_names(names);
    const auto rows = rows_of(*columns, done, body);
    const auto first = rows.empty() ? body.first : std::min(body.first, rows.front().first);
    const auto above = heads_between(heads, first);
    columns->add_missing(above);
    std::vector<Row> own;
    for (const auto& row : rows) own.push_back(row_of(*columns, row));
    Found found;
    found.table = {.rows = head_rows(*columns, above, first, columns_of_codes(text_, own)),
                   .spans_known = true};
    found.lines = {std::min(heads, first),
                   rows.empty() ? body.last : std::max(body.last, rows.back().last)};
    found.heads = found.table.rows.size();
    found.lone = lone && found.heads == 0;
    found.rest = rest_above(*columns, text_columns(*columns, body), {done, first});
    std::ranges::move(own, std::back_inserter(found.table.rows));
    return found;
  }

  /// The columns of a body; its lines are moved into them where they drift.
  [[nodiscard]] std::optional<Columns> columns_of(const std::vector<const LayoutLine*>& data,
                                                  const std::vector<const LayoutLine*>& heads,
                                                  LineRange body) {
    auto columns = find_columns(data, heads);
    const auto moved_ones = columns ? moved_columns(*columns, data) : 0;
    if (columns && moved_ones == 0) return columns;
    if (page_end(body) < body.last) return std::nullopt;
    std::vector<LayoutLine*> lines;
    for (auto line = body.first; line < body.last; ++line) {
      const auto kind = layout_[line].kind;
      if (kind != Kind::blank && kind != Kind::numbers) lines.push_back(&layout_[line]);
    }
    const bool moved = straighten(Ruler::characters, lines) || straighten(Ruler::columns, lines);
    if (moved) return find_columns(data, heads);
    // One column may well be blank where the next one is not.
    return moved_ones == 1 ? columns : std::nullopt;
  }

  /// Names on few lines, and nothing else.
  [[nodiscard]] std::optional<std::vector<CellSketch>> rest_above(const Columns& columns,
                                                                  const std::vector<bool>& texts,
                                                                  LineRange lines) const {
    constexpr std::size_t most_lines = 3;
    std::vector<CellSketch> rest;
    std::size_t count = 0;
    for (auto line = lines.first; line < lines.last; ++line) {
      const auto& laid_out = layout_[line];
      if (laid_out.kind == Kind::blank) continue;
      if (++count > most_lines || laid_out.kind == Kind::numbers) return std::nullopt;
      for (const auto& segment : laid_out.segments) {
        const auto met = columns.met_by(segment.extent(columns.ruler));
        const bool name = met && met->first == met->last && met->first < texts.size() &&
                          texts[met->first] && !segment.figure;
        if (!name) return std::nullopt;
        rest.push_back({.paragraphs = {segment.span}, .column = met->first});
      }
    }
    return rest;
  }

  [[nodiscard]] std::vector<const LayoutLine*> heads_between(std::size_t first,
                                                             std::size_t last) const {
    std::vector<const LayoutLine*> heads;
    for (auto line = first; line < last; ++line) {
      heads.push_back(&layout_[line]);
    }
    return heads;
  }

  /// A row for every line that has heads over several columns, then one with each column's own
  /// head, its lines joined. `body` is the line below them, `codes` are the columns that hold some.
  [[nodiscard]] std::vector<Row> head_rows(const Columns& columns,
                                           const std::vector<const LayoutLine*>& heads,
                                           std::size_t body, const std::vector<bool>& codes) const {
    std::vector<Row> rows;
    if (heads.empty()) return rows;
    Row own = blank_row(columns, body - 1);
    auto ranges = head_ranges(columns, heads);
    for (auto line = heads.size(); line-- > 0;) {
      for (std::size_t at = 0; at < heads[line]->segments.size(); ++at) {
        auto& range = ranges[line][at];
        if (const auto lower = lower_part(columns, heads, {line, at})) {
          range = ranges[lower->line][lower->at];
        } else if (range && is_head_of_codes(heads[line]->segments[at])) {
          widen_over(codes, *range);
        }
      }
    }
    for (std::size_t line = 0; line < heads.size(); ++line) {
      Row over;
      for (std::size_t at = 0; at < heads[line]->segments.size(); ++at) {
        const auto& segment = heads[line]->segments[at];
        const auto& met = ranges[line][at];
        // The numbers of columns tell where columns are, and are no heads.
        if (!met || heads[line]->kind == Kind::numbers) continue;
        // Two heads of a line may reach over one column: it is the first one's.
        const auto free = over.empty() ? 0 : over.back().column + over.back().column_span;
        const auto first = std::max(met->first, free);
        const bool over_several = met->first != met->last || is_of_which(segment);
        if (over_several && first <= met->last) {
          CellSketch cell{
              .paragraphs = {segment.span}, .column = first, .column_span = met->last - first + 1};
          if (auto* begun = of_same_columns(rows, cell);
              begun != nullptr && !is_of_which(segment)) {
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

  [[nodiscard]] bool is_head_of_codes(const Segment& segment) const {
    return text_.substr(segment.span.begin, segment.span.end - segment.span.begin)
        .ends_with("编码");
  }

  /// 科目编码 reaches over all columns of codes beside each other.
  static void widen_over(const std::vector<bool>& codes, Columns::Range& range) {
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
  static CellSketch* of_same_columns(std::vector<Row>& rows, const CellSketch& cell) {
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
  static void add_heads(std::vector<Row>& rows, Row over) {
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

  /// A blank cell in every column; each has its place on the line, or at its end.
  [[nodiscard]] Row blank_row(const Columns& columns, std::size_t line) const {
    Row row(columns.extents.size());
    const auto end = lines_[first_ + line].span.end;
    for (std::size_t column = 0; column < row.size(); ++column) {
      row[column] = {.paragraphs = {{end, end}}, .column = column};
    }
    return row;
  }

  static bool is_blank(const CellSketch& cell) {
    return cell.paragraphs.front().begin == cell.paragraphs.front().end;
  }

  static void add_text(CellSketch& cell, source::Span span) {
    if (is_blank(cell)) cell.paragraphs.clear();
    cell.paragraphs.push_back(span);
  }

  [[nodiscard]] Row row_of(const Columns& columns, LineRange lines) const {
    auto row = blank_row(columns, lines.last - 1);
    for (auto line = lines.first; line < lines.last; ++line) {
      if (layout_[line].kind == Kind::numbers) continue;
      for (const auto& segment : layout_[line].segments) {
        if (const auto met = columns.met_by(segment.extent(columns.ruler))) {
          add_text(row[met->first], segment.span);
        }
      }
    }
    return row;
  }

  /// The columns that have texts in data lines: keys, not figures.
  [[nodiscard]] std::vector<bool> text_columns(const Columns& columns, LineRange body) const {
    std::vector<bool> texts(columns.extents.size(), false);
    std::vector<bool> figures(columns.extents.size(), false);
    for (auto line = body.first; line < body.last; ++line) {
      for (const auto& segment : layout_[line].segments) {
        const auto met = columns.met_by(segment.extent(columns.ruler));
        if (met && segment.figure) figures[met->first] = true;
      }
    }
    for (auto line = body.first; line < body.last; ++line) {
      const bool data = layout_[line].kind == Kind::data;
      for (const auto& segment : layout_[line].segments) {
        const auto met = columns.met_by(segment.extent(columns.ruler));
        if (met && !segment.figure && (data || !figures[met->first])) texts[met->first] = true;
      }
    }
    if (!texts.empty()) texts.front() = true;
    return texts;
  }

  /// The line of the body that a line is, if all that stands on it stands in columns of texts.
  [[nodiscard]] std::optional<BodyLine> body_line(const Columns& columns,
                                                  const std::vector<bool>& texts,
                                                  std::size_t line) const {
    const auto& laid_out = layout_[line];
    BodyLine result{.line = line, .figures = laid_out.kind == Kind::data, .pieces = {}};
    for (const auto& segment : laid_out.segments) {
      const auto met = columns.met_by(segment.extent(columns.ruler));
      const bool text = met && met->first == met->last && texts[met->first];
      if (text && !(segment.figure && completes(columns, line, segment))) {
        result.pieces.push_back({met->first, &segment});
      }
      if (!text && !result.figures) return std::nullopt;
    }
    result.completes = result.figures && completes_figures(columns, line);
    result.figures = result.figures && !result.completes;
    return result;
  }

  /// Whether all figures of a line are the last digits of figures above.
  [[nodiscard]] bool completes_figures(const Columns& columns, std::size_t line) const {
    const auto& segments = layout_[line].segments;
    return std::ranges::all_of(segments, [&](const Segment& segment) {
      return !segment.figure || completes(columns, line, segment);
    });
  }

  /// 3,747.0 over 8 and 204020 over 1: what a narrow column cut.
  [[nodiscard]] bool completes(const Columns& columns, std::size_t line,
                               const Segment& segment) const {
    constexpr std::size_t most_lines = 3;
    constexpr std::size_t decimals = 2;
    const auto digits = content(segment);
    if (digits.size() > decimals || digits.find_first_not_of(figure_digits) != digits.npos) {
      return false;
    }
    for (auto above = line; above-- > 0 && above + most_lines >= line;) {
      for (const auto& other : layout_[above].segments) {
        const auto met = columns.met_by(other.extent(columns.ruler));
        const auto own = columns.met_by(segment.extent(columns.ruler));
        if (!met || !own || met->first != own->first) continue;
        const auto text = content(other);
        const auto point = text.rfind('.');
        if (point != text.npos) return text.size() - point - 1 + digits.size() == decimals;
        const bool code = text.find_first_not_of(figure_digits) == text.npos;
        return code && digits.size() == 1 && (text.size() == 4 || text.size() == 6);
      }
    }
    return false;
  }

  [[nodiscard]] std::string_view content(const Segment& segment) const {
    return text_.substr(segment.span.begin, segment.span.end - segment.span.begin);
  }

  /// The rows of the body, as lines; they may begin above it, from line `done` on, and end below.
  [[nodiscard]] std::vector<LineRange> rows_of(const Columns& columns, std::size_t done,
                                               LineRange body) const {
    constexpr std::size_t most_beside = 6;  // lines above and below
    const auto texts = text_columns(columns, body);
    std::vector<BodyLine> lines;
    for (auto line = body.first; line-- > done && line + most_beside >= body.first;) {
      auto above =
          layout_[line].kind == Kind::blank ? std::nullopt : body_line(columns, texts, line);
      if (!above) break;
      lines.push_back(std::move(*above));
    }
    std::ranges::reverse(lines);
    LineRange certain{lines.size(), lines.size()};
    bool after_blank = false;
    for (auto line = body.first; line < body.last; ++line) {
      const auto kind = layout_[line].kind;
      if (kind == Kind::numbers) continue;
      if (kind == Kind::blank) {
        after_blank = true;
        continue;
      }
      auto next = body_line(columns, texts, line);
      if (!next) continue;
      next->after_blank = std::exchange(after_blank, false);
      lines.push_back(std::move(*next));
    }
    certain.last = lines.size();
    for (auto line = body.last; line < std::min(layout_.size(), body.last + most_beside); ++line) {
      auto below =
          layout_[line].kind == Kind::blank ? std::nullopt : body_line(columns, texts, line);
      if (!below || below->figures) break;
      lines.push_back(std::move(*below));
    }
    auto rows = find_rows(text_, lines, certain);
    for (auto& row : rows) row = {lines[row.first].line, lines[row.last - 1].line + 1};
    return rows;
  }

  void add_paragraphs(LineRange range, std::vector<Sketch>& sketches) const {
    LineRange rest = {first_ + range.first, first_ + range.last};
    auto counted = find_counted_table(text_, lines_, rest);
    auto listed = find_spread_tables(text_, lines_, rest);
    std::ranges::move(find_lined_tables(text_, lines_, rest), std::back_inserter(listed));
    std::ranges::move(find_listed_tables(text_, lines_, rest), std::back_inserter(listed));
    std::ranges::move(find_lined_indicators(text_, lines_, rest), std::back_inserter(listed));
    std::ranges::stable_sort(listed, {}, [](const FoundTable& found) { return found.lines.first; });
    auto next_listed = listed.begin();
    while (counted || next_listed != listed.end()) {
      const bool by_count = counted && (next_listed == listed.end() ||
                                        counted->lines.first <= next_listed->lines.first);
      auto& next = by_count ? *counted : *next_listed;
      add_wrapped_paragraphs(text_, lines_, {rest.first, next.lines.first}, sketches);
      rest.first = next.lines.last;
      sketches.emplace_back(std::move(next.table));
      if (counted && counted->lines.first < rest.first) {
        counted = find_counted_table(text_, lines_, rest);
      }
      while (next_listed != listed.end() && next_listed->lines.first < rest.first) ++next_listed;
    }
    add_wrapped_paragraphs(text_, lines_, rest, sketches);
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
