// Walks expressions. Where one may look at figures that it does not name, any may be used.
#include "check/used_figures.hpp"

#include <algorithm>
#include <utility>
#include <variant>

namespace tieout::check {

using language::ExprPtr;

class UsedFigures::Collector {
 public:
  Collector(const language::Rule& rule, const schema::Schema& schema)
      : schema_(schema), tables_(std::max<std::size_t>(rule.slots, 1), nullptr) {
    if (rule.over) tables_[0] = &schema.tables[*rule.over];
  }

  [[nodiscard]] Used take() { return std::exchange(used_, {}); }

  void see(const ExprPtr& expr) {
    if (expr) std::visit([this](const auto& node) { see(node); }, expr->node);
  }

 private:
  /// The slot stands for rows of the table.
  void bind(language::Slot slot, const schema::Table* table) {
    if (slot >= tables_.size()) tables_.resize(slot + 1, nullptr);
    tables_[slot] = table;
  }

  void add(const schema::Table* table, std::size_t column) {
    const auto found =
        std::ranges::find(schema_.tables, table, [](const auto& one) { return &one; });
    if (found == schema_.tables.end()) {
      used_.any = true;  // a table within a table
    } else {
      used_.cells.push_back({static_cast<std::size_t>(found - schema_.tables.begin()), column});
    }
  }

  template <typename Node>
  void see(const Node& /*node*/) {
    used_.any = true;
  }
  void see(const language::NumberLiteral& /*node*/) {}
  void see(const language::TextLiteral& /*node*/) {}
  void see(const language::BooleanLiteral& /*node*/) {}
  void see(const language::DateLiteral& /*node*/) {}
  void see(const language::Scalar& /*node*/) {}
  void see(const language::ReportField& /*node*/) {}
  void see(const language::InRowSet& /*node*/) {}
  void see(const language::Column& node) {
    add(node.slot < tables_.size() ? tables_[node.slot] : nullptr, node.column);
  }
  void see(const language::AlignedColumn& node) { add(&schema_.tables[node.table], node.column); }
  void see(const language::TableRows& node) {
    used_.tables.push_back(node.table);
    if (!node.filter) return;
    bind(node.slot, &schema_.tables[node.table]);
    see(node.filter);
  }
  void see(const language::OnlyRow& node) {
    see(node.rows);
    add(node.rows->type.table, node.column);
  }
  void see(const language::Aggregate& node) {
    see(node.rows);
    if (!node.value) return;
    bind(node.slot, node.rows->type.table);
    for (const auto& part : {node.value, node.group, node.group_of}) see(part);
  }
  void see(const language::Quantifier& node) {
    see(node.rows);
    bind(node.slot, node.rows->type.table);
    see(node.condition);
  }
  void see(const language::Arithmetic& node) { see_both(node.left, node.right); }
  void see(const language::Comparison& node) { see_both(node.left, node.right); }
  void see(const language::Logic& node) { see_both(node.left, node.right); }
  void see(const language::Negation& node) { see(node.operand); }
  void see(const language::Not& node) { see(node.operand); }
  void see(const language::Conditional& node) {
    see(node.condition);
    see_both(node.then, node.otherwise);
  }
  void see(const language::Call& node) {
    for (const auto& argument : node.arguments) see(argument);
  }
  void see_both(const ExprPtr& left, const ExprPtr& right) {
    see(left);
    see(right);
  }

  const schema::Schema& schema_;
  std::vector<const schema::Table*> tables_;  ///< by slot: what its rows are of
  Used used_;
};

UsedFigures::UsedFigures(const language::Program& program) : program_(&program) {
  for (const language::Rule& rule : program.rules) {
    Collector collector(rule, *program.schema);
    OfRule& used = rules_.emplace_back();
    collector.see(rule.over_filter);
    for (const auto& [language, parts] : rule.messages) {
      for (const language::MessagePart& part : parts) {
        if (const auto* hole = std::get_if<language::Hole>(&part)) collector.see(hole->expression);
      }
    }
    used.whole = collector.take();
    if (rule.over) used.whole.tables.push_back(*rule.over);
    for (const language::Check& check : rule.checks) {
      collector.see(check.when);
      collector.see(check.condition);
      used.checks.push_back(collector.take());
    }
  }
}

report::WantedFigures UsedFigures::wanted(std::span<const RuleTask> tasks) const {
  report::WantedFigures wanted(*program_->schema);
  for (const RuleTask& task : tasks) {
    const OfRule& rule = rules_[task.rule];
    add(rule.whole, wanted);
    const std::size_t checks = rule.checks.size();
    for (std::size_t check = 0; check < checks; ++check) {
      bool asked = task.known.empty();
      for (std::size_t i = check; i < task.known.size(); i += checks) {
        asked |= task.known[i] == Known::nothing;
      }
      if (asked) add(rule.checks[check], wanted);
    }
  }
  return wanted;
}

void UsedFigures::add(const Used& used, report::WantedFigures& wanted) {
  if (used.any) wanted.add_all();
  for (const std::size_t table : used.tables) wanted.add(table);
  for (const auto& [table, column] : used.cells) wanted.add(table, column);
}

}  // namespace tieout::check
