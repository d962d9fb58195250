// Adds reports up where they were checked, so that little is left to be done in their order.
#include "cli/checked.hpp"

#include <algorithm>
#include <iterator>

namespace tieout::cli {

void Digest::add(Checked& checked) {
  auto& [report, unreadable, said_of_it, captured_of_it] = checked;
  std::ranges::move(said_of_it, std::back_inserter(said));
  if (unreadable) {
    last = unreadable->source;
    summary.unreadable.push_back(*std::move(unreadable));
  }
  if (!report) return;
  last = report->source;
  summary.add(*report);
  if (captured_of_it) captured.emplace_back(report->schema, *std::move(captured_of_it));
}

}  // namespace tieout::cli
