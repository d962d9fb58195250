// Chooses the profile and sets parameters.
#include "language/settings.hpp"

#include "language/characters.hpp"
#include "language/parser.hpp"
#include "language/words.hpp"

#include <algorithm>

namespace tieout::language {

using source::Message;

namespace {

/// What the caller wrote, as a text of its own that messages can point at.
At option(std::string name, const std::string& value) {
  auto text = std::make_shared<source::Source>(std::move(name), value);
  return {text, {0, value.size()}};
}

bool is_literal(const Expr& expr) {
  if (const auto* list = std::get_if<ListLiteral>(&expr.node)) {
    return std::ranges::all_of(list->items, [](const ExprPtr& item) { return is_literal(*item); });
  }
  return std::holds_alternative<NumberLiteral>(expr.node) ||
         std::holds_alternative<TextLiteral>(expr.node) ||
         std::holds_alternative<BooleanLiteral>(expr.node) ||
         std::holds_alternative<DateLiteral>(expr.node);
}

ExprPtr literal(Workshop& workshop, const std::shared_ptr<const source::Source>& file,
                const syntax::Node& node) {
  Lowering lowering(workshop);
  Scope scope;
  scope.file = file;
  auto value = lowering.lower(node, scope);
  if (value && !is_literal(*value)) {
    lowering.error(scope, node.span, Message("rule.no_literal"));
    return nullptr;
  }
  return value;
}

/// The literal that the caller wrote for a param that is declared with `declared`.
ExprPtr given(Workshop& workshop, const std::string& name, const std::string& value,
              const Expr& declared) {
  if (declared.type.kind == Type::Kind::text) {
    auto text = std::make_shared<Expr>(declared);
    text->node = TextLiteral{value};
    return text;
  }
  // Read as a rule file would read it.
  const auto before = "param `" + name + "` = ";
  const auto file = option("--param", before + value).file;
  std::vector<Diagnostic> diagnostics;
  const auto parsed = parse(file, workshop.options.limits, diagnostics);
  const std::size_t end = file->text().size();
  const auto alone = [&](const syntax::Node& node) {
    return without_layout(*file, {node.span.end, end}).empty();
  };
  if (diagnostics.empty() && !parsed.params.empty() && alone(*parsed.params.front().value)) {
    auto expr = literal(workshop, file, *parsed.params.front().value);
    if (!expr) return nullptr;
    if (expr->type.kind == declared.type.kind &&
        figure::Dimension::fit(expr->type.dimension, declared.type.dimension)) {
      return expr;
    }
  }
  workshop.reporter.error(
      {file, {before.size(), end}},
      Message("rule.param_value",
              {{"name", name}, {"wanted", "", described(declared.type, workshop.units)}}));
  return nullptr;
}

/// Sets what the caller gives for a param.
void set(Workshop& workshop, const std::string& name, const std::string& value) {
  auto* declared = workshop.declarations.find(name, workshop.profile);
  if (declared != nullptr && declared->param != nullptr) {
    if (declared->value) declared->value = given(workshop, name, value, *declared->value);
    declared->text = value;
    return;
  }
  const auto profiles = workshop.declarations.profiles_with(name);
  if (declared == nullptr && !profiles.empty()) {
    workshop.reporter.error(option("--param", name), in_profiles(name, profiles));
    return;
  }
  std::vector<std::string_view> candidates;
  for (const auto& other : workshop.declarations.all()) {
    if (other.param != nullptr) candidates.push_back(other.name);
  }
  const Lowering lowering(workshop);
  workshop.reporter.error(option("--param", name), Message("rule.unknown_param", {{"name", name}}),
                          lowering.near(name, std::move(candidates)));
}

}  // namespace

void choose_profile(Workshop& workshop) {
  const auto& wanted = workshop.options.profile;
  const auto& known = workshop.declarations.profiles();
  workshop.profile = wanted.empty() ? workshop.declarations.default_profile() : wanted;
  if (wanted.empty() || std::ranges::find(known, wanted) != known.end()) return;
  const Lowering lowering(workshop);
  workshop.reporter.error(option("--profile", wanted),
                          Message("rule.unknown_profile", {{"name", wanted}}),
                          lowering.near(wanted, {known.begin(), known.end()}));
}

std::vector<Parameter> settle_parameters(Workshop& workshop) {
  auto& all = workshop.declarations.all();
  for (auto& declared : all) {
    if (declared.param == nullptr) continue;
    declared.value = literal(workshop, declared.at.file, *declared.param->value);
  }
  for (const auto& [name, value] : workshop.options.parameters) {
    set(workshop, composed(name), value);
  }
  std::vector<Parameter> result;
  for (const auto& declared : all) {
    if (declared.param == nullptr) continue;
    if (!declared.profile.empty() && declared.profile != workshop.profile) continue;
    const auto& meaning = declared.param->meaning;
    result.push_back({declared.name, meaning ? meaning->text : std::string(), declared.text});
  }
  return result;
}

}  // namespace tieout::language
