// What the readers of tables, forms and lines share while they read one document.
#pragma once

#include "report/captions.hpp"
#include "report/cell_values.hpp"
#include "report/units_near.hpp"

#include <optional>
#include <unordered_set>

namespace tieout::report {

struct ReadingState {
  const Captions& captions;
  const figure::UnitSystem& units;
  Report& report;
  std::optional<int> period;
  bool of_budget;  ///< the document is a budget, by its title
  UnitNotes notes;
  std::unordered_set<const document::Cell*> used;        ///< cells that an item took up
  std::unordered_set<const document::Cell*> structural;  ///< row and column numbers: no figures

  [[nodiscard]] const schema::Schema& schema() const { return captions.schema(); }
  [[nodiscard]] const schema::Table& table(std::size_t index) const {
    return schema().tables[index];
  }

  /// The sources of units for a column whose head notes `column`, in a table that notes `table`.
  [[nodiscard]] UnitSources units_of(std::vector<const figure::Unit*> column,
                                     std::vector<const figure::Unit*> table) const {
    return {
        .column = std::move(column),
        .table = std::move(table),
        .above = [this](const figure::Dimension& dimension) { return notes.nearest(dimension); }};
  }

  /// Sets a scalar that has no value yet; the first cell that states one is its cell.
  void set_scalar(std::size_t scalar, Value value) {
    auto& place = report.scalars[scalar];
    if (std::holds_alternative<Missing>(place)) place = std::move(value);
  }
};

}  // namespace tieout::report
