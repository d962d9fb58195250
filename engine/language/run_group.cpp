// Collects the groups that the aggregates of a rule range over.
#include "language/run_group.hpp"

#include "language/parts.hpp"
#include "schema/run_schema.hpp"

#include <algorithm>
#include <set>

namespace tieout::language {

namespace {

std::vector<std::size_t> columns_of(const Expr& group) {
  std::vector<std::size_t> columns;
  for (const auto& item : std::get<ListLiteral>(group.node).items) {
    columns.push_back(std::get<Column>(item->node).column);
  }
  std::ranges::sort(columns);
  return columns;
}

class Groups {
 public:
  void look(const Expr& expr) {
    const auto* aggregate = std::get_if<Aggregate>(&expr.node);
    if (aggregate != nullptr && std::holds_alternative<TableRows>(aggregate->rows->node)) {
      found_.insert(aggregate->group ? columns_of(*aggregate->group) : std::vector<std::size_t>());
      // Its rows are spoken for; what filters them is not.
      for_each_part(*aggregate->rows, [this](const Expr& part) { look(part); });
      if (aggregate->value) look(*aggregate->value);
      return;
    }
    if (std::holds_alternative<TableRows>(expr.node)) found_.insert(std::vector<std::size_t>());
    for_each_part(expr, [this](const Expr& part) { look(part); });
  }

  std::set<std::vector<std::size_t>> found_;
};

}  // namespace

std::optional<std::vector<std::size_t>> run_group(const Rule& rule) {
  Groups groups;
  for_each_expression(rule, [&groups](const Expr& expr) { groups.look(expr); });
  if (rule.prior) groups.found_.insert({static_cast<std::size_t>(schema::ReportColumn::entity)});
  if (groups.found_.size() > 1) return std::nullopt;
  return groups.found_.empty() ? std::vector<std::size_t>() : *groups.found_.begin();
}

}  // namespace tieout::language
