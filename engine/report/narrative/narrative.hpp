// From the text of a document to the statement tables of a report.
#pragma once

#include "document/document.hpp"
#include "report/report.hpp"

namespace tieout::report::narrative {

/// Reads every paragraph, those in table cells included, into the statement tables (mentions,
/// facts, decompositions, shares, share_groups, changes, executions, enumerations, targets, dates,
/// blanks, paragraphs). Call it when the document's tables are bound: what a table says comes first
/// and is never overwritten; items that no table gave are filled from the text. `report.schema` is
/// `schema`; entity, period and date are used where known. Appends to tables that already hold rows
/// (targets read from goal tables) and adds the text's figures to `report.uptake`. Never throws for
/// any text; time and memory are linear in its length.
void read(const document::Document& document, const schema::Schema& schema,
          const figure::UnitSystem& units, Report& report);

}  // namespace tieout::report::narrative
