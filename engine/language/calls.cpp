// Calls: the language's functions, and defines.
#include "language/lowering.hpp"

#include "language/suggestion.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tieout::language {

using source::Message;
using source::Span;

namespace {

/// The column of a table of mentions that holds what they state.
std::optional<std::size_t> value_column(const schema::Table& table) {
  std::optional<std::size_t> only;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (table.columns[i].kind != schema::Kind::number) continue;
    if (table.columns[i].id == "value") return i;
    if (only) return std::nullopt;
    only = i;
  }
  return only;
}

constexpr int most_decimals = 30;

bool is_decimals(const Expr& expr) {
  const auto* literal = std::get_if<NumberLiteral>(&expr.node);
  return literal != nullptr && literal->unit == nullptr && denominator(literal->value) == 1 &&
         abs(literal->value) <= most_decimals;
}

}  // namespace

bool Lowering::arity(const syntax::Call& call, std::size_t least, std::size_t most,
                     const Scope& scope) {
  const auto count = call.arguments.size();
  if (count >= least && count <= most) return true;
  const bool open = most == any_number;
  error(scope, call.function.span,
        Message(open ? "rule.arity_least" : "rule.arity",
                {{"name", call.function.text},
                 {"wanted", least == most || open ? std::to_string(least)
                                                  : fmt::format("{}–{}", least, most)},
                 {"found", std::to_string(count)}}));
  return false;
}

ExprPtr Lowering::call(const syntax::Call& call, Span span, const Scope& scope) {
  const auto* known = builtin(call.function.text);
  const auto* aggregated =
      known != nullptr ? std::get_if<Aggregate::Function>(&known->function) : nullptr;
  if ((call.present || call.group) && aggregated == nullptr) {
    error(scope, call.function.span, Message("rule.no_aggregate", {{"name", call.function.text}}));
    return nullptr;
  }
  if (known == nullptr) return user_function(call, span, scope);
  if (!arity(call, known->least, known->most, scope)) return nullptr;
  if (aggregated != nullptr) return aggregate(*aggregated, call, span, scope);
  return function(std::get<Call::Function>(known->function), call, span, scope);
}

ExprPtr Lowering::function(Call::Function function, const syntax::Call& call, Span span,
                           const Scope& scope) {
  using Function = Call::Function;
  using Kind = Type::Kind;
  const auto& name = call.function.text;
  const auto argument = [&](std::size_t index, Kind kind) {
    return of_kind(kind, *call.arguments[index], scope, name);
  };
  const auto result = [&](std::vector<ExprPtr> operands, Type type) -> ExprPtr {
    if (std::ranges::find(operands, nullptr) != operands.end()) return nullptr;
    return make(Call{function, std::move(operands)}, std::move(type), span, scope);
  };
  switch (function) {
    case Function::abs:
    case Function::round:
    case Function::floor:
    case Function::ceiling: {
      auto number = argument(0, Kind::number);
      auto type = number ? number->type : Type();
      if (call.arguments.size() == 1) return result({number}, type);
      auto decimals = argument(1, Kind::number);
      if (decimals && !is_decimals(*decimals)) {
        error(scope, call.arguments[1]->span,
              Message("rule.decimals", {{"name", name}, {"most", std::to_string(most_decimals)}}));
        return nullptr;
      }
      return result({number, decimals}, type);
    }
    case Function::present:
    case Function::missing: {
      const Needless needless(*this);
      auto operand = lower(*call.arguments[0], scope);
      if (operand && operand->type.kind == Kind::list) {
        error(scope, call.arguments[0]->span,
              Message("rule.wants", {{"user", name},
                                     {"wanted", "", Message("rule.type_value")},
                                     {"found", "", described(Kind::list)}}));
        return nullptr;
      }
      return result({operand}, plain_type(Kind::boolean));
    }
    case Function::coalesce:
      return coalesce(call, span, scope);
    case Function::length:
      return result({argument(0, Kind::text)}, count_type());
    case Function::year:
    case Function::month:
    case Function::day:
      return result({argument(0, Kind::date)}, count_type());
    case Function::days_between:
      return result({argument(0, Kind::date), argument(1, Kind::date)}, count_type());
    case Function::distinct:
      return result({column_of(*call.arguments[0], scope, name)}, count_type());
    case Function::lookup:
      return lookup(call, span, scope);
    case Function::agree: {
      auto values = column_of(*call.arguments[0], scope, name);
      if (values && values->type.kind != Kind::number) {
        error(scope, call.arguments[0]->span,
              Message("rule.wants", {{"user", name},
                                     {"wanted", "", described(Kind::number)},
                                     {"found", "", described(values->type, workshop_.units)}}));
        return nullptr;
      }
      return result({values}, plain_type(Kind::boolean));
    }
    case Function::meets:
      break;
  }
  return result({argument(0, Kind::number), argument(1, Kind::target)}, plain_type(Kind::boolean));
}

