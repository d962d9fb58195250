// What aggregates of rules over reports came to, where there are too many reports to hold.
#pragma once

#include "figure/term.hpp"
#include "language/checked.hpp"
#include "source/message.hpp"

#include <map>
#include <optional>

namespace tieout::check {

/// A term of no figures, or why there is none.
struct Answer {
  std::optional<figure::Term> term;
  source::Message reason;
  bool no_data = false;  ///< the reason is that there is nothing to add up
};

/// By the nodes of a rule.
using Answers = std::map<const language::Aggregate*, Answer>;

}  // namespace tieout::check
