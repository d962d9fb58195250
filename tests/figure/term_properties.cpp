// Random expressions over random figures, against points of the figures' intervals.
#include "figure/relation.hpp"
#include "figure/term.hpp"

#include "figures.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <vector>

using tieout::figure::Decision;
using tieout::figure::Dimension;
using tieout::figure::Figure;
using tieout::figure::FigureId;
using tieout::figure::Interval;
using tieout::figure::Operands;
using tieout::figure::Rational;
using tieout::figure::Relation;
using tieout::figure::Rounding;
using tieout::figure::Term;
using tieout::figure::Verdict;
using tieout::figure::test::line;
using tieout::figure::test::unit;
using tieout::figure::test::units;

namespace {

constexpr std::size_t most_figures = 5;

/// A choice of a point in each figure's interval.
using Points = std::vector<Rational>;

/// An expression in postfix, so that it can be built as a term and evaluated at points alike.
struct Step {
  enum class Kind {
    figure,
    literal,
    add,
    subtract,
    multiply,
    divide,
    negate,
    absolute,
    least,
    greatest,
    round
  } kind = Kind::figure;
  std::size_t figure = 0;
  Rational literal = 0;
};
using Expression = std::vector<Step>;

Figure figure_of(int coefficient, int decimals, bool exact, std::uint32_t number) {
  Figure figure;
  figure.value = {coefficient, decimals};
  figure.decimals = decimals;
  figure.exact = exact;
  figure.unit = &units().bare();
  figure.place = line(number);
  return figure;
}

/// One to five figures, some of them near zero, some counts.
Operands some_figures() {
  Operands operands;
  const auto count = *rc::gen::inRange<std::uint32_t>(1, most_figures + 1);
  for (std::uint32_t i = 0; i < count; ++i) {
    const int coefficient = *rc::gen::oneOf(rc::gen::inRange(-500, 500), rc::gen::inRange(-9, 9));
    const int decimals = *rc::gen::inRange(0, 3);
    const bool exact = *rc::gen::weightedElement<bool>({{1, true}, {4, false}});
    (void)operands.add(figure_of(coefficient, decimals, exact, i + 1));
  }
  return operands;
}

/// An expression that ends with one value; `kinds` are the operations that it may have.
Expression some_expression(std::size_t figures, const std::vector<Step::Kind>& kinds) {
  Expression expression;
  std::size_t depth = 0;
  const int size = *rc::gen::inRange(1, 10);
  const auto push = [&] {
    Step step;
    if (*rc::gen::weightedElement<bool>({{1, true}, {4, false}})) {
      step.kind = Step::Kind::literal;
      step.literal = Rational(*rc::gen::inRange(-30, 30)) / 10;
    } else {
      step.figure = *rc::gen::inRange<std::size_t>(0, figures);
    }
    expression.push_back(step);
    ++depth;
  };
  push();
  for (int i = 0; i < size || depth > 1; ++i) {
    const bool grow = i < size && *rc::gen::arbitrary<bool>();
    if (grow) {
      push();
      continue;
    }
    Step step;
    step.kind = *rc::gen::elementOf(kinds);
    const bool unary = step.kind == Step::Kind::negate || step.kind == Step::Kind::absolute ||
                       step.kind == Step::Kind::round;
    if (!unary && depth < 2) continue;
    expression.push_back(step);
    if (!unary) --depth;
  }
  return expression;
}

/// The term; nothing if something may be zero that it divides by.
std::optional<Term> term_of(const Expression& expression, const Operands& operands) {
  std::vector<Term> stack;
  for (const Step& step : expression) {
    using Kind = Step::Kind;
    if (step.kind == Kind::figure) {
      stack.push_back(stated(static_cast<FigureId>(step.figure), operands));
      continue;
    }
    if (step.kind == Kind::literal) {
      stack.push_back(constant(step.literal, Dimension(Dimension::Kind::count), nullptr));
      continue;
    }
    Term b = stack.back();
    stack.pop_back();
    if (step.kind == Kind::negate) {
      stack.push_back(negated(b));
    } else if (step.kind == Kind::absolute) {
      stack.push_back(absolute(b));
    } else if (step.kind == Kind::round) {
      stack.push_back(rounded(b, Rounding::nearest, 1, units().bare()));
    } else {
      Term& a = stack.back();
      if (step.kind == Kind::add) a = sum(a, b, operands);
      if (step.kind == Kind::subtract) a = difference(a, b, operands);
      if (step.kind == Kind::multiply) a = product(a, b, operands);
      if (step.kind == Kind::least) a = least(a, b);
      if (step.kind == Kind::greatest) a = greatest(a, b);
      if (step.kind == Kind::divide) {
        std::optional<Term> quotient = tieout::figure::quotient(a, b, operands);
        if (!quotient) return std::nullopt;
        a = *quotient;
      }
    }
  }
  return stack.back();
}

/// The value at one choice of points.
Rational value_of(const Expression& expression, const Points& points) {
  std::vector<Rational> stack;
  for (const Step& step : expression) {
    using Kind = Step::Kind;
    if (step.kind == Kind::figure) {
      stack.push_back(points[step.figure]);
      continue;
    }
    if (step.kind == Kind::literal) {
      stack.push_back(step.literal);
      continue;
    }
    const Rational b = stack.back();
    stack.pop_back();
    if (step.kind == Kind::negate) {
      stack.push_back(-b);
    } else if (step.kind == Kind::absolute) {
      stack.push_back(abs(b));
    } else if (step.kind == Kind::round) {
      stack.push_back(tieout::figure::rounded(b, 1).rational());
    } else {
      Rational& a = stack.back();
      if (step.kind == Kind::add) a += b;
      if (step.kind == Kind::subtract) a -= b;
      if (step.kind == Kind::multiply) a *= b;
      if (step.kind == Kind::divide) a /= b;
      if (step.kind == Kind::least) a = std::min(a, b);
      if (step.kind == Kind::greatest) a = std::max(a, b);
    }
  }
  return stack.back();
}

/// A random point of each interval, its ends included.
Points some_points(const Operands& operands) {
  Points points;
  for (FigureId id = 0; id < operands.size(); ++id) {
    const int at = *rc::gen::element(-8, -5, -1, 0, 2, 7, 8);
    points.push_back(operands.base(id) + operands.half_step(id) * at / 8);
  }
  return points;
}

/// Every corner of the box that the intervals make.
std::vector<Points> vertices(const Operands& operands) {
  std::vector<Points> corners;
  for (unsigned bits = 0; bits < (1U << operands.size()); ++bits) {
    Points corner;
    for (FigureId id = 0; id < operands.size(); ++id) {
      const int end = (bits >> id & 1U) != 0 ? 1 : -1;
      corner.push_back(operands.base(id) + end * operands.half_step(id));
    }
    corners.push_back(std::move(corner));
  }
  return corners;
}

Points stated_points(const Operands& operands) {
  Points points;
  for (FigureId id = 0; id < operands.size(); ++id) points.push_back(operands.base(id));
  return points;
}

const std::vector<Step::Kind> arithmetic = {Step::Kind::add, Step::Kind::subtract,
                                            Step::Kind::multiply, Step::Kind::divide,
                                            Step::Kind::negate};
const std::vector<Step::Kind> everything = {
    Step::Kind::add,    Step::Kind::subtract, Step::Kind::multiply,
    Step::Kind::divide, Step::Kind::negate,   Step::Kind::absolute,
    Step::Kind::least,  Step::Kind::greatest, Step::Kind::round};

bool holds_at(Relation relation, const Rational& left, const Rational& right) {
  if (relation == Relation::less_equal) return left <= right;
  if (relation == Relation::greater_equal) return left >= right;
  return left == right;
}

bool inside(const Interval& interval, const Rational& value) {
  return interval.lo <= value && value <= interval.hi;
}

}  // namespace

