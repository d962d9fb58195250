// Deciding comparisons: every row of the semantics' tables, and what stands in its text.
#include "figure/relation.hpp"

#include "figures.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

using tieout::figure::Decision;
using tieout::figure::Rational;
using tieout::figure::Relation;
using tieout::figure::Term;
using tieout::figure::Tolerance;
using tieout::figure::Verdict;
using tieout::figure::test::Check;
using tieout::figure::test::rational;
using tieout::figure::test::unit;
using Why = tieout::figure::Decision::Why;

namespace {

Decision decide(const Check& check, Relation relation, const Term& left, const Term& right,
                const std::optional<Tolerance>& tolerance = std::nullopt) {
  return tieout::figure::decide(relation, left, right, tolerance, check.operands());
}

Verdict verdict(const Check& check, Relation relation, const Term& left, const Term& right,
                const std::optional<Tolerance>& tolerance = std::nullopt) {
  return decide(check, relation, left, right, tolerance).verdict;
}

/// total = the sum of the parts.
Decision total(std::string_view stated, const std::vector<std::string_view>& parts) {
  Check check;
  const Term left = check.stated(stated);
  Term right = check.stated(parts.front());
  for (std::size_t i = 1; i < parts.size(); ++i) right = check.sum(right, check.stated(parts[i]));
  return decide(check, Relation::equal, left, right);
}

/// percent = part / whole.
Decision share(std::string_view percent, std::string_view part, std::string_view whole) {
  Check check;
  const Term left = check.stated(percent);
  return decide(check, Relation::equal, left,
                check.quotient(check.stated(part), check.stated(whole)));
}

/// percent = (current - prior) / prior.
Decision growth(std::string_view percent, std::string_view current, std::string_view prior) {
  Check check;
  const Term left = check.stated(percent);
  const Term now = check.stated(current);
  const Term before = check.stated(prior);
  return decide(check, Relation::equal, left,
                check.quotient(check.difference(now, before), before));
}

}  // namespace

TEST_CASE("a sum that rounding explains, and one that it does not") {
  const Decision near = total("359.39万元", {"283.54万元", "23.88万元", "51.98万元"});
  CHECK(near.verdict == Verdict::rounding);
  CHECK(near.left == 3593900);
  CHECK(near.right == 3594000);
  CHECK(near.difference == -100);
  CHECK(near.allowed == Rational(200));  // four figures, 0.005万元 each
  const Decision far = total("359.39万元", {"283.54万元", "23.88万元", "52.01万元"});
  CHECK(far.verdict == Verdict::fails);
  CHECK(far.difference == -400);
  CHECK(far.allowed == Rational(200));
}

TEST_CASE("a stated percentage beside the share") {
  CHECK(share("36%", "359.39万元", "1003.3万元").verdict == Verdict::holds);
  CHECK(share("35%", "359.39万元", "1003.3万元").verdict == Verdict::fails);
  CHECK(share("35.83%", "359.39万元", "1003.30万元").verdict == Verdict::fails);
  CHECK(share("35.82%", "359.39万元", "1003.30万元").verdict == Verdict::holds);
}

TEST_CASE("growth, where the prior figure stands twice") {
  const Decision decrease = growth("-21.1%", "0.50万元", "0.62万元");
  CHECK(decrease.verdict == Verdict::fails);
  CHECK(growth("-20.8%", "0.50万元", "0.62万元").verdict == Verdict::rounding);
  CHECK(growth("-19.4%", "0.50万元", "0.62万元").verdict == Verdict::holds);
  CHECK(growth("-17.8%", "0.50万元", "0.62万元").verdict == Verdict::fails);
  CHECK(growth("22.22%", "0.62万元", "0.50万元").verdict == Verdict::rounding);
  // The stated -21.1% reaches up to -21.05%, the growth down to -20.80%.
  CHECK(decrease.allowed == rational("-0.0025") - decrease.difference);
  const Decision smaller = growth("-17.8%", "0.50万元", "0.62万元");  // -17.85% down to -110/615
  CHECK(smaller.allowed == smaller.difference - (rational("-0.1785") + rational("110/615")));
}

TEST_CASE("counts are exact") {
  Check check;
  CHECK(verdict(check, Relation::less_equal, check.stated("13人"), check.stated("11个")) ==
        Verdict::fails);
  CHECK(verdict(check, Relation::less_equal, check.stated("11人"), check.stated("11个")) ==
        Verdict::holds);
  CHECK(total("30个", {"9个", "22个"}).verdict == Verdict::fails);
  CHECK(total("30个", {"9个", "22个"}).allowed == Rational(0));
  CHECK(total("30个", {"9个", "21个"}).verdict == Verdict::holds);
  CHECK(total("1.85万册", {"9000册", "9460册"}).verdict == Verdict::holds);  // within the 万
}