ExprPtr Lowering::coalesce(const syntax::Call& call, Span span, const Scope& scope) {
  std::vector<ExprPtr> values;
  bool whole = true;
  std::optional<Type> type;
  for (const auto& node : call.arguments) {
    auto value = lower(*node, scope);
    if (!value) {
      whole = false;
      continue;
    }
    const auto kind = value->type.kind;
    const bool single = kind != Type::Kind::rows && kind != Type::Kind::list;
    // The first one says what the others must be.
    if (single && !type) type = value->type;
    if (!single || kind != type->kind ||
        !figure::Dimension::fit(type->dimension, value->type.dimension)) {
      auto wanted = type ? described(*type, workshop_.units) : Message("rule.type_value");
      error(scope, node->span,
            Message("rule.wants", {{"user", call.function.text},
                                   {"wanted", "", std::move(wanted)},
                                   {"found", "", described(value->type, workshop_.units)}}));
      whole = false;
      continue;
    }
    type->dimension = figure::Dimension::joined(type->dimension, value->type.dimension);
    values.push_back(std::move(value));
  }
  if (!whole) return nullptr;
  return make(Call{Call::Function::coalesce, std::move(values)}, std::move(*type), span, scope);
}

ExprPtr Lowering::lookup(const syntax::Call& call, Span span, const Scope& scope) {
  auto from = rows(*call.arguments[0], scope, call.function.text);
  auto key = of_kind(Type::Kind::text, *call.arguments[1], scope, call.function.text);
  if (!from) return nullptr;
  const auto& table = *from->type.table;
  if (!table.key) {
    error(scope, call.arguments[0]->span, Message("rule.no_key", {{"table", table.id}}));
    return nullptr;
  }
  const auto path = path_of(*call.arguments[2]);
  if (path.base != nullptr) {
    error(scope, call.arguments[2]->span, Message("rule.column_name", {{"table", table.id}}));
    return nullptr;
  }
  const auto named = column(table, path, 0, scope);
  if (!named || !key) return nullptr;
  const auto& item = table.columns[named->column];
  if (item.table) {
    error(scope, path.span,
          Message("rule.rows_of_rows", {{"table", table.id}, {"column", item.id}}));
    return nullptr;
  }
  auto values = make(ColumnOf{from, named->column}, type_of(item), path.span, scope);
  return make(Call{Call::Function::lookup, {from, std::move(key), std::move(values)}},
              type_of(item), span, scope);
}

ExprPtr Lowering::column_of(const syntax::Node& node, const Scope& scope, std::string_view user) {
  Scope inner = scope;
  inner.rows_mean = RowsMean::all_rows;
  inner.range = nullptr;
  auto expr = lower(node, inner);
  if (!expr || std::holds_alternative<ColumnOf>(expr->node)) return expr;
  if (expr->type.kind == Type::Kind::rows) {
    const auto& table = *expr->type.table;
    const auto column = user == "agree" ? value_column(table) : std::nullopt;
    if (column) {
      return make(ColumnOf{expr, *column}, type_of(table.columns[*column]), node.span, scope);
    }
  }
  error(scope, node.span,
        Message("rule.wants", {{"user", std::string(user)},
                               {"wanted", "", Message("rule.type_column")},
                               {"found", "", described(expr->type, workshop_.units)}}));
  return nullptr;
}

ExprPtr Lowering::user_function(const syntax::Call& call, Span span, const Scope& scope) {
  const auto& name = call.function.text;
  auto* declared = workshop_.declarations.find(name, scope.profile);
  if (declared == nullptr) {
    if (workshop_.declarations.broken(name)) return known_to_be_wrong();
    const auto profiles = workshop_.declarations.profiles_with(name);
    if (!profiles.empty()) {
      error(scope, call.function.span, in_profiles(name, profiles));
      return nullptr;
    }
    std::vector<std::string_view> candidates;
    for (const auto& function : builtins()) candidates.push_back(function.name);
    for (const auto& other : workshop_.declarations.all()) {
      if (other.define != nullptr && other.define->function) candidates.push_back(other.name);
    }
    const bool full = workshop_.reporter.full(scope.file.get());
    error(scope, call.function.span, Message("rule.unknown_function", {{"name", name}}),
          full ? Message() : near(name, std::move(candidates)));
    return nullptr;
  }
  if (declared->define == nullptr || !declared->define->function) {
    error(scope, call.function.span, Message("rule.no_function", {{"name", name}}));
    return nullptr;
  }
  const auto& parameters = declared->define->parameters;
  if (!arity(call, parameters.size(), parameters.size(), scope)) return nullptr;
  Bindings bindings;
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    auto argument = measured([&] { return lower(*call.arguments[i], scope); });
    argument.at = {declared->at.file, parameters[i].span};
    argument.varies = true;  // whatever it is here, the function is written for any
    bindings.emplace(parameters[i].text, std::move(argument));
  }
  return expanded(*declared, bindings, span, scope);
}

}  // namespace tieout::language
