// The digits of a number.
#include "figure/digits.hpp"

#include "figure/characters.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace tieout::figure {

namespace {

constexpr std::size_t most_digits = 64;  // one more is read, which Decimal::parse refuses
constexpr std::string_view year_mark = "年";

/// Appends the digits at `at` to `digits`; the end of them.
std::size_t take_digits(std::string_view text, std::size_t at, std::string& digits) {
  while (digits.size() <= most_digits) {
    const Character next = character_at(text, at);
    if (!is_digit(next.code)) break;
    digits += static_cast<char>(next.code);
    at += next.bytes;
  }
  return at;
}

/// The bytes of `mark` at byte `at` if a digit follows it, else 0.
std::size_t joint(std::string_view text, std::size_t at, char32_t mark) {
  const Character next = character_at(text, at);
  return next.code == mark && digit_at(text, at + next.bytes) ? next.bytes : 0;
}

/// The bytes of a comma at byte `at` and of the spaces behind it, if they stand inside a number of
/// running text: 1, 537.40. Three digits and a fraction must follow, or it is a list.
std::size_t spaced_comma(std::string_view text, std::size_t at) {
  const Character comma = character_at(text, at);
  if (comma.code != U',') return 0;
  const std::size_t begin = after_spaces(text, at + comma.bytes);
  std::string digits;
  const std::size_t end = take_digits(text, begin, digits);
  if (begin == at + comma.bytes || digits.size() != 3 || joint(text, end, U'.') == 0) return 0;
  return begin - at;
}

/// The bytes of a point at byte `at` and of the spaces beside it, if they stand inside a number of
/// running text that started at `start`: 13 .6%, 增长13. 6%.
std::size_t spaced_point(std::string_view text, std::size_t start, std::size_t at) {
  constexpr std::size_t most_places = 2;
  const std::size_t before = after_spaces(text, at);
  const Character point = character_at(text, before);
  if (point.code != U'.') return 0;
  const std::size_t begin = after_spaces(text, before + point.bytes);
  std::string digits;
  const std::size_t end = take_digits(text, begin, digits);
  if (digits.empty() || digits.size() > most_places || joint(text, end, U'.') != 0) return 0;
  const char32_t next = character_at(text, after_spaces(text, end)).code;
  if (next != U'%' && next != U'万' && next != U'亿' && next != U'元') return 0;
  // 2. 6万元 at the start of a line is numbering.
  const std::size_t words = before_spaces(text, start);
  if (begin > before + point.bytes && !is_han(character_before(text, words).code)) return 0;
  return begin - at;
}

/// The whole part: digits in groups.
struct Groups {
  std::size_t end = 0;
  std::size_t first_end = 0;
  std::string digits;
  std::vector<std::size_t> sizes;
  std::size_t separator = 0;  ///< bytes of the first one: a full-width comma has three

  void keep_first() {
    end = first_end;
    digits.resize(sizes.front());
    sizes.resize(1);
  }
  [[nodiscard]] bool by(std::size_t size) const {
    return sizes.front() <= size &&
           std::ranges::all_of(sizes.begin() + 1, sizes.end(),
                               [size](std::size_t each) { return each == size; });
  }
};

Groups scan_groups(std::string_view text, std::size_t at, Style style) {
  Groups groups;
  groups.end = take_digits(text, at, groups.digits);
  groups.first_end = groups.end;
  groups.sizes.push_back(groups.digits.size());
  while (groups.digits.size() <= most_digits) {
    const std::size_t separator = joint(text, groups.end, U',');
    if (separator == 0 && style == Style::text && groups.sizes.front() <= 3) {
      const std::size_t spaced = spaced_comma(text, groups.end);
      if (spaced != 0) {
        groups.end = take_digits(text, groups.end + spaced, groups.digits);
        groups.sizes.push_back(3);
        break;
      }
    }
    if (separator == 0) break;
    if (groups.separator == 0) groups.separator = separator;
    if (style == Style::text && separator != groups.separator) break;
    const std::size_t before = groups.digits.size();
    groups.end = take_digits(text, groups.end + separator, groups.digits);
    groups.sizes.push_back(groups.digits.size() - before);
  }
  return groups;
}

bool looks_like_year(std::string_view digits) {
  return digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
}

bool year_mark_at(std::string_view text, std::size_t at) {
  return text.substr(after_spaces(text, at)).starts_with(year_mark);
}

}  // namespace

bool digit_at(std::string_view text, std::size_t at) {
  return is_digit(character_at(text, at).code);
}

bool is_calendar_year(const Digits& digits, std::string_view text) {
  return digits.plain && looks_like_year(digits.value.text()) && year_mark_at(text, digits.end);
}

std::optional<Digits> scan_digits(std::string_view text, std::size_t at, Style style) {
  Groups whole;
  if (digit_at(text, at)) {
    whole = scan_groups(text, at, style);
  } else if (style == Style::cell && joint(text, at, U'.') != 0) {
    whole = {.end = at, .first_end = at, .digits = "0", .sizes = {1}};  // .58
  } else {
    return std::nullopt;
  }
  if (whole.sizes.size() > 1 && !whole.by(3) && (style != Style::cell || !whole.by(4))) {
    const bool full_width = whole.separator > 1;
    if (style == Style::cell || !full_width) return std::nullopt;
    whole.keep_first();
  }
  if (style == Style::text && whole.digits.size() > 1 && whole.digits.front() == '0') {
    return std::nullopt;
  }
  Digits result{whole.end, {}, whole.sizes.size() == 1};
  std::size_t point = joint(text, whole.end, U'.');
  if (point == 0 && style == Style::text) point = spaced_point(text, at, whole.end);
  if (point != 0) {
    std::string fraction;
    const std::size_t end = take_digits(text, whole.end + point, fraction);
    const bool numbering =
        style == Style::text && looks_like_year(fraction) && year_mark_at(text, end);
    if (!numbering) {
      if (joint(text, end, U'.') != 0) return std::nullopt;
      whole.digits += '.' + fraction;
      result.end = end;
      result.plain = false;
    }
  }
  std::optional<Decimal> value = Decimal::parse(whole.digits);
  if (!value) return std::nullopt;
  result.value = std::move(*value);
  return result;
}

}  // namespace tieout::figure
