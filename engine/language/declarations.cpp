// Collects defines, params and profiles.
#include "language/declarations.hpp"

#include "language/functions.hpp"

#include <algorithm>
#include <array>

namespace tieout::language {

using source::Message;

bool is_reserved(std::string_view name) {
  static constexpr std::array<std::string_view, 4> words = {"this", "children", "report", "prior"};
  return std::ranges::find(words, name) != words.end();
}

Declarations::Declarations(const std::vector<syntax::File>& files, const SchemaNames& names,
                           Reporter& reporter) {
  const auto add_all = [&](const syntax::File& file, const auto& from, const std::string& profile) {
    for (const auto& define : from.defines) {
      Declaration declaration;
      declaration.at = {file.source, define.name.span};
      declaration.name = define.name.text;
      declaration.profile = profile;
      declaration.define = &define;
      add(std::move(declaration), names, reporter);
    }
    for (const auto& param : from.params) {
      Declaration declaration;
      declaration.at = {file.source, param.name.span};
      declaration.name = param.name.text;
      declaration.profile = profile;
      declaration.param = &param;
      const auto& span = param.value->span;
      declaration.text = file.source->text().substr(span.begin, span.end - span.begin);
      add(std::move(declaration), names, reporter);
    }
  };
  // What stands outside profiles first: a profile must not declare it again.
  for (const auto& file : files) add_all(file, file, "");
  for (const auto& file : files) {
    for (const auto& profile : file.profiles) {
      add_profile(file, profile, reporter);
      add_all(file, profile, profile.name.text);
    }
    for (const auto& name : file.broken) broken_.insert(name.text);
  }
}

void Declarations::add_profile(const syntax::File& file, const syntax::Profile& profile,
                               Reporter& reporter) {
  const auto& name = profile.name.text;
  if (known_profiles_.insert(name).second) profiles_.push_back(name);
  if (!profile.is_default || default_ == name) return;
  const At at = {file.source, profile.name.span};
  if (default_.empty()) {
    default_ = name;
    default_at_ = at;
  } else {
    reporter.error(at, Message("rule.second_default", {{"name", name}, {"first", default_}}), {},
                   default_at_);
  }
}

const Declaration* Declarations::clash(const Declaration& declaration) const {
  for (const auto& profile : {std::string(), declaration.profile}) {
    const auto same = by_name_.find(std::pair(profile, declaration.name));
    if (same != by_name_.end()) return same->second;
  }
  return nullptr;
}

void Declarations::add(Declaration declaration, const SchemaNames& names, Reporter& reporter) {
  const auto& name = declaration.name;
  if (const auto* first = clash(declaration)) {
    reporter.error(declaration.at, Message("rule.declared_twice", {{"name", name}}), {}, first->at);
    return;
  }
  const bool function = declaration.define != nullptr && declaration.define->function;
  Message hidden;
  if (is_reserved(name) || (function && builtin(name) != nullptr)) {
    hidden = Message("rule.reserved", {{"name", name}});
  } else if (names.scalars().find(name).index) {
    hidden = Message("rule.hides_item", {{"name", name}});
  } else if (names.tables().find(name).index) {
    hidden = Message("rule.hides_table", {{"name", name}});
  }
  if (!hidden.empty()) {  // the name keeps the meaning that it has
    reporter.error(declaration.at, std::move(hidden));
    return;
  }
  if (!declaration.profile.empty()) profiles_of_[name].push_back(declaration.profile);
  auto key = std::pair(declaration.profile, name);
  all_.push_back(std::move(declaration));
  by_name_.emplace(std::move(key), &all_.back());
}

Declaration* Declarations::find(std::string_view name, std::string_view profile) {
  for (const auto of : {std::string_view(), profile}) {
    const auto found = by_name_.find(std::pair(std::string(of), std::string(name)));
    if (found != by_name_.end()) return found->second;
  }
  return nullptr;
}

const std::vector<std::string>& Declarations::profiles_with(std::string_view name) const {
  static const std::vector<std::string> none;
  const auto known = profiles_of_.find(name);
  return known == profiles_of_.end() ? none : known->second;
}

}  // namespace tieout::language
