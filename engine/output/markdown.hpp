// Findings as Markdown: a table a report, and what the run comes to.
#pragma once

#include "finding/finding.hpp"
#include "output/summary.hpp"
#include "source/message.hpp"

#include <string>

namespace tieout::output {

[[nodiscard]] std::string markdown_of(const finding::CheckedReport& report,
                                      source::Language language);
[[nodiscard]] std::string markdown_of(const Summary& summary, source::Language language);

}  // namespace tieout::output
