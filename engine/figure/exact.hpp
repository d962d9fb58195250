// Exact decimals, and the text of rationals. Money never passes through binary floating point.
#pragma once

#include "figure/rational.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace tieout::figure {

/// 10^power, power >= 0 or negative.
[[nodiscard]] Rational power_of_ten(int power);

/// coefficient x 10^-scale. `scale` may be negative (18500 stated to 100: 185 x 10^2).
struct Decimal {
  Integer coefficient = 0;
  int scale = 0;

  [[nodiscard]] Rational rational() const;
  /// As written: with exactly `scale` decimals (none if scale <= 0). Locale-free.
  [[nodiscard]] std::string text() const;
  /// Plain ASCII decimal text: [-+]?digits[.digits], nothing else; exponents as JSON writes them.
  /// Nothing for other text, for more than 64 digits, and for exponents beyond +-64.
  [[nodiscard]] static std::optional<Decimal> parse(std::string_view text);
};

/// Finite decimal text of `value` if it has one of at most `most` decimals, else nothing.
[[nodiscard]] std::optional<std::string> finite_decimal(const Rational& value, int most = 40);

/// `value` rounded half away from zero to `digits` significant digits, as plain decimal text.
[[nodiscard]] std::string significant(const Rational& value, int digits = 10);

/// `value` rounded half away from zero to `decimals` places.
[[nodiscard]] Decimal rounded(const Rational& value, int decimals);

}  // namespace tieout::figure
