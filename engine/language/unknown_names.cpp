// Says what is wrong with a name that means nothing where it stands.
#include "language/fault.hpp"
#include "language/lowering.hpp"

#include <algorithm>

namespace tieout::language {

using source::Message;

namespace {

void append(std::vector<std::string_view>& candidates, const NameIndex& index) {
  candidates.insert(candidates.end(), index.spellings().begin(), index.spellings().end());
}

}  // namespace

std::vector<std::string_view> Lowering::visible(const Scope& scope) const {
  std::vector<std::string_view> candidates;
  const auto& names = workshop_.names;
  if (scope.row) append(candidates, names.columns(*scope.row->table));
  if (scope.row && scope.filter) append(candidates, names.row_sets(*scope.row->table));
  if (!scope.filter) append(candidates, names.scalars());
  append(candidates, names.tables());
  for (const auto& variable : scope.variables) candidates.push_back(variable.name);
  if (scope.bindings != nullptr) {
    for (const auto& [name, binding] : *scope.bindings) candidates.push_back(name);
  }
  for (const auto& declaration : workshop_.declarations.all()) {
    if (declaration.profile.empty() || declaration.profile == scope.profile) {
      candidates.push_back(declaration.name);
    }
  }
  return candidates;
}

Message Lowering::elsewhere(std::string_view name) const {
  for (const auto& table : workshop_.schema.tables) {
    if (const auto column = workshop_.names.columns(table).find(name).index) {
      return Message("rule.column_elsewhere",
                     {{"column", table.id + "." + table.columns[*column].id}});
    }
  }
  return {};
}

bool Lowering::explained(const syntax::Name& name, const Scope& scope) {
  const auto& names = workshop_.names;
  const auto say = [&](Message message, Message hint = {}) {
    error(scope, name.span, std::move(message), std::move(hint));
    return true;
  };
  if (workshop_.declarations.broken(name.text)) {
    workshop_.reporter.repeated();
    return true;
  }
  if (scope.row) {
    const auto& table = *scope.row->table;
    const auto several = names.columns(table).find(name.text).several;
    if (!several.empty()) {
      return say(ambiguous(name.text, table.columns, several));
    }
  }
  if (!scope.filter) {
    const auto several = names.scalars().find(name.text).several;
    if (!several.empty()) {
      return say(ambiguous(name.text, workshop_.schema.scalars, several));
    }
  } else {
    const auto& inside = scope.row->table->id;
    if (scope.outside && names.columns(*scope.outside->table).find(name.text).index) {
      const auto alias =
          std::ranges::find(scope.variables, scope.outside->slot,
                            [](const RowVariable& variable) { return variable.row.slot; });
      const bool has_alias = alias != scope.variables.end();
      return say(Message("rule.outer_column", {{"name", name.text}, {"table", inside}}),
                 has_alias ? Message("syntax.did_you_mean",
                                     {{"word", language::quoted(alias->name + "." + name.text)}})
                           : Message("rule.give_alias", {{"name", name.text}}));
    }
    if (names.scalars().find(name.text).index) {
      return say(Message("rule.outer_item", {{"name", name.text}, {"table", inside}}));
    }
  }
  if (const auto profiles = workshop_.declarations.profiles_with(name.text); !profiles.empty()) {
    return say(in_profiles(name.text, profiles));
  }
  if (name.text == "this" || name.text == "children") {
    return say(Message("rule.no_row", {{"name", name.text}}));
  }
  if (builtin(name.text) != nullptr) {
    return say(Message("rule.needs_brackets", {{"name", name.text}}));
  }
  return false;
}

ExprPtr Lowering::unknown(const Path& path, const Scope& scope) {
  const auto& name = *path.names.front();
  if (workshop_.reporter.full(scope.file.get())) {
    error(scope, name.span, Message("rule.unknown_name", {{"name", name.text}}));
    return nullptr;
  }
  if (explained(name, scope)) return nullptr;
  Message hint;
  if (scope.row) {
    const auto& columns = workshop_.names.columns(*scope.row->table).spellings();
    hint = near(name.text, {columns.begin(), columns.end()});
  }
  if (hint.empty()) hint = elsewhere(name.text);
  if (hint.empty()) hint = near(name.text, visible(scope));
  if (scope.filter) {
    error(scope, name.span,
          Message("rule.unknown_in_filter", {{"name", name.text}, {"table", scope.row->table->id}}),
          std::move(hint));
  } else {
    error(scope, name.span, Message("rule.unknown_name", {{"name", name.text}}), std::move(hint));
  }
  return nullptr;
}

ExprPtr Lowering::unknown_prior(const Path& path, const Scope& scope) {
  std::vector<std::string_view> candidates = {"report"};
  append(candidates, workshop_.names.scalars());
  append(candidates, workshop_.names.tables());
  const auto name = path.names.size() > 1 ? path.names[1]->text : std::string("*");
  error(scope, path.names.size() > 1 ? path.names[1]->span : path.after(1),
        Message("rule.unknown_prior", {{"name", name}}), near(name, std::move(candidates)));
  return nullptr;
}

}  // namespace tieout::language
