// Judges relations by what they mean. Heights of checked trees are bounded by Limits::rule_depth.
#include "language/lint.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <utility>

namespace tieout::language {

namespace {

using source::Message;

void for_each_part(const Expr& expr, const std::function<void(const Expr&)>& visit);

struct Parts {
  const std::function<void(const Expr&)>& visit;

  void one(const ExprPtr& part) const {
    if (part) visit(*part);
  }
  void operator()(const ListLiteral& list) const {
    for (const auto& item : list.items) one(item);
  }
  void operator()(const OnlyRow& only) const { one(only.rows); }
  void operator()(const Aggregate& aggregate) const { one(aggregate.value); }
  void operator()(const Quantifier& quantifier) const { one(quantifier.condition); }
  void operator()(const Arithmetic& arithmetic) const { two(arithmetic.left, arithmetic.right); }
  void operator()(const Negation& negation) const { one(negation.operand); }
  void operator()(const Comparison& comparison) const { two(comparison.left, comparison.right); }
  void operator()(const Membership& membership) const { two(membership.item, membership.list); }
  void operator()(const Logic& logic) const { two(logic.left, logic.right); }
  void operator()(const Not& negation) const { one(negation.operand); }
  void operator()(const Conditional& choice) const {
    one(choice.condition);
    two(choice.then, choice.otherwise);
  }
  void operator()(const Call& call) const {
    for (const auto& argument : call.arguments) one(argument);
  }
  template <typename Node>
  void operator()(const Node& /*without parts*/) const {}

 private:
  void two(const ExprPtr& first, const ExprPtr& second) const {
    one(first);
    one(second);
  }
};

void for_each_part(const Expr& expr, const std::function<void(const Expr&)>& visit) {
  std::visit(Parts{visit}, expr.node);
}

bool is_literal(const Expr& expr) { return std::holds_alternative<NumberLiteral>(expr.node); }

/// Sums of figures with constant factors: their rounding is judged exactly.
bool is_linear(const Expr& expr) {
  if (const auto* arithmetic = std::get_if<Arithmetic>(&expr.node)) {
    using Op = Arithmetic::Op;
    const auto& [op, left, right] = *arithmetic;
    if (op == Op::divide) return is_linear(*left) && is_literal(*right);
    if (op == Op::multiply && !is_literal(*left) && !is_literal(*right)) return false;
    return is_linear(*left) && is_linear(*right);
  }
  if (const auto* aggregate = std::get_if<Aggregate>(&expr.node)) {
    return aggregate->function == Aggregate::Function::sum && is_linear(*aggregate->value);
  }
  if (const auto* negation = std::get_if<Negation>(&expr.node))
    return is_linear(*negation->operand);
  if (const auto* choice = std::get_if<Conditional>(&expr.node)) {
    return is_linear(*choice->then) && is_linear(*choice->otherwise);
  }
  if (const auto* call = std::get_if<Call>(&expr.node)) {
    return call->function == Call::Function::coalesce &&
           std::ranges::all_of(call->arguments,
                               [](const ExprPtr& argument) { return is_linear(*argument); });
  }
  return true;
}

bool is_quotient(const Expr& expr) {
  const auto* arithmetic = std::get_if<Arithmetic>(&expr.node);
  return arithmetic != nullptr && arithmetic->op == Arithmetic::Op::divide &&
         is_linear(*arithmetic->left) && is_linear(*arithmetic->right);
}

class RelationLinter {
 public:
  RelationLinter(const Program& program, const Rule& rule, std::vector<Diagnostic>& warnings)
      : program_(program), rule_(rule), warnings_(warnings) {}

  void look(const Expr& expr) {
    if (const auto* comparison = std::get_if<Comparison>(&expr.node)) judge(expr, *comparison);
    for_each_part(expr, [this](const Expr& part) { look(part); });
  }

 private:
  /// The step at which an item is stated, if its schema says so.
  struct Step {
    const figure::Unit* unit = nullptr;
    figure::Rational size = 0;  ///< base units
  };

  void warn(const Expr& expr, Message message) {
    auto& warning = warnings_.emplace_back();
    warning.message = std::move(message);
    warning.file = program_.files[rule_.file];
    warning.span = expr.span;
    warning.warning = true;
  }

