// Paragraphs whose lines were broken at a page's width.
#include "document/wrapped_lines.hpp"

#include "document/characters.hpp"
#include "document/layout_lines.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace tieout::document {

namespace {

constexpr std::size_t narrowest_page = 40;  // columns
constexpr std::size_t widest_page = 160;
constexpr std::size_t shortest_share = 4;  // lines of the width for each that runs over it
constexpr std::size_t ragged = 6;          // columns by which a full line may fall short ...
constexpr std::size_t spread = 8;          // ... and by which full lines differ: fonts are no grids

struct Measured {
  source::Span span;  // trimmed
  std::size_t indent = 0;
  std::size_t end = 0;   // columns from the left margin
  std::size_t word = 0;  // columns of what it begins with and no line breaks: a number, a letter
};

bool is_digit(char32_t character) { return character >= U'0' && character <= U'9'; }

/// Columns of the number that a line begins with, sign and separators included, else of its first
/// character.
std::size_t first_word(std::string_view line) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < line.size();) {
    const auto character = next_character(line, at);
    const bool number = is_digit(character) || character == U'.' || character == U',' ||
                        character == U'-' || character == U'%';
    if (columns == 0 || number) columns += display_width(character);
    if (!number) break;
  }
  return columns;
}

/// 1. 2、 （3） ①: a numbered item of its own.
bool begins_item(std::string_view line) {
  std::size_t at = 0;
  auto character = next_character(line, at);
  if (character >= U'①' && character <= U'⑳') return true;
  const bool bracket = character == U'（' || character == U'(';
  if (bracket && at < line.size()) character = next_character(line, at);
  std::size_t digits = 0;
  for (; is_digit(character) && at < line.size(); ++digits) character = next_character(line, at);
  if (digits == 0 || digits > 2) return false;
  if (bracket) return character == U'）' || character == U')';
  if (character == U'、') return true;
  const bool dot = character == U'.' || character == U'．';
  return dot && (at >= line.size() || !is_digit(next_character(line, at)));
}

/// A heading has no sentence in it.
bool is_heading(std::string_view line) {
  static constexpr std::string_view marks[] = {"，", ",", "。", "；", "："};
  const auto contains = [line](std::string_view mark) {
    return line.find(mark) != std::string_view::npos;
  };
  return (begins_section(line) || begins_item(line)) && std::ranges::none_of(marks, contains);
}

bool ends_in_semicolon(std::string_view line) {
  return line.ends_with("；") || line.ends_with(";");
}

bool ends_in_mark(std::string_view line) {
  static constexpr std::string_view marks[] = {"：", ":", "）", ")", "”"};
  return std::ranges::any_of(marks, [line](std::string_view mark) { return line.ends_with(mark); });
}

Measured measured(std::string_view text, source::Span line) {
  Measured result{.span = trimmed(text, line)};
  for (auto at = line.begin; at < result.span.end;) {
    const bool indent = at < result.span.begin;
    const auto width = display_width(next_character(text, at));
    if (indent) result.indent += width;
    result.end += width;
  }
  result.word = first_word(text.substr(result.span.begin, result.span.end - result.span.begin));
  return result;
}

/// Whether a line stops in the middle of a sentence that the next one may go on with.
bool breaks_off(std::string_view line, std::string_view next) {
  return !ends_sentence(line) && !line.ends_with("：") && !line.ends_with(":") &&
         !is_heading(line) && !begins_section(next) && !begins_item(next);
}

/// 25.6万元: digits and points, and a unit behind them.
bool begins_with_measured(std::string_view line) {
  static constexpr std::string_view units[] = {"万元", "亿元", "元", "%", "％"};
  const std::size_t end = std::min(line.find_first_not_of("0123456789."), line.size());
  const std::string_view rest = line.substr(end);
  return end > 0 && std::ranges::any_of(
                        units, [rest](std::string_view unit) { return rest.starts_with(unit); });
}

/// 占18|.22%, 收入110|25.6万元: a number that the end of a line cuts.
bool cuts_number(std::string_view line, std::string_view next) {
  constexpr std::string_view digits = "0123456789";
  constexpr std::size_t shortest = 10;  // characters of a line that is no cell of a table
  if (line.empty() || next.size() < 2) return false;
  const auto is_digit = [digits](char c) { return digits.find(c) != std::string_view::npos; };
  if (is_digit(line.back()) && is_digit(next[0]) && begins_with_measured(next)) {
    return count_characters(line) >= shortest && line.find(' ') == std::string_view::npos;
  }
  return (is_digit(line.back()) && next[0] == '.' && is_digit(next[1])) ||
         (line.size() > 1 && line.back() == '.' && is_digit(line[line.size() - 2]) &&
          is_digit(next[0]));
}

/// 行政30人、|事业45人; （其中：|甲5万元）: a line that ends in the middle of a list, or in an open
/// bracket that the next one closes.
bool stops_inside(std::string_view line, std::string_view next) {
  constexpr std::string_view open = "（";
  constexpr std::string_view close = "）";
  constexpr std::size_t shortest = 10;  // characters of a line that is no cell of a table
  if (count_characters(line) < shortest || begins_section(next)) return false;
  if (line.ends_with("、")) return !begins_item(next);
  const auto opened = line.rfind(open);
  const bool is_open =
      opened != std::string_view::npos && line.find(close, opened) == std::string_view::npos;
  const auto closed = next.find(close);
  return is_open && closed != std::string_view::npos && next.find(open) > closed;
}

/// Prose that stops in the middle of a sentence, as it does where a page ends.
bool stops_at_page(std::string_view line, std::string_view next) {
  static constexpr std::string_view marks[] = {"，", ",", "。", "；", "：", "、"};
  constexpr std::size_t shortest = 15;  // characters
  const bool prose = count_characters(line) >= shortest &&
                     std::ranges::any_of(marks, [line](std::string_view mark) {
                       return line.find(mark) != std::string_view::npos;
                     });
  return prose && breaks_off(line, next) && !ends_in_semicolon(line);
}

