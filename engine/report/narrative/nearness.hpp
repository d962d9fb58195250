// How far a figure may be off and still be the one that was meant.
#pragma once

#include "figure/figure.hpp"

namespace tieout::report::narrative {

/// A misprint is off by no more than one of so many parts of a figure; what is further off is more
/// likely a figure of something else.
inline constexpr int misprint = 7;

/// Whether what was stated is off from what it should be by no more than a misprint.
[[nodiscard]] bool is_near(const figure::Rational& stated, const figure::Rational& meant);

/// Whether a rate is that of the part to the whole but for a misprint. No whole or rate of zero;
/// both of the quotient are `comparable`.
[[nodiscard]] bool nearly_makes_share(const figure::Figure& part, const figure::Figure& whole,
                                      const figure::Figure& rate);

}  // namespace tieout::report::narrative
