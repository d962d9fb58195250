// The characters of a number as an integer.
#pragma once

#include "report/eight_bytes.hpp"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace tieout::report {

/// `digits` without the point, of which `decimals` stand after it.
struct WrittenNumber {
  std::int64_t digits = 0;
  std::size_t decimals = 0;
  const char* end = nullptr;  ///< what follows it; null: there is no number
};

namespace written {

/// Digits that were read, as far as they go.
struct Digits {
  std::uint64_t value = 0;  ///< wraps where there are too many
  const char* end = nullptr;
};

/// Eight digits, the first in the lowest byte: pairs of neighbours, then pairs of pairs, are added
/// up.
inline std::uint64_t value_of_eight(std::uint64_t digits) {
  digits = digits * 10 + (digits >> 8U);
  constexpr std::uint64_t every_fourth = 0x000000FF000000FF;
  const std::uint64_t outer = (digits & every_fourth) * 0x000F424000000064;
  const std::uint64_t inner = ((digits >> 16U) & every_fourth) * 0x0000271000000001;
  return (outer + inner) >> 32U;
}

inline constexpr std::array<std::uint64_t, 8> powers_of_ten = {
    1, 10, 100, 1'000, 10'000, 100'000, 1'000'000, 10'000'000};

/// Goes on from what was read. How many digits follow is hard to foretell, so they are taken eight
/// at a time and not asked one by one.
inline Digits more_digits(Digits read) {
  for (;;) {
    const std::uint64_t digits = eight_bytes(read.end) ^ of_all_eight('0');
    const std::uint64_t others = (digits | (digits + of_all_eight(0x80 - 10))) & of_all_eight(0x80);
    if (others == 0) {
      read.value = read.value * 100'000'000 + value_of_eight(digits);
      read.end += 8;
      continue;
    }
    const auto number = static_cast<std::size_t>(std::countr_zero(others)) / 8;
    if (number == 0) return read;
    read.value = read.value * powers_of_ten[number] + value_of_eight(digits << (8 * (8 - number)));
    read.end += number;
    return read;
  }
}

/// A number as it is mostly written, all of it within seven characters, taken in one step; `end` is
/// null for any other.
inline WrittenNumber short_number(const char* begin) {
  const std::uint64_t digits = eight_bytes(begin) ^ of_all_eight('0');
  const std::uint64_t others = (digits | (digits + of_all_eight(0x80 - 10))) & of_all_eight(0x80);
  if (others == 0) return {};
  const auto point = static_cast<unsigned>(std::countr_zero(others)) / 8;
  if (begin[point] != '.') return {};
  // Neither digits nor the point carry into what follows them: this is the next one for certain.
  const std::uint64_t behind = others & (others - 1);
  if (behind == 0) return {};
  const auto end = static_cast<unsigned>(std::countr_zero(behind)) / 8;
  if (point == 0 || end == point + 1 || (point > 1 && *begin == '0')) return {};
  // Without the point, and the last of them in the highest byte.
  const std::uint64_t whole = (std::uint64_t{1} << (8 * point)) - 1;
  const std::uint64_t joined = (digits & whole) | ((digits >> 8U) & ~whole);
  const auto value = static_cast<std::int64_t>(value_of_eight(joined << (8 * (9 - end))));
  return {value, end - point - 1, begin + end};
}

}  // namespace written

/// The number that a text begins with, in JSON's grammar but without an exponent; none if it
/// begins with none, or with one of more than 18 digits. Eight bytes behind it must be readable.
[[nodiscard]] inline WrittenNumber written_number(const char* text) {
  constexpr std::ptrdiff_t most = 18;  // of which every number fits 64 bits
  const bool negative = *text == '-';
  const char* const begin = text + (negative ? 1 : 0);
  if (const auto number = written::short_number(begin); number.end != nullptr) {
    return {negative ? -number.digits : number.digits, number.decimals, number.end};
  }
  auto read = written::more_digits({0, begin});
  std::ptrdiff_t number = read.end - begin;
  if (number == 0 || (*begin == '0' && number > 1)) return {};
  std::ptrdiff_t decimals = 0;
  if (*read.end == '.') {
    const char* const point = read.end++;
    read = written::more_digits(read);
    decimals = read.end - point - 1;
    if (decimals == 0) return {};
  }
  number += decimals;
  if (number > most) return {};
  const auto digits = static_cast<std::int64_t>(read.value);
  return {negative ? -digits : digits, static_cast<std::size_t>(decimals), read.end};
}

}  // namespace tieout::report
