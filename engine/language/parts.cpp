// The parts of every kind of expression.
#include "language/parts.hpp"

namespace tieout::language {

namespace {

class Parts {
 public:
  explicit Parts(const std::function<void(const Expr&)>& visit) : visit_(visit) {}

  void operator()(const ListLiteral& node) const { all(node.items); }
  void operator()(const TableRows& node) const { some(node.filter); }
  void operator()(const NestedRows& node) const { some(node.filter); }
  void operator()(const OnlyRow& node) const { some(node.rows); }
  void operator()(const ColumnOf& node) const { some(node.rows); }
  void operator()(const Aggregate& node) const {
    some(node.rows, node.value, node.group, node.group_of);
  }
  void operator()(const Quantifier& node) const { some(node.rows, node.condition); }
  void operator()(const Arithmetic& node) const { some(node.left, node.right); }
  void operator()(const Negation& node) const { some(node.operand); }
  void operator()(const Comparison& node) const { some(node.left, node.right); }
  void operator()(const Membership& node) const { some(node.item, node.list); }
  void operator()(const TextTest& node) const { some(node.text, node.pattern); }
  void operator()(const Logic& node) const { some(node.left, node.right); }
  void operator()(const Not& node) const { some(node.operand); }
  void operator()(const Conditional& node) const {
    some(node.condition, node.then, node.otherwise);
  }
  void operator()(const Call& node) const { all(node.arguments); }
  template <typename Leaf>
  void operator()(const Leaf& /*without parts*/) const {}

 private:
  template <typename... Each>
  void some(const Each&... parts) const {
    const auto one = [this](const ExprPtr& part) {
      if (part) visit_(*part);
    };
    (one(parts), ...);
  }
  void all(const std::vector<ExprPtr>& parts) const {
    for (const auto& part : parts) some(part);
  }

  const std::function<void(const Expr&)>& visit_;
};

}  // namespace

void for_each_part(const Expr& expr, const std::function<void(const Expr&)>& visit) {
  std::visit(Parts(visit), expr.node);
}

void for_each_expression(const Rule& rule, const std::function<void(const Expr&)>& visit) {
  const auto some = [&visit](const ExprPtr& expr) {
    if (expr) visit(*expr);
  };
  some(rule.over_filter);
  for (const auto& check : rule.checks) {
    some(check.when);
    some(check.condition);
  }
  for (const auto& [language, parts] : rule.messages) {
    for (const auto& part : parts) {
      if (const auto* hole = std::get_if<Hole>(&part)) some(hole->expression);
    }
  }
}

}  // namespace tieout::language
