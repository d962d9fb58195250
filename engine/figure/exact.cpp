// Exact numbers: decimal text in and out, powers of ten, rounding.
#include "figure/exact.hpp"

#include "figure/word.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdlib>
#include <limits>
#include <vector>

namespace tieout::figure {

namespace {

constexpr std::size_t most_digits = 64;
constexpr int most_exponent = 64;
/// 10^18 fits a word.
constexpr int most_decimals_of_words = 18;

/// Holds the product of two words.
__extension__ using Wide = __int128;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

constexpr auto words_of_powers = [] {
  std::array<std::int64_t, most_decimals_of_words + 1> words = {1};
  for (std::size_t power = 1; power < words.size(); ++power) words[power] = 10 * words[power - 1];
  return words;
}();

/// 10^power, power >= 0; those that figures have are kept.
Rational size_of_power(int power) {
  constexpr int kept = 2 * most_exponent;
  if (power <= most_decimals_of_words) return words_of_powers[static_cast<std::size_t>(power)];
  static const auto powers = [] {
    std::vector<Rational> all = {1};
    for (int i = 1; i <= kept; ++i) all.emplace_back(all.back() * 10);
    return all;
  }();
  if (power <= kept) return powers[static_cast<std::size_t>(power)];
  return boost::multiprecision::pow(Integer(10), static_cast<unsigned>(power));
}

/// The digits at the front of `text`, taken off it.
std::string_view take_digits(std::string_view& text) {
  const auto end = std::ranges::find_if_not(text, is_digit);
  const std::string_view digits = text.substr(0, static_cast<std::size_t>(end - text.begin()));
  text.remove_prefix(digits.size());
  return digits;
}

Integer integer_of_digits(std::string_view digits) {
  constexpr std::size_t chunk = 18;  // 10^18 fits a 64-bit integer
  Integer result = 0;
  while (!digits.empty()) {
    const std::string_view part = digits.substr(0, chunk);
    std::uint64_t value = 0;
    std::uint64_t power = 1;
    for (const char digit : part) {
      value = value * 10 + static_cast<std::uint64_t>(digit - '0');
      power *= 10;
    }
    result = result * power + value;
    digits.remove_prefix(part.size());
  }
  return result;
}

/// "e-3" at the front of `text`, taken off it: -3. Nothing for a broken or too large exponent.
std::optional<int> take_exponent(std::string_view& text) {
  text.remove_prefix(1);
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  const std::string_view digits = take_digits(text);
  if (digits.empty()) return std::nullopt;
  int exponent = 0;
  for (const char digit : digits) {
    exponent = exponent * 10 + (digit - '0');
    if (exponent > most_exponent) return std::nullopt;
  }
  return negative ? -exponent : exponent;
}

/// Half away from zero.
Integer nearest(const Rational& value) {
  if (const auto whole = value.int64()) return *whole;
  if (const auto words = value.words()) {
    const std::int64_t whole = words->top / words->bottom;
    const std::int64_t rest = words->top % words->bottom;
    // Twice the rest may leave a word.
    if (std::abs(rest) < words->bottom - std::abs(rest)) return whole;
    return rest < 0 ? whole - 1 : whole + 1;
  }
  const Integer bottom = denominator(value);
  const Integer top = numerator(value) * 2;
  // Integer division truncates, so adding half a step away from zero first rounds as wanted.
  return (top < 0 ? Integer(top - bottom) : Integer(top + bottom)) / (bottom * 2);
}

/// top / bottom, half away from zero; nothing if that leaves a word.
std::optional<std::int64_t> nearest(Wide top, std::int64_t bottom) {
  const Wide size = top < 0 ? -top : top;
  const Wide whole = (2 * size + bottom) / (2 * Wide(bottom));
  if (whole > std::numeric_limits<std::int64_t>::max()) return std::nullopt;
  return static_cast<std::int64_t>(top < 0 ? -whole : whole);
}

/// With the point before the last `decimals`, at least one of them.
std::string with_point(std::int64_t coefficient, int decimals) {
  std::array<char, 2 * most_decimals_of_words + 4> text;
  char* begin = text.end();
  int written = 0;
  for (auto rest = std::abs(coefficient); rest > 0 || written <= decimals; rest /= 10) {
    if (written++ == decimals) *--begin = '.';
    *--begin = static_cast<char>('0' + rest % 10);
  }
  if (coefficient < 0) *--begin = '-';
  return {begin, text.end()};
}

int lowest_bit(std::int64_t value) { return std::countr_zero(static_cast<std::uint64_t>(value)); }
int lowest_bit(const Integer& value) { return static_cast<int>(lsb(value)); }

/// How many decimals a fraction with this denominator has, if they end within `most`.
template <typename Number>
std::optional<int> decimals_of(Number denominator, int most) {
  // A denominator 2^a 5^b needs max(a, b) decimals.
  const int twos = lowest_bit(denominator);
  denominator >>= twos;
  int fives = 0;
  for (; denominator != 1 && fives < most; ++fives) {
    if (denominator % 5 != 0) return std::nullopt;
    denominator /= 5;
  }
  const int decimals = std::max(twos, fives);
  return denominator == 1 && decimals <= most ? std::optional(decimals) : std::nullopt;
}

int digits_of(const Integer& value) {
  const auto word = word_of(value);
  return static_cast<int>((word ? std::to_string(*word) : value.str()).size());
}

/// floor(log10(|value|)) of a value that is not zero.
int magnitude(const Rational& value) {
  const Rational size = abs(value);
  const int guess = digits_of(numerator(size)) - digits_of(denominator(size));  // or one too large
  return size < power_of_ten(guess) ? guess - 1 : guess;
}

}  // namespace

Rational power_of_ten(int power) {
  const Rational size = size_of_power(std::abs(power));
  return power >= 0 ? size : 1 / size;
}

Rational Decimal::rational() const {
  const Rational size = size_of_power(std::abs(scale));
  return scale <= 0 ? coefficient * size : coefficient / size;
}

std::string Decimal::text() const {
  if (scale <= 0) {
    return rational().str();
  }
  const auto word = word_of(coefficient);
  if (word && scale < most_decimals_of_words) return with_point(*word, scale);
  const auto decimals = static_cast<std::size_t>(scale);
  std::string digits = Integer(abs(coefficient)).str();
  if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
  digits.insert(digits.size() - decimals, 1, '.');
  return coefficient < 0 ? "-" + digits : digits;
}

std::optional<Decimal> Decimal::parse(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  std::string digits(take_digits(text));
  if (digits.empty()) return std::nullopt;
  int scale = 0;
  if (text.starts_with('.')) {
    text.remove_prefix(1);
    const std::string_view fraction = take_digits(text);
    if (fraction.empty()) return std::nullopt;
    digits += fraction;
    if (digits.size() > most_digits) return std::nullopt;
    scale = static_cast<int>(fraction.size());
  }
  if (digits.size() > most_digits) return std::nullopt;
  if (text.starts_with('e') || text.starts_with('E')) {
    const std::optional<int> exponent = take_exponent(text);
    if (!exponent) return std::nullopt;
    scale -= *exponent;
  }
  if (!text.empty()) return std::nullopt;
  Integer coefficient = integer_of_digits(digits);
  if (negative) coefficient = -coefficient;
  return Decimal{std::move(coefficient), scale};
}

std::optional<std::string> finite_decimal(const Rational& value, int most) {
  if (const auto whole = value.int64()) return std::to_string(*whole);
  const auto words = value.words();
  const auto decimals =
      words ? decimals_of(words->bottom, most) : decimals_of(denominator(value), most);
  if (!decimals) return std::nullopt;
  return *decimals == 0 ? numerator(value).str() : rounded(value, *decimals).text();
}

std::string significant(const Rational& value, int digits) {
  if (value == 0) return "0";
  const int power = magnitude(value);
  const Decimal result = rounded(value, digits - 1 - power);
  // 9.99 rounded to two digits is 10: a digit more than wanted.
  const bool carried = abs(result.rational()) >= power_of_ten(power + 1);
  return carried ? rounded(value, digits - 2 - power).text() : result.text();
}

Decimal rounded(const Rational& value, int decimals) {
  const auto words = value.words();
  if (words && decimals >= 0 && decimals <= most_decimals_of_words) {
    const Wide top = Wide(words->top) * *size_of_power(decimals).int64();
    if (const auto word = nearest(top, words->bottom)) return {*word, decimals};
  }
  return {nearest(value * power_of_ten(decimals)), decimals};
}

}  // namespace tieout::figure
