// The sections of a text, from the marks of its headings: 一、 （一） 1、 （1） ①.
#include "report/narrative/headings.hpp"

#include "report/narrative/characters.hpp"

#include <algorithm>

namespace tieout::report::narrative {
namespace {

constexpr std::size_t longest_title = 30;  // characters
constexpr int lowest_rank = 2;             // of what leads in where there are no sections

bool is_chinese_digit(char32_t code) {
  constexpr std::u32string_view digits = U"一二三四五六七八九十";
  return digits.find(code) != std::u32string_view::npos;
}

/// Skips characters that satisfy `fits`, at most `most` of them; the byte after them.
template <typename Fits>
std::size_t skipped(std::string_view text, std::size_t at, std::size_t most, Fits fits) {
  for (std::size_t count = 0; count < most; ++count) {
    const Character character = character_at(text, at);
    if (character.bytes == 0 || !fits(character.code)) break;
    at += character.bytes;
  }
  return at;
}

bool is_decimal_digit(char32_t code) { return digit_value(code) >= 0; }

/// （一） or (12): the byte after the closing bracket, 0 if it is none.
template <typename Fits>
std::size_t bracketed(std::string_view text, std::size_t at, Fits fits) {
  const Character open = character_at(text, at);
  if (open.code != U'（' && open.code != U'(') return 0;
  const std::size_t inside = at + open.bytes;
  const std::size_t end = skipped(text, inside, 3, fits);
  const Character close = character_at(text, end);
  if (end == inside || (close.code != U'）' && close.code != U')')) return 0;
  return end + close.bytes;
}

/// 第三部分, 第一章: the byte after it, 0 if it is none.
std::size_t part_mark(std::string_view text, std::size_t at) {
  constexpr std::string_view ordinal = "第";
  if (!text.substr(at).starts_with(ordinal)) return 0;
  const std::size_t number = at + ordinal.size();
  const std::size_t end = skipped(text, number, 3, is_chinese_digit);
  if (end == number) return 0;
  static constexpr std::string_view kinds[] = {"部分", "章", "节"};
  const std::string_view kind = prefix_of(text.substr(end), kinds);
  return kind.empty() ? 0 : end + kind.size();
}

std::size_t end_of_spaces(std::string_view text, std::size_t at) {
  return skipped(text, at, text.size(), is_space);
}

bool has_amount(std::string_view title) {
  constexpr std::string_view year = "年";
  for (std::size_t at = 0; at < title.size();) {
    const Character character = character_at(title, at);
    if (digit_value(character.code) < 0) {
      at += character.bytes;
      continue;
    }
    at = end_of_spaces(title, skipped(title, at, title.size(), is_decimal_digit));
    if (!title.substr(at).starts_with(year)) return true;
  }
  return false;
}

/// What a heading is called: the text up to a colon or full stop, if that is short enough and no
/// statement of its own.
std::string title_of(std::string_view text) {
  std::size_t end = text.size();
  std::size_t characters = 0;
  for (std::size_t at = 0; at < text.size(); ++characters) {
    const Character character = character_at(text, at);
    if (character.code == U'：' || character.code == U':' || character.code == U'。') {
      end = at;
      break;
    }
    at += character.bytes;
  }
  const std::string_view title = trimmed(text.substr(0, end));
  if (characters > longest_title || has_amount(title)) return {};
  return std::string(title);
}

/// 财政拨款支出主要内容如下：, a line of its own: what follows is what it says.
bool leads_in(std::string_view paragraph) {
  static constexpr std::string_view ends[] = {"主要内容如下：", "主要内容如下:", "主要内容："};
  const std::string_view text = trimmed(paragraph);
  return std::ranges::any_of(ends, [text](std::string_view end) { return text.ends_with(end); }) &&
         !title_of(text).empty();
}

}  // namespace

std::optional<HeadingMark> heading_mark(std::string_view paragraph) {
  const std::size_t start = end_of_spaces(paragraph, 0);
  if (const std::size_t end = part_mark(paragraph, start)) return HeadingMark{1, end};
  if (const std::size_t end = bracketed(paragraph, start, is_chinese_digit)) {
    return HeadingMark{3, end};
  }
  if (const std::size_t end = bracketed(paragraph, start, is_decimal_digit)) {
    return HeadingMark{5, end};
  }
  if (const std::size_t end = skipped(paragraph, start, 3, is_chinese_digit); end > start) {
    const Character mark = character_at(paragraph, end);
    if (mark.code == U'、' || mark.code == U'．' || mark.code == U'.') {
      return HeadingMark{2, end + mark.bytes};
    }
    return std::nullopt;
  }
  if (const std::size_t end = skipped(paragraph, start, 2, is_decimal_digit); end > start) {
    const Character mark = character_at(paragraph, end);
    const bool dotted = mark.code == U'．' || mark.code == U'.';
    if (!dotted && mark.code != U'、') return std::nullopt;
    const std::size_t after = end + mark.bytes;
    if (dotted && digit_value(character_at(paragraph, after).code) >= 0) return std::nullopt;
    return HeadingMark{4, after};
  }
  const Character first = character_at(paragraph, start);
  if (first.code >= U'①' && first.code <= U'⑳') return HeadingMark{6, start + first.bytes};
  return std::nullopt;
}

void Sections::meet(std::string_view paragraph, int level) {
  const auto mark = heading_mark(paragraph);
  if (!mark && level == 0) {
    if (!leads_in(paragraph)) return;
    // It ends where the section does that it stands in.
    const int rank = std::max(sections_[current_].rank, lowest_rank);
    sections_.push_back({title_of(trimmed(paragraph)), rank, current_});
    current_ = sections_.size() - 1;
    return;
  }
  const int rank = mark ? mark->rank : level;
  const std::string_view text = trimmed(paragraph.substr(mark ? mark->bytes : 0));
  std::optional<std::size_t> parent = current_;
  while (parent && sections_[*parent].rank >= rank) parent = sections_[*parent].parent;
  sections_.push_back({title_of(text), rank, parent});
  current_ = sections_.size() - 1;
}

std::vector<std::string_view> Sections::titles(std::size_t section) const {
  std::vector<std::string_view> found;
  for (std::optional<std::size_t> at = section; at; at = sections_[*at].parent) {
    if (!sections_[*at].title.empty()) found.push_back(sections_[*at].title);
  }
  std::reverse(found.begin(), found.end());
  return found;
}

std::size_t Sections::chapter(std::size_t section) const {
  constexpr int part = 1;
  std::size_t widest = section;
  for (std::optional<std::size_t> at = section; at && *at != 0; at = sections_[*at].parent) {
    if (sections_[*at].rank > part) widest = *at;
  }
  return widest;
}

bool Sections::within(std::size_t section, std::size_t other) const {
  for (std::optional<std::size_t> at = section; at; at = sections_[*at].parent) {
    if (*at == other) return true;
  }
  return false;
}

std::string Sections::path(std::size_t section) const {
  std::string joined;
  for (const std::string_view title : titles(section)) {
    if (!joined.empty()) joined += " / ";
    joined += title;
  }
  return joined;
}

}  // namespace tieout::report::narrative
