// "Did you mean ...": the known name that is closest to a misspelt one.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace tieout::language {

/// The candidate that takes fewest edits (characters added, left out, replaced, or two neighbours
/// swapped) to become from `word`, the first of several; empty if even that one differs in more
/// than a third of the word's characters (one edit is always close, except in words of one
/// character).
[[nodiscard]] std::string nearest(std::string_view word,
                                  std::span<const std::string_view> candidates);

}  // namespace tieout::language
