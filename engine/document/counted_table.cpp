// Tables whose cells are parted by single spaces.
#include "document/counted_table.hpp"

#include "document/characters.hpp"
#include "document/lost_heads.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace tieout::document {

namespace {

using Row = std::vector<CellSketch>;

constexpr std::size_t most_head_lines = 4;
constexpr std::size_t fewest_rows = 3;
constexpr std::size_t fewest_full_rows = 2;
constexpr std::size_t fewest_columns = 3;
constexpr std::size_t longest_line = 400;  // bytes

std::string_view content(std::string_view text, const CellSketch& cell) {
  const auto& span = cell.paragraphs.front();
  return text.substr(span.begin, span.end - span.begin);
}

bool is_figure(std::string_view text, const CellSketch& cell) {
  return resembles_figure(content(text, cell));
}

/// The words of a line; none if two stand farther apart than words do.
Row words_of(std::string_view text, source::Span line) {
  line = trimmed(text, line);
  if (line.end - line.begin > longest_line) return {};
  Row words;
  auto begin = line.begin;
  std::size_t gap = 0;
  const auto finish = [&](std::size_t end) {
    words.push_back({.paragraphs = {{begin, end}}, .column = words.size()});
  };
  for (auto at = line.begin; at < line.end;) {
    const auto start = at;
    if (!is_space(next_character(text, at))) {
      if (gap > 0) begin = start;
      gap = 0;
      continue;
    }
    if (++gap > 1) return {};
    finish(start);
  }
  if (begin < line.end) finish(line.end);
  return words;
}

/// The cells of a row: words without figures that follow one another are one name (合 计).
Row cells_of(std::string_view text, const Row& words) {
  Row cells;
  bool open = false;
  for (const auto& word : words) {
    const bool figure = is_figure(text, word);
    if (open && !figure) {
      cells.back().paragraphs.front().end = word.paragraphs.front().end;
    } else {
      cells.push_back({.paragraphs = word.paragraphs, .column = cells.size()});
    }
    open = !figure;
  }
  return cells;
}

bool speaks(std::string_view text, const Row& words) {
  constexpr std::u32string_view marks = U"。；，！？：:;";
  return std::ranges::any_of(words, [&](const CellSketch& word) {
    const auto part = content(text, word);
    for (std::size_t at = 0; at < part.size();) {
      const auto character = next_character(part, at);
      if (marks.find(character) != std::u32string_view::npos && at == part.size()) return true;
    }
    return false;
  });
}

/// A name and figures, the last of them at the end.
bool is_row(std::string_view text, const Row& words) {
  if (words.size() < 2 || !is_figure(text, words.back()) || speaks(text, words)) return false;
  return std::ranges::any_of(words, [text](const auto& word) { return !is_figure(text, word); });
}

/// Several words, no figures, no sentence.
bool is_head(std::string_view text, const Row& words) {
  return words.size() > 1 && !speaks(text, words) &&
         std::ranges::none_of(words, [text](const auto& word) { return is_figure(text, word); });
}

/// How many columns 栏次 1 2 3, or the numbers alone, number; 0 if the words do not.
std::size_t numbered_columns(std::string_view text, const Row& words) {
  static constexpr std::array<std::string_view, 5> names = {"栏次", "行次", "类", "款", "项"};
  std::size_t number = 0;
  for (const auto& word : words) {
    const auto part = content(text, word);
    if (std::ranges::find(names, part) != names.end()) continue;
    if (part != std::to_string(++number)) return 0;
  }
  return number > 1 ? number : 0;
}

class Finder {
 public:
  Finder(std::string_view text, const std::vector<TextLine>& lines, LineRange stretch)
      : text_(text), lines_(lines), stretch_(stretch) {}

  [[nodiscard]] std::optional<FoundTable> find() const {
    for (auto line = stretch_.first; line < stretch_.last;) {
      if (!is_head(text_, words_of(text_, lines_[line].span))) {
        ++line;
        continue;
      }
      if (auto found = table_at(line)) return found;
      ++line;
    }
    return std::nullopt;
  }

 private:
  /// Whether rows follow on the next lines behind a name that was broken in two, or a page's end:
  /// what was read is a part of a table then, and its sums would be wrong. The lines may be those
  /// of another form that the stretch ends at: chance lays two lines out.
  [[nodiscard]] bool goes_on(std::size_t line) const {
    constexpr std::size_t looked_at = 3;
    for (auto next = line; next < std::min(lines_.size(), line + looked_at); ++next) {
      const auto words = words_of(text_, lines_[next].span);
      if (is_head(text_, words) || speaks(text_, words)) return false;
      const bool figures = words.size() > 1 && std::ranges::all_of(words, [this](const auto& word) {
                             return is_figure(text_, word);
                           });
      if (figures || is_row(text_, words)) return true;
    }
    return false;
  }

  /// The table whose heads begin on a line.
  [[nodiscard]] std::optional<FoundTable> table_at(std::size_t first) const {
    FoundTable found{.table = {.rows = {}, .spans_known = false}, .lines = {first, first}};
    auto& rows = found.table.rows;
    auto line = first;
    std::size_t numbered = 0;
    for (; line < stretch_.last && rows.size() < most_head_lines; ++line) {
      auto words = words_of(text_, lines_[line].span);
      if (const auto count = numbered_columns(text_, words); count > 0) {
        numbered = count;
        continue;
      }
      if (!is_head(text_, words)) break;
      rows.push_back(std::move(words));
    }
    // One head of the first line may stand over those of the second: 项目 over 编码 and 名称.
    const auto heads = rows.size();
    const auto last = rows.back().size();
    const auto joined = heads > 1 ? rows.front().size() - 1 + last : last;
    std::size_t columns = 0;
    std::size_t full = 0;
    for (; line < stretch_.last; ++line) {
      const auto words = words_of(text_, lines_[line].span);
      if (const auto count = numbered_columns(text_, words); count > 0) {
        numbered = count;
        continue;
      }
      if (!is_row(text_, words)) break;
      rows.push_back(cells_of(text_, words));
      if (rows.back().size() > columns) full = 0;
      columns = std::max(columns, rows.back().size());
      if (rows.back().size() == columns) ++full;
    }
    found.lines.last = line;
    // More numbers than columns: blank cells were left out, nobody knows which.
    const bool fits = (columns == last || columns == joined) && numbered < columns;
    if (rows.size() - heads < fewest_rows || columns < fewest_columns || full < fewest_full_rows ||
        !fits || goes_on(line)) {
      return std::nullopt;
    }
    complete_heads(text_, rows, heads, columns);
    return found;
  }

  std::string_view text_;
  const std::vector<TextLine>& lines_;
  LineRange stretch_;
};

}  // namespace

std::optional<FoundTable> find_counted_table(std::string_view text,
                                             const std::vector<TextLine>& lines,
                                             LineRange stretch) {
  return Finder(text, lines, stretch).find();
}

}  // namespace tieout::document