TEST_CASE("a term's exact value is the expression's at the stated values") {
  CHECK(rc::check([] {
    const Operands operands = some_figures();
    const Expression expression = some_expression(operands.size(), everything);
    const std::optional<Term> term = term_of(expression, operands);
    RC_PRE(term.has_value());
    RC_ASSERT(term->exact == value_of(expression, stated_points(operands)));
  }));
}

TEST_CASE("no choice of points leaves a term's range") {
  CHECK(rc::check([] {
    const Operands operands = some_figures();
    const Expression expression = some_expression(operands.size(), everything);
    const std::optional<Term> term = term_of(expression, operands);
    RC_PRE(term.has_value());
    const Rational value = value_of(expression, some_points(operands));
    RC_ASSERT(inside(term->range, value));
    RC_ASSERT(inside(values(*term, operands), value));
  }));
}

TEST_CASE("forms have the expression's value at every choice of points") {
  CHECK(rc::check([] {
    const Operands operands = some_figures();
    const Expression expression = some_expression(operands.size(), arithmetic);
    const std::optional<Term> term = term_of(expression, operands);
    RC_PRE(term.has_value());
    RC_PRE(term->linear.has_value() || term->quotient.has_value());
    // What is a point may stand in a form as a constant: only inexact figures are moved.
    const Points points = some_points(operands);
    const auto at = [&](const tieout::figure::Linear& linear) {
      Rational value = linear.constant;
      for (const auto& [id, coefficient] : linear.coefficients) {
        RC_ASSERT(coefficient != 0);
        value += coefficient * points[id];
      }
      return value;
    };
    const Rational value = value_of(expression, points);
    if (term->linear) {
      RC_ASSERT(at(*term->linear) == value);
    } else {
      RC_ASSERT(at(term->quotient->denominator) > 0);
      RC_ASSERT(at(term->quotient->numerator) / at(term->quotient->denominator) == value);
    }
  }));
}

