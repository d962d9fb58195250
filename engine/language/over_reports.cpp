// Rules over reports: what `report.` and `prior.` mean in them, and how reports are grouped.
#include "language/lowering.hpp"
#include "schema/run_schema.hpp"

namespace tieout::language {

using source::Message;

bool Lowering::is_reports(const schema::Table* table) const {
  return workshop_.of_run && table == &workshop_.schema.tables[schema::reports_table];
}

bool Lowering::mixes_copies(std::size_t table, bool own, const Path& path, const Scope& scope) {
  if (!workshop_.of_run || own) return false;
  const auto* copies = &workshop_.schema.tables[schema::copies_table];
  if (table != schema::copies_table && (!scope.row || scope.row->table != copies)) return false;
  error(scope, path.span, Message("rule.copies_alone"));
  return true;
}

/// `report.entity` is the report's whose row is at hand, within its tables too.
ExprPtr Lowering::of_report(const Path& path, const Scope& scope) {
  const auto& names = workshop_.names;
  if (match(names.columns(*scope.row->table), path, 0).found.index) {
    return of_row(*scope.row, path, 0, scope);
  }
  const auto& reports = workshop_.schema.tables[schema::reports_table];
  if (!match(names.columns(reports), path, 0).found.index) {
    const auto field = path.names.size() > 1 ? path.names[1]->text : std::string();
    error(scope, path.after(1), Message("rule.unknown_field"),
          near(field, {"period", "entity", "date"}));
    return nullptr;
  }
  if (mixes_copies(schema::reports_table, false, path, scope)) return nullptr;
  return of_row({0, &reports, schema::reports_table}, path, 0, scope);
}

/// `prior.x` is the x of the report that the same entity submitted, in the same run, for the year
/// before.
ExprPtr Lowering::of_prior_report(const Path& path, const Scope& scope) {
  if (mixes_copies(schema::reports_table, false, path, scope)) return nullptr;
  if (!prior_slot_) prior_slot_ = slots_++;
  const auto& reports = workshop_.schema.tables[schema::reports_table];
  return of_row({*prior_slot_, &reports, std::nullopt}, path, 1, scope);
}

/// A text or a number of each report; null, and reported, for anything else.
ExprPtr Lowering::report_column(const syntax::Node& node, const Scope& scope) {
  const auto& reports = workshop_.schema.tables[schema::reports_table];
  const auto path = path_of(node);
  if (path.base == nullptr && !path.star) {
    const auto [found, used] = match(workshop_.names.columns(reports), path, 0);
    if (found.index && used == path.names.size()) {
      const auto& item = reports.columns[*found.index];
      if (item.kind == schema::Kind::text || item.kind == schema::Kind::number) {
        return make(Column{scope.range->slot, *found.index}, type_of(item), node.span, scope);
      }
    }
  }
  error(scope, node.span, Message("rule.group_reports"));
  return nullptr;
}

bool Lowering::group_reports(const syntax::Node& key, const Scope& scope, Aggregate& aggregate) {
  ListLiteral each;
  ListLiteral own;
  const auto add = [&](const syntax::Node& node) {
    const auto column = report_column(node, scope);
    if (!column) return false;
    each.items.push_back(column);
    own.items.push_back(
        make(Column{0, std::get<Column>(column->node).column}, column->type, node.span, scope));
    return true;
  };
  if (const auto* several = std::get_if<syntax::List>(&key.node)) {
    for (const auto& item : several->items) {
      if (!add(*item)) return false;
    }
  } else if (!add(key)) {
    return false;
  }
  ++varying_;
  aggregate.group = make(std::move(each), plain_type(Type::Kind::list), key.span, scope);
  aggregate.group_of = make(std::move(own), plain_type(Type::Kind::list), key.span, scope);
  return true;
}

}  // namespace tieout::language
