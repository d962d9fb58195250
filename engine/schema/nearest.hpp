// "Did you mean ...": the known name that is closest to a misspelt one.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace tieout::schema {

/// The candidate that differs from `word` in the fewest characters (added, left out, replaced, or
/// two neighbours swapped), the first of several; empty if even that one differs in more than a
/// third of them, or `word` is longer than any name.
[[nodiscard]] std::string nearest(std::string_view word,
                                  std::span<const std::string_view> candidates);

}  // namespace tieout::schema
