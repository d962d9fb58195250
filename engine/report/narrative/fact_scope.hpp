// Whose, of when and by which accounts a figure is, where its sentence says so.
#pragma once

#include "report/narrative/statement.hpp"

#include <cstddef>
#include <string>

namespace tieout::report::narrative {

/// What narrows a bound statement to something else than the whole department in the report's year:
/// a unit, a fund, a project, part of a year, another year, other accounts. Empty: nothing. What is
/// said of one thing in one sentence has one scope; only figures of the same one can contradict
/// each other.
[[nodiscard]] std::string fact_scope(const Narrative& text, std::size_t statement);

}  // namespace tieout::report::narrative
