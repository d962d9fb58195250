// Fingerprints by XXH3.
#include "finding/fingerprint.hpp"

#include <fmt/format.h>
#include <xxhash.h>

#include <initializer_list>
#include <string_view>

namespace tieout::finding {

namespace {

/// The sixteen digits of a number.
void append_hex(std::uint64_t number, std::string& to) {
  constexpr std::string_view digits = "0123456789abcdef";
  constexpr int bits_a_digit = 4;
  for (int shift = 64 - bits_a_digit; shift >= 0; shift -= bits_a_digit) {
    to += digits[(number >> static_cast<unsigned>(shift)) & 0xFU];
  }
}

}  // namespace

std::string fingerprint(const std::string& rule, const report::Report& report,
                        const check::Subject& subject, const std::string& row,
                        std::size_t occurrence) {
  constexpr std::size_t as_most_have = 128;
  // Each part is preceded by its length, so that no two lists of parts give the same bytes.
  const fmt::format_int number(occurrence);
  std::string bytes;
  bytes.reserve(as_most_have);
  for (const std::string_view part :
       std::initializer_list<std::string_view>{rule,
                                               report.entity,
                                               report.period,
                                               subject.table,
                                               row,
                                               subject.column,
                                               {number.data(), number.size()}}) {
    const fmt::format_int size(part.size());
    bytes.append(size.data(), size.size()).append(1, ':').append(part);
  }
  const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
  std::string hex;
  hex.reserve(32);
  append_hex(hash.high64, hex);
  append_hex(hash.low64, hex);
  return hex;
}

}  // namespace tieout::finding
