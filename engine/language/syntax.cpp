// Children of nodes, and their destruction.
#include "language/syntax.hpp"

#include <type_traits>
#include <utility>

namespace tieout::language::syntax {

namespace {

/// Calls `visit` with a reference to each child that `node` has, left to right.
template <typename AnyNode, typename Visit>
void visit_children(AnyNode& node, const Visit& visit) {
  const auto child = [&](auto& pointer) {
    if (pointer) visit(pointer);
  };
  const auto children = [&](auto& list) {
    for (auto& pointer : list) child(pointer);
  };
  std::visit(
      [&](auto& part) {
        using Part = std::remove_cvref_t<decltype(part)>;
        if constexpr (std::is_same_v<Part, List>) {
          children(part.items);
        } else if constexpr (std::is_same_v<Part, Member> || std::is_same_v<Part, Star>) {
          child(part.object);
        } else if constexpr (std::is_same_v<Part, Index>) {
          child(part.object);
          child(part.inside);
        } else if constexpr (std::is_same_v<Part, Call>) {
          children(part.arguments);
          child(part.group);
        } else if constexpr (std::is_same_v<Part, Quantifier>) {
          child(part.rows);
          child(part.condition);
        } else if constexpr (std::is_same_v<Part, Unary>) {
          child(part.operand);
        } else if constexpr (std::is_same_v<Part, Binary>) {
          child(part.left);
          child(part.right);
          child(part.within);
        } else if constexpr (std::is_same_v<Part, Conditional>) {
          child(part.condition);
          child(part.then);
          child(part.otherwise);
        }
      },
      node.node);
}

}  // namespace

void for_each_child(const Node& node, const std::function<void(const NodePtr&)>& visit) {
  visit_children(node, visit);
}

// Where memory is short for the list, there is nothing left to do but to end.
// NOLINTNEXTLINE(bugprone-exception-escape)
Node::~Node() {
  std::vector<NodePtr> orphans;
  const auto adopt = [&](NodePtr& child) { orphans.push_back(std::move(child)); };
  visit_children(*this, adopt);
  while (!orphans.empty()) {
    const auto last = std::move(orphans.back());
    orphans.pop_back();
    // Nobody else holds it, and every node is made as a non-const one: its children may be taken.
    if (last.use_count() == 1) visit_children(const_cast<Node&>(*last), adopt);
  }
}

}  // namespace tieout::language::syntax
