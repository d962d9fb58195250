// What a check is about: the row, column, scalar or statement that an auditor would open.
#pragma once

#include "check/outcome.hpp"
#include "check/view.hpp"

namespace tieout::check {

/// `row`: the row of `over`, null without. A check without `over` is about what its left side
/// names.
[[nodiscard]] Subject subject_of(const language::Program& program, const language::Rule& rule,
                                 const language::Check& check, const RowRef* row, View& view);

/// The column that it names, whatever the report holds; empty if none.
[[nodiscard]] std::string_view column_of_subject(const language::Program& program,
                                                 const language::Rule& rule,
                                                 const language::Check& check);

}  // namespace tieout::check
