// Decimals and rationals: text in and out, rounding.
#include "figure/exact.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <vector>

using tieout::figure::Decimal;
using tieout::figure::finite_decimal;
using tieout::figure::Integer;
using tieout::figure::power_of_ten;
using tieout::figure::Rational;
using tieout::figure::rounded;
using tieout::figure::significant;

namespace {

Rational ratio(long top, long bottom) { return Rational(Integer(top), Integer(bottom)); }

/// A decimal with up to 64 digits.
rc::Gen<Decimal> decimals() {
  return rc::gen::map(
      rc::gen::tuple(rc::gen::container<std::string>(rc::gen::inRange<char>('0', '9' + 1)),
                     rc::gen::inRange(0, 30), rc::gen::arbitrary<bool>()),
      [](std::tuple<std::string, int, bool> parts) {
        auto& [digits, scale, negative] = parts;
        digits.resize(std::min<std::size_t>(digits.size(), 34));
        digits.insert(0, "1");
        Integer coefficient(digits);
        return Decimal{negative ? Integer(-coefficient) : coefficient, scale};
      });
}

}  // namespace

TEST_CASE("decimal text is read exactly, trailing zeros kept") {
  struct {
    std::string_view text;
    std::string_view coefficient;
    int scale;
  } const cases[] = {
      {"0", "0", 0},
      {"1003.30", "100330", 2},
      {"-2.4", "-24", 1},
      {"+7", "7", 0},
      {"007", "7", 0},  // no octal
      {"0.57999999999999996", "57999999999999996", 17},
      {"-0.00", "0", 2},
      {"1e3", "1", -3},
      {"1.50E+2", "150", 0},
      {"25e-4", "25", 4},
      {"1e64", "1", -64},
      {"1e0000000000000000000000000000000000000000000000000000000000000000000005", "1", -5},
  };
  for (const auto& each : cases) {
    CAPTURE(each.text);
    const auto decimal = Decimal::parse(each.text);
    REQUIRE(decimal);
    CHECK(decimal->coefficient.str() == each.coefficient);
    CHECK(decimal->scale == each.scale);
  }
}

TEST_CASE("other text is no decimal") {
  for (const std::string_view text :
       {"",    "-",    "+",  ".",   ".5",    "5.", "1,003", " 1",  "1 ", "1.2.3",
        "--1", "0x10", "1e", "1e+", "1e5.0", "e5", "inf",   "nan", "１", "1_000"}) {
    CAPTURE(text);
    CHECK_FALSE(Decimal::parse(text));
  }
}

TEST_CASE("numbers that could explode are refused") {
  const std::string digits(64, '9');
  CHECK(Decimal::parse(digits)->coefficient.str() == digits);
  CHECK(Decimal::parse("9." + digits.substr(1)));
  CHECK_FALSE(Decimal::parse(digits + "9"));
  CHECK_FALSE(Decimal::parse("9." + digits));
  CHECK_FALSE(Decimal::parse(digits + ".9"));
  CHECK(Decimal::parse("1e-64"));
  CHECK_FALSE(Decimal::parse("1e65"));
  CHECK_FALSE(Decimal::parse("1e-65"));
  CHECK_FALSE(Decimal::parse("1e99999999999999999999999"));
  CHECK_FALSE(Decimal::parse(std::string(1'000'000, '1')));
}

TEST_CASE("decimals print with as many places as they are stated to") {
  CHECK(Decimal{100330, 2}.text() == "1003.30");
  CHECK(Decimal{-5, 2}.text() == "-0.05");
  CHECK(Decimal{0, 2}.text() == "0.00");
  CHECK(Decimal{7, 0}.text() == "7");
  CHECK(Decimal{185, -2}.text() == "18500");
  CHECK(Decimal{-185, -2}.text() == "-18500");
  CHECK(Decimal{185, -2}.rational() == 18500);
  CHECK(Decimal{-24, 1}.rational() == ratio(-12, 5));
}

TEST_CASE("decimals print and round alike where machine words end") {
  CHECK(Decimal{-9'223'372'036'854'775'807, 17}.text() == "-92.23372036854775807");
  CHECK(Decimal{9'223'372'036'854'775'807, 18}.text() == "9.223372036854775807");
  CHECK(Decimal{-1, 17}.text() == "-0.00000000000000001");
  CHECK(tieout::figure::rounded(ratio(-1, 3), 18).text() == "-0.333333333333333333");
  CHECK(tieout::figure::rounded(ratio(100, 3), 18).text() == "33.333333333333333333");
  CHECK(tieout::figure::rounded(ratio(1, 2), 0).text() == "1");
  CHECK(tieout::figure::rounded(ratio(-1, 2), 0).text() == "-1");
  CHECK(tieout::figure::rounded(ratio(1, 4'000'000'000'000'000'000), 18).text() ==
        "0.000000000000000000");
  CHECK(tieout::figure::rounded(ratio(1, 2'000'000'000'000'000'000), 18).text() ==
        "0.000000000000000001");
}

