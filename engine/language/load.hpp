// The rule files of a run, those they `use` included.
#pragma once

#include "language/compile.hpp"
#include "language/syntax.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tieout::language {

/// Reads and parses the files and what they use, each once, in the order in which they are met.
/// Files that name a schema other than `schema` are left out, with what they use; what is wrong
/// with their text is reported all the same. Throws Failure if one of `paths` cannot be read.
[[nodiscard]] std::vector<syntax::File> load(const std::vector<std::string>& paths,
                                             std::string_view schema, const source::Limits& limits,
                                             std::vector<Diagnostic>& diagnostics);

}  // namespace tieout::language
