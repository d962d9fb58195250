// Tables exported without TABs: a cell a line, blank lines between rows.
#include "document/listed_table.hpp"

#include "document/characters.hpp"
#include "document/lost_heads.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace tieout::document {

namespace {

using Row = std::vector<CellSketch>;

constexpr std::size_t longest_cell = 30;  // characters
constexpr std::size_t most_cells = 60;
constexpr std::size_t most_head_rows = 4;
constexpr std::size_t fewest_rows = 3;
constexpr std::size_t fewest_columns = 3;

/// Lines without a blank one between them.
struct Run {
  Row cells;
  LineRange lines;
  std::size_t figures = 0;
  bool short_lines = true;  ///< each may be a cell
  bool notes = false;       ///< some line is a label with what it says: 单位：万元

  [[nodiscard]] bool is_head() const {
    return short_lines && !notes && figures == 0 && cells.size() > 1;
  }
  /// A name, or a code with a name, and figures behind it.
  [[nodiscard]] bool is_row() const {
    return short_lines && !notes && figures > 0 && figures < cells.size();
  }
};

class Finder {
 public:
  Finder(std::string_view text, const std::vector<TextLine>& lines, LineRange stretch)
      : text_(text) {
    Run run;
    for (auto line = stretch.first; line < stretch.last; ++line) {
      const auto span = trimmed(text, lines[line].span);
      if (span.begin < span.end) {
        add(run, span, line);
      } else if (run.lines.last > 0) {
        runs_.push_back(std::exchange(run, {}));
      }
    }
    if (run.lines.last > 0) runs_.push_back(std::move(run));
  }

  [[nodiscard]] std::vector<FoundTable> find() const {
    std::vector<FoundTable> tables;
    for (std::size_t at = 0; at < runs_.size();) {
      auto end = at + 1;
      if (runs_[at].is_head()) {
        if (auto found = table_at(at, end)) tables.push_back(std::move(*found));
      }
      at = end;
    }
    return tables;
  }

 private:
  void add(Run& run, source::Span span, std::size_t line) const {
    const auto words = text_.substr(span.begin, span.end - span.begin);
    if (run.lines.last == 0) run.lines.first = line;
    run.lines.last = line + 1;
    run.short_lines = run.short_lines && run.cells.size() < most_cells && !ends_sentence(words) &&
                      count_characters(words) <= longest_cell;
    if (!run.short_lines) return;
    const bool colon =
        words.find("：") != std::string_view::npos || words.find(':') != std::string_view::npos;
    run.notes = run.notes || (colon && !words.starts_with("其中"));
    if (resembles_figure(words)) ++run.figures;
    run.cells.push_back({.paragraphs = {span}, .column = run.cells.size()});
  }

  /// The table whose heads begin with a run; `end`: the run behind it.
  [[nodiscard]] std::optional<FoundTable> table_at(std::size_t first, std::size_t& end) const {
    FoundTable found{.table = {.rows = {}, .spans_known = false},
                     .lines = {runs_[first].lines.first, 0}};
    auto& rows = found.table.rows;
    auto at = first;
    for (; at < runs_.size() && runs_[at].is_head() && rows.size() < most_head_rows; ++at) {
      rows.push_back(runs_[at].cells);
    }
    const auto heads = rows.size();
    std::map<std::size_t, std::size_t> widths;
    for (; at < runs_.size() && runs_[at].is_row(); ++at) {
      ++widths[runs_[at].cells.size()];
      rows.push_back(runs_[at].cells);
    }
    if (rows.size() - heads < fewest_rows) return std::nullopt;
    const auto common =
        std::ranges::max_element(widths, {}, [](const auto& entry) { return entry.second; });
    const auto columns = common->first;
    const auto last = rows[heads - 1].size();
    const bool fits =
        columns == last || (heads > 1 && rows[heads - 2].size() - 1 + last == columns);
    // As many heads above as below: they are of other columns, and cells were left out of the rows.
    if (columns == last && heads > 1 && rows[heads - 2].size() >= last) return std::nullopt;
    if (!fits || columns < fewest_columns || 2 * common->second < rows.size() - heads) {
      return std::nullopt;
    }
    end = at;
    found.lines.last = runs_[at - 1].lines.last;
    complete_heads(text_, rows, heads, columns);
    return found;
  }

  std::string_view text_;
  std::vector<Run> runs_;
};

}  // namespace

std::vector<FoundTable> find_listed_tables(std::string_view text,
                                           const std::vector<TextLine>& lines, LineRange stretch) {
  return Finder(text, lines, stretch).find();
}

}  // namespace tieout::document
