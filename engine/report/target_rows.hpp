// Cells that promise and cells that say what was reached, as rows of goals and targets.
#pragma once

#include "report/read_rows.hpp"

namespace tieout::report {

/// A cell that promises, beside one that says what was reached.
struct Promise {
  const document::Cell* label = nullptr;  ///< what it is about; null if the promise says it itself
  const document::Cell* target = nullptr;
  const document::Cell* actual = nullptr;
  const document::Cell* sign = nullptr;     ///< the operator of the target's bound: ≥
  const document::Cell* measure = nullptr;  ///< the unit of the target's bound: %
  UnitSources units;                        ///< of `actual`
  bool admitted = false;  ///< points were taken off, or a reason is given: it was not met
};

/// The promise with its operator and unit, where they stand in cells of their own: ≥ | 95 | %.
[[nodiscard]] document::PlacedText promised(const Promise& promise,
                                            const figure::UnitSystem& units);

/// Rows of the statement table `targets`: one for each target that the promise states, all against
/// what was reached (paired by number where both cells are numbered alike). A promise without a
/// bound gives a row only where what was reached is a figure.
void add_target_rows(const Promise& promise, const schema::Table& targets,
                     const figure::UnitSystem& units, std::vector<Row>& rows);

/// Rows of a table of texts without a key, such as goals: the items that its cells list, paired by
/// number. `cells` belong to `columns`; a first column of numbers takes the items' own.
void add_item_rows(const std::vector<const document::Cell*>& cells,
                   const std::vector<std::size_t>& columns, const schema::Table& table,
                   const figure::UnitSystem& units, std::vector<Row>& rows);

}  // namespace tieout::report
