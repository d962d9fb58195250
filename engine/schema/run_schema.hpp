// All reports of a run as one report, for rules that speak of several of them.
#pragma once

#include "schema/schema.hpp"

namespace tieout::schema {

/// The first columns of the table of reports: where each came from (its key), whose it is
/// (`report.entity`), of which year (`report.period`), signed when (`report.date`).
enum class ReportColumn : std::size_t { source, entity, period, date, first_item };

/// A schema of one table, `reports`, of which every report of `schema` makes a row. After the
/// ReportColumns come the scalars of `schema`, then its tables, nested: those of `schema` itself,
/// which must outlive the result, as must the units. No data is validated against it.
[[nodiscard]] Schema run_schema(const Schema& schema, const figure::UnitSystem& units);

}  // namespace tieout::schema
