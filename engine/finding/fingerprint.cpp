// Fingerprints by XXH3.
#include "finding/fingerprint.hpp"

#include <fmt/format.h>
#include <xxhash.h>

#include <string_view>

namespace tieout::finding {

namespace {

/// Writes the sixteen digits of a number.
void put_hex(std::uint64_t number, char* to) {
  constexpr std::string_view digits = "0123456789abcdef";
  constexpr int bits_a_digit = 4;
  for (int shift = 64 - bits_a_digit; shift >= 0; shift -= bits_a_digit) {
    *to++ = digits[(number >> static_cast<unsigned>(shift)) & 0xFU];
  }
}

/// Each part is preceded by its length.
void append(std::string& bytes, std::string_view part) {
  const fmt::format_int size(part.size());
  bytes.append(size.data(), size.size()).append(1, ':').append(part);
}

}  // namespace

std::string identity(const std::string& rule, const report::Report& report,
                     const check::Subject& subject, const std::string& row) {
  constexpr std::size_t as_most_have = 128;
  std::string bytes;
  bytes.reserve(as_most_have);
  for (const std::string* const part :
       {&rule, &report.entity, &report.period, &subject.table, &row, &subject.column}) {
    append(bytes, *part);
  }
  return bytes;
}

std::string fingerprint(std::string_view identity, std::size_t occurrence) {
  const fmt::format_int number(occurrence);
  constexpr std::size_t as_the_number_takes = 24;
  std::string bytes;
  bytes.reserve(identity.size() + as_the_number_takes);
  bytes += identity;
  append(bytes, {number.data(), number.size()});
  const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
  std::string hex(32, '0');
  put_hex(hash.high64, hex.data());
  put_hex(hash.low64, hex.data() + 16);
  return hex;
}

}  // namespace tieout::finding