TEST_CASE("above 95% is not met by 95%") {
  Check check;
  const Term actual = check.stated("95%");
  const Term bound = Check::literal("95%");
  CHECK(verdict(check, Relation::greater, actual, bound) == Verdict::fails);
  CHECK(verdict(check, Relation::less, actual, bound) == Verdict::fails);
  CHECK(verdict(check, Relation::greater_equal, actual, bound) == Verdict::holds);
  CHECK(verdict(check, Relation::greater, check.stated("95.01%"), bound) == Verdict::holds);
  CHECK_FALSE(decide(check, Relation::greater, actual, bound).allowed);
}

TEST_CASE("a blank that means zero is a point") {
  Check check;
  const Term sum = check.sum(check.sum(check.stated("3.58万元"), check.zero(unit("万元"))),
                             check.zero(unit("万元")));
  const Decision decision = decide(check, Relation::equal, check.stated("3.56万元"), sum);
  CHECK(decision.verdict == Verdict::fails);
  CHECK(decision.allowed == Rational(100));  // two figures, not four
}

TEST_CASE("one figure, written with fewer digits, is the same") {
  Check check;
  CHECK(verdict(check, Relation::equal, check.stated("1003.3万元"), check.stated("1003.30万元")) ==
        Verdict::holds);
  CHECK(verdict(check, Relation::equal, check.stated("1003万元"), check.stated("1003.30万元")) ==
        Verdict::holds);
  CHECK(verdict(check, Relation::equal, check.stated("1003.30万元"), check.stated("1003万元")) ==
        Verdict::holds);
  CHECK(verdict(check, Relation::equal, check.stated("0.10亿元"), check.stated("1003.30万元")) ==
        Verdict::holds);
  CHECK(verdict(check, Relation::equal, check.stated("1004万元"), check.stated("1003.30万元")) ==
        Verdict::fails);
  CHECK(verdict(check, Relation::equal, check.stated("158.39万元"), check.stated("164.90万元")) ==
        Verdict::fails);
}

TEST_CASE("two figures that only meet at the ends of their intervals") {
  Check check;
  CHECK(verdict(check, Relation::equal, check.stated("1.00元"), check.stated("1.01元")) ==
        Verdict::rounding);
  CHECK(verdict(check, Relation::equal, check.stated("1.00元"), check.stated("1.02元")) ==
        Verdict::fails);
}

TEST_CASE("inequalities hold exactly, or by rounding, or fail") {
  Check check;
  const auto compare = [&](std::string_view left, std::string_view right) {
    return verdict(check, Relation::less_equal, check.stated(left), check.stated(right));
  };
  CHECK(compare("1.00元", "1.00元") == Verdict::holds);
  CHECK(compare("1.01元", "1.00元") == Verdict::rounding);
  CHECK(compare("1.02元", "1.00元") == Verdict::fails);
  CHECK(verdict(check, Relation::greater_equal, check.stated("1.00元"), check.stated("1.01元")) ==
        Verdict::rounding);
  CHECK(verdict(check, Relation::greater_equal, check.stated("1.00元"), check.stated("1.02元")) ==
        Verdict::fails);
}

TEST_CASE("a quotient against a bound") {
  Check check;
  const Term rate = check.quotient(check.stated("100.1万元"), check.stated("100.0万元"));
  CHECK(verdict(check, Relation::less_equal, rate, Check::literal("100%")) == Verdict::rounding);
  CHECK(verdict(check, Relation::less_equal, rate, Check::literal("99.9%")) == Verdict::fails);
  CHECK(verdict(check, Relation::less_equal, rate, Check::literal("101%")) == Verdict::holds);
  CHECK(verdict(check, Relation::greater_equal, Check::literal("100%"), rate) == Verdict::rounding);
}

TEST_CASE("strict equality takes no rounding") {
  Check check;
  const Term a = check.stated("36%");
  const Term b = check.quotient(check.stated("359.39万元"), check.stated("1003.3万元"));
  CHECK(verdict(check, Relation::identical, a, b) == Verdict::fails);
  CHECK(verdict(check, Relation::different, a, b) == Verdict::holds);
  CHECK(verdict(check, Relation::identical, a, Check::literal("36%")) == Verdict::holds);
  CHECK(verdict(check, Relation::different, a, Check::literal("36%")) == Verdict::fails);
}

