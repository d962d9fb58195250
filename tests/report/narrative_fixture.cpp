// Reads a text's narrative alone and shows the rows of a statement table.
#include "narrative_fixture.hpp"

#include "document/text_reader.hpp"
#include "report/narrative/narrative.hpp"
#include "shipped_schemas.hpp"

namespace tieout::report::narrative {
namespace {

std::string at(const source::Place& place) {
  return "@" + std::to_string(place.line) + ":" + std::to_string(place.column);
}

std::string written(const figure::Figure& figure) {
  return figure.value.text() + (figure.unit == nullptr ? "?" : figure.unit->id) +
         (figure.approximate ? "~" : "");
}

struct Shown {
  std::string operator()(const Missing&) const { return {}; }
  std::string operator()(const Blank&) const { return "blank"; }
  std::string operator()(const Unreadable& value) const { return "unreadable(" + value.raw + ")"; }
  std::string operator()(const figure::Figure& value) const {
    return written(value) + at(value.place);
  }
  std::string operator()(const report::Text& value) const { return value.text; }
  std::string operator()(const Date& value) const {
    return std::to_string(value.year) + "-" + std::to_string(value.month) + "-" +
           std::to_string(value.day);
  }
  std::string operator()(const Boolean& value) const { return value.value ? "true" : "false"; }
  std::string operator()(const TargetPtr& found) const {
    const Target& value = *found;
    static constexpr const char* signs[] = {">=", ">", "<=", "<", "=", ""};
    std::string text = signs[static_cast<std::size_t>(value.kind)] + written(value.low);
    if (value.kind == Target::Kind::between) text += "-" + written(value.high);
    return text + at(value.place);
  }
  std::string operator()(const Rows& value) const {
    std::string text = "{";
    for (const Row& row : *value) {
      if (text.size() > 1) text += "; ";
      std::string fields;
      for (const Value& field : row.values) {
        const std::string each = std::visit(*this, field);
        if (!each.empty()) fields += (fields.empty() ? "" : " ") + each;
      }
      text += fields;
    }
    return text + "}";
  }
};

std::string shown(const schema::Table& table, const Row& row) {
  std::string text = row.doubt.empty() ? "" : "? ";
  std::string fields;
  for (std::size_t index = 0; index < row.values.size(); ++index) {
    const std::string value = std::visit(Shown{}, row.values[index]);
    if (value.empty()) continue;
    fields += (fields.empty() ? "" : " · ") + table.columns[index].id + " " + value;
  }
  return text + fields;
}

}  // namespace

Report read_narrative(std::string_view text) {
  const source::Limits limits;
  const document::Document document =
      document::read_text(source::Source("report.txt", std::string(text)), limits);
  Report report;
  report.source = "report.txt";
  report.schema = &department_spending();
  report.entity = "某某市文化广电局";
  report.period = "2020";
  report.date = Date{2021, 3, 20, "2021年3月20日", {}};
  read(document, department_spending(), units(), report);
  return report;
}

std::string rows(const Report& report, std::string_view table) {
  const std::size_t index = report.schema->table(table).value();
  std::string text;
  for (const Row& row : report.tables[index].rows) {
    text += shown(report.schema->tables[index], row) + "\n";
    for (const Row& reading : row.alternatives) {
      text += "or " + shown(report.schema->tables[index], reading) + "\n";
    }
  }
  return text;
}

std::string column(const Report& report, std::string_view table, std::string_view column) {
  const std::size_t index = report.schema->table(table).value();
  const std::size_t wanted = report.schema->tables[index].column(column).value();
  std::string text;
  for (const Row& row : report.tables[index].rows) {
    text += std::visit(Shown{}, row.values[wanted]) + "\n";
  }
  return text;
}

std::string scalar(const Report& report, std::string_view id) {
  return std::visit(Shown{}, report.scalars[report.schema->scalar(id).value()]);
}

}  // namespace tieout::report::narrative
