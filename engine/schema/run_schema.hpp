// All reports of a run as one report, for rules that speak of several of them.
#pragma once

#include "schema/schema.hpp"

namespace tieout::schema {

/// The first columns of the table of reports: where each came from (its key), whose it is
/// (`report.entity`), of which year (`report.period`), signed when (`report.date`).
enum class ReportColumn : std::size_t { source, entity, period, date, first_item };

/// The columns of the table of copies: the report that has the passage, as above, and the earlier
/// one of the run that has it too (`other.entity`); the passage as the first one has it (`text`);
/// how many Han characters it has (`length`).
enum class CopyColumn : std::size_t {
  source,
  entity,
  period,
  other_source,
  other_entity,
  other_period,
  text,
  length
};

/// Indexes of the tables of a run's schema.
inline constexpr std::size_t reports_table = 0;
inline constexpr std::size_t copies_table = 1;

/// A schema of two tables: `reports`, of which every report of `schema` makes a row, and `copies`,
/// of passages that two of them have. After the ReportColumns come the scalars of `schema`, then
/// its tables, nested: those of `schema` itself, which must outlive the result, as must the units.
/// No data is validated against it.
[[nodiscard]] Schema run_schema(const Schema& schema, const figure::UnitSystem& units);

}  // namespace tieout::schema
