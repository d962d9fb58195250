// Tables whose columns are laid out with spaces.
#include "document/layout_table.hpp"

#include "document/counted_table.hpp"
#include "document/layout_columns.hpp"
#include "document/layout_heads.hpp"
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
constexpr std::size_t most_head_lines = 12;
constexpr std::size_t figures_of_lone_row = 3;

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
    std::size_t done = 0;  // lines before this one are in the sketches
    for (std::size_t at = 0; at < layout_.size();) {
      if (layout_[at].kind != Kind::data || layout_[at].segments.size() < 2) {
        ++at;
        continue;
      }
      const auto end = body_end(at);
      const auto heads = heads_begin(done, at);
      if (auto table = read_table(heads, {first_row(heads, at), end})) {
        add_paragraphs({done, heads}, sketches);
        sketches.emplace_back(std::move(*table));
        done = end;
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

  /// The line after the last data line of the rows that begin at `at`.
  [[nodiscard]] std::size_t body_end(std::size_t at) const {
    auto end = at + 1;
    std::size_t blanks = 0;
    TextBegins texts;
    texts.add(layout_[at]);
    if (at > 0 && begins_name(at - 1)) texts.add(layout_[at - 1]);
    for (auto line = at + 1; line < layout_.size(); ++line) {
      const auto& laid_out = layout_[line];
      const bool row = laid_out.kind == Kind::heads && !has_colon(laid_out) && texts.fit(laid_out);
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

  /// The first head line above `body`. A line with a colon (单位：万元) is none; a lone label is
  /// one only between heads, for above them it is the table's title.
  [[nodiscard]] std::size_t heads_begin(std::size_t done, std::size_t body) const {
    const auto most = body > most_head_lines ? body - most_head_lines : 0;
    auto begin = body;
    bool after_blank = false;
    for (auto line = body; line > std::max(done, most); --line) {
      const auto& above = layout_[line - 1];
      const bool blank = above.kind == Kind::blank;
      if (blank && after_blank) break;
      if (above.kind == Kind::numbers) continue;
      // What stands between the note of units and the heads is no title.
      if (begin < body && !after_blank && notes_unit(above)) begin = line;
      if (!blank && above.kind != Kind::heads && above.kind != Kind::label) break;
      if (has_colon(above)) break;
      if (above.kind == Kind::heads || begins_with_of_which(above)) begin = line - 1;
      after_blank = blank;
    }
    return begin;
  }

  /// The line on which the first row begins whose figures stand on line `body`: the one above,
  /// where that is a key in front of figures that have none beside them.
  [[nodiscard]] std::size_t first_row(std::size_t heads, std::size_t body) const {
    if (body == heads || layout_[body - 1].kind != Kind::label) return body;
    const auto& first = layout_[body].segments.front();
    const auto& key = layout_[body - 1].segments.front();
    const bool in_front = key.extents[0].end <= first.extents[0].begin &&
                          key.extents[1].end <= first.extents[1].begin;
    return first.figure && in_front ? body - 1 : body;
  }

  std::optional<TableSketch> read_table(std::size_t heads, LineRange body) {
    std::vector<const LayoutLine*> data;
    for (auto line = body.first; line < body.last; ++line) {
      if (layout_[line].kind == Kind::data) data.push_back(&layout_[line]);
    }
    const bool lone = data.size() == 1;
    if (lone &&
        (heads == body.first || std::ranges::count_if(data.front()->segments, &Segment::figure) <
                                    static_cast<std::ptrdiff_t>(figures_of_lone_row))) {
      return std::nullopt;
    }
    std::vector<const LayoutLine*> above;
    for (auto line = heads; line < body.first; ++line) {
      if (layout_[line].kind != Kind::numbers) above.push_back(&layout_[line]);
    }
    auto columns = find_columns(data, above);
    if (!columns) return std::nullopt;
    columns->add_missing(above);
    TableSketch table{.rows = head_rows(*columns, above, body.first), .spans_known = true};
    add_body(*columns, body, table.rows);
    return table;
  }

  /// A row for every line that has heads over several columns, then one with each column's own
  /// head, its lines joined. `body` is the line below them.
  [[nodiscard]] std::vector<Row> head_rows(const Columns& columns,
                                           const std::vector<const LayoutLine*>& heads,
                                           std::size_t body) const {
    std::vector<Row> rows;
    if (heads.empty()) return rows;
    Row own = blank_row(columns, body - 1);
    const auto ranges = head_ranges(columns, heads);
    for (std::size_t line = 0; line < heads.size(); ++line) {
      Row over;
      for (std::size_t at = 0; at < heads[line]->segments.size(); ++at) {
        const auto& segment = heads[line]->segments[at];
        const auto& met = ranges[line][at];
        if (!met) continue;
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

  [[nodiscard]] Row row_of(const Columns& columns, std::size_t line) const {
    auto row = blank_row(columns, line);
    for (const auto& segment : layout_[line].segments) {
      if (const auto met = columns.met_by(segment.extent(columns.ruler))) {
        add_text(row[met->first], segment.span);
      }
    }
    return row;
  }

  /// The columns that have texts in data lines: keys, not figures.
  [[nodiscard]] std::vector<bool> text_columns(const Columns& columns, LineRange body) const {
    std::vector<bool> texts(columns.extents.size(), false);
    for (auto line = body.first; line < body.last; ++line) {
      if (layout_[line].kind != Kind::data) continue;
      for (const auto& segment : layout_[line].segments) {
        const auto met = columns.met_by(segment.extent(columns.ruler));
        if (met && !segment.figure) texts[met->first] = true;
      }
    }
    if (!texts.empty()) texts.front() = true;
    return texts;
  }

  /// Rows of the body. A line of figures without a key stands between the lines of a key that was
  /// broken in two.
  void add_body(const Columns& columns, LineRange body, std::vector<Row>& rows) const {
    const auto texts = text_columns(columns, body);
    struct Key {
      Row row;
      std::size_t column = 0;
    };
    std::optional<Key> key;  // a line that has only a key, not yet in `rows`
    bool key_open = false;   // the last row's key may go on on the next line
    const auto flush = [&] {
      if (key) rows.push_back(std::move(key->row));
      key.reset();
    };
    for (auto line = body.first; line < body.last; ++line) {
      const auto& laid_out = layout_[line];
      if (laid_out.kind == Kind::blank || laid_out.kind == Kind::numbers) continue;
      auto row = row_of(columns, line);
      if (laid_out.kind == Kind::label) {
        const auto met = columns.met_by(laid_out.segments.front().extent(columns.ruler));
        if (!met || met->first != met->last || !texts[met->first]) continue;
        if (key_open) {
          add_text(rows.back()[met->first], laid_out.segments.front().span);
        } else {
          flush();
          key = {std::move(row), met->first};
        }
        key_open = false;
        continue;
      }
      // The name may be broken beside its code, too.
      const bool without_name = key && key->column > 0 && is_blank(row[key->column]) &&
                                !is_blank(row.front()) && laid_out.segments.front().figure;
      const bool without_key =
          (laid_out.segments.front().figure && is_blank(row.front())) || without_name;
      if (without_key && key) {
        row[key->column] = key->row[key->column];
        key.reset();
      }
      flush();
      key_open = without_key;
      rows.push_back(std::move(row));
    }
    flush();
  }

  void add_paragraphs(LineRange range, std::vector<Sketch>& sketches) const {
    LineRange rest = {first_ + range.first, first_ + range.last};
    auto counted = find_counted_table(text_, lines_, rest);
    auto listed = find_spread_tables(text_, lines_, rest);
    std::ranges::move(find_lined_tables(text_, lines_, rest), std::back_inserter(listed));
    std::ranges::move(find_listed_tables(text_, lines_, rest), std::back_inserter(listed));
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
