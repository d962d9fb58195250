// Picks a report's values.
#include "across/report_row.hpp"

#include "schema/run_schema.hpp"

#include <algorithm>
#include <memory>
#include <utility>

namespace tieout::across {

namespace {

using report::Report;
using report::Row;
using report::Value;
using schema::ReportColumn;
using source::Message;

constexpr auto first_item = static_cast<std::size_t>(ReportColumn::first_item);

Value nested(const std::vector<Row>& rows, const schema::Table& table, const Needed& needed);

Value picked(const Value& value, const schema::Item& item, const Needed& needed) {
  const auto* const rows = std::get_if<report::Rows>(&value);
  return rows == nullptr ? value : nested(**rows, *item.table, needed);
}

bool is_needed(const Row& row, const schema::Table& table, const Needed& needed) {
  return needed.all_rows || std::ranges::any_of(needed.row_sets, [&](std::size_t set) {
           return table.row_sets[set].contains(row.key);
         });
}

Row picked(const Row& row, const schema::Table& table, const Needed& needed) {
  Row result;
  result.key = row.key;
  result.label = row.label;
  result.place = row.place;
  result.doubt = row.doubt;
  // Which of its readings is meant cannot be told from the other reports.
  if (!row.alternatives.empty() && result.doubt.empty()) {
    result.doubt =
        Message("check.readings", {{"count", std::to_string(row.alternatives.size() + 1)}});
  }
  result.values.resize(row.values.size());
  for (const auto& [column, below] : needed.columns) {
    result.values[column] = picked(row.values[column], table.columns[column], below);
  }
  return result;
}

Value nested(const std::vector<Row>& rows, const schema::Table& table, const Needed& needed) {
  std::vector<Row> result;
  for (const Row& row : rows) {
    if (is_needed(row, table, needed)) result.push_back(picked(row, table, needed));
  }
  return std::make_shared<const std::vector<Row>>(std::move(result));
}

Value period_of(const Report& report, const figure::UnitSystem& units) {
  const auto year = figure::Decimal::parse(report.period);
  if (!year) return report::Missing();
  figure::Figure figure;
  figure.value = *year;
  figure.exact = true;
  figure.unit = &units.bare();
  figure.raw = report.period;
  figure.place = source::in_file(report.source);
  return figure;
}

Value value_of(const Report& report, std::size_t column, const Needed& needed,
               const figure::UnitSystem& units) {
  switch (static_cast<ReportColumn>(column)) {
    case ReportColumn::source:
      return report::Text{report.source, source::in_file(report.source)};
    case ReportColumn::entity:
      if (report.entity.empty()) return report::Missing();
      return report::Text{report.entity, source::in_file(report.source)};
    case ReportColumn::period:
      return period_of(report, units);
    case ReportColumn::date:
      if (!report.date) return report::Missing();
      return *report.date;
    default:
      break;
  }
  const std::size_t item = column - first_item;
  if (item < report.scalars.size()) return report.scalars[item];
  const report::Table& table = report.tables[item - report.scalars.size()];
  if (!table.present) return report::Missing();
  return nested(table.rows, report.schema->tables[item - report.scalars.size()], needed);
}

}  // namespace

std::string label_of(const std::string& entity, const std::string& period,
                     const std::string& source) {
  if (entity.empty()) return source;
  return period.empty() ? entity : entity + " " + period;
}

Row report_row(const Report& report, const schema::Schema& run, const Needed& needed,
               const figure::UnitSystem& units) {
  Row row;
  row.label = label_of(report.entity, report.period, report.source);
  row.place = source::in_file(report.source);
  row.values.resize(run.tables.front().columns.size());
  for (const auto& [column, below] : needed.columns) {
    row.values[column] = value_of(report, column, below, units);
  }
  return row;
}

}  // namespace tieout::across
