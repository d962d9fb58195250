// Follows the row variables of rules to the columns that are read of them.
#include "across/needed.hpp"

#include "language/parts.hpp"
#include "schema/run_schema.hpp"

namespace tieout::across {

namespace {

using language::Expr;
using language::Slot;

/// One rule.
class Reader {
 public:
  explicit Reader(Needed& reports) : reports_(reports) {}

  void rule(const language::Rule& rule) {
    tables_[0] = &reports_;
    if (rule.prior) tables_[*rule.prior] = &reports_;
    language::for_each_expression(rule, [this](const Expr& expr) { look(expr); });
  }

  // What opens a row variable comes before what uses it.
  void operator()(const language::Column& node) { (void)table(node.slot).columns[node.column]; }
  void operator()(const language::TableRows& node) { tables_[node.slot] = &reports_; }
  void operator()(const language::NestedRows& node) {
    Needed& table = nested(node);
    const auto* const set =
        node.filter ? std::get_if<language::InRowSet>(&node.filter->node) : nullptr;
    if (set != nullptr && set->slot == node.inner) {
      table.row_sets.insert(set->row_set);
    } else {
      table.all_rows = true;
    }
    if (node.filter) tables_[node.inner] = &table;  // else it opens no variable
  }
  void operator()(const language::OnlyRow& node) { read(*node.rows, node.column); }
  void operator()(const language::ColumnOf& node) { read(*node.rows, node.column); }
  void operator()(const language::Aggregate& node) { tables_[node.slot] = &rows(*node.rows); }
  void operator()(const language::Quantifier& node) { tables_[node.slot] = &rows(*node.rows); }
  template <typename Node>
  void operator()(const Node& /*reads no row of its own*/) {}

 private:
  void look(const Expr& expr) {
    std::visit([this](const auto& node) { (*this)(node); }, expr.node);
    language::for_each_part(expr, [this](const Expr& part) { look(part); });
  }

  Needed& table(Slot slot) {
    const auto known = tables_.find(slot);
    return known == tables_.end() ? reports_ : *known->second;
  }

  Needed& nested(const language::NestedRows& node) { return table(node.slot).columns[node.column]; }

  /// The table that rows are of.
  Needed& rows(const Expr& expr) {
    const auto* const inner = std::get_if<language::NestedRows>(&expr.node);
    return inner == nullptr ? reports_ : nested(*inner);
  }

  void read(const Expr& of, std::size_t column) { (void)rows(of).columns[column]; }

  Needed& reports_;
  std::map<Slot, Needed*> tables_;
};

}  // namespace

Needed needed(const language::Program& over_reports) {
  using schema::ReportColumn;
  Needed reports;
  for (const auto column : {ReportColumn::source, ReportColumn::entity, ReportColumn::period}) {
    (void)reports.columns[static_cast<std::size_t>(column)];
  }
  bool copies = false;
  for (const auto& rule : over_reports.rules) {
    if (rule.over == schema::copies_table) {
      copies = true;
    } else {
      Reader(reports).rule(rule);
    }
  }
  if (!copies) return reports;
  if (const auto text = paragraph_text(*over_reports.schema)) {
    auto& paragraphs = reports.columns[text->first];
    paragraphs.all_rows = true;
    (void)paragraphs.columns[text->second];
  }
  return reports;
}

std::optional<std::pair<std::size_t, std::size_t>> paragraph_text(const schema::Schema& run) {
  const auto& reports = run.tables[schema::reports_table];
  const auto paragraphs = reports.column("paragraphs");
  if (!paragraphs || reports.columns[*paragraphs].table == nullptr) return std::nullopt;
  const auto text = reports.columns[*paragraphs].table->column("text");
  if (!text) return std::nullopt;
  return std::pair(*paragraphs, *text);
}

}  // namespace tieout::across