TEST_CASE("a tenth and two tenths are three tenths") {
  const Rational sum = Decimal::parse("0.1")->rational() + Decimal::parse("0.2")->rational();
  CHECK(sum == Decimal::parse("0.3")->rational());
  CHECK(finite_decimal(sum) == "0.3");
}

TEST_CASE("rationals that are finite decimals print as those, others do not") {
  CHECK(finite_decimal(ratio(1, 8)) == "0.125");
  CHECK(finite_decimal(ratio(-3, 20)) == "-0.15");
  CHECK(finite_decimal(18500) == "18500");
  CHECK(finite_decimal(0) == "0");
  CHECK_FALSE(finite_decimal(ratio(1, 3)));
  CHECK_FALSE(finite_decimal(ratio(35939, 100330)));
  CHECK(finite_decimal(power_of_ten(-40)) == "0." + std::string(39, '0') + "1");
  CHECK_FALSE(finite_decimal(power_of_ten(-41)));
  CHECK_FALSE(finite_decimal(ratio(1, 8), 2));
  CHECK_FALSE(finite_decimal(ratio(1, 625), 3));
}

TEST_CASE("significant digits") {
  CHECK(significant(ratio(35939, 100330)) == "0.3582079139");
  CHECK(significant(ratio(2, 3)) == "0.6666666667");
  CHECK(significant(ratio(-1, 3), 3) == "-0.333");
  CHECK(significant(ratio(200, 3), 2) == "67");
  CHECK(significant(ratio(20000, 3), 2) == "6700");
  CHECK(significant(ratio(1, 3000), 2) == "0.00033");
  CHECK(significant(0) == "0");
  CHECK(significant(1, 3) == "1.00");
  CHECK(significant(ratio(9996, 1000), 3) == "10.0");  // the carry adds no digit
  CHECK(significant(ratio(9996, 10000), 3) == "1.00");
  CHECK(significant(ratio(9994, 1000), 3) == "9.99");
  CHECK(significant(100, 3) == "100");
  CHECK(significant(ratio(999, 10), 3) == "99.9");
}

TEST_CASE("halves round away from zero") {
  CHECK(rounded(ratio(5, 2), 0).text() == "3");
  CHECK(rounded(ratio(-5, 2), 0).text() == "-3");
  CHECK(rounded(ratio(245, 100), 1).text() == "2.5");
  CHECK(rounded(ratio(2449, 1000), 1).text() == "2.4");
  CHECK(rounded(ratio(-1, 3), 2).text() == "-0.33");
  CHECK(rounded(1250, -2).text() == "1300");
  CHECK(rounded(-1250, -2).text() == "-1300");
  CHECK(rounded(49, -2).text() == "0");
}

TEST_CASE("powers of ten") {
  CHECK(power_of_ten(0) == 1);
  CHECK(power_of_ten(3) == 1000);
  CHECK(power_of_ten(-2) == ratio(1, 100));
}

TEST_CASE("decimal text survives the way there and back") {
  CHECK(rc::check([] {
    const Decimal decimal = *decimals();
    const auto again = Decimal::parse(decimal.text());
    RC_ASSERT(again.has_value());
    RC_ASSERT(again->coefficient == decimal.coefficient);
    RC_ASSERT(again->scale == decimal.scale);
    RC_ASSERT(finite_decimal(decimal.rational()).has_value());
    RC_ASSERT(Decimal::parse(*finite_decimal(decimal.rational()))->rational() ==
              decimal.rational());
  }));
}

TEST_CASE("rounding moves by half a step at most, and a second time by nothing") {
  CHECK(rc::check([] {
    const auto bottom = *rc::gen::inRange(1, 1'000'000);
    const Rational value = (*decimals()).rational() / bottom;
    const int places = *rc::gen::inRange(-5, 12);
    const Decimal once = rounded(value, places);
    RC_ASSERT(abs(once.rational() - value) * 2 <= power_of_ten(-places));
    RC_ASSERT(rounded(once.rational(), places).text() == once.text());
    const std::string printed = significant(value, 10);
    RC_ASSERT(significant(Decimal::parse(printed)->rational(), 10) == printed);
  }));
}

TEST_CASE("decimals add and multiply as numbers do") {
  CHECK(rc::check([] {
    const Rational a = (*decimals()).rational();
    const Rational b = (*decimals()).rational();
    const Rational c = (*decimals()).rational();
    RC_ASSERT(a + b == b + a);
    RC_ASSERT((a + b) + c == a + (b + c));
    RC_ASSERT(a * (b + c) == a * b + a * c);
    RC_ASSERT((a * b) * c == a * (b * c));
    RC_ASSERT(a - a == 0);
    RC_ASSERT((a + b) - b == a);
  }));
}
