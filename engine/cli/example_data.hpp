// The report data of an example: this year's, and last year's where it has a member "prior"; of a
// rule over reports, every report.
#pragma once

#include "source/source.hpp"

#include <optional>
#include <vector>

namespace tieout::cli {

struct ExampleData {
  source::Source current;
  std::optional<source::Source> prior;
};

/// Divides an example's JSON: { "income": [...], "prior": { "closing_balance": 1 } }. In each part
/// the other is blank, so that places stay true. JSON that is broken comes back undivided: its
/// reader says what is wrong.
[[nodiscard]] ExampleData divide(const source::Source& example);

/// The reports of { "reports": [ {...}, {...} ] }, each with all else blank. Throws Failure if
/// there are none.
[[nodiscard]] std::vector<source::Source> reports_of(const source::Source& example);

}  // namespace tieout::cli
