// The arithmetic of a finding as a small table: what was added up, what was stated, how far apart.
#pragma once

#include "finding/finding.hpp"
#include "source/message.hpp"

#include <string>
#include <vector>

namespace tieout::output {

/// The lines of the table, aligned in columns, without line ends; empty without evidence and sides.
/// Shows the largest figures of each side, in the order of their places, and says how many others
/// there are.
[[nodiscard]] std::vector<std::string> arithmetic(const finding::Finding& found,
                                                  std::string_view report_source,
                                                  source::Language language);

}  // namespace tieout::output
