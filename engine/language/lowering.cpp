// Lowers expressions: the way into every kind of node, literals, lets, and the limits.
#include "language/lowering.hpp"

#include "language/fault.hpp"

#include "language/suggestion.hpp"

#include <algorithm>

namespace tieout::language {

using source::Message;
using source::Span;

/// One step down: what lower() does while it lives is that much deeper.
class Descent {
 public:
  explicit Descent(Lowering& lowering) : lowering_(lowering) {
    ++lowering_.depth_;
    lowering_.deepest_ = std::max(lowering_.deepest_, lowering_.depth_);
  }
  ~Descent() { --lowering_.depth_; }
  Descent(const Descent&) = delete;
  Descent& operator=(const Descent&) = delete;

 private:
  Lowering& lowering_;
};

namespace {

/// Visits a variant with lambdas.
template <class... Functions>
struct Cases : Functions... {
  using Functions::operator()...;
};

/// A tree may be rule_depth tall; what defines put in place of names makes it taller.
constexpr std::size_t written_out = 3;

/// Among more names than people write, none is looked for: it would take too long.
constexpr std::size_t most_candidates = 5'000;

/// Does `.*` occur in the expression, or a let that has it?
bool has_star(const syntax::Node& root, const Scope& scope) {
  std::vector<const syntax::Node*> waiting = {&root};
  while (!waiting.empty()) {
    const auto& node = *waiting.back();
    waiting.pop_back();
    if (std::holds_alternative<syntax::Star>(node.node)) return true;
    if (const auto* identifier = std::get_if<syntax::Identifier>(&node.node);
        identifier != nullptr && scope.bindings != nullptr) {
      const auto bound = scope.bindings->find(identifier->name.text);
      if (bound != scope.bindings->end() && bound->second.starred != nullptr) return true;
    }
    syntax::for_each_child(
        node, [&waiting](const syntax::NodePtr& child) { waiting.push_back(child.get()); });
  }
  return false;
}

}  // namespace

Path path_of(const syntax::Node& node) {
  Path path;
  path.span = node.span;
  const auto* at = &node;
  if (const auto* star = std::get_if<syntax::Star>(&at->node)) {
    path.star = true;
    path.star_span = {star->object->span.end, node.span.end};
    at = star->object.get();
  }
  while (const auto* member = std::get_if<syntax::Member>(&at->node)) {
    path.names.push_back(&member->name);
    at = member->object.get();
  }
  if (const auto* identifier = std::get_if<syntax::Identifier>(&at->node)) {
    path.names.push_back(&identifier->name);
  } else {
    path.base = at;
  }
  std::ranges::reverse(path.names);
  return path;
}

Span Path::first(std::size_t count) const {
  const auto& start = base != nullptr ? base->span : names.front()->span;
  return {start.begin, count > 0 ? names[count - 1]->span.end : start.end};
}

Span Path::after(std::size_t count) const {
  if (count < names.size()) return {names[count]->span.begin, names.back()->span.end};
  return star_span;
}

void Lowering::error(const Scope& scope, Span span, Message message, Message hint) {
  workshop_.reporter.error({scope.file, span}, std::move(message), std::move(hint), scope.use);
}

Message Lowering::near(std::string_view name, std::vector<std::string_view> candidates) const {
  if (candidates.size() > most_candidates) return {};
  auto found = nearest(name, candidates);
  if (found.empty() || found == name) return {};
  return Message("syntax.did_you_mean", {{"word", language::quoted(found)}});
}

bool Lowering::spend(std::size_t parts, std::size_t height, Span span, const Scope& scope) {
  if (stopped()) return false;
  const auto& options = workshop_.options;
  const std::size_t depth = options.limits.rule_depth * written_out;
  deepest_ = std::max(deepest_, depth_ + height);
  parts_ += parts;
  workshop_.parts += parts;
  Message message;
  if (deepest_ > depth) {
    message = Message("rule.too_deep", {{"limit", std::to_string(depth)}});
  } else if (parts_ > options.rule_parts) {
    message = Message("rule.too_large", {{"limit", std::to_string(options.rule_parts)}});
  } else if (workshop_.parts > options.total_parts) {
    message = Message("rule.all_too_large", {{"limit", std::to_string(options.total_parts)}});
    workshop_.exhausted = true;
  } else {
    return true;
  }
  stopped_ = true;
  // Where the rule uses what grew too large, rather than somewhere within it.
  const At at = scope.use.value_or(At{scope.file, span});
  workshop_.reporter.error(at, std::move(message));
  return false;
}

ExprPtr Lowering::lower(const syntax::Node& node, const Scope& scope) {
  const Descent descent(*this);
  if (!spend(1, 0, node.span, scope)) return nullptr;
  const Span span = node.span;
  return std::visit(
      Cases{
          [&](const syntax::Number& number) { return number_literal(number, span, scope); },
          [&](const syntax::String& string) {
            return make(TextLiteral{string.text}, plain_type(Type::Kind::text), span, scope);
          },
          [&](const syntax::Boolean& boolean) {
            return make(BooleanLiteral{boolean.value}, plain_type(Type::Kind::boolean), span,
                        scope);
          },
          [&](const syntax::Date& date) {
            return make(DateLiteral{date.year, date.month, date.day}, plain_type(Type::Kind::date),
                        span, scope);
          },
          [&](const syntax::List& items) { return list(items, span, scope); },
          [&](const syntax::Identifier&) { return path(path_of(node), scope); },
          [&](const syntax::Member&) { return path(path_of(node), scope); },
          [&](const syntax::Star&) { return path(path_of(node), scope); },
          [&](const syntax::Index& indexed) { return index(indexed, span, scope); },
          [&](const syntax::Call& called) { return call(called, span, scope); },
          [&](const syntax::Quantifier& over) { return quantifier(over, span, scope); },
          [&](const syntax::Unary& operation) { return unary(operation, span, scope); },
          [&](const syntax::Binary& operation) { return binary(operation, span, scope); },
          [&](const syntax::Conditional& choice) { return conditional(choice, span, scope); },
      },
      node.node);
}

ExprPtr Lowering::of_kind(Type::Kind kind, const syntax::Node& node, const Scope& scope,
                          std::string_view user) {
  auto expr = lower(node, scope);
  if (!expr || expr->type.kind == kind) return expr;
  error(scope, node.span,
        Message("rule.wants", {{"user", std::string(user)},
                               {"wanted", "", described(kind)},
                               {"found", "", described(expr->type, workshop_.units)}}));
  return nullptr;
}

ExprPtr Lowering::condition(const syntax::Node& node, const Scope& scope) {
  const auto before = varying_;
  auto expr = lower(node, scope);
  if (!expr) return nullptr;
  if (expr->type.kind != Type::Kind::boolean) {
    error(scope, node.span,
          Message("rule.no_condition", {{"found", "", described(expr->type, workshop_.units)}}));
    return nullptr;
  }
  if (varying_ == before) {
    error(scope, node.span, Message("rule.constant"));
    return nullptr;
  }
  return expr;
}

ExprPtr Lowering::number_literal(const syntax::Number& number, Span span, const Scope& scope) {
  const auto decimal = figure::Decimal::parse(number.digits);
  if (!decimal) {
    error(scope, span, Message("rule.number"));
    return nullptr;
  }
  NumberLiteral literal;
  literal.value = decimal->rational();
  if (number.unit.empty()) {
    auto type = literal.value == 0 ? number_type(figure::Dimension()) : count_type();
    return make(std::move(literal), std::move(type), span, scope);
  }
  literal.unit = workshop_.units.find(number.unit);
  if (literal.unit == nullptr) {
    std::vector<std::string_view> candidates;
    for (const auto& unit : workshop_.units.units()) {
      candidates.push_back(unit.id);
      candidates.insert(candidates.end(), unit.names.begin(), unit.names.end());
    }
    error(scope, number.unit_span, Message("rule.unknown_unit", {{"unit", number.unit}}),
          near(number.unit, std::move(candidates)));
    return nullptr;
  }
  literal.value *= literal.unit->factor;
  auto type = number_type(literal.unit->dimension);
  return make(std::move(literal), std::move(type), span, scope);
}

ExprPtr Lowering::list(const syntax::List& list, Span span, const Scope& scope) {
  ListLiteral literal;
  bool whole = true;
  for (const auto& node : list.items) {
    auto item = lower(*node, scope);
    if (!item) {
      whole = false;
    } else if (item->type.kind == Type::Kind::rows || item->type.kind == Type::Kind::list) {
      error(scope, node->span,
            Message("rule.list_item", {{"found", "", described(item->type, workshop_.units)}}));
      whole = false;
    }
    literal.items.push_back(std::move(item));
  }
  if (!whole) return nullptr;
  return make(std::move(literal), plain_type(Type::Kind::list), span, scope);
}

Binding Lowering::let(const syntax::Let& let, const Scope& scope) {
  declare(let.name, scope);
  Binding binding;
  if (has_star(*let.value, scope)) {
    binding.starred = let.value.get();
    binding.scope = &scope;
    stars_.use = Stars::Use::gather;
    (void)lower(*let.value, scope);
    stars_ = {};
  } else {
    binding = measured([&] { return lower(*let.value, scope); });
  }
  binding.at = {scope.file, let.name.span};
  return binding;
}

}  // namespace tieout::language
