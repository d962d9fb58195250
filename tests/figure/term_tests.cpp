// Arithmetic over stated figures: exact values, intervals, forms, dimensions and units.
#include "figure/term.hpp"

#include "figures.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <utility>

using tieout::figure::absolute;
using tieout::figure::Dimension;
using tieout::figure::FigureId;
using tieout::figure::greatest;
using tieout::figure::Interval;
using tieout::figure::least;
using tieout::figure::Linear;
using tieout::figure::may_be_wide;
using tieout::figure::negated;
using tieout::figure::Operands;
using tieout::figure::Rational;
using tieout::figure::rounded;
using tieout::figure::Rounding;
using tieout::figure::Term;
using tieout::figure::values;
using tieout::figure::test::Check;
using tieout::figure::test::figure_at;
using tieout::figure::test::rational;
using tieout::figure::test::unit;
using tieout::figure::test::units;
using Kind = tieout::figure::Dimension::Kind;

namespace {

void check_range(const Interval& range, std::string_view lo, std::string_view hi) {
  CHECK(range.lo == rational(lo));
  CHECK(range.hi == rational(hi));
}

}  // namespace

TEST_CASE("a figure is identified by its place") {
  Operands operands;
  const FigureId first = operands.add(figure_at("359.39万元", 141));
  CHECK(operands.add(figure_at("359.39万元", 141)) == first);
  CHECK(operands.add(figure_at("359.39万元", 493)) != first);
  CHECK(operands.size() == 2);
  CHECK(operands.base(first) == 3593900);
  CHECK(operands.half_step(first) == 50);
  CHECK(operands[first].raw == "359.39万元");
}

TEST_CASE("another reading of a place, and a figure without one, are figures of their own") {
  Operands operands;
  const FigureId amount = operands.add(figure_at("21.5万元", 559));
  CHECK(operands.add(figure_at("-21.5万元", 559)) != amount);
  auto nowhere = figure_at("21.5万元", 559);
  nowhere.place = {};
  CHECK(operands.add(nowhere) != operands.add(nowhere));
}

TEST_CASE("a stated figure") {
  Check check;
  const Term term = check.stated("359.39万元");
  CHECK(term.exact == 3593900);
  check_range(term.range, "3593850", "3593950");
  CHECK(term.single == FigureId{0});
  CHECK(term.linear->coefficients.at(0) == 1);
  CHECK_FALSE(term.approximate);
  CHECK(term.dimension == Dimension::base("money"));
  CHECK(term.unit == &unit("万元"));
  CHECK(check.stated("约5万元").approximate);
}

TEST_CASE("sums collect like figures") {
  Check check;
  const Term a = check.stated("10.0元");
  const Term b = check.stated("4.0元");
  const Term sum = check.sum(check.difference(a, b), check.sum(a, b));
  CHECK(sum.exact == 20);
  CHECK(sum.linear->coefficients.size() == 1);
  CHECK(sum.linear->coefficients.at(0) == 2);
  check_range(sum.range, "19.9", "20.1");
  CHECK_FALSE(sum.single);
  const Term nothing = check.difference(a, a);
  CHECK(nothing.linear->coefficients.empty());
  check_range(nothing.range, "0", "0");
}

TEST_CASE("a long sum moves along") {
  Check check;
  Term total = Check::literal("0元");
  for (int i = 0; i < 1000; ++i) {
    total = tieout::figure::sum(std::move(total), check.stated("0.01元"), check.operands());
  }
  CHECK(total.exact == 10);
  CHECK(total.linear->coefficients.size() == 1000);
  check_range(total.range, "5", "15");
}

TEST_CASE("multiples by constants and counts stay linear") {
  Check check;
  const Term a = check.stated("10.0元");
  const Term people = check.stated("4人");
  const Term twice = check.product(Check::literal("-2"), a);
  CHECK(twice.linear->coefficients.at(0) == -2);
  check_range(twice.range, "-20.1", "-19.9");
  const Term each = check.quotient(a, people);
  CHECK(each.exact == rational("2.5"));
  CHECK(each.linear->coefficients.at(0) == rational("0.25"));
  CHECK(each.unit == &unit("元"));
  const Term nothing = check.product(a, Check::literal("0"));
  CHECK(nothing.linear == Linear{});
  CHECK_FALSE(may_be_wide(nothing));
}

