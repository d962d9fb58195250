// Tables exported without TABs: a cell a line, the lines all equally far apart.
#include "document/spread_table.hpp"

#include "document/characters.hpp"
#include "document/lost_heads.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

namespace tieout::document {

namespace {

using Row = std::vector<CellSketch>;

constexpr std::string_view numbers_mark = "栏次";
constexpr std::size_t longest_cell = 30;  // characters
constexpr std::size_t most_head_cells = 40;
constexpr std::size_t fewest_rows = 3;
constexpr std::size_t fewest_columns = 3;
constexpr std::size_t most_columns = 60;
constexpr std::size_t code_digits = 3;

/// A line that may be a cell, and the blank lines in front of it.
struct Piece {
  source::Span span;
  std::size_t line = 0;
  std::size_t gap = 0;
};

class Finder {
 public:
  Finder(std::string_view text, const std::vector<TextLine>& lines, LineRange stretch)
      : text_(text) {
    std::size_t gap = 0;
    for (auto line = stretch.first; line < stretch.last; ++line) {
      const auto span = trimmed(text, lines[line].span);
      if (span.begin == span.end) {
        ++gap;
        continue;
      }
      pieces_.push_back({span, line, std::exchange(gap, 0)});
    }
  }

  [[nodiscard]] std::vector<FoundTable> find() const {
    std::vector<FoundTable> tables;
    std::size_t behind = 0;  // the piece behind the last table
    for (std::size_t at = 1; at < pieces_.size(); ++at) {
      if (words(at) != numbers_mark) continue;
      if (auto found = table_at(at, behind)) {
        tables.push_back(std::move(*found));
        at = std::max(at, behind - 1);
      }
    }
    return tables;
  }

 private:
  std::string_view text_;
  std::vector<Piece> pieces_;

  [[nodiscard]] std::string_view words(std::size_t piece) const {
    const auto span = pieces_[piece].span;
    return text_.substr(span.begin, span.end - span.begin);
  }

  [[nodiscard]] std::string_view words(const CellSketch& cell) const {
    const auto span = cell.paragraphs.front();
    return text_.substr(span.begin, span.end - span.begin);
  }

  [[nodiscard]] bool is_cell(std::size_t piece) const {
    return count_characters(words(piece)) <= longest_cell && !ends_sentence(words(piece));
  }

  /// The cells of a table from its row of numbers on, blank ones between them put back.
  class Cells {
   public:
    Cells(const Finder& finder, std::size_t first, std::size_t gap)
        : finder_(&finder), next_(first), gap_(gap) {}

    /// The next cell: blank as long as lines lie farther apart. Nothing at the end.
    std::optional<CellSketch> take() {
      const auto& pieces = finder_->pieces_;
      if (next_ >= pieces.size() || pieces[next_].gap < gap_) return std::nullopt;
      const auto& piece = pieces[next_];
      if (blanks_ < piece.gap - gap_) {
        ++blanks_;
        const auto before = pieces[next_ - 1].span.end;
        return CellSketch{.paragraphs = {{before, before}}};
      }
      if (!finder_->is_cell(next_)) return std::nullopt;
      blanks_ = 0;
      ++next_;
      return CellSketch{.paragraphs = {piece.span}};
    }

    [[nodiscard]] std::size_t next() const { return next_; }

   private:
    const Finder* finder_;
    std::size_t next_;
    std::size_t gap_;
    std::size_t blanks_ = 0;  // given of those before the next piece
  };

  /// The row of numbers: 栏次 and what is below it, once for each table that stands beside another.
  struct Numbers {
    std::size_t sections = 0;
    std::size_t count = 0;
    std::vector<bool> figures;  ///< by cell: a number stands there
  };

  [[nodiscard]] Numbers numbers_of(Cells& cells) const {
    Numbers numbers;
    while (numbers.figures.size() <= most_columns) {
      const auto before = cells;
      const auto cell = cells.take();
      const auto text = cell ? words(*cell) : std::string_view("。");
      const bool number = text == std::to_string(numbers.count + 1);
      if (text == numbers_mark) {
        ++numbers.sections;
      } else if (number) {
        ++numbers.count;
      } else if (!text.empty()) {
        cells = before;
        // Blank cells in front of the first row would be that row's.
        while (!numbers.figures.empty() && !numbers.figures.back()) numbers.figures.pop_back();
        return numbers;
      }
      numbers.figures.push_back(number);
    }
    return {};
  }

