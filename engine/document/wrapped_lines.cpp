// Paragraphs whose lines were broken at a page's width.
#include "document/wrapped_lines.hpp"

#include "document/characters.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace tieout::document {

namespace {

constexpr std::size_t narrowest_page = 40;  // columns
constexpr std::size_t widest_page = 160;
constexpr std::size_t ragged = 6;  // columns by which a full line may fall short

struct Measured {
  source::Span span;  // trimmed
  std::size_t indent = 0;
  std::size_t end = 0;  // columns from the left margin
};

Measured measured(std::string_view text, source::Span line) {
  Measured result{.span = trimmed(text, line)};
  for (auto at = line.begin; at < result.span.end;) {
    const bool indent = at < result.span.begin;
    const auto width = display_width(next_character(text, at));
    if (indent) result.indent += width;
    result.end += width;
  }
  return result;
}

/// The width at which the lines were broken, if they were.
std::optional<std::size_t> page_width(const std::vector<Measured>& lines) {
  std::size_t width = 0;
  for (const auto& line : lines) width = std::max(width, line.end);
  if (width < narrowest_page || width > widest_page) return std::nullopt;
  const auto full = static_cast<std::size_t>(std::ranges::count_if(
      lines, [width](const Measured& line) { return line.end + ragged >= width; }));
  if (full < 3 || 4 * full < lines.size()) return std::nullopt;
  return width;
}

}  // namespace

void add_wrapped_paragraphs(std::string_view text, const std::vector<TextLine>& lines,
                            LineRange range, std::vector<Sketch>& sketches) {
  std::vector<Measured> all;
  for (auto line = range.first; line < range.last; ++line) {
    all.push_back(measured(text, lines[line].span));
  }
  std::vector<Measured> written;
  std::ranges::copy_if(all, std::back_inserter(written),
                       [](const Measured& line) { return line.span.begin < line.span.end; });
  const auto width = page_width(written);
  const auto content = [text](const Measured& line) {
    return text.substr(line.span.begin, line.span.end - line.span.begin);
  };
  const Measured* previous = nullptr;  // the line right above, if its paragraph may go on
  std::size_t margin = 0;
  if (width) margin = std::ranges::min(written, {}, &Measured::indent).indent;
  for (const auto& line : all) {
    if (line.span.begin == line.span.end) {
      previous = nullptr;
      continue;
    }
    const bool goes_on = width && previous != nullptr && previous->end + ragged >= *width &&
                         !ends_sentence(content(*previous)) && line.indent <= margin + 1 &&
                         !begins_section(content(line));
    if (goes_on) {
      std::get<ParagraphSketch>(sketches.back()).lines.push_back(line.span);
    } else {
      sketches.emplace_back(ParagraphSketch{{line.span}});
    }
    previous = &line;
  }
}

}  // namespace tieout::document
