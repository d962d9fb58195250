// The sentence of a finding: the rule's own, or one made for the kind of relation.
#pragma once

#include "finding/finding.hpp"

namespace tieout::finding {

/// A rule's own message in a language, else the one for all, else the other; empty if none.
[[nodiscard]] std::string own_message(const check::Outcome& outcome, const std::string& language,
                                      const figure::UnitSystem& units);

/// What is said where the rule has no message of its own. `finding` has its amounts printed.
[[nodiscard]] source::Message made_message(const Finding& finding, const language::Check& check);

}  // namespace tieout::finding
