// Rationals of one word or many, against those of Boost, which have one form only.
#include "figure/rational.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cstdint>
#include <limits>
#include <sstream>
#include <stdexcept>
#include <vector>

using tieout::figure::Integer;
using tieout::figure::Rational;

namespace {

using Judge = boost::multiprecision::cpp_rational;

constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();

/// Small, about 32 bits, at the ends of a word and beyond it: where forms change.
rc::Gen<Integer> integers() {
  return rc::gen::apply(
      [](int kind, std::int64_t word, int small) -> Integer {
        switch (kind) {
          case 0:
            return small;
          case 1:
            return word;
          case 2:
            return word >> 32;
          case 3:
            return Integer(most) + small;
          case 4:
            return -Integer(most) + small;
          default:
            return Integer(word) * word + small;
        }
      },
      rc::gen::inRange(0, 6), rc::gen::arbitrary<std::int64_t>(), rc::gen::inRange(-3, 4));
}

struct Pair {
  Rational value;
  Judge truth;
};

Pair made(const Integer& top, const Integer& bottom) {
  const Integer below = bottom == 0 ? Integer(1) : bottom;
  return {Rational(top, below), Judge(Judge(top.str()) / Judge(below.str()))};
}

Pair some() { return made(*integers(), *integers()); }

void agree(const Rational& value, const Judge& truth) {
  RC_ASSERT(value.str() == truth.str());
  RC_ASSERT(numerator(value).str() == Judge(numerator(truth)).str());
  RC_ASSERT(denominator(value).str() == Judge(denominator(truth)).str());
  // One form a value: equal however it was come by.
  RC_ASSERT(value == Rational(numerator(value), denominator(value)));
}

}  // namespace

TEST_CASE("rationals of any size calculate as Boost's do") {
  CHECK(rc::check([] {
    const Pair a = some();
    const Pair b = some();
    agree(a.value + b.value, a.truth + b.truth);
    agree(a.value - b.value, a.truth - b.truth);
    agree(a.value * b.value, a.truth * b.truth);
    if (b.truth != 0) agree(a.value / b.value, a.truth / b.truth);
    agree(-a.value, -a.truth);
    agree(abs(a.value), abs(a.truth));
    RC_ASSERT((a.value < b.value) == (a.truth < b.truth));
    RC_ASSERT((a.value > b.value) == (a.truth > b.truth));
    RC_ASSERT((a.value == b.value) == (a.truth == b.truth));
  }));
}

TEST_CASE("a long calculation goes beyond a word and comes back") {
  CHECK(rc::check([] {
    Pair total = some();
    std::vector<Pair> added;
    for (int i = 0; i < 8; ++i) {
      added.push_back(some());
      total.value += added.back().value;
      total.truth += added.back().truth;
    }
    agree(total.value, total.truth);
    for (const Pair& each : added) {
      total.value -= each.value;
      total.truth -= each.truth;
    }
    agree(total.value, total.truth);
  }));
}

TEST_CASE("the ends of a word") {
  CHECK((Rational(most) + 1).str() == "9223372036854775808");
  CHECK((Rational(most) + 1 - 1).int64() == most);
  CHECK((-Rational(most)).int64() == -most);
  CHECK_FALSE((-Rational(most) - 1).int64());
  CHECK((-Rational(most) - 1).str() == "-9223372036854775808");
  CHECK(Rational(std::numeric_limits<std::int64_t>::min()) == -Rational(most) - 1);
  CHECK(-Rational(std::numeric_limits<std::int64_t>::min()) == Rational(most) + 1);
  CHECK(Rational(std::numeric_limits<std::uint64_t>::max()).str() == "18446744073709551615");
  CHECK((Rational(most) * most / most).int64() == most);
  CHECK(Rational(1, most) * most == 1);
  CHECK((Rational(1, most) / 2).str() == "1/18446744073709551614");
  CHECK(Rational(-1, most) < Rational(1, most));
  CHECK(Rational(most, 3) > Rational(most - 1, 3));
}

TEST_CASE("rationals are in lowest terms, with the sign above the line") {
  CHECK(Rational(6, -4).str() == "-3/2");
  CHECK(Rational(0, -4).str() == "0");
  CHECK(Rational(Integer(6), Integer(-4)).str() == "-3/2");
  CHECK((Rational(1, 6) + Rational(1, 3)).str() == "1/2");
  CHECK((Rational(1, 6) - Rational(1, 6)).int64() == 0);
  CHECK((Rational(2, 3) / Rational(-4, 3)).str() == "-1/2");
  CHECK_FALSE(Rational(1, 2).int64());
  CHECK(Rational(-7, 2).words()->top == -7);
  CHECK(Rational(-7, 2).words()->bottom == 2);
  CHECK_FALSE((Rational(most) * 2).words());
  std::ostringstream out;
  out << Rational(-7, 2);
  CHECK(out.str() == "-7/2");
}

TEST_CASE("a copy is a value of its own") {
  Rational big = Rational(most) * 4;
  Rational copy = big;
  copy += 1;
  CHECK(big.str() == "36893488147419103228");
  CHECK(copy.str() == "36893488147419103229");
  copy = 3;
  CHECK(copy.int64() == 3);
  copy = big;
  CHECK(copy == big);
  const Rational taken = std::move(big);
  CHECK(taken == copy);
}

TEST_CASE("nothing is divided by zero") {
  CHECK_THROWS_AS(Rational(1) / 0, std::overflow_error);
  CHECK_THROWS_AS(Rational(Integer(1), Integer(0)), std::overflow_error);
}
