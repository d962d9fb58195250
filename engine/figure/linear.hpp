// Linear forms over stated figures and quotients of two: their arithmetic and exact ranges.
#pragma once

#include "figure/term.hpp"

namespace tieout::figure {

/// Adds factor x b to `a`; returns by how much that widens half of a's range (less than zero where
/// figures cancel).
Rational add(Linear& a, const Linear& b, const Rational& factor, const Operands& operands);

[[nodiscard]] Linear scaled(Linear a, const Rational& factor);

/// The values of the quotient over every choice of a point in each figure's interval, exactly.
[[nodiscard]] Interval range(const Quotient& quotient, const Operands& operands);

}  // namespace tieout::figure
