// Fingerprints by XXH3.
#include "finding/fingerprint.hpp"

#include <fmt/format.h>
#include <xxhash.h>

#include <initializer_list>
#include <string_view>

namespace tieout::finding {

std::string fingerprint(const std::string& rule, const report::Report& report,
                        const check::Subject& subject, std::size_t occurrence) {
  // Each part is preceded by its length, so that no two lists of parts give the same bytes.
  const std::string row = schema::folded(subject.row);
  const fmt::format_int number(occurrence);
  std::string bytes;
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
  return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

}  // namespace tieout::finding
