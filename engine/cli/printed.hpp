// What earlier runs printed as jsonl: a report a line, then the summary.
#pragma once

#include "finding/finding.hpp"
#include "output/summary.hpp"

#include <array>
#include <cstddef>
#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace tieout::cli {

/// What a printed report adds to a summary.
struct PrintedReport {
  std::string source;
  finding::Counts counts{};
  std::array<std::size_t, 4> by_severity{};  ///< open findings, in the order of output::severities
  std::size_t accepted = 0;
  std::size_t known = 0;
};

void add(output::Summary& summary, const PrintedReport& report);

/// What a printed summary says beyond its reports.
struct PrintedSummary {
  std::vector<finding::Unreadable> unreadable;
  std::vector<finding::Entry> unused_explanations;
  std::vector<finding::Entry> unused_baseline;
  std::string interrupted;  ///< the report after which the run was stopped; empty: it was not
};

/// Nothing for a line that is neither.
[[nodiscard]] std::optional<std::variant<PrintedReport, PrintedSummary>> read_printed(
    std::string_view line);

}  // namespace tieout::cli
