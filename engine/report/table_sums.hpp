// Sums in tables that the schema does not know: a row or column of totals beside what it adds up.
#pragma once

#include "report/grid.hpp"
#include "report/reading_state.hpp"

#include <cstddef>
#include <string>
#include <unordered_set>
#include <vector>

namespace tieout::report {

/// A total with the figures that it is the sum of.
struct TableSum {
  struct Part {
    std::string name;
    figure::Figure value;
  };
  std::string name;
  figure::Figure total;
  std::vector<Part> parts;
};

/// Rows of a table that is looked at; a longer one is data, and has no row of totals to find.
constexpr std::size_t most_summed_rows = 2000;
/// Figures of all sums of a document: what they take is bounded.
constexpr std::size_t most_summed_figures = 50'000;

/// Adds the sums of a table to `sums`, of rows and of columns, without the cells in `claimed`. What
/// a total is of, and that a row is the total of those numbered below it (三公经费 over 1、 2、
/// 3、), is known by its adding up; one that does not is a sum only if columns (rows) beside it add
/// up over the very same rows (columns), or if it closes the table and one figure has a slip.
void find_table_sums(const Grid& grid, const std::unordered_set<const document::Cell*>& claimed,
                     const figure::UnitSystem& units, std::vector<TableSum>& sums);

/// Gives the report the sums as rows of `decompositions`.
void write_table_sums(const std::vector<TableSum>& sums, ReadingState& state);

}  // namespace tieout::report
