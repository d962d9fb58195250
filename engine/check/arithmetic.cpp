// Numbers: sums, products, quotients and choices.
#include "check/evaluation.hpp"

namespace tieout::check {

using figure::Dimension;
using figure::Term;
using figure::Verdict;
using source::Message;

std::optional<Term> Evaluation::number(const language::Expr& expr) {
  Result result = value(expr);
  if (auto* term = std::get_if<Term>(&result)) return std::move(*term);
  return std::nullopt;
}

bool Evaluation::fit(const Dimension& a, const Dimension& b) {
  if (Dimension::fit(a, b)) return true;
  needs_.trouble(Message("check.dimensions", {{"left", a.text()}, {"right", b.text()}}));
  return false;
}

Result Evaluation::arithmetic(const language::Arithmetic& expr) {
  using Op = language::Arithmetic::Op;
  // Both operands are read even where one is missing: a check of blanks alone is not undecided but
  // not applicable, and every missing figure is named.
  std::optional<Term> left = number(*expr.left);
  const std::optional<Term> right = number(*expr.right);
  if (!left || !right) return Nothing();
  switch (expr.op) {
    case Op::add:
      if (!fit(left->dimension, right->dimension)) return Nothing();
      return figure::sum(*std::move(left), *right, needs_.operands());
    case Op::subtract: {
      if (!fit(left->dimension, right->dimension)) return Nothing();
      const figure::UnitSystem& units = *context_.units;
      const bool of_shares = left->unit == &units.percent() && right->unit == &units.percent();
      Term difference = figure::difference(*std::move(left), *right, needs_.operands());
      if (of_shares) difference.unit = &units.percentage_point();
      return difference;
    }
    case Op::multiply:
      return figure::product(*left, *right, needs_.operands());
    case Op::divide:
      break;
  }
  std::optional<Term> quotient = figure::quotient(*left, *right, needs_.operands());
  if (quotient) return std::move(*quotient);
  needs_.trouble(Message("check.zero_divisor"));
  return Nothing();
}

Result Evaluation::conditional(const language::Conditional& expr) {
  switch (condition(*expr.condition)) {
    case Verdict::holds:
    case Verdict::rounding:
      return value(*expr.then);
    case Verdict::fails:
      return value(*expr.otherwise);
    default:
      return Nothing();
  }
}

}  // namespace tieout::check
