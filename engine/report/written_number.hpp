// The characters of a number as an integer.
#pragma once

#include "report/eight_bytes.hpp"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace tieout::report {

/// `digits` without the point, of which `decimals` stand after it. Two machine words: it is handed
/// over in registers.
struct WrittenNumber {
  std::int64_t digits = 0;
  std::uint32_t decimals = 0;
  std::uint32_t size = 0;  ///< in characters; 0: there is no number
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

/// The high bit of each that is no digit is set, of characters given as differences from '0';
/// behind one above 0x80 + 9 the next may be taken for none.
inline std::uint64_t no_digits(std::uint64_t digits) {
  return (digits | (digits + of_all_eight(0x80 - 10))) & of_all_eight(0x80);
}

/// How many digits eight_bytes() begins with; 8: all are.
inline std::size_t number_of_digits(std::uint64_t digits) {
  return static_cast<std::size_t>(std::countr_zero(no_digits(digits))) / 8;
}

/// So many of them, 1 to 7, as a number.
inline std::uint64_t value_of_first(std::uint64_t digits, std::size_t number) {
  return value_of_eight(digits << (8 * (8 - number)));
}

/// Goes on from what was read. How many digits follow is hard to foretell, so they are taken eight
/// at a time and not asked one by one.
inline Digits more_digits(Digits read) {
  for (;;) {
    const std::uint64_t digits = eight_bytes(read.end) ^ of_all_eight('0');
    const std::size_t number = number_of_digits(digits);
    if (number == 8) {
      read.value = read.value * 100'000'000 + value_of_eight(digits);
      read.end += 8;
      continue;
    }
    if (number == 0) return read;
    read.value = read.value * powers_of_ten[number] + value_of_first(digits, number);
    read.end += number;
    return read;
  }
}

/// A number as it is mostly written, without a sign and with at most seven digits before the point
/// and behind it; of size 0 for any other. Up to seven characters are looked at in one step.
inline WrittenNumber short_number(const char* begin) {
  const std::uint64_t characters = eight_bytes(begin) ^ of_all_eight('0');
  const std::uint64_t others = no_digits(characters);
  const auto before = static_cast<std::size_t>(std::countr_zero(others)) / 8;
  if (before == 0 || before == 8 || (before > 1 && *begin == '0')) return {};
  if (begin[before] != '.') {
    return {static_cast<std::int64_t>(value_of_first(characters, before)), 0,
            static_cast<std::uint32_t>(before)};
  }
  const std::uint64_t behind = others & (others - 1);
  if (behind == 0) {  // its end is not in sight
    const std::uint64_t fraction = eight_bytes(begin + before + 1) ^ of_all_eight('0');
    const std::size_t decimals = number_of_digits(fraction);
    if (decimals == 0 || decimals == 8) return {};
    const std::uint64_t digits = value_of_first(characters, before) * powers_of_ten[decimals] +
                                 value_of_first(fraction, decimals);
    return {static_cast<std::int64_t>(digits), static_cast<std::uint32_t>(decimals),
            static_cast<std::uint32_t>(before + 1 + decimals)};
  }
  const auto size = static_cast<std::size_t>(std::countr_zero(behind)) / 8;
  const std::size_t decimals = size - before - 1;
  if (decimals == 0) return {};
  // The digits behind the point close up to those before it.
  const std::uint64_t whole = (std::uint64_t{1} << (8 * before)) - 1;
  const std::uint64_t digits = (characters & whole) | ((characters >> 8U) & ~whole);
  return {static_cast<std::int64_t>(value_of_first(digits, size - 1)),
          static_cast<std::uint32_t>(decimals), static_cast<std::uint32_t>(size)};
}

/// Any number without a sign.
[[gnu::noinline]] inline WrittenNumber long_number(const char* begin) {
  constexpr std::ptrdiff_t most = 18;  // of which every number fits 64 bits
  auto read = more_digits({0, begin});
  std::ptrdiff_t number = read.end - begin;
  if (number == 0 || (*begin == '0' && number > 1)) return {};
  std::ptrdiff_t decimals = 0;
  if (*read.end == '.') {
    const char* const point = read.end++;
    read = more_digits(read);
    decimals = read.end - point - 1;
    if (decimals == 0) return {};
  }
  number += decimals;
  if (number > most) return {};
  return {static_cast<std::int64_t>(read.value), static_cast<std::uint32_t>(decimals),
          static_cast<std::uint32_t>(read.end - begin)};
}

}  // namespace written

/// The number that a text begins with, in JSON's grammar but without an exponent; none if it
/// begins with none, or with one of more than 18 digits. Eight bytes behind it must be readable.
[[nodiscard]] inline WrittenNumber written_number(const char* text) {
  const bool negative = *text == '-';
  const char* const begin = text + (negative ? 1 : 0);
  WrittenNumber number = written::short_number(begin);
  if (number.size == 0) number = written::long_number(begin);
  if (negative && number.size > 0) {
    number.digits = -number.digits;
    ++number.size;
  }
  return number;
}

}  // namespace tieout::report
