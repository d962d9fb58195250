// What stands on lines of its own in a rule file: clauses, declarations, the brackets of profiles.
#pragma once

#include "language/syntax.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace tieout::language {

struct FormatPart {
  std::size_t end = 0;              ///< the byte after it; it begins where the one before ends
  std::size_t above = 0;            ///< columns before the comments above it
  std::size_t indent = 0;           ///< columns
  bool paragraph = false;           ///< a blank line stands before it
  std::optional<std::size_t> json;  ///< where the JSON of an example begins
};

/// The parts of a file, in their order.
[[nodiscard]] std::vector<FormatPart> parts_of(const syntax::File& file);

}  // namespace tieout::language
