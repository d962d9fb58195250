// The rows of a table that stands a cell a line, blank cells included.
#include "document/characters.hpp"
#include "document/lined_rows.hpp"

#include <algorithm>
#include <utility>

namespace tieout::document {

namespace {

using Row = std::vector<CellSketch>;

constexpr std::size_t fewest_rows = 3;

class Reader {
 public:
  explicit Reader(const LinedBody& body)
      : pieces_(body.pieces), heads_(body.heads), sections_(body.sections) {
    gap_ = pieces_[heads_.last].gap;
    for (auto piece = heads_.first + 1; piece < heads_.last; ++piece) {
      gap_ = std::min(gap_, pieces_[piece].gap);
    }
  }

  [[nodiscard]] std::optional<LinedRows> read() const {
    // A blank cell is one more line, or as many as another cell takes.
    auto rows = with_blanks_of(1);
    if (!rows && gap_ > 0) rows = with_blanks_of(gap_ + 1);
    if (!rows && gap_ == 0) rows = with_blanks_of(1, 1);
    return rows;
  }

 private:
  const LinedPieces& pieces_;
  LineRange heads_;
  const std::vector<LinedSection>& sections_;
  std::size_t gap_ = 0;  // blank lines between cells

  /// Where the next cell is taken from.
  struct Cursor {
    std::size_t piece = 0;
    std::size_t blanks = 0;  // blank cells in front of it
    std::size_t lines = 1;   // of a blank cell
    std::size_t apart = 0;   // blank lines that part rows
  };

  [[nodiscard]] std::optional<LinedRows> with_blanks_of(std::size_t lines,
                                                        std::size_t apart = 0) const {
    const auto& section = sections_.front();
    if (!section.coded) return rows_from({heads_.last, 0, lines, apart}, 0);
    for (const auto codes : {std::max<std::size_t>(section.parts, 1), std::size_t{1}}) {
      // 类 款 项 may stand in front of the first row, its codes' cells.
      for (const auto before : {std::size_t{0}, section.parts}) {
        if (auto rows = rows_from({heads_.last - before, 0, lines, apart}, codes)) return rows;
      }
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<LinedRows> rows_from(Cursor cursor, std::size_t codes) const {
    LinedRows result{.rows = {}, .codes = codes, .behind = cursor.piece};
    std::size_t width = 0;
    for (const auto& section : sections_) width += codes + 1 + section.figures;
    bool inner = false;     // blank cells that are no row's last
    std::size_t ends = 0;   // rows whose last cell is blank
    std::size_t opens = 0;  // ... at the end of the text
    for (bool goes_on = true; goes_on;) {
      auto row = take_row(cursor, width);
      goes_on = cursor.blanks >= cursor.apart;
      cursor.blanks -= std::min(cursor.blanks, cursor.apart);
      const auto is_blank = [this](const CellSketch& cell) { return words(cell).empty(); };
      // At the end of the text the last cells may be blank: that shows nothing.
      const bool open = row.size() < width;
      const bool own_inner = !row.empty() && std::any_of(row.begin(), row.end() - 1, is_blank);
      while (!row.empty() && row.size() < width && cursor.piece == pieces_.size()) {
        row.push_back(pieces_.blank_behind(cursor.piece - 1));
      }
      if (row.size() < width || !conforms(row, codes)) break;
      inner = inner || own_inner;
      if (is_blank(row.back())) ++(open ? opens : ends);
      for (std::size_t cell = 0; cell < width; ++cell) row[cell].column = cell;
      result.rows.push_back(std::move(row));
      result.behind = cursor.piece;
    }
    // A blank line behind every row parts them, and is no cell.
    const bool blank = inner || (ends > 0 && ends + opens < result.rows.size());
    const bool table =
        blank && result.rows.size() >= fewest_rows && pieces_.may_end_before(result.behind);
    return table ? std::optional(std::move(result)) : std::nullopt;
  }

  /// The next cells; fewer at the end of those that lie as far apart.
  [[nodiscard]] Row take_row(Cursor& cursor, std::size_t width) const {
    Row row;
    while (row.size() < width && cursor.piece < pieces_.size()) {
      const auto& piece = pieces_[cursor.piece];
      if (cursor.blanks > 0) {
        --cursor.blanks;
        row.push_back(pieces_.blank_behind(cursor.piece - 1));
        continue;
      }
      row.push_back({.paragraphs = {piece.span}});
      if (++cursor.piece == pieces_.size()) break;
      const auto gap = pieces_[cursor.piece].gap;
      if (gap < gap_) break;
      cursor.blanks = (gap - gap_) / cursor.lines;
    }
    return row;
  }

  [[nodiscard]] std::string_view words(const CellSketch& cell) const {
    return pieces_.words(cell.paragraphs.front());
  }

  /// Codes, names and figures, each in its columns; at least one section has a name.
  [[nodiscard]] bool conforms(const Row& row, std::size_t codes) const {
    std::size_t column = 0;
    bool named = false;
    for (const auto& section : sections_) {
      const auto first = column;
      const auto name = words(row[first + codes]);
      bool own_name = !name.empty();
      if (own_name && (resembles_figure(name) || !may_be_cell(name))) return false;
      for (; column < first + codes; ++column) {
        const auto code = words(row[column]);
        const bool label = column == first && name.empty() && !resembles_figure(code);
        if (code.empty() || is_digits(code) || is_key_head(code)) continue;
        if (!label || !may_be_cell(code)) return false;
        own_name = true;
      }
      ++column;
      for (const auto end = column + section.figures; column < end; ++column) {
        const auto figure = words(row[column]);
        if (figure.empty()) continue;
        if (!resembles_figure(figure) || !own_name) return false;
      }
      named = named || own_name;
      if (own_name && sections_.size() > 1 && !on_side(section, name)) return false;
    }
    return named;
  }

  /// Whether a name may stand below a section's title, income or spending.
  [[nodiscard]] bool on_side(const LinedSection& section, std::string_view name) const {
    const auto title = side_of(pieces_.words(section.title));
    const auto side = side_of(name);
    return title == Side::unknown || side == Side::unknown || side == title;
  }
};

}  // namespace

std::optional<LinedRows> kept_rows(const LinedBody& body) { return Reader(body).read(); }

}  // namespace tieout::document
