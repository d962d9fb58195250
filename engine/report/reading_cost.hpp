// How much a document or data may hold for its report to fit into memory.
#pragma once

#include "document/document.hpp"
#include "source/limits.hpp"

#include <cstddef>

namespace tieout::report {

/// A row of a report, with its values and what is checked of them, takes as much memory as so many
/// cells of a document.
inline constexpr std::size_t cells_a_row = 12;

/// Throws Failure if what would be read of the document takes more than Limits::table_cells cells
/// do: its paragraphs and cells, the rows that its tables may become, and what its text may state.
void check_cost(const document::Document& document, const source::Limits& limits);

}  // namespace tieout::report
