// Decides every check of a program on one report. Written to be read: exact rationals, intervals
// that belong to figures, every operand recorded.
#pragma once

#include "check/outcome.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace tieout::check {

/// Last year's report of the same entity, if there is one, lives as long as the call.
/// The outcomes come in order of rule, row and check; each ends in exactly one verdict.
[[nodiscard]] std::vector<Outcome> evaluate(const language::Program& program,
                                            const report::Report& report,
                                            const report::Report* prior,
                                            const figure::UnitSystem& units);

/// Of these rules alone, indexes in the program, ascending.
[[nodiscard]] std::vector<Outcome> evaluate(const language::Program& program,
                                            const report::Report& report,
                                            const report::Report* prior,
                                            const figure::UnitSystem& units,
                                            std::span<const std::size_t> rules);

}  // namespace tieout::check
