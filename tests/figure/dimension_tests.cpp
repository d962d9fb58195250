// The algebra of dimensions.
#include "figure/unit.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <vector>

using tieout::figure::Dimension;
using Kind = tieout::figure::Dimension::Kind;

namespace {

const Dimension any;
const Dimension count(Kind::count);
const Dimension ratio(Kind::ratio);
const Dimension neutral(Kind::neutral);
const Dimension stated(Kind::stated);
const Dimension money = Dimension::base("money");
const Dimension area = Dimension::base("area");

rc::Gen<Dimension> physical() {
  return rc::gen::map(
      rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 6)),
      [](const std::vector<int>& steps) {
        Dimension result = count;
        for (const int step : steps) {
          const Dimension& base = step % 3 == 0 ? money : step % 3 == 1 ? area : count;
          result = step < 3 ? Dimension::product(result, base) : Dimension::quotient(result, base);
        }
        return result;
      });
}

}  // namespace

TEST_CASE("values of one dimension fit, of different ones do not") {
  CHECK(Dimension::fit(money, Dimension::base("money")));
  CHECK(Dimension::fit(count, count));
  CHECK_FALSE(Dimension::fit(money, area));
  CHECK_FALSE(Dimension::fit(money, count));
  CHECK_FALSE(Dimension::fit(money, ratio));
  CHECK_FALSE(Dimension::fit(count, ratio));
  CHECK_FALSE(Dimension::fit(money, neutral));
}

TEST_CASE("zero and what a narrative states fit everything, a quotient of counts fits two") {
  for (const Dimension& each : {any, count, ratio, neutral, stated, money}) {
    CHECK(Dimension::fit(any, each));
    CHECK(Dimension::fit(each, stated));
  }
  CHECK(Dimension::fit(neutral, count));
  CHECK(Dimension::fit(ratio, neutral));
}

TEST_CASE("a sum has the more definite dimension") {
  CHECK(Dimension::joined(any, money) == money);
  CHECK(Dimension::joined(money, any) == money);
  CHECK(Dimension::joined(stated, money) == money);
  CHECK(Dimension::joined(any, stated) == stated);
  CHECK(Dimension::joined(neutral, ratio) == ratio);
  CHECK(Dimension::joined(money, money) == money);
}

TEST_CASE("a quotient of counts less 1 can still be compared with a percentage") {
  CHECK(Dimension::fit(Dimension::joined(neutral, count), ratio));
  CHECK(Dimension::fit(Dimension::joined(count, neutral), ratio));
}

TEST_CASE("counts, ratios and their quotients change nothing in products and quotients") {
  for (const Dimension& each : {count, ratio, neutral}) {
    CHECK(Dimension::product(money, each) == money);
    CHECK(Dimension::product(each, money) == money);
    CHECK(Dimension::quotient(money, each) == money);
  }
  CHECK(Dimension::product(count, count) == count);
  CHECK(Dimension::product(ratio, ratio) == ratio);
  CHECK(Dimension::product(count, ratio) == neutral);
  CHECK(Dimension::quotient(count, count) == neutral);
  CHECK(Dimension::quotient(ratio, ratio) == neutral);
}

TEST_CASE("a share of money is a ratio, money by area is neither") {
  CHECK(Dimension::quotient(money, money) == ratio);
  const Dimension price = Dimension::quotient(money, area);
  CHECK_FALSE(Dimension::fit(price, money));
  CHECK(Dimension::product(price, area) == money);
  CHECK(Dimension::quotient(money, price) == area);
  CHECK(Dimension::quotient(price, price) == ratio);
}

TEST_CASE("products with zero are zero, products with what is stated are known with the report") {
  CHECK(Dimension::product(any, money) == any);
  CHECK(Dimension::quotient(any, stated) == any);
  CHECK(Dimension::product(money, stated) == stated);
  CHECK(Dimension::quotient(stated, stated) == stated);
}

TEST_CASE("dimensions are named") {
  CHECK(money.text() == "money");
  CHECK(count.text() == "count");
  CHECK(ratio.text() == "ratio");
  CHECK(neutral.text() == "number");
  CHECK(any.text() == "any");
  CHECK(stated.text() == "stated");
  CHECK(Dimension::quotient(money, area).text() == "money/area");
  CHECK(Dimension::product(money, Dimension::product(area, area)).text() == "area^2·money");
  CHECK(Dimension::quotient(count, money).text() == "1/money");
}

TEST_CASE("dimensions of a unit file are read") {
  CHECK(Dimension::parse("money") == money);
  CHECK(Dimension::parse("count") == count);
  CHECK(Dimension::parse("ratio") == ratio);
  CHECK(Dimension::parse("money/area") == Dimension::quotient(money, area));
  for (const std::string_view text : {"", "/", "money/", "/area", "money/area/area"}) {
    CAPTURE(text);
    CHECK_FALSE(Dimension::parse(text));
  }
}

TEST_CASE("multiplying and dividing dimensions undo each other") {
  CHECK(rc::check([] {
    const Dimension a = *physical();
    const Dimension b = *physical();
    const Dimension c = *physical();
    RC_ASSERT(Dimension::product(a, b) == Dimension::product(b, a));
    if (a.kind() == Kind::physical && b.kind() == Kind::physical && c.kind() == Kind::physical) {
      RC_ASSERT(Dimension::product(a, Dimension::product(b, c)).powers() ==
                Dimension::product(Dimension::product(a, b), c).powers());
    }
    RC_ASSERT(Dimension::fit(Dimension::quotient(Dimension::product(a, b), b), a) ||
              a.kind() != Kind::physical);
    RC_ASSERT(Dimension::fit(a, a));
    RC_ASSERT(Dimension::fit(a, b) == Dimension::fit(b, a));
  }));
}
