// What identifies a finding from run to run: no values, no order, no other report.
#pragma once

#include "check/outcome.hpp"
#include "report/report.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace tieout::finding {

/// Rule id, entity, period and subject keys as bytes; two lists of them never give the same. `row`:
/// the subject's key.
[[nodiscard]] std::string identity(const std::string& rule, const report::Report& report,
                                   const check::Subject& subject, const std::string& row);

/// XXH3-128 in hex over an identity and `occurrence`, which tells apart statements with the same
/// keys: 0 for the first in the document.
[[nodiscard]] std::string fingerprint(std::string_view identity, std::size_t occurrence);

}  // namespace tieout::finding
