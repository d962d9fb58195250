// What reports are checked against: units, schemas, and the rules of each schema, compiled once.
#pragma once

#include "cli/command_line.hpp"
#include "figure/unit.hpp"
#include "language/compile.hpp"
#include "schema/schema.hpp"

#include <exception>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace tieout::cli {

/// Rules that do not compile; the run ends.
class BadRules : public std::exception {
 public:
  explicit BadRules(std::vector<language::Diagnostic> diagnostics)
      : diagnostics_(std::move(diagnostics)) {}
  [[nodiscard]] const std::vector<language::Diagnostic>& diagnostics() const {
    return diagnostics_;
  }
  [[nodiscard]] const char* what() const noexcept override { return "rules do not compile"; }

 private:
  std::vector<language::Diagnostic> diagnostics_;
};

class Rulebook {
 public:
  /// Loads units and schemas from the data folder and looks for the rule files that are named.
  /// Throws Failure.
  Rulebook(const Options& options, const std::vector<std::string>& rule_paths);
  explicit Rulebook(const Options& options) : Rulebook(options, options.rules) {}

  [[nodiscard]] const figure::UnitSystem& units() const { return units_; }
  [[nodiscard]] const std::vector<schema::Schema>& schemas() const { return schemas_; }
  /// The schema of --schema; null if the report decides.
  [[nodiscard]] const schema::Schema* chosen() const { return chosen_; }
  /// By id; throws Failure that says which there are.
  [[nodiscard]] const schema::Schema& schema(std::string_view id) const;
  /// "id, id": for messages.
  [[nodiscard]] std::string schema_ids() const;

  /// The rules for reports of this schema: those named, else the pack of the data folder. Throws
  /// BadRules, and Failure if there are none. May be called by several threads.
  [[nodiscard]] const language::Program& program(const schema::Schema& schema);
  /// The files of these rules. Throws Failure if there are none.
  [[nodiscard]] std::vector<std::string> files_for(const schema::Schema& schema) const;
  /// The schemas that the rules are for: the chosen one, those that the named files name, or those
  /// that have a pack.
  [[nodiscard]] std::vector<const schema::Schema*> schemas_with_rules() const;

  /// Of all programs so far: files as printed (relative to the data folder where they lie in it).
  [[nodiscard]] std::vector<std::string> files_used() const;
  [[nodiscard]] std::size_t rules_used() const;

 private:
  /// Ids that the named rule files write after `schema`; a file may name none.
  [[nodiscard]] std::set<std::string> schemas_named() const;
  [[nodiscard]] std::filesystem::path pack_of(const schema::Schema& schema) const;

  std::filesystem::path data_;
  figure::UnitSystem units_;
  std::vector<schema::Schema> schemas_;
  std::unique_ptr<const schema::Schema> from_file_;
  const schema::Schema* chosen_ = nullptr;
  std::vector<std::string> named_files_;
  language::Options options_;
  std::mutex mutex_;
  std::map<const schema::Schema*, language::Program> programs_;
};

}  // namespace tieout::cli
