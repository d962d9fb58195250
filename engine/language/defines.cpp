// Defines and params where they are used, and defines for themselves.
#include "language/lowering.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <span>

namespace tieout::language {

using source::Message;
using source::Span;

Message in_profiles(std::string_view name, const std::vector<std::string>& profiles) {
  constexpr std::size_t most = 5;
  const auto named = std::span(profiles).first(std::min(profiles.size(), most));
  return Message("rule.in_profile",
                 {{"name", std::string(name)},
                  {"profiles", fmt::format("{}{}", fmt::join(named, ", "),
                                           profiles.size() > most ? ", …" : "")}});
}

ExprPtr Lowering::declared(Declaration& declaration, Span span, const Scope& scope) {
  if (declaration.param != nullptr) {
    ++varying_;  // a setting
    if (!declaration.value) return known_to_be_wrong();
    const auto& literal = *declaration.value;
    return make(literal.node, literal.type, span, scope);
  }
  if (declaration.define->function) {
    error(scope, span, Message("rule.needs_brackets", {{"name", declaration.name}}));
    return nullptr;
  }
  if (!declaration.profile.empty()) ++varying_;  // differs from profile to profile
  return expanded(declaration, {}, span, scope);
}

ExprPtr Lowering::expanded(Declaration& define, const Bindings& arguments, Span span,
                           const Scope& scope) {
  if (define.wrong) return known_to_be_wrong();
  const auto circle = std::ranges::find(active_, &define);
  if (circle != active_.end()) {
    std::string names;
    for (auto at = circle; at != active_.end(); ++at) names += (*at)->name + " → ";
    error(scope, span, Message("rule.recursive", {{"names", names + define.name}}));
    return nullptr;
  }
  Scope body;
  body.file = define.at.file;
  body.bindings = &arguments;
  body.profile = define.profile.empty() ? scope.profile : define.profile;
  body.use = scope.use.value_or(At{scope.file, span});
  const auto before = workshop_.reporter.errors();
  const auto stars = std::exchange(stars_, Stars());
  active_.push_back(&define);
  auto value = lower(*define.define->value, body);
  active_.pop_back();
  stars_ = stars;
  // What goes wrong in a function may be due to its arguments; here it is always the same.
  if (arguments.empty() && workshop_.reporter.errors() != before) define.wrong = true;
  return value;
}

void Lowering::check(Declaration& define) {
  if (define.wrong) return;
  const auto before = workshop_.reporter.errors();
  Bindings parameters;
  Scope scope;
  scope.file = define.at.file;
  scope.profile = define.profile.empty() ? workshop_.profile : define.profile;
  scope.bindings = &parameters;
  for (const auto& name : define.define->parameters) {
    Binding unknown;  // a value of any type: nothing is said about what is made of it
    unknown.at = {scope.file, name.span};
    if (is_reserved(name.text)) {
      error(scope, name.span, Message("rule.reserved", {{"name", name.text}}));
    }
    const auto [first, is_new] = parameters.emplace(name.text, unknown);
    if (!is_new) {
      workshop_.reporter.error(unknown.at, Message("rule.declared_twice", {{"name", name.text}}),
                               {}, first->second.at);
    }
  }
  active_.push_back(&define);
  (void)lower(*define.define->value, scope);
  active_.pop_back();
  if (workshop_.reporter.errors() != before) define.wrong = true;
}

}  // namespace tieout::language