TEST_CASE("a quotient of linear forms keeps its form and the exact range") {
  Check check;
  const Term current = check.stated("0.50元");
  const Term prior = check.stated("0.62元");
  const Term growth = check.quotient(check.difference(current, prior), prior);
  REQUIRE(growth.quotient);
  CHECK(growth.exact == rational("-12/62"));
  check_range(growth.range, "-130/625", "-110/615");  // -20.80% to -17.89%
  CHECK_FALSE(may_be_wide(growth));
  CHECK(growth.dimension.kind() == Kind::ratio);
}

TEST_CASE("a / b - 1, 1 - a / b and a / b x 100% stay quotients") {
  Check check;
  const Term a = check.stated("0.50元");
  const Term b = check.stated("0.62元");
  const Term share = check.quotient(a, b);
  const Term one = Check::literal("100%");
  const Term growth = check.difference(share, one);
  REQUIRE(growth.quotient);
  check_range(values(growth, check.operands()), "-130/625", "-110/615");
  const Term rest = check.difference(one, share);
  REQUIRE(rest.quotient);
  check_range(values(rest, check.operands()), "110/615", "130/625");
  const Term percent = check.product(share, one);
  REQUIRE(percent.quotient);
  check_range(percent.range, "495/625", "505/615");
  const Term turned = check.quotient(Check::literal("2"), share);
  REQUIRE(turned.quotient);
  check_range(turned.range, "1230/505", "1250/495");
  CHECK(negated(share).quotient);
}

TEST_CASE("quotients over one denominator add up") {
  Check check;
  const Term whole = check.stated("10.0元");
  const Term a = check.stated("6.0元");
  const Term b = check.stated("4.0元");
  const Term sum = check.sum(check.quotient(a, whole), check.quotient(b, whole));
  REQUIRE(sum.quotient);
  CHECK(sum.exact == 1);
  check_range(values(sum, check.operands()), "9.90/10.05", "10.10/9.95");
  const Term rest = check.quotient(check.difference(whole, a), whole);
  const Term nothing =
      check.difference(check.sum(check.quotient(a, whole), rest), Check::literal("100%"));
  check_range(values(nothing, check.operands()), "0", "0");
  CHECK_FALSE(may_be_wide(nothing));
}

TEST_CASE("a divisor below zero") {
  Check check;
  const Term a = check.stated("6.0元");
  const Term b = check.stated("-4.0元");
  const Term growth = check.quotient(check.difference(a, b), b);
  CHECK(growth.exact == rational("-2.5"));
  check_range(growth.range, "-10/3.95", "-10/4.05");
}

TEST_CASE("nothing is divided by zero, nor by what may be zero") {
  Check check;
  const Term a = check.stated("6.0元");
  const auto divide = [&](const Term& by) {
    return tieout::figure::quotient(a, by, check.operands());
  };
  CHECK_FALSE(divide(Check::literal("0")));
  CHECK_FALSE(divide(check.zero(unit("元"))));
  CHECK_FALSE(divide(check.stated("0.0元")));
  CHECK_FALSE(divide(check.difference(a, check.stated("6.1元"))));
  CHECK(divide(check.stated("0.1元")));
  CHECK(divide(check.sum(check.difference(a, a), check.stated("0.1元"))));  // a - a is zero
}

TEST_CASE("products of figures are intervals") {
  Check check;
  const Term a = check.stated("2.0元");
  const Term b = check.stated("30%");
  const Term product = check.product(a, b);
  CHECK_FALSE(product.linear);
  CHECK_FALSE(product.quotient);
  CHECK_FALSE(may_be_wide(product));
  CHECK(product.exact == rational("0.6"));
  check_range(product.range, "0.57525", "0.62525");
  CHECK(product.unit == &unit("元"));
  const Term square = check.product(a, a);
  CHECK(may_be_wide(square));
  CHECK(may_be_wide(check.difference(product, a)));
  CHECK_FALSE(may_be_wide(check.difference(product, check.stated("1元"))));
}

