// The order of diagnostics.
#pragma once

#include "language/compile.hpp"

#include <vector>

namespace tieout::language {

/// By the files' names, then by position; those of one place stay in their order.
void sort_diagnostics(std::vector<Diagnostic>& diagnostics);

}  // namespace tieout::language
