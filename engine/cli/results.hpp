// The results of an earlier run, read from the JSON that it wrote.
#pragma once

#include "language/checked.hpp"
#include "source/limits.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace tieout::cli {

struct Result {
  std::string fingerprint;
  std::string rule;
  language::Severity severity = language::Severity::error;
  std::string message;
  std::vector<std::string> values;  ///< both sides, as the file has them; empty for logic
};

/// Findings by unit: entity and period.
using Results = std::map<std::pair<std::string, std::string>, std::vector<Result>>;

/// Reads what `tieout check --format json` wrote. Throws Failure for what is none.
[[nodiscard]] Results read_results(const std::string& path, const source::Limits& limits);

}  // namespace tieout::cli
