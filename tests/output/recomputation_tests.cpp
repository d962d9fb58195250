// The formulas that recompute a finding.
#include "output/recomputation.hpp"
#include "sample.hpp"

#include <doctest/doctest.h>

using namespace tieout;
using output::Operand;
using output::Recomputation;

namespace {

// 359.39 = 23.88 + 283.54 + 51.98, as the evaluator leaves it.
finding::Finding sums() {
  auto found = sample::units_rounding();
  found.outcome.left_from = check::Derivation{{{{0, 1}}, 0}, std::nullopt};
  found.outcome.right_from = check::Derivation{{{{1, 1}, {2, 1}, {3, 1}}, 0}, std::nullopt};
  return found;
}

// 36% = 699.34 / 1003.30
finding::Finding share() {
  auto found = sample::share_fails();
  found.outcome.left_from = check::Derivation{{{{0, 1}}, 0}, std::nullopt};
  found.outcome.right_from = check::Derivation{{{{1, 1}}, 0}, check::Weighted{{{2, 1}}, 0}};
  return found;
}

}  // namespace

TEST_CASE("sums are recomputed from their rows, in the unit and to the decimals that are printed") {
  const auto found = sums();
  const Recomputation recomputation(found);
  CHECK(recomputation.operands().size() == 4);
  const auto formulas = recomputation.formulas("'计算'!J", 10);
  REQUIRE(formulas);
  CHECK(formulas->left == "ROUND(SUM('计算'!J10:J10)/10000,2)");
  CHECK(formulas->right == "ROUND(SUM('计算'!J11:J13)/10000,2)");
  CHECK(formulas->difference == "ROUND((SUM('计算'!J10:J10)-SUM('计算'!J11:J13))/10000,2)");
}

TEST_CASE("a quotient divides by its own rows, and is rounded as its ten digits are") {
  const auto found = share();
  const Recomputation recomputation(found);
  CHECK(recomputation.operands()[2].role == Operand::Role::divisor);
  const auto formulas = recomputation.formulas("F!J", 2);
  REQUIRE(formulas);
  CHECK(formulas->left == "ROUND(SUM(F!J2:J2)/0.01,0)");
  CHECK(formulas->right == "ROUND(SUM(F!J3:J3)/SUM(F!J4:J4)/0.01,8)");
}

TEST_CASE("what the rule adds is a row of its own") {
  auto found = sums();
  found.outcome.right_from->numerator.constant = 5;
  const Recomputation recomputation(found);
  REQUIRE(recomputation.operands().size() == 5);
  CHECK(recomputation.operands()[4].piece == nullptr);
  CHECK(recomputation.formulas("F!J", 2)->right == "ROUND(SUM(F!J3:J6)/10000,2)");
}

TEST_CASE("a side that is neither sum nor quotient goes in as the value that it has") {
  auto found = sums();
  found.outcome.right_from.reset();
  const Recomputation recomputation(found);
  CHECK(recomputation.operands().size() == 4);
  CHECK(recomputation.operands()[3].role == Operand::Role::shown);
  CHECK(recomputation.formulas("F!J", 2)->difference == "ROUND((SUM(F!J2:J2)-3594000)/10000,2)");
}

TEST_CASE("logic has no formulas; neither has what a sheet's numbers cannot hold") {
  CHECK_FALSE(Recomputation(sample::logic_fails()).formulas("F!J", 2));
  auto found = sums();
  found.outcome.evidence[1].figure = sample::figure_of("12345678901234567.89", "万元", {});
  CHECK_FALSE(Recomputation(found).formulas("F!J", 2));
}

TEST_CASE("a number in a formula is a decimal or a ratio, in brackets where its sign could join") {
  CHECK(output::formula_number(figure::Rational(5, 2)) == "2.5");
  CHECK(output::formula_number(-3) == "(-3)");
  CHECK(output::formula_number(figure::Rational(-1, 3)) == "(-1/3)");
  CHECK(output::formula_number(figure::power_of_ten(20) + 1) == std::nullopt);
}
