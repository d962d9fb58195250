// Conditions: comparisons, logic, membership and tests of text, in four values.
#include "check/evaluation.hpp"

#include <re2/re2.h>

#include <array>
#include <utility>

namespace tieout::check {

using figure::Relation;
using figure::Term;
using figure::Verdict;
using source::Message;

namespace {

Verdict truth(bool value) { return value ? Verdict::holds : Verdict::fails; }

/// `order` is negative, zero or positive.
Verdict ordered(Relation relation, int order) {
  switch (relation) {
    case Relation::equal:
    case Relation::identical:
      return truth(order == 0);
    case Relation::different:
      return truth(order != 0);
    case Relation::less:
      return truth(order < 0);
    case Relation::less_equal:
      return truth(order <= 0);
    case Relation::greater:
      return truth(order > 0);
    case Relation::greater_equal:
      return truth(order >= 0);
  }
  return Verdict::undecided;
}

/// Nothing where the parts that are known do not tell.
std::optional<int> compare(const report::Date& a, const report::Date& b) {
  const std::array<std::pair<int, int>, 3> parts = {
      {{a.year, b.year}, {a.month, b.month}, {a.day, b.day}}};
  for (const auto& [left, right] : parts) {
    if (left == 0 || right == 0) {
      if (left == 0 && right == 0) return 0;
      return std::nullopt;
    }
    if (left != right) return left < right ? -1 : 1;
  }
  return 0;
}

int compare(Relation relation, const std::string& a, const std::string& b) {
  // Names are one name however wide, spaced or numbered they are written; == and != want the
  // characters.
  const bool by_characters = relation == Relation::identical || relation == Relation::different;
  const int order = by_characters ? a.compare(b) : schema::folded(a).compare(schema::folded(b));
  return order;
}

}  // namespace

Verdict Evaluation::condition(const language::Expr& expr, bool top) {
  using namespace language;
  if (const auto* node = std::get_if<Comparison>(&expr.node)) return comparison(*node, top);
  if (const auto* node = std::get_if<Logic>(&expr.node)) return logic(*node);
  if (const auto* node = std::get_if<Not>(&expr.node)) return negated(condition(*node->operand));
  if (const auto* node = std::get_if<Membership>(&expr.node)) return membership(*node);
  if (const auto* node = std::get_if<TextTest>(&expr.node)) return text_test(*node);
  if (const auto* node = std::get_if<Quantifier>(&expr.node)) return quantifier(*node);
  if (const auto* node = std::get_if<Conditional>(&expr.node)) {
    const Verdict chosen = condition(*node->condition);
    if (chosen == Verdict::undecided) return chosen;
    return condition(chosen == Verdict::fails ? *node->otherwise : *node->then, top);
  }
  if (const auto* node = std::get_if<Call>(&expr.node)) {
    if (node->function == Call::Function::agree) return agree(*node->arguments.front(), top);
    if (node->function == Call::Function::meets) return meets(*node, top);
  }
  const Result result = value(expr);
  const auto* verdict = std::get_if<Verdict>(&result);
  return verdict != nullptr ? *verdict : Verdict::undecided;
}

Verdict Evaluation::comparison(const language::Comparison& expr, bool top) {
  if (top) needs_.side(Side::left);
  Result left = value(*expr.left);
  if (top) needs_.side(Side::right);
  Result right = value(*expr.right);
  if (top) needs_.side(Side::none);
  if (std::holds_alternative<Nothing>(left) || std::holds_alternative<Nothing>(right)) {
    return Verdict::undecided;
  }
  if (auto* const a = std::get_if<Term>(&left)) {
    if (auto* const b = std::get_if<Term>(&right)) {
      return decide(expr.relation, std::move(*a), std::move(*b), expr.tolerance, top);
    }
  }
  if (const auto* a = std::get_if<TextValue>(&left)) {
    if (const auto* b = std::get_if<TextValue>(&right)) {
      return ordered(expr.relation, compare(expr.relation, a->text, b->text));
    }
  }
  if (const auto* a = std::get_if<report::Date>(&left)) {
    if (const auto* b = std::get_if<report::Date>(&right)) {
      const std::optional<int> order = compare(*a, *b);
      if (order) return ordered(expr.relation, *order);
      needs_.trouble(Message("check.date_unclear", {{"left", a->raw}, {"right", b->raw}}));
      return Verdict::undecided;
    }
  }
  if (const auto* a = std::get_if<Verdict>(&left)) {
    if (const auto* b = std::get_if<Verdict>(&right)) {
      if (*a == Verdict::undecided || *b == Verdict::undecided) return Verdict::undecided;
      const bool same = (*a == Verdict::fails) == (*b == Verdict::fails);
      return ordered(expr.relation, same ? 0 : 1);
    }
  }
  needs_.trouble(Message("check.incomparable"));
  return Verdict::undecided;
}

Verdict Evaluation::decide(Relation relation, Term left, Term right,
                           const std::optional<figure::Tolerance>& tolerance, bool top) {
  if (!fit(left.dimension, right.dimension)) return Verdict::undecided;
  figure::Decision decision = figure::decide(relation, left, right, tolerance, needs_.operands());
  if (decision.why == figure::Decision::Why::approximate) {
    needs_.trouble(Message("check.approximate"));
  } else if (decision.why == figure::Decision::Why::wide_interval) {
    needs_.trouble(Message("check.wide_interval"));
  }
  const Verdict verdict = decision.verdict;
  if (top) {
    sides_.emplace(relation, tolerance.has_value(), std::move(decision), std::move(left),
                   std::move(right));
  }
  return verdict;
}

Verdict Evaluation::logic(const language::Logic& expr) {
  using Op = language::Logic::Op;
  Verdict left = condition(*expr.left);
  if (expr.op == Op::implication) left = figure::negated(left);
  // What cannot change the verdict is not needed.
  if (expr.op == Op::conjunction && left == Verdict::fails) return left;
  if (expr.op != Op::conjunction && left == Verdict::holds) return left;
  const Verdict right = condition(*expr.right);
  return expr.op == Op::conjunction ? figure::both(left, right) : figure::either(left, right);
}

Verdict Evaluation::membership(const language::Membership& expr) {
  const auto* list = std::get_if<language::ListLiteral>(&expr.list->node);
  const Result item = value(*expr.item);
  if (list == nullptr || std::holds_alternative<Nothing>(item)) return Verdict::undecided;
  Verdict verdict = Verdict::fails;
  for (const language::ExprPtr& candidate : list->items) {
    const Result other = value(*candidate);
    if (const auto* text = std::get_if<TextValue>(&item)) {
      if (const auto* b = std::get_if<TextValue>(&other)) {
        verdict = either(verdict, truth(compare(Relation::equal, text->text, b->text) == 0));
      }
    } else if (const auto* term = std::get_if<Term>(&item)) {
      if (const auto* b = std::get_if<Term>(&other)) {
        verdict = either(verdict, decide(Relation::identical, *term, *b, std::nullopt, false));
      }
    } else if (const auto* date = std::get_if<report::Date>(&item)) {
      if (const auto* b = std::get_if<report::Date>(&other)) {
        const std::optional<int> order = compare(*date, *b);
        verdict = either(verdict, order ? truth(*order == 0) : Verdict::undecided);
      }
    }
  }
  return verdict;
}

Verdict Evaluation::text_test(const language::TextTest& expr) {
  const std::optional<std::string> tested = text(*expr.text);
  const std::optional<std::string> pattern = text(*expr.pattern);
  if (!tested || !pattern) return Verdict::undecided;
  if (expr.which == language::TextTest::Which::contains) {
    return truth(tested->find(*pattern) != std::string::npos);
  }
  std::shared_ptr<re2::RE2>& compiled = (*context_.patterns)[*pattern];
  if (!compiled) compiled = std::make_shared<re2::RE2>(*pattern, re2::RE2::Quiet);
  return truth(re2::RE2::PartialMatch(*tested, *compiled));
}

}  // namespace tieout::check
