// Slips of the pen that one figure betrays beside the one that would fit.
#include "figure/digit_slip.hpp"

#include <doctest/doctest.h>

using tieout::figure::Decimal;
using tieout::figure::DigitSlip;

namespace {

DigitSlip slip(const char* stated, const char* fitting) {
  return tieout::figure::digit_slip(*Decimal::parse(stated), *Decimal::parse(fitting));
}

}  // namespace

TEST_CASE("two neighbouring digits that changed places") {
  CHECK(slip("643.91", "634.91") == DigitSlip::transposed);
  CHECK(slip("-12.05", "-21.05") == DigitSlip::transposed);
  CHECK(slip("1003.03", "1003.30") == DigitSlip::transposed);
  CHECK(slip("31", "13") == DigitSlip::transposed);
  CHECK(slip("28.43", "24.83") == DigitSlip::transposed);  // around the point
  CHECK(slip("643.91", "643.91") == DigitSlip::none);
  CHECK(slip("643.91", "631.94") == DigitSlip::none);  // no neighbours
  CHECK(slip("643.91", "654.91") == DigitSlip::none);  // other digits
  CHECK(slip("64.391", "643.91") == DigitSlip::none);  // the point is no digit
}

TEST_CASE("a digit that is lacking") {
  CHECK(slip("63.91", "643.91") == DigitSlip::dropped);
  CHECK(slip("643.1", "643.91") == DigitSlip::dropped);
  CHECK(slip("43.91", "643.91") == DigitSlip::dropped);
  CHECK(slip("643.9", "643.91") == DigitSlip::none);  // stated to fewer decimals
  CHECK(slip("64", "643") == DigitSlip::none);
  CHECK(slip("63.91", "643.92") == DigitSlip::none);
}

TEST_CASE("a digit that stands twice") {
  CHECK(slip("6443.91", "643.91") == DigitSlip::doubled);
  CHECK(slip("6643.91", "643.91") == DigitSlip::doubled);
  CHECK(slip("643.911", "643.91") == DigitSlip::doubled);
  CHECK(slip("6453.91", "643.91") == DigitSlip::none);
  CHECK(slip("643.910", "643.91") == DigitSlip::none);  // the same value
}

TEST_CASE("a digit that is another one") {
  const auto other = [](const char* stated, const char* fitting) {
    return tieout::figure::has_other_digit(*Decimal::parse(stated), *Decimal::parse(fitting));
  };
  CHECK(other("643.91", "643.71"));
  CHECK(other("943.91", "643.91"));
  CHECK(other("643.9", "643.91"));         // 643.90
  CHECK_FALSE(other("643.91", "643.91"));  // the same
  CHECK_FALSE(other("643.91", "634.91"));  // two of them
  CHECK_FALSE(other("43.91", "643.91"));
}
