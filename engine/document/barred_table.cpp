// Tables whose cells each stand on a line, a bar behind them or on the next line.
#include "document/barred_table.hpp"

#include "document/lined_table.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace tieout::document {

namespace {

constexpr std::size_t fewest_bars = 8;
constexpr std::size_t fewest_columns = 2;
constexpr std::size_t most_between = 4;  // lines without a bar that follow one another

/// The line's text in front of the bars that end it; nothing if there are bars elsewhere. Of
/// several bars those behind the first are of columns that nothing stands in.
std::optional<source::Span> before_bar(std::string_view text, source::Span line) {
  static constexpr std::array<std::string_view, 5> bars = {"|", "｜", "│", "┃", "║"};
  auto cell = trimmed(text, line);
  const auto words = [&] { return text.substr(cell.begin, cell.end - cell.begin); };
  const auto is_last = [&](std::string_view each) { return words().ends_with(each); };
  std::size_t count = 0;
  for (const auto* bar = std::ranges::find_if(bars, is_last); bar != bars.end();
       bar = std::ranges::find_if(bars, is_last)) {
    cell = trimmed(text, {cell.begin, cell.end - bar->size()});
    ++count;
  }
  const bool others = std::ranges::any_of(
      bars, [&](std::string_view each) { return words().find(each) != std::string_view::npos; });
  return count == 0 || others ? std::nullopt : std::optional(cell);
}

/// Lines as far as every bar among them ends one.
struct Run {
  std::vector<LinedPiece> pieces;
  std::size_t behind = 0;  ///< the line behind the last bar
  std::size_t bars = 0;
};

Run run_from(std::string_view text, const std::vector<TextLine>& lines, std::size_t first) {
  Run run{.pieces = {}, .behind = first};
  std::size_t blanks = 0;   // cells in front of the next piece
  bool filled = false;      // a text stands in front of the next bar
  std::size_t between = 0;  // lines since the last bar
  std::size_t kept = 0;     // pieces up to the last bar
  for (auto line = first; line < lines.size(); ++line) {
    const auto shape = lines[line].shape;
    if (shape == Shape::blank) continue;
    if (shape != Shape::plain && shape != Shape::piped) break;
    const auto cell = shape == Shape::piped ? before_bar(text, lines[line].span)
                                            : std::optional(trimmed(text, lines[line].span));
    if (!cell || ++between > most_between) break;
    if (cell->begin < cell->end) {
      run.pieces.push_back({*cell, line, std::exchange(blanks, 0)});
      filled = true;
    }
    if (shape != Shape::piped) continue;
    if (!std::exchange(filled, false)) ++blanks;
    between = 0;
    ++run.bars;
    run.behind = line + 1;
    kept = run.pieces.size();
  }
  run.pieces.resize(kept);
  return run;
}

void add_paragraphs(std::string_view text, const std::vector<TextLine>& lines, LineRange range,
                    std::vector<Sketch>& sketches) {
  for (auto line = range.first; line < range.last; ++line) {
    const auto span = before_bar(text, lines[line].span).value_or(trimmed(text, lines[line].span));
    if (span.begin < span.end) sketches.emplace_back(ParagraphSketch{{span}});
  }
}

}  // namespace

bool is_lone_bar(std::string_view text, const TextLine& line) {
  const auto cell = line.shape == Shape::piped ? before_bar(text, line.span) : std::nullopt;
  return cell && cell->begin == cell->end;
}

BarredRun read_barred_tables(std::string_view text, const std::vector<TextLine>& lines,
                             std::size_t first, std::vector<Sketch>& sketches) {
  auto run = run_from(text, lines, first);
  if (run.bars < fewest_bars) return {false, run.behind};
  auto tables = find_lined_tables(LinedPieces(text, std::move(run.pieces)), fewest_columns);
  if (tables.empty()) return {false, run.behind};
  auto line = first;
  for (auto& found : tables) {
    add_paragraphs(text, lines, {line, found.lines.first}, sketches);
    sketches.emplace_back(std::move(found.table));
    line = found.lines.last;
  }
  add_paragraphs(text, lines, {line, run.behind}, sketches);
  return {true, run.behind};
}

}  // namespace tieout::document
