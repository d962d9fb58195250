// Eight characters looked at in one step.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>

namespace tieout::report {

/// The byte in all eight places.
[[nodiscard]] constexpr std::uint64_t of_all_eight(unsigned byte) {
  return 0x0101010101010101U * byte;
}

/// The first of them in the lowest byte.
[[nodiscard]] inline std::uint64_t eight_bytes(const char* at) {
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, at, sizeof bytes);
  return std::endian::native == std::endian::little ? bytes : __builtin_bswap64(bytes);
}

/// The high bit of the first byte that is less than `bound`, at most 0x80, is set; of those behind
/// it nothing is known.
[[nodiscard]] constexpr std::uint64_t first_below(std::uint64_t bytes, unsigned bound) {
  return (bytes - of_all_eight(bound)) & ~bytes & of_all_eight(0x80);
}

/// How many characters of UTF-8 begin there. Seven bytes behind them must be readable.
[[nodiscard]] inline std::uint32_t characters_in(const char* begin, const char* end) {
  std::uint64_t continued = 0;  // bytes 10xxxxxx
  for (const char* at = begin; at < end; at += 8) {
    std::uint64_t bytes = eight_bytes(at);
    if (end - at < 8) bytes &= (std::uint64_t{1} << (8 * static_cast<unsigned>(end - at))) - 1;
    const std::uint64_t each = (bytes >> 7U) & ~(bytes >> 6U) & of_all_eight(1);
    continued += (each * of_all_eight(1)) >> 56U;  // their sum
  }
  return static_cast<std::uint32_t>(end - begin) - static_cast<std::uint32_t>(continued);
}

}  // namespace tieout::report
