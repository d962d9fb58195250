// Which findings follow from which: one corrected figure that mends several checks.
#include "finding/consequences.hpp"

#include <doctest/doctest.h>

#include <initializer_list>
#include <memory>
#include <string>

using tieout::check::Evidence;
using tieout::check::Side;
using tieout::figure::Rational;
using tieout::finding::Finding;
using tieout::finding::fold_consequences;

namespace {

const tieout::figure::Unit& yuan() {
  static const tieout::figure::Unit unit = [] {
    tieout::figure::Unit one;
    one.id = "元";
    one.factor = 1;
    return one;
  }();
  return unit;
}

struct Term {
  std::uint32_t line;
  int value;
  int coefficient;
};

/// A failed sum: left - right, each term on a line of its own.
Finding failed_sum(std::initializer_list<Term> terms) {
  Finding finding;
  finding.outcome.verdict = tieout::figure::Verdict::fails;
  finding.outcome.relation = tieout::figure::Relation::equal;
  Rational difference = 0;
  for (const Term& term : terms) {
    Evidence evidence;
    evidence.side = term.coefficient > 0 ? Side::left : Side::right;
    evidence.coefficient = term.coefficient;
    evidence.figure.emplace();
    evidence.figure->value.coefficient = term.value;
    evidence.figure->unit = &yuan();
    evidence.place.line = term.line;
    difference += Rational(term.coefficient) * term.value;
    finding.outcome.evidence.push_back(evidence);
  }
  finding.outcome.difference = difference;
  finding.outcome.allowed = Rational(0);
  return finding;
}

}  // namespace

TEST_CASE("sums that one corrected figure mends have one root, the most direct of them") {
  // Line 2 should be 30: its row (10 + 20) and its column (30 + 5 = 35) both say so.
  std::vector<Finding> findings = {
      failed_sum({{1, 35, 1}, {2, 33, -1}, {3, 4, -1}, {4, 1, -1}}),
      failed_sum({{2, 33, 1}, {5, 10, -1}, {6, 20, -1}}),
  };
  fold_consequences(findings);
  REQUIRE(findings[0].follows);
  CHECK(*findings[0].follows == 1);
  CHECK_FALSE(findings[1].follows);
}

TEST_CASE("a difference of its own stays a finding of its own") {
  std::vector<Finding> findings = {
      failed_sum({{1, 35, 1}, {2, 33, -1}, {3, 4, -1}}),
      failed_sum({{2, 33, 1}, {5, 10, -1}, {6, 20, -1}}),
  };
  fold_consequences(findings);
  CHECK_FALSE(findings[0].follows);
  CHECK_FALSE(findings[1].follows);
}

TEST_CASE("findings without a common figure do not follow from each other") {
  std::vector<Finding> findings = {
      failed_sum({{1, 13, 1}, {2, 10, -1}}),
      failed_sum({{3, 13, 1}, {4, 10, -1}}),
  };
  fold_consequences(findings);
  CHECK_FALSE(findings[0].follows);
  CHECK_FALSE(findings[1].follows);
}

TEST_CASE("a warning does not hide an error") {
  std::vector<Finding> findings = {
      failed_sum({{2, 33, 1}, {5, 30, -1}}),
      failed_sum({{1, 35, 1}, {2, 33, -1}, {3, 5, -1}}),
  };
  findings[0].severity = tieout::language::Severity::warning;
  fold_consequences(findings);
  REQUIRE(findings[0].follows);
  CHECK(*findings[0].follows == 1);
}
