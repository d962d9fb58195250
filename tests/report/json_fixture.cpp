#include "json_fixture.hpp"

#include "report/json_date.hpp"
#include "report/place_json.hpp"
#include "report/reading.hpp"
#include "shipped_schemas.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

namespace tieout::report {
namespace {

std::string place_text(const source::Place& place) { return " @" + place_json(place).dump(); }

std::string figure_text(const figure::Figure& figure) {
  std::string text = figure::finite_decimal(figure.value.rational()).value();
  text += " " + (figure.unit == nullptr ? "?" : figure.unit->id) + " /" +
          std::to_string(figure.decimals);
  if (figure.exact) text += " exact";
  if (figure.approximate) text += " approximate";
  if (figure.unit_assumed) text += " assumed";
  return text + " “" + figure.raw + "”";
}

struct Show {
  bool places = false;

  std::string at(const source::Place& place) const { return places ? place_text(place) : ""; }

  std::string operator()(const Missing&) const { return "missing"; }
  std::string operator()(const Blank& blank) const {
    return "blank “" + blank.raw + "”" + at(blank.place);
  }
  std::string operator()(const Unreadable& value) const {
    return "unreadable “" + value.raw + "”" + at(value.place);
  }
  std::string operator()(const figure::Figure& figure) const {
    return figure_text(figure) + at(figure.place);
  }
  std::string operator()(const Text& text) const { return text.text + at(text.place); }
  std::string operator()(const Date& date) const {
    return iso_text(date) + " “" + date.raw + "”" + at(date.place);
  }
  std::string operator()(const Boolean& value) const {
    return (value.value ? "true" : "false") + at(value.place);
  }
  std::string operator()(const TargetPtr& found) const {
    const Target& target = *found;
    std::string text = "target " + std::to_string(static_cast<int>(target.kind)) + " " +
                       figure_text(target.low) + at(target.low.place);
    if (target.kind == Target::Kind::between) {
      text += " to " + figure_text(target.high) + at(target.high.place);
    }
    return text + " “" + target.raw + "”" + at(target.place);
  }
  std::string operator()(const Rows& rows) const {
    std::string text = "[";
    for (const Row& row : *rows) text += "(" + this->row(row) + ")";
    return text + "]";
  }

  std::string row(const Row& row) const {
    std::string text = row.key + "=" + row.label;
    for (const Value& value : row.values) text += " | " + std::visit(*this, value);
    text += at(row.place);
    if (!row.doubt.empty()) text += " ?" + source::render(row.doubt, source::Language::zh);
    for (const Row& other : row.alternatives) text += " or (" + this->row(other) + ")";
    return text;
  }
};

}  // namespace

Report example(std::string_view json) {
  return read_json(source::Source("data.json", std::string(json)), department_spending(), units(),
                   {}, true);
}

std::string refusal(std::string_view json, source::Language language) {
  try {
    (void)example(json);
  } catch (const source::Failure& failure) {
    CHECK(failure.place().source_name() == "data.json");
    return std::to_string(failure.place().line) + ":" + std::to_string(failure.place().column) +
           " " + source::render(failure.message(), language);
  }
  return "";
}

const Value& scalar(const Report& report, std::string_view id) {
  return report.scalars[report.schema->scalar(id).value()];
}

const Table& table(const Report& report, std::string_view id) {
  return report.tables[report.schema->table(id).value()];
}

const Value& cell(const Report& report, std::string_view table_id, std::size_t row,
                  std::string_view column) {
  const auto& columns = report.schema->tables[report.schema->table(table_id).value()];
  return table(report, table_id).rows.at(row).values[columns.column(column).value()];
}

std::string shown(const Value& value) { return std::visit(Show{}, value); }

std::string dump(const Report& report) {
  const Show show{true};
  std::string text = report.entity + "\n" + report.period + "\n";
  if (report.date) text += show(*report.date) + "\n";
  for (const Value& value : report.scalars) text += std::visit(show, value) + "\n";
  for (const Table& one : report.tables) {
    if (!one.present) continue;
    text += "table" + place_text(one.place) + "\n";
    for (const Row& row : one.rows) text += "  " + show.row(row) + "\n";
  }
  const Uptake& uptake = report.uptake;
  for (const std::size_t count : {uptake.table_figures, uptake.table_figures_used,
                                  uptake.text_figures, uptake.text_figures_used}) {
    text += std::to_string(count) + " ";
  }
  for (const LeftOver& one : uptake.left_over) text += one.raw + place_text(one.place) + "\n";
  for (const auto& note : report.notes) text += render(note, source::Language::zh) + "\n";
  return text;
}

}  // namespace tieout::report
