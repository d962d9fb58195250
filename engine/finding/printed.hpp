// Amounts as they are printed: exact decimals in a unit, or ten significant digits and the ratio.
#pragma once

#include "check/outcome.hpp"
#include "finding/finding.hpp"

namespace tieout::finding {

/// `amount` in its unit (a dimension's base unit if it has none; shares in %, differences of shares
/// in 百分点), with at least `decimals` decimals where it is a finite decimal.
[[nodiscard]] PrintedAmount printed(const check::Amount& amount, int decimals,
                                    const figure::UnitSystem& units);

/// `base` in `unit`, of which one is `factor` base units, with at least `decimals` decimals where
/// it is a finite decimal there.
[[nodiscard]] PrintedAmount printed(const figure::Rational& base, std::string unit,
                                    const figure::Rational& factor, int decimals);

/// The most decimals at which a figure of the evidence is stated in the unit of `amount`: sums of
/// 359.40 print as stated, not as 359.4.
[[nodiscard]] int stated_decimals(const check::Amount& amount,
                                  const std::vector<check::Evidence>& evidence);

/// "359.39万元", "35.82079139%": value and unit as one word.
[[nodiscard]] std::string text_of(const PrintedAmount& amount);

}  // namespace tieout::finding
