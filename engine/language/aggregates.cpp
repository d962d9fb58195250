// Aggregates: sum, count, min, max, average, with `present` and `group by`.
#include "language/lowering.hpp"
#include "language/words.hpp"

namespace tieout::language {

using source::Message;
using source::Span;

ExprPtr Lowering::aggregate(Aggregate::Function function, const syntax::Call& call, Span span,
                            const Scope& scope) {
  if (function == Aggregate::Function::count) return count(call, span, scope);
  Range range;
  Scope inner = scope;
  inner.rows_mean = RowsMean::each_row;
  inner.range = &range;
  const auto& name = call.function.text;
  const auto& argument = *call.arguments.front();
  Aggregate result;
  result.function = function;
  result.present = call.present;
  result.value = lower(argument, inner);
  if (!result.value) return nullptr;
  if (function == Aggregate::Function::quantile) {
    const auto fraction = this->fraction(*call.arguments[1], scope);
    if (!fraction) return nullptr;
    result.fraction = *fraction;
  }
  if (result.value->type.kind == Type::Kind::rows) {
    error(scope, argument.span,
          Message("rule.which_column", {{"name", name}, {"table", result.value->type.table->id}}));
    return nullptr;
  }
  if (result.value->type.kind != Type::Kind::number) {
    error(scope, argument.span,
          Message("rule.wants", {{"user", name},
                                 {"wanted", "", described(Type::Kind::number)},
                                 {"found", "", described(result.value->type, workshop_.units)}}));
    return nullptr;
  }
  if (!range.rows) {
    error(scope, argument.span, Message("rule.no_range", {{"name", name}}));
    return nullptr;
  }
  if (call.group && !group(call, inner, result)) return nullptr;
  result.rows = range.rows;
  result.slot = range.slot;
  auto type = result.value->type;
  return make(std::move(result), std::move(type), span, scope);
}

std::optional<figure::Rational> Lowering::fraction(const syntax::Node& node, const Scope& scope) {
  const auto expr = lower(node, scope);
  if (!expr) return std::nullopt;
  const auto* literal = std::get_if<NumberLiteral>(&expr->node);
  if (literal != nullptr && literal->value >= 0 && literal->value <= 1) return literal->value;
  error(scope, node.span, Message("rule.fraction"));
  return std::nullopt;
}

ExprPtr Lowering::count(const syntax::Call& call, Span span, const Scope& scope) {
  const Needless needless(*this);
  Range range;
  Scope inner = scope;
  inner.rows_mean = RowsMean::each_row;
  inner.range = &range;
  const auto& argument = *call.arguments.front();
  Aggregate result;
  result.function = Aggregate::Function::count;
  result.present = call.present;
  auto counted = lower(argument, inner);
  if (!counted) return nullptr;
  const bool rows = counted->type.kind == Type::Kind::rows;
  if (rows == call.present) {
    error(scope, argument.span, Message(rows ? "rule.count_present" : "rule.count_rows"));
    return nullptr;
  }
  if (rows) {
    range = {counted, without_layout(*scope.file, argument.span), slots_++};
  } else if (range.rows) {
    result.value = std::move(counted);
  } else {
    error(scope, argument.span, Message("rule.no_range", {{"name", call.function.text}}));
    return nullptr;
  }
  if (call.group && !group(call, inner, result)) return nullptr;
  result.rows = range.rows;
  result.slot = range.slot;
  return make(std::move(result), count_type(), span, scope);
}

ExprPtr Lowering::group_column(const syntax::Node& node, const Scope& scope) {
  const auto* name = std::get_if<syntax::Identifier>(&node.node);
  if (name == nullptr) return nullptr;
  const auto& table = *scope.range->rows->type.table;
  const auto found = workshop_.names.columns(table).find(name->name.text);
  if (!found.index || table.columns[*found.index].kind != schema::Kind::text) return nullptr;
  return make(Column{scope.range->slot, *found.index}, type_of(table.columns[*found.index]),
              node.span, scope);
}

bool Lowering::group(const syntax::Call& call, const Scope& scope, Aggregate& aggregate) {
  if (!scope.row || scope.filter) {
    error(scope, call.group->span, Message("rule.group_place"));
    return false;
  }
  if (is_reports(scope.range->rows->type.table)) {
    return group_reports(*call.group, scope, aggregate);
  }
  aggregate.group = group_column(*call.group, scope);
  if (!aggregate.group) aggregate.group = of_kind(Type::Kind::text, *call.group, scope, "group by");
  if (!aggregate.group) return false;
  // The row's own column of the same name; else its key.
  const auto& own = *scope.row->table;
  auto column = own.key;
  const auto* key = std::get_if<Column>(&aggregate.group->node);
  if (key != nullptr && key->slot == scope.range->slot) {
    const auto& id = scope.range->rows->type.table->columns[key->column].id;
    for (std::size_t i = 0; i < own.columns.size(); ++i) {
      if (own.columns[i].id == id) column = i;
    }
  }
  if (!column || own.columns[*column].kind != schema::Kind::text) {
    error(scope, call.group->span, Message("rule.group_key", {{"table", own.id}}));
    return false;
  }
  ++varying_;
  aggregate.group_of = make(Column{scope.row->slot, *column}, type_of(own.columns[*column]),
                            call.group->span, scope);
  return true;
}

}  // namespace tieout::language
