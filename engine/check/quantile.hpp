// Quantiles by rank: no value is made up between two members.
#pragma once

#include "figure/term.hpp"

#include <cstddef>
#include <vector>

namespace tieout::check {

/// Which of so many members in ascending order, from 0: the first such that at least `fraction`
/// (0 to 1) of all are not above it. There is at least one.
[[nodiscard]] std::size_t rank_of(const figure::Rational& fraction, std::size_t members);

/// The member of that rank. Where the intervals of several overlap it may be any of them: then
/// only the range is known of it, and whose figures it is made of.
[[nodiscard]] figure::Term quantile(std::vector<figure::Term> members,
                                    const figure::Rational& fraction,
                                    const figure::Operands& operands);

}  // namespace tieout::check
