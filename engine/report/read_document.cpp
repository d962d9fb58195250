// From a document to a report: identity, tables and forms, then the narrative.
#include "report/fitted_shares.hpp"
#include "report/identity.hpp"
#include "report/narrative/narrative.hpp"
#include "report/reading.hpp"
#include "report/reading_cost.hpp"
#include "report/tables.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace tieout::report {

namespace {

/// Counts the figures of tables, those that an item took up, and lists the others.
void count_table_figures(const document::Document& document, const ReadingState& state) {
  auto& uptake = state.report.uptake;
  for (const auto& block : document.blocks) {
    const auto* table = std::get_if<document::Table>(&block);
    if (table == nullptr) continue;
    for (const auto& row : table->rows) {
      for (const auto& cell : row.cells) {
        if (cell.paragraphs.size() != 1 || state.structural.contains(&cell)) continue;
        const auto text = cell.paragraphs.front().trimmed();
        const auto number = figure::read_cell(text.text(), state.units);
        if (!std::holds_alternative<figure::NumberText>(number)) continue;
        ++uptake.table_figures;
        if (state.used.contains(&cell)) {
          ++uptake.table_figures_used;
        } else {
          uptake.left_over.push_back({text.text(), text.place(0)});
        }
      }
    }
  }
}

/// Figures in the words of a cell that rows were made of (a target's bounds) are taken up with it.
void take_up_cells(const ReadingState& state) {
  // The cell that a place is in.
  const auto where = [](source::Place place) {
    place.line = place.column = place.paragraph = 0;
    return place;
  };
  std::set<source::Place> used;
  for (const auto* cell : state.used) {
    if (cell->paragraphs.empty()) continue;
    const auto place = cell->paragraphs.front().place(0);
    if (place.table > 0) used.insert(where(place));
  }
  auto& uptake = state.report.uptake;
  uptake.text_figures_used += std::erase_if(
      uptake.left_over, [&](const LeftOver& left) { return used.contains(where(left.place)); });
}

}  // namespace

Report read_document(const document::Document& document, const schema::Schema& schema,
                     const figure::UnitSystem& units, const source::Limits& limits) {
  check_cost(document, limits);
  Report report;
  report.source = document.source;
  report.schema = &schema;
  report.scalars.resize(schema.scalars.size());
  report.tables.resize(schema.tables.size());
  report.notes = document.notes;

  const auto paragraphs = paragraphs_of(document);
  const Captions captions(schema);
  const auto named = period_of(paragraphs, schema);
  ReadingState state{.captions = captions,
                     .units = units,
                     .report = report,
                     .period = named ? std::optional(named->year) : std::nullopt,
                     .of_budget = is_budget(paragraphs, schema),
                     .notes = UnitNotes(units),
                     .used = {},
                     .structural = {}};
  read_labelled_lines(paragraphs, state);
  TableReader tables(state);
  for (const auto& block : document.blocks) {
    std::visit([&tables](const auto& part) { tables.read(part); }, block);
  }
  tables.finish();
  read_identity(paragraphs, named, state);
  count_table_figures(document, state);
  narrative::read(document, schema, units, report);
  mark_fitted_shares(report);
  take_up_cells(state);
  std::ranges::stable_sort(report.uptake.left_over, {}, &LeftOver::place);
  return report;
}

}  // namespace tieout::report
