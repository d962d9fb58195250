// What earlier runs printed as jsonl: a report a line, then the summary.
#pragma once

#include "finding/finding.hpp"
#include "output/summary.hpp"

#include <optional>
#include <string_view>
#include <variant>

namespace tieout::cli {

/// What a printed summary says beyond its reports.
struct PrintedSummary {
  std::vector<finding::Unreadable> unreadable;
  std::vector<finding::Entry> unused_explanations;
  std::vector<finding::Entry> unused_baseline;
  bool interrupted = false;  ///< was the run stopped?
};

/// Nothing for a line that is neither.
[[nodiscard]] std::optional<std::variant<output::ReportResult, PrintedSummary>> read_printed(
    std::string_view line);

}  // namespace tieout::cli
