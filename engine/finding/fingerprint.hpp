// What identifies a finding from run to run: no values, no order, no other report.
#pragma once

#include "check/outcome.hpp"
#include "report/report.hpp"

#include <cstddef>
#include <string>

namespace tieout::finding {

/// XXH3-128 in hex over rule id, entity, period and subject keys. `row`: the subject's, folded.
/// `occurrence` tells apart statements with the same keys: 0 for the first in the document.
[[nodiscard]] std::string fingerprint(const std::string& rule, const report::Report& report,
                                      const check::Subject& subject, const std::string& row,
                                      std::size_t occurrence);

}  // namespace tieout::finding
