// Whether a sum that does not come out has a slip in one of its figures.
#pragma once

#include "figure/figure.hpp"

#include <vector>

namespace tieout::report {

/// Whether one figure with another digit, or with a digit dropped, doubled or transposed, would
/// make the parts add up to the total. All of one unit; not if a part is the sum of those behind
/// it, so that the excess may be what counts twice.
[[nodiscard]] bool slip_explains(const figure::Figure& total,
                                 const std::vector<const figure::Figure*>& parts);

}  // namespace tieout::report
