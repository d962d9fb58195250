// What is wrong with rules that compile: what they do not use, do not say, or cannot find.
#pragma once

#include "language/compile.hpp"
#include "language/syntax.hpp"

#include <string>
#include <vector>

namespace tieout::language {

struct Linted {
  std::vector<std::string> files;  ///< that were judged
  std::size_t rules = 0;
  std::vector<Diagnostic> errors;    ///< the rules do not compile; nothing else was judged
  std::vector<Diagnostic> warnings;  ///< sorted by file and position
};

/// Judges the rules that the files hold for the schema. Throws Failure for files that cannot be
/// read.
[[nodiscard]] Linted lint(const std::vector<std::string>& paths, const schema::Schema& schema,
                          const figure::UnitSystem& units, const Options& options);

/// The part of it that looks at what relations mean: tolerances wider than rounding explains,
/// figures that stand in a relation more than once where their rounding can then not be judged.
void lint_relations(const Program& program, std::vector<Diagnostic>& warnings);

}  // namespace tieout::language
