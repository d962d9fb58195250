// Slips of the pen: how a stated figure differs from the one that would fit.
#pragma once

#include "figure/exact.hpp"

namespace tieout::figure {

enum class DigitSlip {
  none,
  transposed,  ///< two neighbouring digits changed places: 643.91 for 634.91
  dropped,     ///< a digit is lacking: 63.91 for 643.91
  doubled,     ///< a digit stands twice: 6443.91 for 643.91
};

/// How `stated` may have come from `fitting`. Both of one sign; zeros at the end of decimals do not
/// count.
[[nodiscard]] DigitSlip digit_slip(const Decimal& stated, const Decimal& fitting);

/// Whether `stated` is `fitting` with one digit that is another one: 643.91 for 643.71.
[[nodiscard]] bool has_other_digit(const Decimal& stated, const Decimal& fitting);

}  // namespace tieout::figure
