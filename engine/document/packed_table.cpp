// Tables of web pages as their texts are saved.
#include "document/packed_table.hpp"

#include "document/characters.hpp"
#include "document/lined_table.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace tieout::document {

namespace {

constexpr std::size_t fewest_lines = 5;
constexpr std::size_t fewest_packed = 2;  // rows that lack cells
constexpr std::size_t fewest_columns = 3;
constexpr char bar = '|';

/// A row's cells and how many it lacks.
struct PackedRow {
  std::vector<source::Span> cells;
  std::size_t lacking = 0;
  bool told = false;  ///< by bars side by side: no blank cells are written so
};

/// Nothing if bars stand in front, side by side between cells, or none at the end.
std::optional<PackedRow> packed_row(std::string_view text, source::Span line) {
  line = trimmed(text, line);
  PackedRow row;
  auto begin = line.begin;
  std::size_t blank = 0;  // bars behind the last cell
  for (auto at = line.begin; at < line.end; ++at) {
    if (text[at] != bar) continue;
    const auto cell = trimmed(text, {begin, at});
    begin = at + 1;
    if (cell.begin < cell.end) {
      if (blank > 1) return std::nullopt;
      row.cells.push_back(cell);
      blank = 0;
    }
    ++blank;
  }
  if (begin != line.end || row.cells.empty()) return std::nullopt;
  row.lacking = blank - 1;
  row.told = row.lacking > 1 && text[line.end - 2] == bar;
  const bool spaced = row.lacking > 1 && !row.told;
  return text[line.begin] == bar || spaced ? std::nullopt : std::optional(std::move(row));
}

/// 208, 20805, 2080501: forms without codes put their blank cells at the end.
bool is_code(std::string_view word) {
  const bool whole = word.size() == 3 || word.size() == 5 || word.size() == 7;
  return whole && word.find_first_not_of("0123456789") == std::string_view::npos;
}

/// The lines of one table, or of several below each other.
struct PackedRun {
  std::vector<LinedPiece> pieces;
  std::size_t behind = 0;
  std::size_t packed = 0;  ///< rows that surely lack cells
  std::size_t unsure = 0;  ///< rows of codes and figures that lack any: nobody knows where
  bool numbered = false;   ///< 行次: its rows' numbers tell where blank cells were
};

PackedRun run_from(std::string_view text, const std::vector<TextLine>& lines, std::size_t first) {
  constexpr std::string_view row_number = "行次";
  PackedRun run{.pieces = {}, .behind = first};
  std::optional<std::size_t> width;
  for (auto line = first; line < lines.size() && lines[line].shape == Shape::piped; ++line) {
    auto row = packed_row(text, lines[line].span);
    if (!row) break;
    const auto columns = row->cells.size() + row->lacking;
    if (width && *width != columns) break;
    width = columns;
    if (row->told) ++run.packed;
    const auto has_figure = [text](source::Span cell) {
      return resembles_figure(text.substr(cell.begin, cell.end - cell.begin));
    };
    const auto first_cell = row->cells.front();
    const auto first_word = text.substr(first_cell.begin, first_cell.end - first_cell.begin);
    if (row->lacking > 0 && is_code(first_word) && has_figure(row->cells.back())) ++run.unsure;
    for (const auto cell : row->cells) {
      run.numbered = run.numbered || text.substr(cell.begin, cell.end - cell.begin) == row_number;
      run.pieces.push_back({.span = cell, .line = line, .row = line});
    }
    run.behind = line + 1;
  }
  return run;
}

void add_paragraphs(std::string_view text, const std::vector<TextLine>& lines, LineRange range,
                    std::vector<Sketch>& sketches) {
  for (auto line = range.first; line < range.last; ++line) {
    const auto row = packed_row(text, lines[line].span);
    if (!row) continue;
    for (const auto cell : row->cells) sketches.emplace_back(ParagraphSketch{{cell}});
  }
}

}  // namespace

std::size_t read_packed_table(std::string_view text, const std::vector<TextLine>& lines,
                              std::size_t first, std::vector<Sketch>& sketches) {
  auto run = run_from(text, lines, first);
  if (run.behind < first + fewest_lines || run.packed < fewest_packed || run.unsure == 0 ||
      run.numbered) {
    return first;
  }
  auto tables = find_lined_tables(LinedPieces(text, std::move(run.pieces)), fewest_columns);
  // Where none is found nothing is read: by their places, cells would stand below other heads.
  auto line = first;
  for (auto& found : tables) {
    add_paragraphs(text, lines, {line, found.lines.first}, sketches);
    sketches.emplace_back(std::move(found.table));
    line = found.lines.last;
  }
  add_paragraphs(text, lines, {line, run.behind}, sketches);
  return run.behind;
}

}  // namespace tieout::document
