// "Did you mean ...": the known name that is closest to a misspelt one.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace tieout::language {

/// The candidate that `word` becomes with fewest edits (characters added, left out, replaced, or
/// two neighbours swapped; case does not count), the first of several. Empty if even that one
/// differs in more than a third of the word's characters; one edit is always close, but to a word
/// of one character nothing is.
[[nodiscard]] std::string nearest(std::string_view word,
                                  std::span<const std::string_view> candidates);

}  // namespace tieout::language
