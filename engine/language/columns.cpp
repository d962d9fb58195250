// Columns: of a row, of the aligned row of another table, of rows.
#include "language/lowering.hpp"
#include "language/words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tieout::language {

using source::Message;
using source::Span;

namespace {

/// Does the expression name some of the rows, rather than a whole table?
bool narrow(const Expr& rows) {
  if (const auto* table = std::get_if<TableRows>(&rows.node)) {
    return table->key || table->row_set || table->filter;
  }
  const auto* nested = std::get_if<NestedRows>(&rows.node);
  return nested != nullptr && (nested->key || nested->filter);
}

/// Rows nested in the row that an aggregate has in hand.
bool within(const Expr& rows, const Range& range) {
  const auto* nested = std::get_if<NestedRows>(&rows.node);
  return nested != nullptr && range.rows && nested->slot == range.slot;
}

}  // namespace

std::optional<std::size_t> Lowering::starred(const schema::Table& table, const Path& path,
                                             const Scope& scope) {
  switch (stars_.use) {
    case Stars::Use::refuse:
      error(scope, path.after(path.names.size()), Message("rule.star_place"));
      return std::nullopt;
    case Stars::Use::gather:
      stars_.tables.push_back(&table);
      return std::nullopt;
    case Stars::Use::column:
      break;
  }
  const auto found = std::ranges::find(table.columns, stars_.id, &schema::Item::id);
  if (found == table.columns.end()) return std::nullopt;
  return static_cast<std::size_t>(found - table.columns.begin());
}

std::optional<Lowering::NamedColumn> Lowering::column(const schema::Table& table, const Path& path,
                                                      std::size_t from, const Scope& scope) {
  if (from == path.names.size()) {
    const auto star = starred(table, path, scope);
    return star ? std::optional(NamedColumn{*star, 0}) : std::nullopt;
  }
  const auto& columns = workshop_.names.columns(table);
  const auto [found, used] = match(columns, path, from);
  const auto& name = *path.names[from];
  if (!found.index) {
    if (found.several.empty()) {
      error(scope, name.span,
            Message("rule.unknown_column", {{"name", name.text}, {"table", table.id}}),
            near(name.text, {columns.spellings().begin(), columns.spellings().end()}));
    } else {
      error(scope, name.span, ambiguous(name.text, table.columns, found.several));
    }
    return std::nullopt;
  }
  const bool rest = from + used < path.names.size() || path.star;
  if (rest && !table.columns[*found.index].table) {
    error(scope, path.after(from + used),
          Message("rule.no_parts", {{"name", table.columns[*found.index].id}}));
    return std::nullopt;
  }
  return NamedColumn{*found.index, used};
}

ExprPtr Lowering::of_row(const Row& row, const Path& path, std::size_t from, const Scope& scope) {
  ++varying_;
  if (from == path.names.size() && !path.star) {
    error(scope, path.span, Message("rule.row_as_value", {{"name", path.names.front()->text}}));
    return nullptr;
  }
  if (from < path.names.size() && path.names[from]->text == "children" &&
      !workshop_.names.columns(*row.table).find("children").index) {
    return children(row, path, from + 1, scope);
  }
  const auto named = column(*row.table, path, from, scope);
  if (!named) return nullptr;
  const auto& item = row.table->columns[named->column];
  if (!item.table) return make(Column{row.slot, named->column}, type_of(item), path.span, scope);
  const auto next = from + named->used;
  const auto rows = make(NestedRows{row.slot, named->column, std::nullopt, nullptr, 0},
                         type_of(item), path.first(next), scope);
  return next < path.names.size() || path.star ? of_rows(rows, path, next, scope) : rows;
}

ExprPtr Lowering::children(const Row& row, const Path& path, std::size_t from, const Scope& scope) {
  ++varying_;
  if (row.table->hierarchy.kind == schema::Hierarchy::Kind::none) {
    error(scope, path.names[from - 1]->span,
          Message("rule.no_hierarchy", {{"table", row.table->id}}));
    return nullptr;
  }
  const auto rows = make(Children{row.slot}, rows_type(*row.table), path.first(from), scope);
  return from < path.names.size() || path.star ? of_rows(rows, path, from, scope) : rows;
}

