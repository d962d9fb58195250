// Tables a cell a line in which nothing but the cells themselves tells where a row begins.
#include "document/lined_table.hpp"

#include "document/characters.hpp"
#include "document/lined_heads.hpp"
#include "document/lined_numbers.hpp"
#include "document/lined_rows.hpp"
#include "document/page_breaks.hpp"
#include "document/worded_pieces.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace tieout::document {

namespace {

constexpr std::size_t most_heads = 40;
constexpr std::size_t most_readings = 2;        // of a piece, on average
constexpr std::size_t least_readings = 20'000;  // of all
constexpr std::size_t most_sums = 4'000'000;    // of figures that might be parts of others
constexpr std::size_t fewest_columns = 3;       // where only lines part the cells

class Finder {
 public:
  Finder(LinedPieces pieces, std::size_t fewest) : pieces_(std::move(pieces)), fewest_(fewest) {}

  [[nodiscard]] std::vector<FoundTable> find() const {
    std::vector<FoundTable> tables;
    std::size_t behind = 0;  // the piece behind the last table
    Known known{
        .stated = {},
        .effort = {.groups = most_readings * pieces_.size() + least_readings, .sums = most_sums}};
    known.stated.add_sentences(pieces_.run());
    for (std::size_t at = 0; at < pieces_.size(); ++at) {
      if (!resembles_figure(words(at))) continue;
      if (auto found = table_at(at, behind, known)) {
        tables.push_back(std::move(*found));
        at = behind - 1;
        continue;
      }
      // The heads of what is no table are not looked at again for each of its figures.
      behind = at + 1;
    }
    return tables;
  }

 private:
  LinedPieces pieces_;
  std::size_t fewest_;  // columns

  /// What the tables so far leave to those behind them.
  struct Known {
    StatedAmounts stated;
    LinedEffort effort;
  };

  [[nodiscard]] std::string_view words(std::size_t piece) const { return pieces_.words(piece); }

  /// The table whose first figure, or the code in front of its first name, is a piece; `behind`:
  /// the piece behind the table before it, then behind this.
  [[nodiscard]] std::optional<FoundTable> table_at(std::size_t figure, std::size_t& behind,
                                                   Known& known) const {
    const bool code = figure + 1 < pieces_.size() && is_code(words(figure)) &&
                      !resembles_figure(words(figure + 1));
    if (!code && figure == behind) return std::nullopt;
    const auto body = code ? figure : first_name(figure, behind);
    auto first = body;
    while (first > behind && body - first < most_heads && is_text_cell(words(first - 1))) {
      --first;
    }
    const auto joined = heads_of({first, body}, true);
    const auto heads = heads_of({first, body}, false);
    auto read = read_below(joined, {first, body}, known);
    if (!read && joined.size() < heads.size()) read = read_below(heads, {first, body}, known);
    if (!read) return std::nullopt;
    auto& [sections, body_rows] = *read;
    FoundTable found{.table = {.rows = lined_head_rows(pieces_.text(), sections, body_rows.codes),
                               .spans_known = false},
                     .lines = {pieces_[first].line, pieces_.line_behind(body_rows.behind - 1)}};
    auto& rows = found.table.rows;
    if (rows.front().size() < fewest_) return std::nullopt;
    std::ranges::move(body_rows.rows, std::back_inserter(rows));
    behind = body_rows.behind;
    return found;
  }

  /// Where the names begin in front of the first figure: the one right there may be the end of a
  /// broken one, or others without figures may stand above it.
  [[nodiscard]] std::size_t first_name(std::size_t figure, std::size_t behind) const {
    constexpr std::size_t most_parts = 6;
    auto name = figure - 1;
    for (auto piece = name; piece > behind && figure - piece < most_parts; --piece) {
      const auto word = words(piece);
      if (!is_text_cell(word) || is_key_head(word) || !pieces_.may_share_row(piece, name)) break;
      if (is_numbered(word)) name = piece;
    }
    return name;
  }

  struct Read {
    std::vector<LinedSection> sections;
    LinedRows rows;
  };

  /// The heads; broken ones whole, if they are to be joined.
  [[nodiscard]] std::vector<source::Span> heads_of(LineRange pieces, bool join) const {
    std::vector<source::Span> heads;
    bool open = false;
    for (auto piece = pieces.first; piece < pieces.last; ++piece) {
      const auto span = pieces_[piece].span;
      if (open || (join && !heads.empty() && ends_key(heads.back(), words(piece)))) {
        heads.back().end = span.end;
      } else {
        heads.push_back(span);
      }
      open = join && !pieces_[piece].row && breaks_off(pieces_.words(heads.back()));
    }
    return heads;
  }

  /// 功能分类科目 over 编码: whether a piece ends the head of codes or names in front of it.
  [[nodiscard]] bool ends_key(source::Span head, std::string_view word) const {
    static constexpr std::string_view ends[] = {"编码", "代码", "名称"};
    return without_spaces(pieces_.words(head)).ends_with("科目") &&
           std::ranges::find(ends, word) != std::end(ends);
  }

  [[nodiscard]] std::optional<Read> read_below(const std::vector<source::Span>& heads,
                                               LineRange pieces, Known& known) const {
    auto sections = lined_sections(pieces_.text(), heads);
    if (!sections) return std::nullopt;
    const LinedBody lines{pieces_, pieces, *sections, known.effort};
    std::optional<LinedRows> rows;
    if (!pieces_[pieces.last].row) rows = kept_rows(lines);
    if (!rows) rows = lined_rows(lines, known.stated);
    if (!rows) return std::nullopt;
    return Read{.sections = std::move(*sections), .rows = std::move(*rows)};
  }

  /// 208, 20805, 2080501: what begins a row in front of its name.
  static bool is_code(std::string_view word) {
    return is_digits(word) && (word.size() == 3 || word.size() == 5 || word.size() == 7);
  }
};

}  // namespace

std::vector<FoundTable> find_lined_tables(std::string_view text, const std::vector<TextLine>& lines,
                                          LineRange stretch) {
  std::vector<LinedPiece> pieces;
  std::size_t gap = 0;
  for (auto line = stretch.first; line < stretch.last; ++line) {
    const auto span = trimmed(text, lines[line].span);
    if (span.begin == span.end) {
      ++gap;
    } else {
      pieces.push_back({span, line, std::exchange(gap, 0)});
    }
  }
  pieces = without_row_numbers(text, without_page_numbers(text, std::move(pieces)));
  return find_lined_tables(LinedPieces(text, std::move(pieces)), fewest_columns);
}

std::vector<FoundTable> find_worded_tables(std::string_view text,
                                           const std::vector<TextLine>& lines, LineRange stretch) {
  auto pieces =
      without_row_numbers(text, without_page_numbers(text, worded_pieces(text, lines, stretch)));
  return find_lined_tables(LinedPieces(text, std::move(pieces)), fewest_columns);
}

std::vector<FoundTable> find_lined_tables(LinedPieces pieces, std::size_t fewest) {
  return Finder(std::move(pieces), fewest).find();
}

}  // namespace tieout::document
