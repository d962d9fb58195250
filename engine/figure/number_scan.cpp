// A number from its first digit to its unit.
#include "figure/number_scan.hpp"

#include "figure/approximation.hpp"
#include "figure/characters.hpp"

#include <array>
#include <utility>

namespace tieout::figure {

namespace {

struct Multiplier {
  char32_t character;
  int exponent;
};

constexpr std::array small_multipliers = {Multiplier{U'百', 2}, Multiplier{U'千', 3}};
constexpr std::array large_multipliers = {Multiplier{U'万', 4}, Multiplier{U'亿', 8}};

/// The tail of one number, read from front to end.
class Tail {
 public:
  Tail(std::string_view text, std::size_t at, Style style, const UnitSystem& units,
       ScannedNumber& scanned)
      : text_(text), style_(style), units_(units), number_(scanned.number), end_(scanned.end) {
    end_ = at;
  }

  bool read() {
    if (!unit()) {
      approximation();
      if (!unit()) {
        if (multiplier() && !further_parts()) return false;
        approximation();
        unit();
      }
    }
    if (number_.unit != nullptr && !rate()) return false;
    take(approximation_after(text_, after_spaces(text_, end_)), number_.approximate);
    return true;
  }

 private:
  /// Moves past `bytes` behind the spaces that stand here and sets `mark`; nothing for 0 bytes.
  void take(std::size_t bytes, bool& mark) {
    if (bytes == 0) return;
    end_ = after_spaces(text_, end_) + bytes;
    mark = true;
  }

  [[nodiscard]] std::pair<const Unit*, std::size_t> unit_at(std::size_t at) const {
    return units_.prefix(text_.substr(at));
  }

  bool unit() {
    const std::size_t begin = after_spaces(text_, end_);
    const auto [unit, bytes] = unit_at(begin);
    if (unit == nullptr) return false;
    number_.unit = unit;
    end_ = begin + bytes;
    return true;
  }

  void approximation() {
    const std::size_t begin = after_spaces(text_, end_);
    std::size_t bytes = approximation_within(text_, begin);
    if (bytes == 0) {
      const std::size_t word = approximation_before_unit(text_, begin);
      if (word != 0 && unit_at(begin + word).first != nullptr) bytes = word;
    }
    take(bytes, number_.approximate);
  }

  /// 万, 千万, 万亿; 百 and 千 alone only before a unit or 余: 3千人, not 3百货.
  bool multiplier() {
    const std::size_t begin = after_spaces(text_, end_);
    std::size_t at = begin;
    int exponent = 0;
    const auto step = [&](const Multiplier& each) {
      const Character next = character_at(text_, at);
      if (next.code != each.character) return;
      exponent += each.exponent;
      at += next.bytes;
    };
    for (const Multiplier& each : small_multipliers) {
      if (exponent == 0) step(each);
    }
    const bool small = exponent != 0;
    for (const Multiplier& each : large_multipliers) step(each);
    if (exponent == 0) return false;
    if (small && exponent < large_multipliers.front().exponent && !goes_on(at)) return false;
    number_.value.scale -= exponent;
    number_.scaled = true;
    end_ = at;
    return true;
  }

  [[nodiscard]] bool goes_on(std::size_t at) const {
    const std::size_t begin = after_spaces(text_, at);
    return digit_at(text_, at) || approximation_within(text_, begin) != 0 ||
           unit_at(begin).first != nullptr;
  }

  /// 1亿2000万: what stands behind a multiplier without a space, each part smaller than the step of
  /// the one before.
  bool further_parts() {
    bool scaled = true;
    while (scaled && digit_at(text_, end_)) {
      std::optional<Digits> digits = scan_digits(text_, end_, style_);
      if (!digits) return false;
      const Decimal before = std::exchange(number_.value, std::move(digits->value));
      end_ = digits->end;
      scaled = multiplier();
      const Rational part = number_.value.rational();
      const int scale = number_.value.scale;
      if (scale < before.scale || part >= power_of_ten(-before.scale)) return false;
      number_.value = rounded(before.rational() + part, scale);
    }
    return true;
  }

  /// 30元/人: per count is the unit itself. False for a rate in a unit that the unit file lacks.
  bool rate() {
    const Character slash = character_at(text_, end_);
    if (slash.code != U'/') return true;
    const std::size_t begin = end_ + slash.bytes;
    const auto [per, bytes] = unit_at(begin);
    const bool separator = per == nullptr || is_han(character_at(text_, begin + bytes).code);
    if (separator) return true;  // 收入5万元/支出3万元
    end_ = begin + bytes;
    return per->dimension.kind() == Dimension::Kind::count;
  }

  std::string_view text_;
  Style style_;
  const UnitSystem& units_;
  NumberText& number_;
  std::size_t& end_;
};

}  // namespace

bool scan_tail(std::string_view text, std::size_t at, Style style, const UnitSystem& units,
               ScannedNumber& scanned) {
  return Tail(text, at, style, units, scanned).read();
}

std::optional<ScannedNumber> scan_number(std::string_view text, std::size_t at, Style style,
                                         const UnitSystem& units) {
  std::optional<Digits> digits = scan_digits(text, at, style);
  if (!digits) return std::nullopt;
  const bool year = is_calendar_year(*digits, text);
  ScannedNumber scanned;
  scanned.end = digits->end;
  scanned.number.value = std::move(digits->value);
  if (!year && !scan_tail(text, digits->end, style, units, scanned)) return std::nullopt;
  scanned.number.decimals = scanned.number.value.scale;
  return scanned;
}

}  // namespace tieout::figure
