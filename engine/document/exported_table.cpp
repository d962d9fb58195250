// Tables as word processors export them to text: a cell a line.
#include "document/exported_table.hpp"

#include "document/characters.hpp"

#include <algorithm>
#include <utility>

namespace tieout::document {

namespace {

using Row = std::vector<CellSketch>;

constexpr std::size_t short_text = 12;     // characters: a value of a form, no statement
constexpr std::size_t long_sentence = 30;  // characters: more than a column of a table holds

/// What stands before the remark in brackets at the end of a line.
std::string_view without_remark(std::string_view line) {
  for (const std::string_view open : {"（", "("}) {
    const std::string_view close = open == "(" ? ")" : "）";
    const auto at = line.rfind(open);
    if (line.ends_with(close) && at != std::string_view::npos && at > 0) return line.substr(0, at);
  }
  return line;
}

/// 支出决算表, 支出决算表（功能科目）, 公开03表, 单位：万元: the next table's title, or a note
/// above it.
bool stands_above_table(std::string_view line) {
  static constexpr std::string_view notes[] = {"单位：", "单位:"};
  return (without_remark(line).ends_with("表") && count_characters(line) > 3) ||
         std::ranges::any_of(notes, [line](std::string_view note) {
           return line.find(note) != std::string_view::npos;
         });
}

bool is_sentence(std::string_view text) {
  return ends_sentence(text) && count_characters(text) > long_sentence;
}

class ExportedRun {
 public:
  ExportedRun(std::string_view text, const std::vector<TextLine>& lines)
      : text_(text), lines_(lines) {}

  std::size_t read(std::size_t first, std::vector<Sketch>& sketches) {
    auto at = first;
    while (at < lines_.size() && lines_[at].shape == Shape::cell) {
      if (rows_.empty() || lines_[at - 1].shape == Shape::blank) rows_.emplace_back();
      const auto next = next_cell(at);
      const auto end = cell_end(at, next);
      add_cell(at, end);
      at = end;
      if (end != next) break;
    }
    if (is_prose()) {
      add_paragraphs(sketches);
    } else {
      sketches.emplace_back(TableSketch{.rows = std::move(rows_), .spans_known = false});
    }
    return at;
  }

 private:
  std::string_view text_;
  const std::vector<TextLine>& lines_;
  std::vector<Row> rows_;

  [[nodiscard]] std::string_view content(source::Span span) const {
    return text_.substr(span.begin, span.end - span.begin);
  }
  [[nodiscard]] std::string_view content(std::size_t line) const {
    return content(trimmed(text_, lines_[line].span));
  }

  /// The first line after `cell` that is no continuation of it.
  [[nodiscard]] std::size_t next_cell(std::size_t cell) const {
    auto line = cell + 1;
    while (line < lines_.size() && lines_[line].shape != Shape::cell &&
           lines_[line].shape != Shape::tabbed) {
      ++line;
    }
    return line;
  }

  /// Where the text of the cell ends: `next`, unless the row is over there and what follows the
  /// cell's own line cannot be its text.
  [[nodiscard]] std::size_t cell_end(std::size_t cell, std::size_t next) const {
    const bool row_ends = next == lines_.size() || lines_[next].shape != Shape::cell ||
                          lines_[next - 1].shape == Shape::blank;
    if (!row_ends) return next;
    auto line = cell + 1;
    while (line < next && lines_[line].shape == Shape::blank) ++line;
    if (line == next) return next;
    return continues(content(cell), content(line), line > cell + 1) ? next : line;
  }

  /// Whether `line` may be text of the last cell of its row, which begins with `own`.
  [[nodiscard]] bool continues(std::string_view own, std::string_view line,
                               bool after_blank) const {
    const auto& row = rows_.back();
    const bool section = begins_section(line);
    const bool of_figure = resembles_figure(own);
    if (stands_above_table(line) && (after_blank || of_figure)) return false;
    if (after_blank && of_figure) return false;
    if (!section && !is_sentence(line)) return true;
    if (of_figure) return false;
    if (!after_blank || row.empty()) return true;
    if (own.empty())
      return std::ranges::none_of(row, [this](const CellSketch& each) {
        return resembles_figure(content(each.paragraphs.front()));
      });
    return !section || count_characters(own) > short_text;
  }

  void add_cell(std::size_t first, std::size_t end) {
    CellSketch cell{.paragraphs = {}, .column = rows_.back().size()};
    const auto whole = lines_[first].span;
    const auto begin = std::min(text_.find_first_not_of('\t', whole.begin), whole.end);
    cell.paragraphs.push_back(trimmed(text_, {begin, whole.end}));
    for (auto line = first + 1; line < end; ++line) {
      if (lines_[line].shape == Shape::blank) continue;
      const auto span = trimmed(text_, lines_[line].span);
      auto& last = cell.paragraphs.back();
      if (last.begin == last.end) {
        last = span;
      } else {
        cell.paragraphs.push_back(span);
      }
    }
    rows_.back().push_back(std::move(cell));
  }

  /// TABs also indent paragraphs. A table has rows of several cells, most of them no sentences.
  [[nodiscard]] bool is_prose() const {
    std::size_t cells = 0;
    std::size_t sentences = 0;
    for (const auto& row : rows_) {
      if (row.size() < 2) continue;
      cells += row.size();
      sentences += static_cast<std::size_t>(std::ranges::count_if(
          row, [this](const auto& cell) { return is_sentence(content(cell.paragraphs.front())); }));
    }
    return 2 * sentences >= cells;
  }

  void add_paragraphs(std::vector<Sketch>& sketches) const {
    for (const auto& row : rows_) {
      for (const auto& cell : row) {
        for (const auto& span : cell.paragraphs) {
          if (span.begin < span.end) sketches.emplace_back(ParagraphSketch{{span}});
        }
      }
    }
  }
};

}  // namespace

std::size_t read_exported_table(std::string_view text, const std::vector<TextLine>& lines,
                                std::size_t first, std::vector<Sketch>& sketches) {
  return ExportedRun(text, lines).read(first, sketches);
}

}  // namespace tieout::document
