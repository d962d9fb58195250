// Tables whose cells are separated by TABs or by "|" within the line.
#include "document/delimited_table.hpp"

#include "document/characters.hpp"
#include "document/covered_heads.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace tieout::document {

namespace {

using Row = std::vector<CellSketch>;

std::string_view content(std::string_view text, source::Span span) {
  return text.substr(span.begin, span.end - span.begin);
}

void add_cell(Row& row, std::string_view text, source::Span span) {
  row.push_back({.paragraphs = {trimmed(text, span)}, .column = row.size()});
}

bool is_blank(std::string_view text, const Row& row) {
  return std::ranges::all_of(
      row, [text](const auto& cell) { return content(text, cell.paragraphs.front()).empty(); });
}

Row split_at_tabs(std::string_view text, source::Span line) {
  Row row;
  for (auto begin = line.begin; begin <= line.end;) {
    const auto end = std::min(text.find('\t', begin), line.end);
    add_cell(row, text, {begin, end});
    begin = end + 1;
  }
  return row;
}

/// A row stands on one line; prose with a TAB in it is no row.
bool is_lone_prose(std::string_view text, const std::vector<Row>& rows) {
  constexpr std::size_t longest_cell = 40;       // characters
  constexpr std::size_t shortest_sentence = 20;  // characters
  if (rows.size() != 1 || rows.front().size() > 3) return false;
  return std::ranges::any_of(rows.front(), [text](const auto& cell) {
    const auto part = content(text, cell.paragraphs.front());
    const auto length = count_characters(part);
    return length > longest_cell || (length > shortest_sentence && ends_sentence(part));
  });
}

/// If every row has a TAB before its first text, that one begins the row and no blank cell.
void drop_first_column(std::vector<Row>& rows) {
  for (auto& row : rows) {
    row.erase(row.begin());
    for (auto& cell : row) --cell.column;
  }
}

constexpr std::string_view pipes[] = {"|", "｜", "│", "┃", "║"};

/// The bytes of the separator that stands at `at`, 0 if none does.
std::size_t separator_at(std::string_view text, std::size_t at) {
  if (at > 0 && text[at - 1] == '\\') return 0;  // Markdown's way to write the character itself
  const auto rest = text.substr(at);
  const auto* pipe =
      std::ranges::find_if(pipes, [rest](std::string_view each) { return rest.starts_with(each); });
  return pipe == std::end(pipes) ? 0 : pipe->size();
}

/// Paragraphs of a Markdown cell, which has `<br>` between them.
std::vector<source::Span> split_at_breaks(std::string_view text, source::Span span) {
  std::vector<source::Span> parts;
  auto begin = span.begin;
  while (true) {
    const auto mark = text.substr(0, span.end).find("<br", begin);
    const auto close = mark == std::string_view::npos ? mark : text.find('>', mark);
    const bool is_break = close != std::string_view::npos && close <= mark + 5 && close < span.end;
    parts.push_back(trimmed(text, {begin, is_break ? mark : span.end}));
    if (!is_break) return parts;
    begin = close + 1;
  }
}

/// Whether a table's lines have a separator at either end; it opens no cell then.
struct Frame {
  bool front = false;
  bool back = false;
};

/// A line of a piped table, as its separators part it.
struct PipedLine {
  bool front = false;  ///< a separator begins it
  bool back = false;   ///< ... ends it
  std::size_t separators = 0;
};

PipedLine piped_line(std::string_view line) {
  PipedLine found;
  for (std::size_t at = 0; at < line.size();) {
    const auto length = separator_at(line, at);
    if (length > 0) {
      ++found.separators;
      found.front = found.front || at == 0;
      found.back = at + length == line.size();
    }
    at += std::max<std::size_t>(length, 1);
  }
  return found;
}

/// The frame that most lines of a table have: 甲|1| beside 乙|2|3 ends in a blank cell. A separator
/// in front opens a blank cell where a line without one has as many separators.
Frame frame_of(std::string_view text, const std::vector<TextLine>& lines, std::size_t first) {
  std::size_t piped = 0;
  std::size_t front = 0;
  std::size_t back = 0;
  std::size_t alike = 0;  // neighbours of as many cells, of which one has a separator in front
  std::optional<PipedLine> before;
  for (auto at = first; at < lines.size(); ++at) {
    if (lines[at].shape == Shape::blank) continue;
    if (lines[at].shape != Shape::piped && lines[at].shape != Shape::rule) break;
    if (lines[at].shape == Shape::rule) continue;
    const auto line = piped_line(content(text, trimmed(text, lines[at].span)));
    ++piped;
    if (line.front) ++front;
    if (line.back) ++back;
    if (before && before->front != line.front && before->back == line.back &&
        before->separators == line.separators) {
      ++alike;
    }
    before = line;
  }
  const bool framed = 2 * front > piped && alike == 0;
  return {framed, framed ? 2 * back > piped : back == piped};
}

/// Whether blank cells at the end of some line only fill it up, so that no line's tell anything.
bool ends_in_padding(std::string_view text, const std::vector<TextLine>& lines, std::size_t first) {
  for (auto at = first; at < lines.size(); ++at) {
    if (lines[at].shape == Shape::blank) continue;
    if (lines[at].shape != Shape::piped && lines[at].shape != Shape::rule) return false;
    const auto line = content(text, trimmed(text, lines[at].span));
    const auto end = line.find_last_not_of('|');
    if (end != std::string_view::npos && line[end] == ' ' && line.size() - end > 2) return true;
  }
  return false;
}

/// Cells between the separators of a line; the frame's own separators open none.
Row split_at_pipes(std::string_view text, source::Span line, Frame frame) {
  line = trimmed(text, line);
  Row row;
  auto begin = line.begin;
  const auto cell_to = [&](std::size_t end) {
    row.push_back({.paragraphs = split_at_breaks(text, {begin, end}), .column = row.size()});
  };
  for (auto at = line.begin; at < line.end;) {
    const auto length = separator_at(text, at);
    if (length == 0) {
      ++at;
      continue;
    }
    if (at > line.begin || !frame.front) cell_to(at);
    at += length;
    begin = at;
  }
  if (begin < line.end || !frame.back) cell_to(line.end);
  return row;
}

/// The line under a Markdown head: | --- | :-: |
bool is_markdown_rule(std::string_view text, const Row& row) {
  return std::ranges::all_of(row, [text](const auto& cell) {
    const auto mark = content(text, cell.paragraphs.front());
    return mark.find('-') != std::string_view::npos &&
           mark.find_first_not_of("-:= ") == std::string_view::npos;
  });
}

}  // namespace

