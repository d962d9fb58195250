// Segments of lines that are laid out with spaces.
#include "document/layout_lines.hpp"

#include "document/characters.hpp"

#include <algorithm>
#include <string>

namespace tieout::document {

namespace {

constexpr std::size_t longest_cell = 40;   // characters; longer segments are prose
constexpr std::size_t longest_label = 24;  // characters of a line that has one segment

std::string_view content(std::string_view text, const Segment& segment) {
  return text.substr(segment.span.begin, segment.span.end - segment.span.begin);
}

/// Words of a line with the gap before each, in characters.
struct Word {
  Segment segment;
  std::size_t gap = 0;
};

std::vector<Word> words(std::string_view text, source::Span line) {
  std::vector<Word> found;
  std::array<std::size_t, 2> position{};
  std::size_t gap = 0;
  bool inside = false;
  for (auto at = line.begin; at < line.end;) {
    const auto start = at;
    const auto character = next_character(text, at);
    const std::array<std::size_t, 2> next = {position[0] + column_width,
                                             position[1] + column_width * display_width(character)};
    if (is_space(character)) {
      gap += character == U'\u3000' ? 2 : 1;
      inside = false;
    } else {
      if (!inside) found.push_back({{.span = {start, at}, .extents = {}}, gap});
      auto& segment = found.back().segment;
      segment.span.end = at;
      for (std::size_t ruler = 0; ruler < 2; ++ruler) {
        if (!inside) segment.extents[ruler].begin = position[ruler];
        segment.extents[ruler].end = next[ruler];
      }
      inside = true;
      gap = 0;
    }
    position = next;
  }
  for (auto& word : found) word.segment.figure = resembles_figure(content(text, word.segment));
  return found;
}

void join(Segment& segment, const Segment& next, std::string_view text) {
  constexpr std::size_t longest_figure = 160;  // bytes
  segment.span.end = next.span.end;
  for (std::size_t ruler = 0; ruler < 2; ++ruler) {
    segment.extents[ruler].end = next.extents[ruler].end;
  }
  const auto joined = content(text, segment);
  segment.figure = joined.size() <= longest_figure && resembles_figure(joined);
}

/// 4,733.14 and 0.00, as they stand in tables; years and counts are no amounts.
bool is_amount(std::string_view part) {
  constexpr std::size_t decimals = 2;
  const auto point = part.rfind('.');
  return point != std::string_view::npos && point > 0 && part.size() - point == decimals + 1 &&
         part.find_first_not_of("0123456789.,-") == std::string_view::npos;
}

/// Whether a word may begin a cell beside a figure: 万元 and what follows marks of a sentence go on
/// with it.
bool begins_cell(std::string_view word) {
  static constexpr std::array<std::string_view, 3> units = {"万元", "亿元", "元"};
  std::size_t at = 0;
  const auto first = next_character(word, at);
  constexpr char32_t first_han = 0x4E00;
  constexpr char32_t last_han = 0x9FFF;
  return at < word.size() && first >= first_han && first <= last_han &&
         std::ranges::none_of(
             units, [word](std::string_view unit) { return word.starts_with(unit); });
}

/// Whether cells stand beside each other with one space between, on a line that has wider gaps:
/// 4,733.14 本年支出合计
bool are_cells(std::string_view before, std::string_view word) {
  return (is_amount(before) && begins_cell(word)) || (begins_cell(before) && is_amount(word));
}

/// 合  计: one word, spread by people who lay out columns.
bool is_spread(std::string_view before, std::string_view word) {
  static constexpr std::array<std::string_view, 5> spread = {"合计", "总计", "小计", "总分",
                                                             "共计"};
  return count_characters(before) == 1 &&
         std::ranges::find(spread, std::string(before).append(word)) != spread.end();
}

/// 栏次 1 2 3, or the numbers alone: at least two, counted from 1.
bool numbers_columns(std::string_view text, const std::vector<Segment>& segments) {
  static constexpr std::array<std::string_view, 5> words = {"栏次", "行次", "类", "款", "项"};
  std::size_t number = 0;
  for (const auto& segment : segments) {
    const auto part = content(text, segment);
    if (std::ranges::find(words, part) != words.end()) continue;
    const auto digits = std::to_string(number + 1);
    const bool next = part == digits || (part.starts_with(digits) && part.size() > digits.size() &&
                                         part[digits.size()] == '=');
    if (!next) return false;
    ++number;
  }
  return number > 1;
}

LayoutLine::Kind kind_of(std::string_view text, const std::vector<Segment>& segments) {
  using Kind = LayoutLine::Kind;
  if (segments.empty()) return Kind::blank;
  if (numbers_columns(text, segments)) return Kind::numbers;
  const auto too_long = [text](const Segment& segment) {
    return count_characters(content(text, segment)) > longest_cell;
  };
  if (std::ranges::any_of(segments, too_long)) return Kind::prose;
  if (segments.size() == 1) {
    const auto only = content(text, segments.front());
    if (segments.front().figure) return Kind::data;
    const bool is_short = count_characters(only) <= longest_label && !ends_sentence(only);
    return is_short ? Kind::label : Kind::prose;
  }
  const bool figures = std::any_of(segments.begin() + 1, segments.end(),
                                   [](const auto& each) { return each.figure; });
  if (figures) return Kind::data;
  // 105.00  二、外交支出: an amount whose name stands on the lines around it.
  const auto front = content(text, segments.front());
  const bool amount = front.find_first_not_of("0123456789.,") == std::string_view::npos &&
                      front.find('.') != std::string_view::npos && !front.ends_with('.');
  if (amount) return Kind::data;
  const bool speaks = std::ranges::any_of(segments, [text](const Segment& segment) {
    const auto part = content(text, segment);
    return ends_sentence(part) || part.ends_with("，");
  });
  return speaks ? Kind::prose : Kind::heads;
}

}  // namespace

bool is_page_number(std::string_view text) {
  constexpr std::string_view page_words = "第页共—-–/";
  std::size_t digits = 0;
  std::size_t spaces = 0;  // since the last digit, and nothing else
  for (std::size_t at = 0; at < text.size();) {
    const auto start = at;
    const auto character = next_character(text, at);
    if (character >= U'0' && character <= U'9') {
      // Numbers beside each other are a row's.
      if (digits > 0 && spaces > 1) return false;
      ++digits;
      spaces = 0;
    } else if (is_space(character)) {
      ++spaces;
    } else if (page_words.find(text.substr(start, at - start)) == std::string_view::npos) {
      return false;
    } else {
      spaces = 0;
    }
  }
  return digits > 0 && digits <= 6;
}

LayoutLine layout_line(std::string_view text, source::Span line) {
  LayoutLine result;
  const auto inside = trimmed(text, line);
  if (is_page_number(text.substr(inside.begin, inside.end - inside.begin))) return result;
  auto& segments = result.segments;
  const auto all = words(text, line);
  const bool wide = std::any_of(all.begin() + (all.empty() ? 0 : 1), all.end(),
                                [](const Word& word) { return word.gap >= 2; });
  for (const auto& [word, gap] : all) {
    const auto before = segments.empty() ? std::string_view() : content(text, segments.back());
    if (is_spread(before, content(text, word))) {
      join(segments.back(), word, text);
      continue;
    }
    const bool apart = segments.empty() || gap >= 2 || (word.figure && segments.back().figure) ||
                       (wide && are_cells(before, content(text, word)));
    if (apart) {
      segments.push_back(word);
    } else {
      join(segments.back(), word, text);
    }
  }
  result.kind = kind_of(text, segments);
  return result;
}

}  // namespace tieout::document
