// What stands between two figures of a sentence: words that open a list, and what ends one.
#pragma once

#include "report/narrative/openers.hpp"
#include "report/narrative/statement.hpp"

#include <cstddef>
#include <vector>

namespace tieout::report::narrative {

struct Between {
  Opener opener = Opener::none;
  bool semicolon = false;  ///< one stands between, before the opener if there is one
  bool prose = false;      ///< clauses without figures stand between, after the semicolon
  bool besides = false;    ///< 此外: what follows is no part of what was listed
};

/// Between the statement `at` of a span's `statements` and the one before it, or the span's begin.
[[nodiscard]] Between between_of(const Narrative& text, const Span& span,
                                 const std::vector<std::size_t>& statements, std::size_t at);

/// Does a semicolon stand right in front of a clause, in its sentence?
[[nodiscard]] bool follows_semicolon(const Narrative& text, std::size_t clause);

}  // namespace tieout::report::narrative
