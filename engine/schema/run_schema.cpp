// Makes the schema of a run from that of its reports.
#include "schema/run_schema.hpp"

#include <memory>

namespace tieout::schema {

Schema run_schema(const Schema& schema, const figure::UnitSystem& units) {
  Table reports;
  reports.id = "reports";
  reports.title = "各报告";
  const auto add = [&reports](const char* id, const char* title, Kind kind) -> Item& {
    Item& item = reports.columns.emplace_back();
    item.id = id;
    item.title = title;
    item.kind = kind;
    return item;
  };
  // In the order of ReportColumn.
  add("report.source", "报告.文件", Kind::text);
  add("report.entity", "报告.单位", Kind::text);
  Item& period = add("report.period", "报告.年度", Kind::number);
  period.dimension = figure::Dimension(figure::Dimension::Kind::count);
  period.unit = &units.bare();
  add("report.date", "报告.日期", Kind::date);
  reports.key = static_cast<std::size_t>(ReportColumn::source);

  reports.columns.insert(reports.columns.end(), schema.scalars.begin(), schema.scalars.end());
  for (const Table& table : schema.tables) {
    Item& item = add(table.id.c_str(), table.title.c_str(), Kind::table);
    item.captions = table.captions;
    // Owns nothing: the table is the schema's.
    item.table = std::shared_ptr<const Table>(std::shared_ptr<const void>(), &table);
  }

  Schema run;
  run.id = schema.id;
  run.title = schema.title;
  run.path = schema.path;
  run.tables.push_back(std::move(reports));
  return run;
}

}  // namespace tieout::schema
