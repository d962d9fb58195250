// The characters of a number as an integer.
#pragma once

#include "report/eight_bytes.hpp"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

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

/// The high bit of each that is no digit is set, of characters given as differences from '0'.
inline std::uint64_t no_digits(std::uint64_t digits) {
  constexpr std::uint64_t high = of_all_eight(0x80);
  return (digits | ((digits & ~high) + of_all_eight(0x80 - 10))) & high;
}

/// How many digits eight_bytes() begins with; 8: all are.
inline std::size_t number_of_digits(std::uint64_t digits) {
  return static_cast<std::size_t>(std::countr_zero(no_digits(digits))) / 8;
}

/// So many of them, 1 to 7, as a number.
inline std::uint64_t value_of_first(std::uint64_t digits, std::size_t number) {
  return value_of_eight(digits << (8 * (8 - number)));
}

/// A bit for each of eight characters that is no digit.
inline unsigned others_of_eight(const char* at) {
  const std::uint64_t others = no_digits(eight_bytes(at) ^ of_all_eight('0'));
  constexpr std::uint64_t gather = 0x0102040810204080;  // the bits into the highest byte
  return static_cast<unsigned>(((others >> 7U) * gather) >> 56U);
}

/// The same of sixteen, and of what is behind them at least the first bit.
inline unsigned others_of_sixteen(const char* at) {
  constexpr unsigned end = 1U << 16U;
#ifdef __SSE2__
  const __m128i characters = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
  const __m128i values = _mm_sub_epi8(characters, _mm_set1_epi8('0'));
  const __m128i digits = _mm_cmpeq_epi8(_mm_min_epu8(values, _mm_set1_epi8(9)), values);
  return ~static_cast<unsigned>(_mm_movemask_epi8(digits)) | end;
#else
  return others_of_eight(at) | others_of_eight(at + 8) << 8U | end;
#endif
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

/// A number as it is mostly written: without a sign, with at most seven digits before the point and
/// eight in all; of size 0 for any other. Where it ends is known after few steps, the same for all
/// lengths, which are hard to foretell.
inline WrittenNumber short_number(const char* begin) {
  constexpr unsigned most = 8;
  constexpr unsigned bits = 8;
  const unsigned others = others_of_sixteen(begin);
  const auto before = static_cast<unsigned>(std::countr_zero(others));
  if (before == 0 || before >= most || (*begin == '0' && before > 1)) return {};
  const std::uint64_t whole = (eight_bytes(begin) ^ of_all_eight('0')) << (bits * (most - before));
  if (begin[before] != '.') {
    return {static_cast<std::int64_t>(value_of_eight(whole)), 0, before};
  }
  const auto decimals =
      static_cast<unsigned>(std::countr_zero(others >> (before + 1) | 1U << most));
  if (decimals == 0 || before + decimals > most) return {};
  const std::uint64_t fraction = eight_bytes(begin + before + 1) ^ of_all_eight('0');
  const std::uint64_t digits = whole >> (bits * decimals) | fraction << (bits * (most - decimals));
  return {static_cast<std::int64_t>(value_of_eight(digits)), decimals, before + 1 + decimals};
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
/// begins with none, or with one of more than 18 digits. Eight bytes behind it must be readable,
/// and sixteen from its beginning.
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
