// Quantiles by rank.
#include "check/quantile.hpp"
#include "world.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace tieout;
using namespace tieout::testing;

TEST_CASE("the rank of a fraction is the first that so many are not above") {
  using figure::Rational;
  const auto rank = [](int percent, std::size_t members) {
    return check::rank_of(Rational(percent) / 100, members);
  };
  CHECK(rank(0, 10) == 0);
  CHECK(rank(10, 10) == 0);
  CHECK(rank(11, 10) == 1);
  CHECK(rank(50, 10) == 4);
  CHECK(rank(50, 11) == 5);
  CHECK(rank(95, 20) == 18);
  CHECK(rank(96, 20) == 19);
  CHECK(rank(100, 10) == 9);
  CHECK(rank(100, 1) == 0);
  // Against the definition.
  for (std::size_t members = 1; members < 40; ++members) {
    for (int percent = 0; percent <= 100; ++percent) {
      std::size_t first = 0;
      while ((first + 1) * 100 < static_cast<std::size_t>(percent) * members) ++first;
      REQUIRE(rank(percent, members) == first);
    }
  }
}

TEST_CASE("a quantile is one of the members") {
  const auto over = [](const std::string& fraction, const std::string& bound) {
    return verdict_of("quantile(spending.total, " + fraction + ") = " + bound, R"({"spending": [
        {"unit": "甲", "total": 4.00}, {"unit": "乙", "total": 1.00}, {"unit": "丙", "total": 3.00},
        {"unit": "丁", "total": 2.00} ]})");
  };
  CHECK(over("0%", "1 万元").starts_with("holds"));
  CHECK(over("25%", "1 万元").starts_with("holds"));
  CHECK(over("26%", "2 万元").starts_with("holds"));
  CHECK(over("50%", "2 万元").starts_with("holds"));
  CHECK(over("100%", "4 万元").starts_with("holds"));
  CHECK(over("50%", "2.5 万元").starts_with("fails 2万元 2.5万元"));
}

TEST_CASE("members whose intervals overlap: it may be any of them") {
  const auto over = [](const std::string& bound) {
    return verdict_of("quantile(spending.total, 50%) <= " + bound, R"({"spending": [
        {"unit": "甲", "total": {"value": "10", "unit": "万元", "decimals": 0}},
        {"unit": "乙", "total": {"value": "10.2", "unit": "万元", "decimals": 1}},
        {"unit": "丙", "total": {"value": "20", "unit": "万元", "decimals": 0}} ]})");
  };
  // The middle one is 乙 at 10.15 to 10.25 or 甲 at up to 10.5.
  CHECK(over("10.2 万元").starts_with("holds"));
  CHECK(over("10.16 万元").starts_with("rounding"));
  CHECK(over("10.1 万元").starts_with("fails"));
}

TEST_CASE("`present` leaves out of a quantile what cannot be told") {
  const std::string data = R"({"spending": [
      {"unit": "甲", "total": 4.00, "basic": 1.00}, {"unit": "乙", "total": 0.00, "basic": 1.00},
      {"unit": "丙", "basic": 1.00} ]})";
  CHECK(verdict_of("quantile(present spending.basic / spending.total, 50%) = 25%", data)
            .starts_with("holds"));
  CHECK(verdict_of("quantile(spending.basic / spending.total, 50%) = 25%", data)
            .starts_with("undecided"));
}
