// Makes the schema of a run from that of its reports.
#include "schema/run_schema.hpp"

#include <fmt/format.h>

#include <memory>
#include <string>
#include <string_view>

namespace tieout::schema {

namespace {

/// `whose`: of a column that is called `report.entity`, `report`; empty: of one with a plain name.
Item& add(Table& table, std::string_view whose, std::string_view id, std::string_view title,
          Kind kind) {
  Item& item = table.columns.emplace_back();
  item.id = whose.empty() ? std::string(id) : fmt::format("{}.{}", whose, id);
  item.title = title;
  item.kind = kind;
  return item;
}

void add_count(Table& table, std::string_view whose, std::string_view id, std::string_view title,
               const figure::UnitSystem& units) {
  Item& item = add(table, whose, id, title, Kind::number);
  item.dimension = figure::Dimension(figure::Dimension::Kind::count);
  item.unit = &units.bare();
}

Table table(const char* id, const char* title) {
  Table result;
  result.id = id;
  result.title = title;
  result.key = 0;  // the source
  return result;
}

/// In the order of ReportColumn.
Table reports_of(const Schema& schema, const figure::UnitSystem& units) {
  Table reports = table("reports", "各报告");
  add(reports, "report", "source", "报告.文件", Kind::text);
  add(reports, "report", "entity", "报告.单位", Kind::text);
  add_count(reports, "report", "period", "报告.年度", units);
  add(reports, "report", "date", "报告.日期", Kind::date);
  reports.columns.insert(reports.columns.end(), schema.scalars.begin(), schema.scalars.end());
  for (const Table& own : schema.tables) {
    Item& item = add(reports, "", own.id, own.title, Kind::table);
    item.captions = own.captions;
    // Owns nothing: the table is the schema's.
    item.table = std::shared_ptr<const Table>(std::shared_ptr<const void>(), &own);
  }
  return reports;
}

/// In the order of CopyColumn.
Table copies_of(const figure::UnitSystem& units) {
  Table copies = table("copies", "相同段落");
  add(copies, "report", "source", "报告.文件", Kind::text);
  add(copies, "report", "entity", "报告.单位", Kind::text);
  add_count(copies, "report", "period", "报告.年度", units);
  add(copies, "other", "source", "另一报告.文件", Kind::text);
  add(copies, "other", "entity", "另一报告.单位", Kind::text);
  add_count(copies, "other", "period", "另一报告.年度", units);
  add(copies, "", "text", "段落", Kind::text);
  add_count(copies, "", "length", "汉字数", units);
  return copies;
}

}  // namespace

Schema run_schema(const Schema& schema, const figure::UnitSystem& units) {
  Schema run;
  run.id = schema.id;
  run.title = schema.title;
  run.path = schema.path;
  run.tables = {reports_of(schema, units), copies_of(units)};
  return run;
}

}  // namespace tieout::schema
