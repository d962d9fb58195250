// The defines, params and profiles of all files of a run.
#pragma once

#include "language/names.hpp"
#include "language/reporter.hpp"
#include "language/syntax.hpp"

#include <deque>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tieout::language {

/// A define or a param.
struct Declaration {
  At at;  ///< its name
  std::string name;
  std::string profile;                     ///< that it belongs to; empty: to none
  const syntax::Define* define = nullptr;  ///< null for a param
  const syntax::Param* param = nullptr;    ///< null for a define
  ExprPtr value;                           ///< of a param: the literal, once it was checked
  std::string text;                        ///< of a param: as written
  bool wrong = false;                      ///< of a define: so it was reported
};

class Declarations {
 public:
  /// The files must live as long. Reports names that are declared twice, that mean something else
  /// already, and a second default profile.
  Declarations(const std::vector<syntax::File>& files, const SchemaNames& names,
               Reporter& reporter);

  /// What `name` means where `profile` (perhaps empty) is chosen; null if nothing.
  [[nodiscard]] Declaration* find(std::string_view name, std::string_view profile);
  /// The profiles that declare `name`, in the order of the files.
  [[nodiscard]] const std::vector<std::string>& profiles_with(std::string_view name) const;
  /// Is it the name of a declaration that could not be parsed?
  [[nodiscard]] bool broken(std::string_view name) const { return broken_.contains(name); }
  /// In the order of the files.
  [[nodiscard]] std::deque<Declaration>& all() { return all_; }

  [[nodiscard]] const std::vector<std::string>& profiles() const { return profiles_; }
  [[nodiscard]] const std::string& default_profile() const { return default_; }

 private:
  void add(Declaration declaration, const SchemaNames& names, Reporter& reporter);
  void add_profile(const syntax::File& file, const syntax::Profile& profile, Reporter& reporter);
  [[nodiscard]] const Declaration* clash(const Declaration& declaration) const;

  std::deque<Declaration> all_;
  std::map<std::pair<std::string, std::string>, Declaration*, std::less<>> by_name_;
  std::vector<std::string> profiles_;
  std::set<std::string> known_profiles_;
  std::map<std::string, std::vector<std::string>, std::less<>> profiles_of_;
  std::string default_;
  At default_at_;
  std::set<std::string, std::less<>> broken_;
};

/// Words that stand for something in every rule: this, children, report, prior.
[[nodiscard]] bool is_reserved(std::string_view name);

}  // namespace tieout::language