  void judge(const Expr& expr, const Comparison& comparison) {
    using figure::Relation;
    const auto relation = comparison.relation;
    if (comparison.tolerance) return tolerance(expr, comparison);
    const bool rounds = relation == Relation::equal || relation == Relation::less_equal ||
                        relation == Relation::greater_equal;
    const auto& [left, right] = std::tie(*comparison.left, *comparison.right);
    const bool exact =
        (is_linear(left) && is_linear(right)) || (item_of(left) != nullptr && is_quotient(right)) ||
        (item_of(right) != nullptr && is_quotient(left)) ||
        (is_literal(left) && is_quotient(right)) || (is_literal(right) && is_quotient(left));
    if (!rounds || exact || left.type.kind != Type::Kind::number) return;
    std::map<const schema::Item*, std::size_t> uses;
    count(left, uses);
    count(right, uses);
    for (const auto& [item, times] : uses) {
      if (times > 1) return warn(expr, {"rule.lint_repeated_figure", {{"item", item->title}}});
    }
  }

  void count(const Expr& expr, std::map<const schema::Item*, std::size_t>& uses) const {
    if (const auto* item = item_of(expr)) ++uses[item];
    for_each_part(expr, [&](const Expr& part) { count(part, uses); });
  }

  void tolerance(const Expr& expr, const Comparison& comparison) {
    if (comparison.relation != figure::Relation::equal || comparison.tolerance->of_right) return;
    Step all;
    if (!add_steps(*comparison.left, all) || !add_steps(*comparison.right, all)) return;
    if (all.unit == nullptr || comparison.tolerance->amount <= all.size / 2) return;
    const auto text = figure::finite_decimal(all.size / 2 / all.unit->factor);
    warn(expr, {"rule.lint_wide_tolerance", {{"allowed", text.value_or("") + all.unit->id}}});
  }

  /// Adds the steps of the figures that a sum is made of; false if they are not known.
  bool add_steps(const Expr& expr, Step& all) const {
    if (is_literal(expr)) return true;
    if (const auto* item = item_of(expr)) {
      if (item->unit == nullptr || !item->decimals) return false;
      if (all.unit == nullptr) all.unit = item->unit;
      figure::Rational step = item->unit->factor;
      for (int i = 0; i < *item->decimals; ++i) step /= 10;
      all.size += step;
      return true;
    }
    if (const auto* negation = std::get_if<Negation>(&expr.node)) {
      return add_steps(*negation->operand, all);
    }
    const auto* arithmetic = std::get_if<Arithmetic>(&expr.node);
    using Op = Arithmetic::Op;
    return arithmetic != nullptr && (arithmetic->op == Op::add || arithmetic->op == Op::subtract) &&
           add_steps(*arithmetic->left, all) && add_steps(*arithmetic->right, all);
  }

  /// The item that an expression is a figure of; null if it is none, or it is not known here of
  /// which table.
  [[nodiscard]] const schema::Item* item_of(const Expr& expr) const {
    const auto& schema = *program_.schema;
    if (const auto* scalar = std::get_if<Scalar>(&expr.node)) {
      return scalar->prior ? nullptr : &schema.scalars[scalar->item];
    }
    if (const auto* column = std::get_if<Column>(&expr.node)) {
      if (column->slot != 0 || !rule_.over) return nullptr;
      return &schema.tables[*rule_.over].columns[column->column];
    }
    if (const auto* aligned = std::get_if<AlignedColumn>(&expr.node)) {
      return aligned->prior ? nullptr : &schema.tables[aligned->table].columns[aligned->column];
    }
    return nullptr;
  }

  const Program& program_;
  const Rule& rule_;
  std::vector<Diagnostic>& warnings_;
};

}  // namespace

void lint_relations(const Program& program, std::vector<Diagnostic>& warnings) {
  for (const auto& rule : program.rules) {
    // The checks of `.*` differ only in their column.
    if (!rule.checks.empty()) {
      RelationLinter(program, rule, warnings).look(*rule.checks.front().condition);
    }
  }
}

}  // namespace tieout::language
