// Plain text: which lines are tables of which form, and what is between them.
#include "document/text_reader.hpp"

#include "document/barred_table.hpp"
#include "document/characters.hpp"
#include "document/delimited_table.hpp"
#include "document/exported_table.hpp"
#include "document/packed_table.hpp"
#include "document/row_numbers.hpp"
#include "document/table_builder.hpp"
#include "document/text_lines.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace tieout::document {

namespace {

/// What opens a line or a cell is counted before there are any.
void check_openings(const source::Source& text, const source::Limits& limits) {
  const auto openings = std::ranges::count_if(
      text.text(), [](char character) { return character == '\t' || character == '|'; });
  CellBudget(source::in_file(text.name()), limits)
      .spend(text.lines() + static_cast<std::size_t>(openings));
}

/// Tells the lines of a text apart by form, from the first to the last.
class Sketcher {
 public:
  Sketcher(std::string_view text, const std::vector<TextLine>& lines, const LayoutOf& layout_of)
      : text_(text), lines_(lines), layout_of_(layout_of) {}

  std::vector<Sketch> sketches() && {
    for (std::size_t at = 0; at < lines_.size();) at = read(at);
    return std::move(sketches_);
  }

 private:
  std::string_view text_;
  const std::vector<TextLine>& lines_;
  const LayoutOf& layout_of_;
  std::vector<Sketch> sketches_;
  std::size_t looked_at_ = 0;  // lines before this one are in no table of cells with bars

  /// Reads what begins on a line; the line behind it.
  std::size_t read(std::size_t at) {
    switch (lines_[at].shape) {
      case Shape::cell:
        return read_exported_table(text_, lines_, at, sketches_);
      case Shape::tabbed:
        return read_tabbed_table(text_, lines_, at, sketches_);
      case Shape::piped:
      case Shape::rule: {
        auto behind = read_barred(at, sketches_);
        if (behind == at) behind = read_packed_table(text_, lines_, at, sketches_);
        return behind > at ? behind : read_piped_table(text_, lines_, at, sketches_);
      }
      case Shape::blank:
      case Shape::plain:
        break;
    }
    return read_plain(at);
  }

  std::size_t read_plain(std::size_t at) {
    auto end = at;
    while (end < lines_.size() &&
           (lines_[end].shape == Shape::blank || lines_[end].shape == Shape::plain)) {
      ++end;
    }
    // A bar on a line of its own ends the cell above it.
    if (end < lines_.size() && end > at && is_lone_bar(text_, lines_[end])) {
      std::vector<Sketch> barred;
      if (const auto behind = read_barred(end - 1, barred); behind > end) {
        read_laid_out(text_, lines_, {at, end - 1}, layout_of_, sketches_);
        std::ranges::move(barred, std::back_inserter(sketches_));
        return behind;
      }
    }
    read_laid_out(text_, lines_, {at, end}, layout_of_, sketches_);
    return end;
  }

  /// The line behind tables of cells with bars; `at` if none begin there.
  std::size_t read_barred(std::size_t at, std::vector<Sketch>& sketches) {
    if (at < looked_at_) return at;
    const auto run = read_barred_tables(text_, lines_, at, sketches);
    if (run.found) return run.behind;
    looked_at_ = run.behind;
    return at;
  }
};

/// Places of offsets that are asked for in order, each counted on from the one before.
class Places {
 public:
  explicit Places(const source::Source& text) : text_(text), last_(text.place(0)) {}

  source::Place at(std::size_t offset) {
    const bool ahead = offset >= offset_;
    const auto passed = text_.text().substr(offset_, ahead ? offset - offset_ : 0);
    if (ahead && passed.find_first_of("\r\n") == std::string_view::npos) {
      last_.column += static_cast<std::uint32_t>(count_characters(passed));
    } else {
      last_ = text_.place(offset);
    }
    offset_ = offset;
    return last_;
  }

 private:
  const source::Source& text_;
  std::size_t offset_ = 0;
  source::Place last_;
};

class Builder {
 public:
  Builder(const source::Source& text, const source::Limits& limits)
      : text_(text), budget_(source::in_file(text.name()), limits), places_(text) {}

  void add(const Sketch& sketch) {
    if (const auto* paragraph = std::get_if<ParagraphSketch>(&sketch)) {
      PlacedText joined;
      for (const auto& line : paragraph->lines)
        joined.append(content(line), places_.at(line.begin));
      document_.blocks.emplace_back(Paragraph{std::move(joined)});
    } else {
      document_.blocks.emplace_back(table(std::get<TableSketch>(sketch)));
    }
  }

  [[nodiscard]] Document finished() && {
    document_.source = text_.name();
    return std::move(document_);
  }

 private:
  const source::Source& text_;
  CellBudget budget_;
  Places places_;
  Document document_;
  std::uint32_t tables_ = 0;

  [[nodiscard]] std::string_view content(source::Span span) const {
    return text_.text().substr(span.begin, span.end - span.begin);
  }

  Table table(const TableSketch& sketch) {
    ++tables_;
    Table result{.rows = {}, .spans_known = sketch.spans_known, .place = {}};
    for (const auto& cells : sketch.rows) {
      budget_.spend(cells.size());
      TableRow row;
      row.cells.reserve(cells.size());
      for (const auto& cell : cells) row.cells.push_back(placed(cell, result.rows.size()));
      if (!row.cells.empty()) row.place = row.cells.front().paragraphs.front().place(0);
      row.place.cell = 0;
      result.rows.push_back(std::move(row));
    }
    if (!result.rows.empty()) result.place = result.rows.front().place;
    result.place.row = 0;
    return result;
  }

  Cell placed(const CellSketch& sketch, std::size_t row) {
    Cell cell{.paragraphs = {},
              .row = row,
              .column = sketch.column,
              .row_span = 1,
              .column_span = sketch.column_span};
    cell.paragraphs.reserve(sketch.paragraphs.size());
    for (const auto& span : sketch.paragraphs) {
      auto place = places_.at(span.begin);
      place.table = tables_;
      place.row = static_cast<std::uint32_t>(row + 1);
      place.cell = static_cast<std::uint32_t>(sketch.column + 1);
      cell.paragraphs.emplace_back(content(span), std::move(place));
    }
    return cell;
  }
};

}  // namespace

Document read_text(const source::Source& text, const source::Limits& limits) {
  return read_text(text, layout_line, limits);
}

Document read_text(const source::Source& text, const LayoutOf& layout_of,
                   const source::Limits& limits) {
  check_openings(text, limits);
  const auto lines = text_lines(text);
  Builder builder(text, limits);
  for (auto& sketch : Sketcher(text.text(), lines, layout_of).sketches()) {
    if (auto* const table = std::get_if<TableSketch>(&sketch)) {
      complete_numbered_rows(text.text(), *table);
    }
    builder.add(sketch);
  }
  return std::move(builder).finished();
}

}  // namespace tieout::document
