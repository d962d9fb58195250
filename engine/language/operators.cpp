// Operators other than comparisons: arithmetic, logic, membership, tests of text, choices.
#include "language/lowering.hpp"

#include <re2/re2.h>

namespace tieout::language {

using source::Message;
using source::Span;
using syntax::BinaryOp;

namespace {

bool is_literal(const syntax::Node& node) {
  return std::holds_alternative<syntax::String>(node.node) ||
         std::holds_alternative<syntax::Number>(node.node) ||
         std::holds_alternative<syntax::Date>(node.node);
}

}  // namespace

ExprPtr Lowering::unary(const syntax::Unary& unary, Span span, const Scope& scope) {
  if (unary.op == syntax::UnaryOp::logical_not) {
    auto operand = condition(*unary.operand, scope);
    if (!operand) return nullptr;
    return make(Not{std::move(operand)}, plain_type(Type::Kind::boolean), span, scope);
  }
  auto operand = of_kind(Type::Kind::number, *unary.operand, scope, "-");
  if (!operand) return nullptr;
  auto type = operand->type;
  if (const auto* literal = std::get_if<NumberLiteral>(&operand->node)) {
    return make(NumberLiteral{-literal->value, literal->unit}, std::move(type), span, scope);
  }
  return make(Negation{std::move(operand)}, std::move(type), span, scope);
}

ExprPtr Lowering::binary(const syntax::Binary& binary, Span span, const Scope& scope) {
  switch (binary.op) {
    case BinaryOp::add:
    case BinaryOp::subtract:
    case BinaryOp::multiply:
    case BinaryOp::divide:
      return arithmetic(binary, span, scope);
    case BinaryOp::in:
      return membership(binary, span, scope);
    case BinaryOp::matches:
    case BinaryOp::contains:
      return text_test(binary, span, scope);
    case BinaryOp::conjunction:
    case BinaryOp::disjunction:
    case BinaryOp::implies:
      return logic(binary, span, scope);
    default:
      return comparison(binary, span, scope);
  }
}

ExprPtr Lowering::arithmetic(const syntax::Binary& binary, Span span, const Scope& scope) {
  const auto sign = scope.text(binary.op_span);
  auto left = of_kind(Type::Kind::number, *binary.left, scope, sign);
  auto right = of_kind(Type::Kind::number, *binary.right, scope, sign);
  if (!left || !right) return nullptr;
  const auto& a = left->type.dimension;
  const auto& b = right->type.dimension;
  using Op = Arithmetic::Op;
  const auto result = [&](Op op, figure::Dimension dimension) {
    return make(Arithmetic{op, left, right}, number_type(std::move(dimension)), span, scope);
  };
  if (binary.op == BinaryOp::multiply)
    return result(Op::multiply, figure::Dimension::product(a, b));
  if (binary.op == BinaryOp::divide) return result(Op::divide, figure::Dimension::quotient(a, b));
  if (!fit(*left, *right, sign, binary.op_span, scope)) return nullptr;
  return result(binary.op == BinaryOp::add ? Op::add : Op::subtract,
                figure::Dimension::joined(a, b));
}

ExprPtr Lowering::logic(const syntax::Binary& binary, Span span, const Scope& scope) {
  auto left = condition(*binary.left, scope);
  auto right = condition(*binary.right, scope);
  if (!left || !right) return nullptr;
  auto op = Logic::Op::implication;
  if (binary.op == BinaryOp::conjunction) op = Logic::Op::conjunction;
  if (binary.op == BinaryOp::disjunction) op = Logic::Op::disjunction;
  return make(Logic{op, std::move(left), std::move(right)}, plain_type(Type::Kind::boolean), span,
              scope);
}

ExprPtr Lowering::membership(const syntax::Binary& binary, Span span, const Scope& scope) {
  auto item = lower(*binary.left, scope);
  // A list of one is a literal in brackets.
  const bool one = is_literal(*binary.right) && scope.text(binary.right->span).starts_with('(');
  auto list = one ? this->list({{binary.right}}, binary.right->span, scope)
                  : of_kind(Type::Kind::list, *binary.right, scope, "in");
  if (!item || !list) return nullptr;
  const auto kind = item->type.kind;
  if (kind != Type::Kind::number && kind != Type::Kind::text && kind != Type::Kind::date) {
    error(scope, binary.left->span,
          Message("rule.in_item", {{"found", "", described(item->type, workshop_.units)}}));
    return nullptr;
  }
  for (const auto& candidate : std::get<ListLiteral>(list->node).items) {
    if (candidate->type.kind != kind) {
      error(scope, binary.op_span,
            Message("rule.kinds", {{"op", "in"},
                                   {"left", "", described(item->type, workshop_.units)},
                                   {"right", "", described(candidate->type, workshop_.units)}}));
      return nullptr;
    }
    if (kind == Type::Kind::number && !fit(*item, *candidate, "in", binary.op_span, scope)) {
      return nullptr;
    }
  }
  return make(Membership{std::move(item), std::move(list)}, plain_type(Type::Kind::boolean), span,
              scope);
}

ExprPtr Lowering::text_test(const syntax::Binary& binary, Span span, const Scope& scope) {
  const bool pattern = binary.op == BinaryOp::matches;
  const auto word = pattern ? "matches" : "contains";
  auto text = of_kind(Type::Kind::text, *binary.left, scope, word);
  auto tested = of_kind(Type::Kind::text, *binary.right, scope, word);
  if (!tested) return nullptr;
  if (pattern) {
    const auto* literal = std::get_if<TextLiteral>(&tested->node);
    if (literal == nullptr) {
      error(scope, binary.right->span, Message("rule.pattern_literal"));
      return nullptr;
    }
    const re2::RE2 compiled(literal->text, re2::RE2::Quiet);
    if (!compiled.ok()) {
      error(scope, binary.right->span, Message("rule.pattern", {{"reason", compiled.error()}}));
      return nullptr;
    }
  }
  if (!text) return nullptr;
  const auto which = pattern ? TextTest::Which::matches : TextTest::Which::contains;
  return make(TextTest{which, std::move(text), std::move(tested)}, plain_type(Type::Kind::boolean),
              span, scope);
}

ExprPtr Lowering::conditional(const syntax::Conditional& conditional, Span span,
                              const Scope& scope) {
  auto test = condition(*conditional.condition, scope);
  // A table that only the branch not taken needs is not needed.
  const Needless needless(*this);
  auto then = lower(*conditional.then, scope);
  auto otherwise = lower(*conditional.otherwise, scope);
  if (!then || !otherwise) return nullptr;
  auto type = then->type;
  const auto& other = otherwise->type;
  const bool value = type.kind != Type::Kind::rows && type.kind != Type::Kind::list;
  if (!value || type.kind != other.kind ||
      !figure::Dimension::fit(type.dimension, other.dimension)) {
    error(scope, conditional.otherwise->span,
          Message("rule.branches", {{"then", "", described(type, workshop_.units)},
                                    {"else", "", described(other, workshop_.units)}}));
    return nullptr;
  }
  type.dimension = figure::Dimension::joined(type.dimension, other.dimension);
  if (!test) return nullptr;
  return make(Conditional{std::move(test), std::move(then), std::move(otherwise)}, std::move(type),
              span, scope);
}

}  // namespace tieout::language
