// What names mean: columns of the row at hand, scalars, lets, defines, params, tables.
#include "language/lowering.hpp"

#include <algorithm>

namespace tieout::language {

using source::Message;

namespace {

const RowVariable* variable(std::string_view name, const Scope& scope) {
  const auto found =
      std::ranges::find(scope.variables.rbegin(), scope.variables.rend(), name, &RowVariable::name);
  return found == scope.variables.rend() ? nullptr : &*found;
}

const Binding* binding(std::string_view name, const Scope& scope) {
  if (scope.bindings == nullptr) return nullptr;
  const auto found = scope.bindings->find(name);
  return found == scope.bindings->end() ? nullptr : &found->second;
}

}  // namespace

Match match(const NameIndex& index, const Path& path, std::size_t from) {
  Match longest;
  std::string name;
  for (auto at = from; at < path.names.size(); ++at) {
    if (at > from) name += '.';
    name += path.names[at]->text;
    auto found = index.find(name);
    if (found.index || (longest.used == 1 && !found.several.empty())) {
      longest = {std::move(found), at - from + 1};
    }
  }
  return longest;
}

void Lowering::declare(const syntax::Name& name, const Scope& scope) {
  const auto& names = workshop_.names;
  Message message;
  if (is_reserved(name.text)) {
    message = Message("rule.reserved", {{"name", name.text}});
  } else if (scope.row && names.columns(*scope.row->table).find(name.text).index) {
    message = Message("rule.hides_column", {{"name", name.text}, {"table", scope.row->table->id}});
  } else if (names.scalars().find(name.text).index) {
    message = Message("rule.hides_item", {{"name", name.text}});
  } else if (names.tables().find(name.text).index) {
    message = Message("rule.hides_table", {{"name", name.text}});
  }
  if (!message.empty()) {
    error(scope, name.span, std::move(message));
    return;
  }
  std::optional<At> first;
  if (const auto* declared = workshop_.declarations.find(name.text, scope.profile)) {
    first = declared->at;
  } else if (const auto* bound = binding(name.text, scope)) {
    first = bound->at;
  } else if (variable(name.text, scope) == nullptr) {
    return;
  }
  workshop_.reporter.error({scope.file, name.span},
                           Message("rule.declared_twice", {{"name", name.text}}), {}, first);
}

bool Lowering::hides_column(const syntax::Name& name, const Scope& scope,
                            const std::optional<At>& declared) {
  if (!scope.row || !workshop_.names.columns(*scope.row->table).find(name.text).index) {
    return false;
  }
  workshop_.reporter.error(
      {scope.file, name.span},
      Message("rule.hides_column", {{"name", name.text}, {"table", scope.row->table->id}}), {},
      declared);
  return true;
}

ExprPtr Lowering::path(const Path& path, const Scope& scope) {
  if (path.base != nullptr) {
    const auto object = lower(*path.base, scope);
    return object ? of_rows(object, path, 0, scope) : nullptr;
  }
  const auto& head = *path.names.front();
  const auto& name = head.text;
  const bool dotted = path.names.size() > 1 || path.star;
  if (const auto* row = variable(name, scope)) {
    return hides_column(head, scope, std::nullopt) ? nullptr : of_row(row->row, path, 1, scope);
  }
  if (const auto* let = binding(name, scope)) {
    return hides_column(head, scope, let->at) ? nullptr : bound(*let, path, scope);
  }
  auto* known = workshop_.declarations.find(name, scope.profile);
  if (scope.row) {
    if (name == "this") return of_row(*scope.row, path, 1, scope);
    const auto& table = *scope.row->table;
    const auto column = match(workshop_.names.columns(table), path, 0).found.index;
    if (dotted && name == "report" && workshop_.of_run) return of_report(path, scope);
    if (dotted && name == "prior" && workshop_.of_run) return of_prior_report(path, scope);
    // `prior.x` is last year's x, even in a table with a column called prior.
    const bool word = dotted && (name == "prior" || name == "report");
    if (column && (!word || table.columns[*column].table)) {
      if (known != nullptr && hides_column(head, scope, known->at)) return nullptr;
      return of_row(*scope.row, path, 0, scope);
    }
    if (const auto set = workshop_.names.row_sets(table).find(name).index;
        set && scope.filter && !dotted) {
      ++varying_;
      return make(InRowSet{scope.row->slot, *set}, plain_type(Type::Kind::boolean), path.span,
                  scope);
    }
    if (name == "children") return children(*scope.row, path, 1, scope);
  }
  if (dotted && name == "report") return report_field(path, 1, false, scope);
  if (dotted && name == "prior") return prior(path, scope);
  if (known != nullptr) {
    const auto value = declared(*known, head.span, scope);
    return value && dotted ? of_rows(value, path, 1, scope) : value;
  }
  if (!scope.filter) {
    const auto item = match(workshop_.names.scalars(), path, 0);
    if (item.found.index) return scalar(item, path, 0, false, scope);
  }
  if (const auto table = workshop_.names.tables().find(name).index) {
    return of_table(*table, false, path, 1, scope);
  }
  return unknown(path, scope);
}

ExprPtr Lowering::bound(const Binding& binding, const Path& path, const Scope& scope) {
  ExprPtr value = binding.value;
  if (binding.starred != nullptr) {
    value = lower(*binding.starred, *binding.scope);
  } else if (!spend(binding.parts, binding.height, path.first(1), scope)) {
    return nullptr;
  }
  if (!value) return nullptr;
  if (binding.varies) ++varying_;
  return path.names.size() > 1 || path.star ? of_rows(value, path, 1, scope) : value;
}

ExprPtr Lowering::scalar(const Match& match, const Path& path, std::size_t from, bool prior,
                         const Scope& scope) {
  const auto item = *match.found.index;
  ++varying_;
  if (from + match.used < path.names.size() || path.star) {
    error(scope, path.after(from + match.used),
          Message("rule.no_parts", {{"name", workshop_.schema.scalars[item].id}}));
    return nullptr;
  }
  return make(Scalar{item, prior}, type_of(workshop_.schema.scalars[item]), path.span, scope);
}

ExprPtr Lowering::report_field(const Path& path, std::size_t from, bool prior, const Scope& scope) {
  using Which = ReportField::Which;
  ++varying_;
  const bool one = from + 1 == path.names.size() && !path.star;
  const std::string_view field = one ? path.names[from]->text : std::string_view();
  const auto is = [&](Which which, Type type) {
    return make(ReportField{which, prior}, std::move(type), path.span, scope);
  };
  if (field == "period") return is(Which::period, count_type());
  if (field == "entity") return is(Which::entity, plain_type(Type::Kind::text));
  if (field == "date") return is(Which::date, plain_type(Type::Kind::date));
  error(scope, path.after(from), Message("rule.unknown_field"),
        near(field, {"period", "entity", "date"}));
  return nullptr;
}

ExprPtr Lowering::prior(const Path& path, const Scope& scope) {
  if (path.names.size() == 1) return unknown_prior(path, scope);
  const auto& name = path.names[1]->text;
  if (name == "report") return report_field(path, 2, true, scope);
  const auto item = match(workshop_.names.scalars(), path, 1);
  if (item.found.index) return scalar(item, path, 1, true, scope);
  if (const auto table = workshop_.names.tables().find(name).index) {
    return of_table(*table, true, path, 2, scope);
  }
  return unknown_prior(path, scope);
}

}  // namespace tieout::language
