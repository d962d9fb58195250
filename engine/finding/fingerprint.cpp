// Fingerprints by XXH3.
#include "finding/fingerprint.hpp"

#include <fmt/format.h>
#include <xxhash.h>

namespace tieout::finding {

std::string fingerprint(const std::string& rule, const report::Report& report,
                        const check::Subject& subject, std::size_t occurrence) {
  // Each part is preceded by its length, so that no two lists of parts give the same bytes.
  std::string bytes;
  for (const std::string& part :
       {rule, report.entity, report.period, subject.table, schema::folded(subject.row),
        subject.column, std::to_string(occurrence)}) {
    bytes.append(fmt::format_int(part.size()).str()).append(1, ':').append(part);
  }
  const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
  return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

}  // namespace tieout::finding