std::size_t read_tabbed_table(std::string_view text, const std::vector<TextLine>& lines,
                              std::size_t first, std::vector<Sketch>& sketches) {
  std::vector<Row> rows;
  bool all_begin_with_tab = true;
  auto after = first;
  for (auto at = first; at < lines.size(); ++at) {
    const auto& line = lines[at];
    if (line.shape == Shape::blank) continue;
    const bool cell_of_row =
        line.shape == Shape::cell && at == after;  // exported tables stand apart
    if (line.shape != Shape::tabbed && !cell_of_row) break;
    all_begin_with_tab = all_begin_with_tab && text[line.span.begin] == '\t';
    rows.push_back(split_at_tabs(text, line.span));
    after = at + 1;
  }
  std::erase_if(rows, [text](const Row& row) { return is_blank(text, row); });
  if (all_begin_with_tab) drop_first_column(rows);
  if (is_lone_prose(text, rows)) {
    sketches.emplace_back(ParagraphSketch{{trimmed(text, lines[first].span)}});
  } else if (!rows.empty()) {
    sketches.emplace_back(TableSketch{.rows = std::move(rows), .spans_known = false});
  }
  return after;
}

std::size_t read_piped_table(std::string_view text, const std::vector<TextLine>& lines,
                             std::size_t first, std::vector<Sketch>& sketches) {
  std::vector<Row> rows;
  bool ruled = false;  // a line was drawn below the head
  const auto frame = frame_of(text, lines, first);
  const bool padded = !frame.front && ends_in_padding(text, lines, first);
  auto after = first;
  for (auto at = first; at < lines.size(); ++at) {
    const auto& line = lines[at];
    if (line.shape == Shape::blank) continue;
    if (line.shape != Shape::piped && line.shape != Shape::rule) break;
    after = at + 1;
    Row row;
    if (line.shape == Shape::piped) row = split_at_pipes(text, line.span, frame);
    while (padded && !row.empty() && content(text, row.back().paragraphs.front()).empty()) {
      row.pop_back();
    }
    const bool is_rule = rows.size() == 1 && !ruled && is_markdown_rule(text, row);
    ruled = ruled || is_rule;
    if (line.shape == Shape::piped && !is_rule) rows.push_back(std::move(row));
  }
  const bool is_table = rows.size() > 1 || (rows.size() == 1 && rows.front().size() > 2);
  if (is_table) {
    std::erase_if(rows, [text](const Row& row) { return is_blank(text, row); });
    if (frame.front && frame.back) complete_covered_heads(text, rows);
    sketches.emplace_back(TableSketch{.rows = std::move(rows), .spans_known = false});
    return after;
  }
  for (auto at = first; at < after; ++at) {
    if (lines[at].shape != Shape::piped) continue;
    sketches.emplace_back(ParagraphSketch{{trimmed(text, lines[at].span)}});
  }
  return after;
}

}  // namespace tieout::document
