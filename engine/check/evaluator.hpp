// Decides every check of a program on one report. Written to be read: exact rationals, intervals
// that belong to figures, every operand recorded.
#pragma once

#include "check/outcome.hpp"

#include <functional>
#include <vector>

namespace tieout::check {

/// Last year's report of the same entity, if there is one, lives as long as the call.
/// The outcomes come in order of rule, row and check; each ends in exactly one verdict.
[[nodiscard]] std::vector<Outcome> evaluate(const language::Program& program,
                                            const report::Report& report,
                                            const report::Report* prior,
                                            const figure::UnitSystem& units);

}  // namespace tieout::check
