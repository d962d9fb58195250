// The one way to lay out rule files.
#pragma once

#include "language/compile.hpp"
#include "source/source.hpp"

#include <memory>
#include <string>
#include <vector>

namespace tieout::language {

/// The file's text laid out: a clause a line, two spaces inside a rule or profile, one blank line
/// between rules, lines of at most 100 columns where they can be broken. A clause that fits one
/// line is put on one; where it does not, its line breaks stay. Comments stay where they are. The
/// same tree, and laid out again the same text. A text that cannot be parsed comes back as it is,
/// with what is wrong in `diagnostics`.
[[nodiscard]] std::string formatted(const std::shared_ptr<const source::Source>& file,
                                    const source::Limits& limits,
                                    std::vector<Diagnostic>& diagnostics);

}  // namespace tieout::language
