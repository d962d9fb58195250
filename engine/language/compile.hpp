// From rule files to a checked program.
#pragma once

#include "language/checked.hpp"
#include "source/message.hpp"

#include <map>
#include <string>
#include <vector>

namespace tieout::language {

/// What is wrong with a rule file: a sentence, the characters it is about, perhaps a suggestion.
struct Diagnostic {
  source::Message message;
  std::shared_ptr<const source::Source> file;
  source::Span span;
  source::Message hint;                              ///< "did you mean ...", empty if none
  std::shared_ptr<const source::Source> other_file;  ///< a second place ("first defined here")
  source::Span other;
  bool warning = false;  ///< of the linter: the rules can be used all the same
};

struct Options {
  std::string profile;                            ///< empty: the default one
  std::map<std::string, std::string> parameters;  ///< --param NAME=VALUE
  source::Limits limits;
  /// Operands and operators of one rule, once its defines, lets and `.*` are written out.
  std::size_t rule_parts = 20'000;
  /// The same of all rules of a run together.
  std::size_t total_parts = 2'000'000;
};

struct Compiled {
  Program program;
  std::vector<Diagnostic> diagnostics;  ///< sorted by file and position; not empty: do not run
};

/// Parses the files (and what they `use`, relative to each), checks names, types, units and
/// dimensions against the schemas they name, and lowers rules. Rules of a file that names a schema
/// other than `schema` are left out. Throws Failure only for files that cannot be read.
[[nodiscard]] Compiled compile(const std::vector<std::string>& paths, const schema::Schema& schema,
                               const figure::UnitSystem& units, const Options& options);

/// The id of the schema that a rule file names; empty if it names none. For choosing packs.
[[nodiscard]] std::string schema_of(const source::Source& file);

/// "file:line:column: error: sentence" (or warning), the line, and a caret under the right
/// character (wide characters counted as two columns), the same as a note for the other place, then
/// the hint; each line with its end. Only what stands around the caret is shown of a long line.
[[nodiscard]] std::string render(const Diagnostic& diagnostic, source::Language language);

}  // namespace tieout::language