TEST_CASE("a range that is not wide is reached at both ends") {
  CHECK(rc::check([] {
    const Operands operands = some_figures();
    const Expression expression = some_expression(operands.size(), arithmetic);
    const std::optional<Term> term = term_of(expression, operands);
    RC_PRE(term.has_value());
    RC_PRE(!may_be_wide(*term));
    const Interval range = values(*term, operands);
    std::optional<Interval> reached;
    for (const Points& corner : vertices(operands)) {
      const Rational value = value_of(expression, corner);
      if (!reached) reached = Interval{value, value};
      reached->lo = std::min(reached->lo, value);
      reached->hi = std::max(reached->hi, value);
    }
    RC_ASSERT(range.lo == reached->lo);
    RC_ASSERT(range.hi == reached->hi);
  }));
}

TEST_CASE("what some choice of points makes true never fails") {
  CHECK(rc::check([] {
    Operands operands = some_figures();
    const Expression expression = some_expression(operands.size(), everything);
    const std::optional<Term> term = term_of(expression, operands);
    RC_PRE(term.has_value());
    // A figure that states, to some decimals, what the expression is at some choice of points.
    const Rational truth = value_of(expression, some_points(operands));
    const int decimals = *rc::gen::inRange(0, 3);
    Figure figure = figure_of(0, decimals, false, 99);
    figure.value = tieout::figure::rounded(truth, decimals);
    const Term left = stated(operands.add(figure), operands);
    for (const Relation relation :
         {Relation::equal, Relation::less_equal, Relation::greater_equal}) {
      const Verdict verdict = decide(relation, left, *term, std::nullopt, operands).verdict;
      RC_ASSERT(verdict != Verdict::fails);
      RC_ASSERT(decide(relation, *term, left, std::nullopt, operands).verdict != Verdict::fails);
    }
  }));
}

TEST_CASE("two sides that agree at some choice of points never fail") {
  CHECK(rc::check([] {
    const Operands operands = some_figures();
    const Expression left = some_expression(operands.size(), everything);
    const Expression right = some_expression(operands.size(), everything);
    const std::optional<Term> a = term_of(left, operands);
    const std::optional<Term> b = term_of(right, operands);
    RC_PRE(a.has_value() && b.has_value());
    const Points points = some_points(operands);
    for (const Relation relation :
         {Relation::equal, Relation::less_equal, Relation::greater_equal}) {
      if (!holds_at(relation, value_of(left, points), value_of(right, points))) continue;
      RC_ASSERT(decide(relation, *a, *b, std::nullopt, operands).verdict != Verdict::fails);
    }
  }));
}

