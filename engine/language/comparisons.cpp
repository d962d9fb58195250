// Comparisons: kinds and dimensions of both sides, `exactly`, `within`.
#include "language/fault.hpp"
#include "language/lowering.hpp"

namespace tieout::language {

using figure::Dimension;
using figure::Relation;
using source::Message;
using source::Span;
using syntax::BinaryOp;

namespace {

Relation relation_of(BinaryOp op) {
  switch (op) {
    case BinaryOp::identical:
      return Relation::identical;
    case BinaryOp::different:
      return Relation::different;
    case BinaryOp::less:
      return Relation::less;
    case BinaryOp::less_equal:
      return Relation::less_equal;
    case BinaryOp::greater:
      return Relation::greater;
    case BinaryOp::greater_equal:
      return Relation::greater_equal;
    default:
      return Relation::equal;
  }
}

bool orders(Relation relation) {
  return relation != Relation::equal && relation != Relation::identical &&
         relation != Relation::different;
}

const NumberLiteral* bare_number(const Expr& expr) {
  const auto* literal = std::get_if<NumberLiteral>(&expr.node);
  return literal != nullptr && literal->unit == nullptr ? literal : nullptr;
}

bool is_quotient(const Expr& expr) {
  const auto* arithmetic = std::get_if<Arithmetic>(&expr.node);
  return arithmetic != nullptr && arithmetic->op == Arithmetic::Op::divide;
}

/// A bare number beside an amount or a percentage lacks its unit: how it could be written. 2 beside
/// a quotient is 200%, beside a stated percentage rather 2%.
Message with_unit(const Expr& side, const Expr& other, const figure::UnitSystem& units) {
  const auto* number = bare_number(side);
  if (number == nullptr) return {};
  const auto& wanted = other.type.dimension;
  if (wanted.kind() == Dimension::Kind::ratio) {
    const bool share = is_quotient(other) || abs(number->value) <= 1;
    const auto percent = figure::finite_decimal(share ? number->value * 100 : number->value);
    return Message("syntax.did_you_mean", {{"word", language::quoted(percent.value_or("") + "%")}});
  }
  if (wanted.kind() != Dimension::Kind::physical) return {};
  for (const auto& unit : units.units()) {
    if (!(unit.dimension == wanted)) continue;
    const auto digits = figure::finite_decimal(number->value).value_or("");
    return Message("rule.add_unit", {{"example", digits + " " + unit.id}});
  }
  return {};
}

}  // namespace

bool Lowering::fit(const Expr& left, const Expr& right, std::string_view op, Span span,
                   const Scope& scope) {
  if (Dimension::fit(left.type.dimension, right.type.dimension)) return true;
  auto hint = with_unit(left, right, workshop_.units);
  if (hint.empty()) hint = with_unit(right, left, workshop_.units);
  unfit(left.type, right.type, op, span, scope, std::move(hint));
  return false;
}

void Lowering::unfit(const Type& left, const Type& right, std::string_view op, Span span,
                     const Scope& scope, Message hint) {
  error(scope, span,
        Message("rule.dimensions", {{"op", std::string(op)},
                                    {"left", "", described(left, workshop_.units)},
                                    {"right", "", described(right, workshop_.units)}}),
        std::move(hint));
}

std::optional<figure::Tolerance> Lowering::tolerance(const syntax::Binary& binary,
                                                     const Dimension& dimension,
                                                     const Scope& scope) {
  const auto expr = lower(*binary.within, scope);
  if (!expr) return std::nullopt;
  const auto* literal = std::get_if<NumberLiteral>(&expr->node);
  if (literal == nullptr || literal->value < 0) {
    error(scope, binary.within->span, Message("rule.tolerance"));
    return std::nullopt;
  }
  const bool share = expr->type.dimension.kind() == Dimension::Kind::ratio &&
                     literal->unit != &workshop_.units.percentage_point();
  if (share) return figure::Tolerance{literal->value, true};
  if (!Dimension::fit(dimension, expr->type.dimension)) {
    unfit(number_type(dimension), expr->type, "within", binary.within->span, scope);
    return std::nullopt;
  }
  return figure::Tolerance{literal->value, false};
}

ExprPtr Lowering::comparison(const syntax::Binary& binary, Span span, const Scope& scope) {
  const auto before = varying_;
  auto left = lower(*binary.left, scope);
  auto right = lower(*binary.right, scope);
  if (!left || !right) return nullptr;
  const auto sign = scope.text(binary.op_span);
  auto relation = relation_of(binary.op);
  const auto kind = left->type.kind;
  const auto kinds = [&](const char* id) {
    error(scope, binary.op_span,
          Message(id, {{"op", std::string(sign)},
                       {"left", "", described(left->type, workshop_.units)},
                       {"right", "", described(right->type, workshop_.units)}}));
    return nullptr;
  };
  if (kind == Type::Kind::target || right->type.kind == Type::Kind::target) {
    return kinds("rule.target_compared");
  }
  if (kind != right->type.kind || kind == Type::Kind::rows || kind == Type::Kind::list) {
    return kinds("rule.kinds");
  }
  const bool number = kind == Type::Kind::number;
  if (orders(relation) && !number && kind != Type::Kind::date) return kinds("rule.no_order");
  if (number && !fit(*left, *right, sign, binary.op_span, scope)) return nullptr;
  if (varying_ == before) {
    error(scope, span, Message("rule.constant"));
    return nullptr;
  }
  if (binary.exactly) {
    if (binary.op != BinaryOp::equal || binary.within) {
      error(scope, binary.op_span, Message("rule.exactly"));
      return nullptr;
    }
    relation = Relation::identical;
  }
  std::optional<figure::Tolerance> allowed;
  if (binary.within) {
    const bool possible = relation == Relation::equal || relation == Relation::less_equal ||
                          relation == Relation::greater_equal;
    if (!number || !possible) {
      error(scope, binary.within->span, Message("rule.within", {{"op", std::string(sign)}}));
      return nullptr;
    }
    allowed =
        tolerance(binary, Dimension::joined(left->type.dimension, right->type.dimension), scope);
    if (!allowed) return nullptr;
  }
  return make(Comparison{relation, std::move(left), std::move(right), std::move(allowed)},
              plain_type(Type::Kind::boolean), span, scope);
}

}  // namespace tieout::language
