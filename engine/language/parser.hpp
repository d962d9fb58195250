// Rule text to syntax tree. Boost.Spirit X3 lives behind this header, in parser.cpp alone.
#pragma once

#include "language/compile.hpp"
#include "language/syntax.hpp"

namespace tieout::language {

/// Parses one file; what cannot be parsed is reported in `diagnostics` and left out, the rest of
/// the file is parsed all the same (it goes on at the next line that starts a clause or a
/// declaration). The order of `diagnostics` is that in which things were noticed. Expressions nest
/// to Limits::rule_depth, but never deeper than 300, which is what the stack carries.
[[nodiscard]] syntax::File parse(const std::shared_ptr<const source::Source>& source,
                                 const source::Limits& limits,
                                 std::vector<Diagnostic>& diagnostics);

}  // namespace tieout::language
