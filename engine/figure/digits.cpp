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
  if (whole.sizes.size() > 1 && !whole.by(3) && !(style == Style::cell && whole.by(4))) {
    const bool full_width = whole.separator > 1;
    if (style == Style::cell || !full_width) return std::nullopt;
    whole.keep_first();
  }
  if (style == Style::text && whole.digits.size() > 1 && whole.digits.front() == '0') {
    return std::nullopt;
  }
  Digits result{whole.end, {}, whole.sizes.size() == 1};
  const std::size_t point = joint(text, whole.end, U'.');
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