TEST_CASE("within is on exact values") {
  Check check;
  const Term a = check.stated("101.00元");
  const Term b = check.stated("100.00元");
  const Tolerance one = {rational("1"), false};
  const Tolerance percent = {rational("0.01"), true};
  const Tolerance less = {rational("0.999"), false};
  CHECK(verdict(check, Relation::equal, a, b, one) == Verdict::holds);
  CHECK(verdict(check, Relation::equal, b, a, one) == Verdict::holds);
  CHECK(verdict(check, Relation::equal, a, b, less) == Verdict::fails);  // no rounding beside it
  CHECK(verdict(check, Relation::equal, a, b, percent) == Verdict::holds);
  CHECK(verdict(check, Relation::equal, a, negated(b), percent) == Verdict::fails);
  CHECK(verdict(check, Relation::equal, negated(a), negated(b), percent) == Verdict::holds);
  CHECK(verdict(check, Relation::less_equal, a, b, one) == Verdict::holds);
  CHECK(verdict(check, Relation::less_equal, a, b, less) == Verdict::fails);
  CHECK(verdict(check, Relation::greater_equal, b, a, one) == Verdict::holds);
  CHECK(verdict(check, Relation::greater_equal, b, a, less) == Verdict::fails);
  CHECK(verdict(check, Relation::less, a, b, one) == Verdict::fails);
  CHECK(verdict(check, Relation::greater, b, a, one) == Verdict::fails);
  CHECK(verdict(check, Relation::different, a, b, one) == Verdict::fails);
  CHECK_FALSE(decide(check, Relation::equal, a, b, one).allowed);
}

TEST_CASE("approximate figures are never held to equality") {
  Check check;
  const Term about = check.stated("约1000万元");
  const Term exact = check.stated("1003.30万元");
  const auto undecided = [&](Relation relation, const Term& left, const Term& right) {
    const Decision decision = decide(check, relation, left, right);
    return decision.verdict == Verdict::undecided && decision.why == Why::approximate &&
           !decision.allowed;
  };
  CHECK(undecided(Relation::equal, exact, about));
  CHECK(undecided(Relation::identical, exact, about));
  CHECK(undecided(Relation::different, exact, about));
  CHECK(undecided(Relation::less_equal, exact, about));
  CHECK(undecided(Relation::less, exact, about));
  CHECK(undecided(Relation::equal, check.sum(about, exact), exact));
  CHECK(verdict(check, Relation::greater_equal, exact, about) == Verdict::holds);
  CHECK(verdict(check, Relation::greater, exact, about) == Verdict::holds);
  CHECK(verdict(check, Relation::equal, check.stated("1000万元"), about) == Verdict::holds);
  CHECK(undecided(Relation::different, check.stated("1000万元"), about));
  CHECK(verdict(check, Relation::equal, exact, about, Tolerance{rational("0.01"), true}) ==
        Verdict::holds);
}

TEST_CASE("a product with a figure of its own on the other side is decided") {
  Check check;
  const Term part = check.stated("30.1元");
  const Term product = check.product(check.stated("100元"), check.stated("30%"));
  CHECK(verdict(check, Relation::equal, part, product) == Verdict::rounding);
  CHECK(verdict(check, Relation::equal, check.stated("33.0元"), product) == Verdict::fails);
}

TEST_CASE("a figure on both sides of a product fails for sure or is undecided") {
  Check check;
  const Term a = check.stated("2.0元");
  const Term b = check.stated("50%");
  const Decision unsure = decide(check, Relation::equal, check.product(a, b),
                                 check.difference(a, Check::literal("1.01元")));
  CHECK(unsure.verdict == Verdict::undecided);
  CHECK(unsure.why == Why::wide_interval);
  CHECK_FALSE(unsure.allowed);
  CHECK_FALSE(exact_range(check.product(a, b), a, check.operands()));
  CHECK(verdict(check, Relation::equal, check.product(a, b), check.sum(a, a)) == Verdict::fails);
  CHECK(verdict(check, Relation::equal, check.product(a, b), check.product(a, b)) ==
        Verdict::holds);
}

TEST_CASE("the difference is reported in base units, left less right") {
  const Decision decision = total("1万元", {"9999元"});
  CHECK(decision.left == 10000);
  CHECK(decision.right == 9999);
  CHECK(decision.difference == 1);
  CHECK(decision.verdict == Verdict::holds);
  CHECK(decision.why == Why::none);
}
