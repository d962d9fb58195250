// Rule text as messages and findings show it.
#pragma once

#include "source/source.hpp"

#include <set>
#include <string>
#include <string_view>

namespace tieout::language {

/// The text of a span without comments, each run of spaces and line ends as one space. The marks
/// that begin at the bytes `stars` are replaced by `column`.
[[nodiscard]] std::string one_line(const source::Source& file, source::Span span,
                                   const std::set<std::size_t>& stars = {},
                                   std::string_view column = {});

/// Where the first `*` stands in a span; there is one.
[[nodiscard]] std::size_t star_in(const source::Source& file, source::Span span);

/// The words of a span with one space between them: alike for all ways to lay it out.
[[nodiscard]] std::string without_layout(const source::Source& file, source::Span span);

}  // namespace tieout::language
