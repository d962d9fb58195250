// Reads a report's text and shows what was understood.
#include "reading_fixture.hpp"

#include "document/text_reader.hpp"
#include "figure/unit.hpp"
#include "report/reading.hpp"
#include "schema/schema.hpp"

#include <algorithm>

using namespace tieout;

namespace {

std::string shown(const source::Place& place) {
  return "@" + std::to_string(place.line) + ":" + std::to_string(place.column);
}

struct Shown {
  std::string operator()(const report::Missing&) const { return "missing"; }
  std::string operator()(const report::Blank& blank) const { return "blank" + shown(blank.place); }
  std::string operator()(const report::Unreadable& text) const {
    return "unreadable(" + text.raw + ")" + shown(text.place);
  }
  std::string operator()(const figure::Figure& figure) const {
    return figure_text(figure) + shown(figure.place);
  }
  std::string operator()(const report::Text& text) const { return text.text + shown(text.place); }
  std::string operator()(const report::Date& date) const {
    return std::to_string(date.year) + "-" + std::to_string(date.month) + "-" +
           std::to_string(date.day) + shown(date.place);
  }
  std::string operator()(const report::Boolean& boolean) const {
    return (boolean.value ? "true" : "false") + shown(boolean.place);
  }
  std::string operator()(const report::TargetPtr& found) const {
    const report::Target& target = *found;
    static constexpr const char* signs[] = {">=", ">", "<=", "<", "=", "between "};
    std::string text = signs[static_cast<std::size_t>(target.kind)] + figure_text(target.low);
    if (target.kind == report::Target::Kind::between) text += " and " + figure_text(target.high);
    return text + shown(target.place);
  }
  std::string operator()(const report::Rows&) const { return "rows"; }

  static std::string figure_text(const figure::Figure& figure) {
    return figure.value.text() + (figure.unit == nullptr ? "?" : figure.unit->id) +
           (figure.unit_assumed ? "~" : "");
  }
};

}  // namespace

const figure::UnitSystem& spending_units() {
  static const auto system = figure::UnitSystem::from_json(
      "units.json", source::read_bytes(TIEOUT_ROOT "/schemas/units.json", {}));
  return system;
}

const schema::Schema& spending_schema() {
  static const auto schema =
      schema::load_schema(TIEOUT_ROOT "/schemas/department-spending.schema.json",
                          TIEOUT_ROOT "/schemas", spending_units());
  return schema;
}

report::Report read_report(const std::string& text) {
  const auto document = document::read_text(source::Source("report.txt", text), {});
  return report::read_document(document, spending_schema(), spending_units(), {});
}

std::string shown(const report::Value& value) { return std::visit(Shown(), value); }

std::string rows(const report::Report& report, std::string_view table) {
  const auto index = report.schema->table(table);
  if (!index) return "no such table";
  const auto& columns = report.schema->tables[*index].columns;
  std::string text;
  for (const auto& row : report.tables[*index].rows) {
    text += row.label + ":";
    if (!row.doubt.empty()) {
      text += " doubted: " + source::render(row.doubt, source::Language::en);
    } else {
      for (std::size_t column = 0; column < columns.size(); ++column) {
        const auto& value = row.values[column];
        if (std::holds_alternative<report::Missing>(value)) continue;
        text += " " + columns[column].id + "=" + shown(value);
      }
    }
    text += "\n";
  }
  return text;
}

std::string scalar(const report::Report& report, std::string_view id) {
  const auto index = report.schema->scalar(id);
  return index ? shown(report.scalars[*index]) : "no such scalar";
}
