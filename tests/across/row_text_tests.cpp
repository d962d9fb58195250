// What is kept of a report on disk and in outputs.
#include "across/capture.hpp"
#include "across/row_text.hpp"
#include "world.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace tieout;
using namespace tieout::testing;

namespace {

const std::string rules = R"(schema "department-spending"
rule x
  over reports
  check prior_balance = prior.closing_balance and count(scores) > 0
    and sum(spending[units].total) = 0 and report.date > 2018-01-01 and evaluators_present
    and any t in targets: meets(t.actual, t.target)
)";

const std::string data = R"({"entity": "甲局", "period": "2023", "report_date": "2024年3月1日",
  "prior_balance": {"value": "1.5", "unit": "亿元", "decimals": 1, "approximate": true,
    "place": {"source": "a.docx", "table": 2, "row": 3, "cell": 4}},
  "closing_balance": {"value": "约三", "place": {"source": "a.docx", "paragraph": 3}},
  "evaluators_present": true,
  "scores": [ {"indicator": "产出"} ],
  "targets": [ {"name": "满意度", "actual": "95%", "target": "高于95%"} ],
  "spending": [ {"unit": "合计", "total": 3.00}, {"unit": "机关", "total": "-", "basic": 1.00} ]})";

}  // namespace

TEST_CASE("what is needed of a report comes back as it was") {
  const auto program = compiled(rules);
  const across::Capture capture(*program.over_reports, units(), source::Language::en);
  const auto captured = capture.of(report_of(data));
  const auto& reports = program.over_reports->schema->tables.front();
  const auto row = across::to_row(captured.text, reports, units());
  REQUIRE(row);
  CHECK(across::to_text(*row, reports, source::Language::en) == captured.text);
  CHECK(row->label == "甲局 2023");
  const auto value = [&](const std::string& id) { return row->values[*reports.column(id)]; };
  const auto balance = std::get<figure::Figure>(value("prior_balance"));
  CHECK(balance.base() == 150'000'000);
  CHECK(balance.approximate);
  CHECK(balance.place.source_name() == "a.docx");
  CHECK(balance.place.cell == 4);
  CHECK(std::get<report::Unreadable>(value("closing_balance")).raw == "约三");
  CHECK(std::get<report::Date>(value("report.date")).month == 3);
  CHECK(std::get<report::Boolean>(value("evaluators_present")).value);
  // Of the table only the rows of the row set, and of these only the column.
  const auto spending = std::get<report::Rows>(value("spending"));
  REQUIRE(spending->size() == 1);
  CHECK(spending->front().label == "机关");
  const auto& columns = *reports.columns[*reports.column("spending")].table;
  const auto& values = spending->front().values;
  CHECK(std::holds_alternative<report::Blank>(values[*columns.column("total")]));
  CHECK(std::holds_alternative<report::Missing>(values[*columns.column("basic")]));
  // What no rule speaks of is not kept.
  CHECK(std::holds_alternative<report::Missing>(value("budget")));
}

TEST_CASE("a text that was meddled with is no row") {
  const auto program = compiled(rules);
  const auto& reports = program.over_reports->schema->tables.front();
  const auto with = [](const std::string& values) {
    return R"({"row": "甲", "values": )" + values + "}";
  };
  const std::vector<std::string> texts = {
      "",
      "{",
      "[]",
      "3",
      "null",
      "{}",
      R"({"row": 3, "values": {}})",
      R"({"row": "甲"})",
      with("[]"),
      with(R"({"nothing": {"text": "x"}})"),
      with(R"({"budget": {}})"),
      with(R"({"budget": 3})"),
      with(R"({"budget": null})"),
      with(R"({"budget": {"value": 3, "decimals": 0}})"),
      with(R"({"budget": {"value": "3", "decimals": 1e9}})"),
      with(R"({"budget": {"value": "3", "decimals": 2000000000}})"),
      with(R"({"budget": {"value": "x", "decimals": 0}})"),
      with(R"({"budget": {"value": "3", "decimals": 0, "unit": "斤两"}})"),
      with(R"({"budget": {"text": "3"}})"),
      with(R"({"entity": {"text": "甲", "place": {"page": -2}}})"),
      with(R"({"budget": []})"),
      with(R"({"spending": [3]})"),
      with(R"({"spending": {"blank": "-"}})"),
      with(R"({"targets": [{"row": "", "values": {"target": {"target": 9}}}]})"),
      with(R"({"entity": {"value": "3", "decimals": 0}})")};
  for (const auto& text : texts) {
    CAPTURE(text);
    CHECK_FALSE(across::to_row(text, reports, units()));
  }
  CHECK(across::to_row(with("{}"), reports, units()));
}