TEST_CASE("rounding is never invented: corners of the box lie on both sides") {
  CHECK(rc::check([] {
    const Operands figures = some_figures();
    const Expression expression = some_expression(figures.size(), arithmetic);
    const std::optional<Term> found = term_of(expression, figures);
    RC_PRE(found.has_value());
    const int decimals = *rc::gen::inRange(0, 3);
    // Around the value, so that rounding explains some of the differences.
    for (int offset = -10; offset <= 10; ++offset) {
      Operands operands = figures;
      Figure figure = figure_of(0, decimals, false, 99);
      figure.value = tieout::figure::rounded(found->exact, decimals);
      figure.value.coefficient += offset;
      const FigureId id = operands.add(figure);
      const Term left = stated(id, operands);
      const auto gap = [&](const Points& points) {
        return Rational(points[id] - value_of(expression, points));
      };
      Points below;
      Points above;
      for (const Points& corner : vertices(operands)) {
        if (gap(corner) <= 0) below = corner;
        if (gap(corner) >= 0) above = corner;
      }
      const auto rounding = [&](Relation relation) {
        return decide(relation, left, *found, std::nullopt, operands).verdict == Verdict::rounding;
      };
      if (rounding(Relation::less_equal)) RC_ASSERT(!below.empty());
      if (rounding(Relation::greater_equal)) RC_ASSERT(!above.empty());
      // The difference is continuous over the box: it is zero somewhere between two such corners.
      if (rounding(Relation::equal)) RC_ASSERT(!below.empty() && !above.empty());
    }
  }));
}

TEST_CASE("a decision is the same from either side, and its numbers fit together") {
  CHECK(rc::check([] {
    const Operands operands = some_figures();
    const std::optional<Term> a = term_of(some_expression(operands.size(), everything), operands);
    const std::optional<Term> b = term_of(some_expression(operands.size(), everything), operands);
    RC_PRE(a.has_value() && b.has_value());
    const auto verdict = [&](Relation relation, const Term& left, const Term& right) {
      return decide(relation, left, right, std::nullopt, operands).verdict;
    };
    RC_ASSERT(verdict(Relation::equal, *a, *b) == verdict(Relation::equal, *b, *a));
    RC_ASSERT(verdict(Relation::less_equal, *a, *b) == verdict(Relation::greater_equal, *b, *a));
    RC_ASSERT(verdict(Relation::less, *a, *b) == verdict(Relation::greater, *b, *a));
    RC_ASSERT(verdict(Relation::identical, *a, *b) ==
              tieout::figure::negated(verdict(Relation::different, *a, *b)));
    RC_ASSERT(verdict(Relation::less_equal, *a, *a) == Verdict::holds);
    const Decision decision = decide(Relation::equal, *a, *b, std::nullopt, operands);
    RC_ASSERT(decision.difference == decision.left - decision.right);
    if (decision.allowed && !a->single && !b->single) {
      const bool possible = abs(decision.difference) <= *decision.allowed;
      RC_ASSERT(possible == (decision.verdict != Verdict::fails));
    }
  }));
}

TEST_CASE("terms add and multiply as numbers do") {
  CHECK(rc::check([] {
    const Operands operands = some_figures();
    const auto some_term = [&] {
      return stated(static_cast<FigureId>(*rc::gen::inRange<std::size_t>(0, operands.size())),
                    operands);
    };
    const Term a = some_term();
    const Term b = some_term();
    const Term c = some_term();
    const auto same_values = [](const Term& x, const Term& y) {
      return x.exact == y.exact && x.range.lo == y.range.lo && x.range.hi == y.range.hi;
    };
    const auto same = [&](const Term& x, const Term& y) {
      return same_values(x, y) && x.linear == y.linear;
    };
    RC_ASSERT(same(sum(a, b, operands), sum(b, a, operands)));
    RC_ASSERT(same(sum(sum(a, b, operands), c, operands), sum(a, sum(b, c, operands), operands)));
    RC_ASSERT(same(difference(a, b, operands), negated(difference(b, a, operands))));
    RC_ASSERT(same(difference(sum(a, b, operands), b, operands),
                   sum(a, difference(b, b, operands), operands)));
    RC_ASSERT(same_values(product(a, b, operands), product(b, a, operands)));
    RC_ASSERT(product(a, sum(b, c, operands), operands).exact ==
              sum(product(a, b, operands), product(a, c, operands), operands).exact);
    RC_ASSERT(same(absolute(absolute(a)), absolute(a)));
    const Term once = rounded(a, Rounding::nearest, 1, units().bare());
    RC_ASSERT(same(rounded(once, Rounding::nearest, 1, units().bare()), once));
    RC_ASSERT(least(a, b).exact + greatest(a, b).exact == a.exact + b.exact);
  }));
}