/// The width of a short text: two of its widest lines, which no other exceeds, break off.
std::optional<std::size_t> width_of_few(std::string_view text, const std::vector<Measured>& all) {
  constexpr std::size_t share_broken = 8;  // of so many lines one breaks off at the width
  const auto content = [text](const Measured& line) {
    return text.substr(line.span.begin, line.span.end - line.span.begin);
  };
  std::size_t width = 0;
  for (const auto& line : all) width = std::max(width, line.end);
  if (width < narrowest_page || width > widest_page) return std::nullopt;
  std::size_t broken = 0;
  std::size_t written = 0;
  for (std::size_t line = 0; line < all.size(); ++line) {
    if (content(all[line]).empty()) continue;
    ++written;
    if (line + 1 == all.size() || content(all[line + 1]).empty()) continue;
    const bool full = all[line].end + ragged >= width;
    if (full && breaks_off(content(all[line]), content(all[line + 1]))) ++broken;
  }
  if (broken < 2 || share_broken * broken < written) return std::nullopt;
  return width;
}

/// The width at which the lines were broken, if they were: where most of them end.
std::optional<std::size_t> page_width(const std::vector<Measured>& lines) {
  std::vector<std::size_t> ends;
  for (const auto& line : lines) {
    if (line.end >= narrowest_page && line.end <= widest_page) ends.push_back(line.end);
  }
  std::ranges::sort(ends);
  std::size_t width = 0;
  std::size_t most = 0;
  for (std::size_t first = 0, last = 0; last < ends.size(); ++last) {
    while (ends[first] + spread < ends[last]) ++first;
    if (last - first + 1 < most) continue;
    most = last - first + 1;
    width = ends[last];
  }
  if (most < 3 || 4 * most < lines.size()) return std::nullopt;
  // Paragraphs that run far over it were not broken there: lines of one length are chance.
  const auto wider = static_cast<std::size_t>(std::ranges::count_if(
      lines, [width](const Measured& line) { return line.end > width + width / 2; }));
  return most < shortest_share * wider ? std::nullopt : std::optional(width);
}

/// Whether a line was broken at the width: the next word would not have fitted. In the middle of a
/// sentence the page may have been narrower than it seems here.
bool is_full(const Measured& line, const Measured& next, std::string_view words,
             std::size_t width) {
  if (line.end + ragged + next.word > width) return true;
  return !ends_in_mark(words) && !is_heading(words) && line.end + width / 4 >= width;
}

/// The same where most lines are cells of tables that could not be read: that of the longer ones.
std::optional<std::size_t> width_of_prose(std::string_view text,
                                          const std::vector<Measured>& lines) {
  constexpr std::size_t shortest = 24;  // columns
  constexpr std::size_t fewest = 12;    // lines
  std::vector<Measured> prose;
  std::ranges::copy_if(lines, std::back_inserter(prose),
                       [](const Measured& line) { return line.end >= shortest; });
  const auto width = page_width(prose);
  if (!width) return std::nullopt;
  const auto content = [text](const Measured& line) {
    return text.substr(line.span.begin, line.span.end - line.span.begin);
  };
  std::size_t full = 0;
  std::size_t broken = 0;
  for (std::size_t line = 0; line + 1 < lines.size(); ++line) {
    if (lines[line].end > *width || lines[line].end + spread < *width) continue;
    ++full;
    if (breaks_off(content(lines[line]), content(lines[line + 1]))) ++broken;
  }
  return full >= fewest && 2 * broken > full ? width : std::nullopt;
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
  auto width = page_width(written);
  if (!width) width = width_of_few(text, all);
  if (!width) width = width_of_prose(text, written);
  const auto content = [text](const Measured& line) {
    return text.substr(line.span.begin, line.span.end - line.span.begin);
  };
  const Measured* previous = nullptr;  // the line right above, if its paragraph may go on
  std::size_t margin = 0;
  if (width) margin = std::ranges::min(written, {}, &Measured::indent).indent;
  const Measured* last = nullptr;  // the last line that was taken up
  bool page_ended = false;         // ... and since then stood the number of its page
  for (auto at = all.begin(); at != all.end(); ++at) {
    const auto& line = *at;
    if (line.span.begin == line.span.end) {
      previous = nullptr;
      continue;
    }
    if (std::exchange(page_ended, false)) {
      std::get<ParagraphSketch>(sketches.back()).lines.push_back(line.span);
      previous = last = &line;
      continue;
    }
    if (last != nullptr && is_page_number(content(line))) {
      const auto next = std::find_if(std::next(at), all.end(), [](const Measured& each) {
        return each.span.begin < each.span.end;
      });
      page_ended = next != all.end() && stops_at_page(content(*last), content(*next));
      if (page_ended) continue;
    }
    last = &line;
    bool goes_on = width && previous != nullptr && line.indent <= margin + 1 &&
                   !begins_section(content(line)) && !begins_item(content(line));
    if (goes_on) {
      const auto words = content(*previous);
      const bool ended = ends_sentence(words) && !ends_in_semicolon(words);
      goes_on = !ended && is_full(*previous, line, words, *width);
    }
    goes_on = goes_on || (previous != nullptr && (cuts_number(content(*previous), content(line)) ||
                                                  stops_inside(content(*previous), content(line))));
    if (goes_on) {
      std::get<ParagraphSketch>(sketches.back()).lines.push_back(line.span);
    } else {
      sketches.emplace_back(ParagraphSketch{{line.span}});
    }
    previous = &line;
  }
}

}  // namespace tieout::document