TEST_CASE("absolute values") {
  Check check;
  const Term plus = check.stated("0.3元");
  const Term minus = check.stated("-0.3元");
  const Term around = check.stated("0.0元");
  CHECK(absolute(plus).linear);
  CHECK(absolute(plus).single);
  CHECK(absolute(minus).exact == rational("0.3"));
  CHECK(absolute(minus).linear->coefficients.at(1) == -1);
  CHECK_FALSE(absolute(around).linear);
  check_range(absolute(check.difference(around, Check::literal("0.02元"))).range, "0", "0.07");
  CHECK_FALSE(may_be_wide(absolute(around)));
}

TEST_CASE("the least and the greatest") {
  Check check;
  const Term low = check.stated("1.0元");
  const Term near = check.stated("1.1元");
  const Term high = check.stated("2.0元");
  CHECK(least(low, high).single == low.single);
  CHECK(greatest(low, high).single == high.single);
  CHECK(least(high, low).single == low.single);
  CHECK(greatest(high, low).single == high.single);
  const Term wavering = greatest(check.sum(low, low), high);
  CHECK(wavering.exact == 2);
  check_range(wavering.range, "1.95", "2.1");
  CHECK_FALSE(wavering.linear);
  CHECK_FALSE(may_be_wide(wavering));
  CHECK(may_be_wide(least(check.sum(low, low), check.sum(low, near))));  // low stands in both
  CHECK(greatest(low, check.stated("约3元")).approximate);
}

TEST_CASE("rounding") {
  Check check;
  const Term a = check.stated("2.46元");
  CHECK(rounded(a, Rounding::nearest, 1, unit("元")).exact == rational("2.5"));
  CHECK(rounded(a, Rounding::down, 1, unit("元")).exact == rational("2.4"));
  CHECK(rounded(a, Rounding::up, 1, unit("元")).exact == rational("2.5"));
  CHECK(rounded(negated(a), Rounding::down, 1, unit("元")).exact == rational("-2.5"));
  CHECK(rounded(negated(a), Rounding::up, 1, unit("元")).exact == rational("-2.4"));
  CHECK(rounded(negated(a), Rounding::nearest, 0, unit("元")).exact == -2);
  CHECK(rounded(a, Rounding::nearest, 1, unit("元")).linear);  // 2.5 all over the interval
  CHECK(rounded(check.stated("12345元"), Rounding::nearest, 0, unit("万元")).exact == 10000);
  CHECK(rounded(Check::literal("2.5元"), Rounding::down, 1, unit("元")).exact == rational("2.5"));
  const Term edge = rounded(check.stated("2.45元"), Rounding::nearest, 1, unit("元"));
  check_range(edge.range, "2.4", "2.5");
  CHECK(may_be_wide(edge));  // 2.4 or 2.5, nothing between
}

TEST_CASE("results know their dimension and the unit to print them in") {
  Check check;
  const Term money = check.stated("10.0万元");
  const Term more = check.stated("5元");
  const Term people = check.stated("30人");
  const Term share = check.stated("50%");
  const Term bare = Check::literal("2");
  CHECK(check.sum(money, more).unit == &unit("万元"));
  CHECK(check.sum(Check::literal("0"), people).unit == &unit("人"));
  CHECK(check.product(bare, people).unit == &unit("人"));
  CHECK(check.quotient(money, more).unit == nullptr);
  CHECK(check.quotient(money, more).dimension.kind() == Kind::ratio);
  CHECK(check.quotient(people, check.stated("20人")).unit == nullptr);
  CHECK(check.quotient(people, check.stated("20人")).dimension.kind() == Kind::neutral);
  CHECK(check.product(people, share).unit == &unit("人"));
  CHECK(check.product(share, bare).unit == &unit("%"));
  CHECK(check.quotient(money, people).unit == &unit("万元"));
  const Term price = check.quotient(money, check.stated("100.0平方米"));
  CHECK(price.unit == nullptr);
  CHECK(price.dimension.text() == "money/area");
  Term blank = check.zero(unit("万元"));
  blank.dimension = Dimension();
  CHECK(check.sum(blank, money).dimension == Dimension::base("money"));
  CHECK(check.sum(blank, blank).unit == &unit("万元"));
}
