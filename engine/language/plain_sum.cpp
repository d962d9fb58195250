// Walks a check's condition: its height is bounded by Limits::rule_depth.
#include "language/plain_sum.hpp"

#include <algorithm>
#include <array>

namespace tieout::language {

namespace {

/// What a side is made of.
enum class Side { other, single, sum };

Side side_of(const Expr& expression);

/// Made of parts that are all stated: a sum if one is, or if there is something to add up.
template <typename Parts>
Side of_parts(const Parts& parts, bool adds) {
  Side made = adds ? Side::sum : Side::single;
  for (const auto& part : parts) {
    const auto side = side_of(*part);
    if (side == Side::other) return Side::other;
    if (side == Side::sum) made = Side::sum;
  }
  return made;
}

struct SideOf {
  Side operator()(const NumberLiteral&) const { return Side::single; }
  Side operator()(const Scalar&) const { return Side::single; }
  Side operator()(const Column&) const { return Side::single; }
  Side operator()(const AlignedColumn&) const { return Side::single; }
  Side operator()(const OnlyRow&) const { return Side::single; }
  Side operator()(const Negation& negation) const { return side_of(*negation.operand); }
  Side operator()(const Arithmetic& arithmetic) const {
    using Op = Arithmetic::Op;
    if (arithmetic.op != Op::add && arithmetic.op != Op::subtract) return Side::other;
    return of_parts(std::array{arithmetic.left.get(), arithmetic.right.get()}, true);
  }
  Side operator()(const Aggregate& aggregate) const {
    if (aggregate.function != Aggregate::Function::sum) return Side::other;
    return of_parts(std::array{aggregate.value.get()}, true);
  }
  Side operator()(const Conditional& choice) const {
    return of_parts(std::array{choice.then.get(), choice.otherwise.get()}, false);
  }
  Side operator()(const Call& call) const {
    return call.function == Call::Function::coalesce ? of_parts(call.arguments, false)
                                                     : Side::other;
  }
  template <typename Node>
  Side operator()(const Node& /*other*/) const {
    return Side::other;
  }
};

Side side_of(const Expr& expression) { return std::visit(SideOf{}, expression.node); }

bool is_plain(const Expr& condition) {
  if (const auto* comparison = std::get_if<Comparison>(&condition.node)) {
    using figure::Relation;
    const bool equality =
        comparison->relation == Relation::equal || comparison->relation == Relation::identical;
    return equality && !comparison->tolerance &&
           of_parts(std::array{comparison->left.get(), comparison->right.get()}, false) ==
               Side::sum;
  }
  if (const auto* logic = std::get_if<Logic>(&condition.node)) {
    return is_plain(*logic->left) && is_plain(*logic->right);
  }
  if (const auto* choice = std::get_if<Conditional>(&condition.node)) {
    return is_plain(*choice->then) && is_plain(*choice->otherwise);
  }
  if (const auto* quantifier = std::get_if<Quantifier>(&condition.node)) {
    return is_plain(*quantifier->condition);
  }
  return false;
}

}  // namespace

bool is_plain_sum(const Check& check) { return is_plain(*check.condition); }

bool may_be_accepted(const Rule& rule, const Check& check) {
  return !rule.acceptable.empty() || !is_plain_sum(check);
}

}  // namespace tieout::language
