// Lines and their shapes.
#include "document/text_lines.hpp"

#include "document/characters.hpp"

#include <unicode/uchar.h>

#include <algorithm>

namespace tieout::document {

namespace {

bool is_box_drawing(char32_t character) { return character >= 0x2500 && character <= 0x257F; }

bool is_drawn(char32_t character) {
  static constexpr std::u32string_view dashes = U"-=_*+:|—－＝＿｜";
  return dashes.find(character) != std::u32string_view::npos || is_box_drawing(character);
}

/// At least three dashes, and nothing but what lines are drawn with.
bool is_rule(std::string_view text) {
  std::size_t drawn = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto character = next_character(text, at);
    if (is_space(character)) continue;
    if (!is_drawn(character)) return false;
    if (character != U'|' && character != U'+' && character != U':') ++drawn;
  }
  return drawn >= 3;
}

bool has_pipe(std::string_view text) {
  static constexpr std::string_view pipes[] = {"|", "｜", "│", "┃", "║"};
  return std::ranges::any_of(
      pipes, [text](std::string_view pipe) { return text.find(pipe) != std::string_view::npos; });
}

Shape shape_of(std::string_view line) {
  const auto text = trimmed(line);
  const auto leading = std::min(line.find_first_not_of('\t'), line.size());
  if (text.empty()) {
    if (leading == 0) return Shape::blank;
    return leading == 1 ? Shape::cell : Shape::tabbed;
  }
  // A TAB after the last text opens a last blank cell.
  if (line.find('\t', line.find_first_not_of(" \t")) != std::string_view::npos) {
    return Shape::tabbed;
  }
  if (leading > 0) return Shape::cell;
  if (is_rule(text)) return Shape::rule;
  return has_pipe(text) ? Shape::piped : Shape::plain;
}

/// Where a form feed ends a page within a line, words in front of it; its end if none does.
std::size_t page_end(std::string_view line) {
  const auto words = line.find_first_not_of("\f \t");
  if (words == std::string_view::npos) return line.size();
  return std::min(line.find('\f', words), line.size());
}

}  // namespace

std::vector<TextLine> text_lines(const source::Source& text) {
  std::vector<TextLine> lines;
  lines.reserve(text.lines());
  for (std::size_t number = 1; number <= text.lines(); ++number) {
    auto begin = text.line_start(number);
    auto line = text.line(number);
    // The last line of a page may have nothing but a form feed behind it.
    for (auto end = page_end(line); end < line.size(); end = page_end(line)) {
      lines.push_back({{begin, begin + end}, shape_of(line.substr(0, end))});
      line.remove_prefix(end);
      begin += end;
    }
    lines.push_back({{begin, begin + line.size()}, shape_of(line)});
  }
  return lines;
}

source::Span trimmed(std::string_view text, source::Span span) {
  const auto whole = text.substr(span.begin, span.end - span.begin);
  const auto kept = trimmed(whole);
  const auto begin = span.begin + static_cast<std::size_t>(kept.data() - whole.data());
  return {begin, begin + kept.size()};
}

}  // namespace tieout::document