ExprPtr Lowering::of_table(std::size_t index, bool prior, const Path& path, std::size_t from,
                           const Scope& scope) {
  const auto& table = workshop_.schema.tables[index];
  ++varying_;
  if (!prior) need(index);
  const bool has_column = from < path.names.size() || path.star;
  const bool own_row = scope.row && !scope.filter && scope.row->index == index && has_column &&
                       scope.rows_mean == RowsMean::only_row;
  if (mixes_copies(index, own_row, path, scope)) return nullptr;
  if (!has_column || scope.rows_mean != RowsMean::only_row) {
    const auto rows = make(TableRows{index, prior, std::nullopt, std::nullopt, nullptr, 0},
                           rows_type(table), path.first(from), scope);
    return has_column ? of_rows(rows, path, from, scope) : rows;
  }
  const bool over = scope.row && !scope.filter;
  if (over && scope.row->index == index && !prior) return of_row(*scope.row, path, from, scope);
  const auto named = column(table, path, from, scope);
  if (!named) return nullptr;
  const auto& item = table.columns[named->column];
  if (!over || item.table) {
    error(scope, path.span,
          Message("rule.needs_one_row", {{"table", table.id}, {"column", item.id}}));
    return nullptr;
  }
  for (const auto* aligned : {scope.row->table, &table}) {
    if (aligned->key) continue;
    error(scope, path.span,
          Message("rule.cannot_align",
                  {{"table", table.id}, {"over", scope.row->table->id}, {"keyless", aligned->id}}));
    return nullptr;
  }
  return make(AlignedColumn{index, named->column, scope.row->slot, prior}, type_of(item), path.span,
              scope);
}

ExprPtr Lowering::of_rows(const ExprPtr& rows, const Path& path, std::size_t from,
                          const Scope& scope) {
  if (rows->type.kind != Type::Kind::rows) {
    error(scope, path.first(from),
          Message("rule.not_rows", {{"found", "", described(rows->type, workshop_.units)}}));
    return nullptr;
  }
  const auto& table = *rows->type.table;
  const auto named = column(table, path, from, scope);
  if (!named) return nullptr;
  const auto& item = table.columns[named->column];
  if (item.table && is_reports(&table) && scope.rows_mean == RowsMean::each_row) {
    // The rows of one report after the other: what is made of them must be one value.
    if (!range_over(rows, path.first(from), scope)) return nullptr;
    const Row each = {scope.range->slot, &table, std::nullopt};
    return of_row(each, path, from, scope);
  }
  if (item.table) {
    error(scope, path.span,
          Message("rule.rows_of_rows", {{"table", table.id}, {"column", item.id}}));
    return nullptr;
  }
  switch (scope.rows_mean) {
    case RowsMean::only_row:
      break;
    case RowsMean::each_row:
      if (within(*rows, *scope.range)) break;
      if (!range_over(rows, path.first(from), scope)) return nullptr;
      return make(Column{scope.range->slot, named->column}, type_of(item), path.span, scope);
    case RowsMean::all_rows:
      return make(ColumnOf{rows, named->column}, type_of(item), path.span, scope);
  }
  if (narrow(*rows)) {
    return make(OnlyRow{rows, named->column}, type_of(item), path.span, scope);
  }
  error(scope, path.span,
        Message("rule.needs_one_row", {{"table", table.id}, {"column", item.id}}));
  return nullptr;
}

bool Lowering::range_over(const ExprPtr& rows, Span span, const Scope& scope) {
  auto& range = *scope.range;
  auto words = without_layout(*scope.file, span);
  if (!range.rows) {
    range = {rows, std::move(words), slots_++};
    return true;
  }
  if (range.words == words) return true;
  error(scope, span, Message("rule.second_range", {{"first", range.words}}));
  return false;
}

}  // namespace tieout::language