  /// The table whose row of numbers begins with a piece; `behind`: the piece behind the table
  /// before it, then behind this.
  [[nodiscard]] std::optional<FoundTable> table_at(std::size_t first, std::size_t& behind) const {
    const auto gap = pieces_[first].gap;
    Cells cells(*this, first, gap);
    // The numbers' own gap is that of the cells: none of them is blank in front.
    const auto numbers = numbers_of(cells);
    if (numbers.count == 0) return std::nullopt;
    FoundTable found{.table = {.rows = {}, .spans_known = false}, .lines = {}};
    auto begin = first;
    auto& rows = found.table.rows;
    const auto columns =
        numbers.sections > 1 ? numbers.figures.size() : numbers.count + 2;  // code, name
    if (columns < fewest_columns || !read_heads(first, gap, behind, numbers, rows, begin)) {
      return std::nullopt;
    }
    const auto heads = rows.size();
    auto end = cells.next();
    while (auto row = numbers.sections > 1 ? row_beside(cells, numbers) : row_of(cells, numbers)) {
      rows.push_back(std::move(*row));
      end = cells.next();
    }
    if (rows.size() - heads < fewest_rows) return std::nullopt;
    for (auto& row : rows) {
      for (std::size_t cell = 0; cell < row.size(); ++cell) row[cell].column = cell;
    }
    if (numbers.sections == 1) complete_heads(text_, rows, heads, columns);
    found.lines = {pieces_[begin].line, pieces_[end - 1].line + 1};
    behind = end;
    return found;
  }

  /// A title or a note above the table.
  [[nodiscard]] bool stands_above(std::size_t piece) const {
    static constexpr std::array<std::string_view, 2> colons = {"：", ":"};
    const auto line = words(piece);
    return line.ends_with("表") || !is_cell(piece) || resembles_figure(line) ||
           std::ranges::any_of(colons, [line](std::string_view colon) {
             return line.find(colon) != std::string_view::npos && !line.starts_with("其中");
           });
  }

  /// The rows of heads above the numbers, if they are as many as these ask for.
  [[nodiscard]] bool read_heads(std::size_t numbers_at, std::size_t gap, std::size_t behind,
                                const Numbers& numbers, std::vector<Row>& rows,
                                std::size_t& begin) const {
    begin = numbers_at;
    while (begin > behind && numbers_at - begin < most_head_cells && !stands_above(begin - 1) &&
           (begin == numbers_at || pieces_[begin].gap == gap)) {
      --begin;
    }
    Row heads;
    for (auto piece = begin; piece < numbers_at; ++piece) {
      heads.push_back({.paragraphs = {pieces_[piece].span}});
    }
    const auto lower = numbers.sections > 1 ? numbers.figures.size() : 2;  // code, name
    const bool beside = numbers.sections > 1;
    if (beside && heads.size() == lower) {
      rows.push_back(std::move(heads));
      return true;
    }
    const auto upper = beside ? numbers.sections : numbers.count + 1;
    if (heads.size() != upper + lower) return false;
    const auto middle = heads.begin() + static_cast<std::ptrdiff_t>(upper);
    rows.emplace_back(heads.begin(), middle);
    rows.emplace_back(middle, heads.end());
    return true;
  }

  /// A row of tables side by side: as many cells as the numbers' row has.
  [[nodiscard]] std::optional<Row> row_beside(Cells& cells, const Numbers& numbers) const {
    auto ahead = cells;
    Row row;
    bool named = false;
    for (const bool figure : numbers.figures) {
      auto cell = ahead.take();
      if (!cell) return std::nullopt;
      const auto text = words(*cell);
      const bool blank = text.empty() || resembles_figure(text);
      if (figure && !blank) return std::nullopt;
      named = named || !blank;
      row.push_back(std::move(*cell));
    }
    if (!named) return std::nullopt;
    cells = ahead;
    return row;
  }

  /// A row with a code and a name, or a name alone, before its figures.
  [[nodiscard]] std::optional<Row> row_of(Cells& cells, const Numbers& numbers) const {
    auto ahead = cells;
    Row row;
    auto label = ahead.take();
    if (!label || words(*label).empty()) return std::nullopt;
    const auto text = words(*label);
    const bool code = text.size() >= code_digits &&
                      text.find_first_not_of("0123456789") == std::string_view::npos;
    if (!code && resembles_figure(text)) return std::nullopt;
    row.push_back(std::move(*label));
    if (code) {
      auto name = ahead.take();
      if (!name || words(*name).empty() || resembles_figure(words(*name))) return std::nullopt;
      row.push_back(std::move(*name));
    }
    for (std::size_t figure = 0; figure < numbers.count; ++figure) {
      auto cell = ahead.take();
      if (!cell) return std::nullopt;
      if (!words(*cell).empty() && !resembles_figure(words(*cell))) return std::nullopt;
      row.push_back(std::move(*cell));
    }
    cells = ahead;
    return row;
  }
};

}  // namespace

std::vector<FoundTable> find_spread_tables(std::string_view text,
                                           const std::vector<TextLine>& lines, LineRange stretch) {
  return Finder(text, lines, stretch).find();
}

}  // namespace tieout::document
