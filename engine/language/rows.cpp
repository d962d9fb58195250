// Rows: filters, row sets, keys, and quantifiers over rows.
#include "language/lowering.hpp"

namespace tieout::language {

using source::Message;
using source::Span;

ExprPtr Lowering::index(const syntax::Index& index, Span span, const Scope& scope) {
  const auto object = lower(*index.object, scope);
  if (!object) return nullptr;
  if (object->type.kind != Type::Kind::rows) {
    error(scope, index.object->span,
          Message("rule.not_rows", {{"found", "", described(object->type, workshop_.units)}}));
    return nullptr;
  }
  const auto& inside = *index.inside;
  if (const auto* rows = std::get_if<TableRows>(&object->node)) {
    return narrowed(*rows, inside, span, scope);
  }
  const auto* nested = std::get_if<NestedRows>(&object->node);
  if (nested == nullptr) {
    error(scope, inside.span, Message("rule.not_filtered"));
    return nullptr;
  }
  const auto& table = *object->type.table;
  auto narrow = *nested;
  if (const auto* key = std::get_if<syntax::String>(&inside.node)) {
    if (!table.key || narrow.key || narrow.filter) {
      error(scope, inside.span,
            Message(table.key ? "rule.key_alone" : "rule.no_key", {{"table", table.id}}));
      return nullptr;
    }
    narrow.key = row_key(table, key->text);
    return make(std::move(narrow), rows_type(table), span, scope);
  }
  if (!narrow.filter) narrow.inner = slots_++;
  narrow.filter = filtered({narrow.inner, &table, std::nullopt}, narrow.filter, inside, scope);
  if (!narrow.filter) return nullptr;
  return make(std::move(narrow), rows_type(table), span, scope);
}

ExprPtr Lowering::narrowed(const TableRows& rows, const syntax::Node& inside, Span span,
                           const Scope& scope) {
  const auto& table = workshop_.schema.tables[rows.table];
  auto narrow = rows;
  const bool whole = !rows.key && !rows.row_set && !rows.filter;
  if (const auto* key = std::get_if<syntax::String>(&inside.node)) {
    if (!table.key || !whole) {
      error(scope, inside.span,
            Message(table.key ? "rule.key_alone" : "rule.no_key", {{"table", table.id}}));
      return nullptr;
    }
    narrow.key = row_key(table, key->text);
  } else if (const auto set = whole ? row_set(table, inside) : std::nullopt) {
    narrow.row_set = set;
  } else {
    if (!narrow.filter) narrow.slot = slots_++;
    narrow.filter = filtered({narrow.slot, &table, rows.table}, narrow.filter, inside, scope);
    if (!narrow.filter) return nullptr;
  }
  return make(std::move(narrow), rows_type(table), span, scope);
}

std::optional<std::size_t> Lowering::row_set(const schema::Table& table,
                                             const syntax::Node& inside) const {
  const auto* identifier = std::get_if<syntax::Identifier>(&inside.node);
  if (identifier == nullptr) return std::nullopt;
  const auto& name = identifier->name.text;
  if (workshop_.names.columns(table).find(name).index) return std::nullopt;
  return workshop_.names.row_sets(table).find(name).index;
}

ExprPtr Lowering::filtered(const Row& candidate, const ExprPtr& filter, const syntax::Node& inside,
                           const Scope& scope) {
  Scope inner = scope;
  if (!scope.filter) inner.outside = scope.row;
  inner.row = candidate;
  inner.filter = true;
  inner.rows_mean = RowsMean::only_row;
  inner.range = nullptr;
  auto more = condition(inside, inner);
  if (!more || !filter) return more;
  return make(Logic{Logic::Op::conjunction, filter, more}, plain_type(Type::Kind::boolean),
              inside.span, scope);
}

ExprPtr Lowering::over_filter(const syntax::Node& inside, const Scope& scope) {
  if (std::holds_alternative<syntax::String>(inside.node)) {
    error(scope, inside.span, Message("rule.over_key"));
    return nullptr;
  }
  Scope inner = scope;
  inner.filter = true;
  return condition(inside, inner);
}

ExprPtr Lowering::rows(const syntax::Node& node, const Scope& scope, std::string_view user) {
  Scope inner = scope;
  inner.rows_mean = RowsMean::only_row;
  inner.range = nullptr;
  return of_kind(Type::Kind::rows, node, inner, user);
}

ExprPtr Lowering::quantifier(const syntax::Quantifier& quantifier, Span span, const Scope& scope) {
  using Which = syntax::Quantifier::Which;
  std::string_view word = "all";
  Quantifier result;
  if (quantifier.which == Which::any) {
    word = "any";
    result.which = Quantifier::Which::any;
  } else if (quantifier.which == Which::none) {
    word = "none";
    result.which = Quantifier::Which::none;
  }
  result.rows = rows(*quantifier.rows, scope, word);
  declare(quantifier.variable, scope);
  if (!result.rows) return nullptr;
  result.slot = slots_++;
  Scope inner = scope;
  inner.variables.push_back(
      {quantifier.variable.text, {result.slot, result.rows->type.table, std::nullopt}});
  inner.rows_mean = RowsMean::only_row;
  inner.range = nullptr;
  result.condition = condition(*quantifier.condition, inner);
  if (!result.condition) return nullptr;
  return make(std::move(result), plain_type(Type::Kind::boolean), span, scope);
}

}  // namespace tieout::language
