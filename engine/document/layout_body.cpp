// Names, codes and figures of laid-out rows.
#include "document/layout_body.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace tieout::document {

namespace {

using Kind = LayoutLine::Kind;
constexpr std::string_view figure_digits = "0123456789";

}  // namespace

LayoutBody::LayoutBody(const LaidOutLines& in, const Columns& columns, LineRange body)
    : in_(in), columns_(columns), body_(body), texts_(text_columns()) {}

SketchRow LayoutBody::row_of(LineRange lines) const {
  auto row = blank_row(columns_.extents.size(), in_.span(lines.last - 1).end);
  for (auto line = lines.first; line < lines.last; ++line) {
    if (in_.layout[line].kind == Kind::numbers) continue;
    for (const auto& segment : in_.layout[line].segments) {
      if (const auto met = columns_.met_by(segment.extent(columns_.ruler))) {
        add_text(row[met->first], segment.span);
      }
    }
  }
  return row;
}

/// The columns that have texts in data lines: keys, not figures.
std::vector<bool> LayoutBody::text_columns() const {
  std::vector<bool> texts(columns_.extents.size(), false);
  std::vector<bool> figures(columns_.extents.size(), false);
  for (auto line = body_.first; line < body_.last; ++line) {
    for (const auto& segment : in_.layout[line].segments) {
      const auto met = columns_.met_by(segment.extent(columns_.ruler));
      if (met && segment.figure) figures[met->first] = true;
    }
  }
  for (auto line = body_.first; line < body_.last; ++line) {
    const bool data = in_.layout[line].kind == Kind::data;
    for (const auto& segment : in_.layout[line].segments) {
      const auto met = columns_.met_by(segment.extent(columns_.ruler));
      if (met && !segment.figure && (data || !figures[met->first])) texts[met->first] = true;
    }
  }
  if (!texts.empty()) texts.front() = true;
  return texts;
}

/// The line of the body that a line is, if all that stands on it stands in columns of texts.
std::optional<BodyLine> LayoutBody::body_line(std::size_t line) const {
  const auto& laid_out = in_.layout[line];
  BodyLine result{.line = line, .figures = laid_out.kind == Kind::data, .pieces = {}};
  for (const auto& segment : laid_out.segments) {
    const auto met = columns_.met_by(segment.extent(columns_.ruler));
    const bool text = met && met->first == met->last && texts_[met->first];
    if (text && !(segment.figure && completes(line, segment))) {
      result.pieces.push_back({met->first, &segment});
    }
    if (!text && !result.figures) return std::nullopt;
  }
  result.completes = result.figures && completes_figures(line);
  result.figures = result.figures && !result.completes;
  return result;
}

/// Whether all figures of a line are the last digits of figures above.
bool LayoutBody::completes_figures(std::size_t line) const {
  const auto& segments = in_.layout[line].segments;
  return std::ranges::all_of(segments, [&](const Segment& segment) {
    return !segment.figure || completes(line, segment);
  });
}

/// 3,747.0 over 8 and 204020 over 1: what a narrow column cut.
bool LayoutBody::completes(std::size_t line, const Segment& segment) const {
  constexpr std::size_t most_lines = 3;
  constexpr std::size_t decimals = 2;
  const auto digits = in_.content(segment);
  if (digits.size() > decimals || digits.find_first_not_of(figure_digits) != digits.npos) {
    return false;
  }
  for (auto above = line; above-- > 0 && above + most_lines >= line;) {
    for (const auto& other : in_.layout[above].segments) {
      const auto met = columns_.met_by(other.extent(columns_.ruler));
      const auto own = columns_.met_by(segment.extent(columns_.ruler));
      if (!met || !own || met->first != own->first) continue;
      const auto text = in_.content(other);
      const auto point = text.rfind('.');
      if (point != text.npos) return text.size() - point - 1 + digits.size() == decimals;
      const bool code = text.find_first_not_of(figure_digits) == text.npos;
      return code && digits.size() == 1 && (text.size() == 4 || text.size() == 6);
    }
  }
  return false;
}

std::vector<LineRange> LayoutBody::rows(std::size_t done) const {
  constexpr std::size_t most_beside = 6;  // lines above and below
  std::vector<BodyLine> lines;
  for (auto line = body_.first; line-- > done && line + most_beside >= body_.first;) {
    auto above = in_.layout[line].kind == Kind::blank ? std::nullopt : body_line(line);
    if (!above) break;
    lines.push_back(std::move(*above));
  }
  std::ranges::reverse(lines);
  LineRange certain{lines.size(), lines.size()};
  bool after_blank = false;
  for (auto line = body_.first; line < body_.last; ++line) {
    const auto kind = in_.layout[line].kind;
    if (kind == Kind::numbers) continue;
    if (kind == Kind::blank) {
      after_blank = true;
      continue;
    }
    auto next = body_line(line);
    if (!next) continue;
    next->after_blank = std::exchange(after_blank, false);
    lines.push_back(std::move(*next));
  }
  certain.last = lines.size();
  for (auto line = body_.last; line < std::min(in_.layout.size(), body_.last + most_beside);
       ++line) {
    auto below = in_.layout[line].kind == Kind::blank ? std::nullopt : body_line(line);
    if (!below || below->figures) break;
    lines.push_back(std::move(*below));
  }
  auto found = find_rows(in_.text, lines, certain);
  for (auto& row : found) row = {lines[row.first].line, lines[row.last - 1].line + 1};
  return found;
}

std::optional<std::vector<CellSketch>> LayoutBody::rest_above(LineRange lines) const {
  constexpr std::size_t most_lines = 3;
  std::vector<CellSketch> rest;
  std::size_t count = 0;
  for (auto line = lines.first; line < lines.last; ++line) {
    const auto& laid_out = in_.layout[line];
    if (laid_out.kind == Kind::blank) continue;
    if (++count > most_lines || laid_out.kind == Kind::numbers) return std::nullopt;
    for (const auto& segment : laid_out.segments) {
      const auto met = columns_.met_by(segment.extent(columns_.ruler));
      const bool name = met && met->first == met->last && met->first < texts_.size() &&
                        texts_[met->first] && !segment.figure;
      if (!name) return std::nullopt;
      rest.push_back({.paragraphs = {segment.span}, .column = met->first});
    }
  }
  return rest;
}

}  // namespace tieout::document
