#include "json_fixture.hpp"
#include "report/reading.hpp"
#include "shipped_schemas.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <nlohmann/json.hpp>

#include <string>
#include <vector>

using namespace tieout;
using namespace tieout::report;
using nlohmann::ordered_json;

namespace {

Report read_again(const Report& report) {
  return read_json(source::Source("again.json", to_json(report).dump(2)), department_spending(),
                   units(), {}, false);
}

constexpr const char* everything = R"({
  "schema": "department-spending", "entity": "科协", "period": "2017年度",
  "report_date": {"date": "2018-06-10", "raw": "2018年6月10日", "place": {"line": 4}},
  "budget_code": "107001", "evaluators_present": true, "score": "98%", "grade": "",
  "staff": "28人", "prior_balance": "164.9万元", "posts": "若干",
  "staffing": [{"kind": "行编", "established": 11, "actual": "13人"}],
  "spending": [
    {"unit": "汇总", "total": 1003.30, "basic": "359.39", "public": "", "project": null,
     "surplus": {"value": "836200", "unit": "元", "unit_assumed": true,
                 "place": {"source": "a.txt", "line": 3, "column": 2}},
     "cumulative": "abc", "place": {"table": 1, "row": 2}, "doubt": "移位"},
    {"unit": {"text": "科技馆", "place": {"line": 9}}, "total": {"value": "约5", "raw": "约5"},
     "place": {"table": 1, "row": 3}}],
  "income": [],
  "functions": [{"code": "208", "name": "社保", "total": 5}],
  "scores": [{"indicator": "x", "target": "5-10次", "actual": "7次", "full": 10, "score": 9.5}],
  "targets": [{"name": "x", "target": "不低于10人", "actual": "10人"}, {"target": "控制"},
              {"target": {"operator": "<", "high": "95%", "raw": "低于95%"}}, {"target": ""},
              {"target": {"operator": "between", "low": 5, "high": "10", "unit": "次"}}],
  "facts": [{"item": "spending.total", "year": 2017,
             "mentions": [{"value": "1003.3万元", "text": "共支出"}, {"value": "1.85万册"}]}],
  "shares": [{"name": "a", "part": 5, "percent": "36%", "readings": [{"name": "b", "part": 6}]}],
  "dates": [{"text": "今年", "resolved": "2018-07", "role": "mention"}],
  "enumerations": [{"stated": "5个", "items": [{"name": "甲"}], "open": false}],
  "reading": {"table_figures": 12, "table_figures_used": 9, "text_figures": 4,
              "text_figures_used": 2, "left_over": [{"raw": "8634", "place": {"line": 7}}],
              "places": {"spending": {"line": 140}, "entity": {"line": 5}},
              "notes": ["修订已接受"]}})";

}  // namespace

TEST_CASE("a report that is written and read again is the same report") {
  const Report first = read_again(example(everything));
  CHECK(dump(read_again(first)) == dump(first));
  CHECK(dump(first) == dump(example(everything)));
}

TEST_CASE("an empty report is written as data that is read again") {
  CHECK(dump(read_again(example("{}"))) == dump(example("{}")));
}

TEST_CASE("what is written names schema, entity and period first and the reading last") {
  const ordered_json json = to_json(example(everything));
  CHECK(json.begin().key() == "schema");
  CHECK(json.at("schema") == "department-spending");
  CHECK(json.at("entity") == "科协");
  CHECK(json.at("period") == "2017年度");
  CHECK(std::prev(json.end()).key() == "reading");
  const ordered_json empty = to_json(example("{}"));
  CHECK(empty.at("entity").is_null());
  CHECK(empty.at("period").is_null());
  CHECK_FALSE(empty.contains("spending"));
}

TEST_CASE("a figure is written with its characters, unit, precision and place") {
  const ordered_json json = to_json(example(everything));
  CHECK(json.at("spending").at(0).at("total").dump() ==
        R"({"value":"1003.30","unit":"万元","decimals":2,"place":{"source":"data.json",)"
        R"("line":8,"column":29,"pointer":"/spending/0/total"}})");
  CHECK(json.at("spending").at(0).at("surplus").dump() ==
        R"({"value":"836200","unit":"元","decimals":0,"unit_assumed":true,)"
        R"("place":{"source":"a.txt","line":3,"column":2}})");
  CHECK(json.at("spending").at(0).at("public").at("value") == "");
  CHECK(json.at("spending").at(0).at("cumulative").at("value") == "abc");
  CHECK_FALSE(json.at("spending").at(0).contains("project"));
  CHECK(json.at("facts").at(0).at("mentions").at(1).at("value").at("value") == "18500");
  CHECK(json.at("facts").at(0).at("mentions").at(1).at("value").at("raw") == "1.85万册");
  CHECK(json.at("facts").at(0).at("mentions").at(1).at("value").at("decimals") == -2);
}

TEST_CASE("the reading tells what was taken up and what was left over") {
  const ordered_json reading = to_json(example(everything)).at("reading");
  CHECK(reading.at("table_figures") == 12);
  CHECK(reading.at("share") == "68.8%");
  CHECK(reading.at("left_over").dump() == R"([{"raw":"8634","place":{"line":7}}])");
  CHECK(reading.at("places").at("spending").dump() == R"({"line":140})");
  CHECK(reading.at("notes").dump() == R"(["修订已接受"])");
  CHECK(to_json(example("{}")).at("reading").at("share").is_null());
}

TEST_CASE("doubts and notes are written in the language that is asked for") {
  Report report = example(R"({"spending": [{"unit": "a"}]})");
  report.tables[report.schema->table("spending").value()].rows[0].doubt =
      source::Message("report.json_not_object");
  const auto doubt = [&](source::Language language) {
    return to_json(report, language).at("spending").at(0).at("doubt").get<std::string>();
  };
  CHECK(doubt(source::Language::zh) == "报告数据应是一个 JSON 对象 {...}，实际不是。");
  CHECK(doubt(source::Language::en) ==
        "Report data should be a JSON object {...}, and this is none.");
}

TEST_CASE("a period that was read from other words is written as the year it is") {
  Report report = example("{}");
  report.period = "2017";
  report.scalars[report.schema->scalar("period").value()] = Text{"二〇一七年度", {}};
  CHECK(to_json(report).at("period") == "2017");
}

namespace {

/// A figure, in any of its forms.
ordered_json any_figure() {
  const std::string number = *rc::gen::element<std::string>(
      "0", "5", "-2.40", "1003.3", "1,003.30", "0.001", "12.345", "－7", "99999999999.99");
  const std::string unit =
      *rc::gen::element<std::string>("", "万元", "元", "亿元", "人", "%", "万");
  switch (*rc::gen::inRange(0, 5)) {
    case 0:
      return ordered_json::parse(*rc::gen::element<std::string>("0", "5", "-2.4", "12.345", "1e3"));
    case 1:
      return number + unit;
    case 2:
      return nullptr;
    case 3:
      return *rc::gen::element<std::string>("", "—", "无", "若干", "约5万元", "5多人", "(3.5)");
    default: {
      ordered_json figure = {{"value", number}};
      if (*rc::gen::arbitrary<bool>()) figure["decimals"] = *rc::gen::inRange(3, 6);
      if (*rc::gen::arbitrary<bool>()) figure["approximate"] = *rc::gen::arbitrary<bool>();
      if (*rc::gen::arbitrary<bool>()) figure["exact"] = *rc::gen::arbitrary<bool>();
      if (*rc::gen::arbitrary<bool>()) figure["raw"] = number + "整";
      if (*rc::gen::arbitrary<bool>()) {
        figure["place"] = {{"line", *rc::gen::inRange(1, 3)}, {"source", "a.txt"}};
      }
      return figure;
    }
  }
}

ordered_json any_rows(const std::vector<std::string>& columns, const std::string& key) {
  ordered_json rows = ordered_json::array();
  for (int i = *rc::gen::inRange(0, 4); i > 0; --i) {
    ordered_json row = ordered_json::object();
    if (!key.empty()) row[key] = *rc::gen::element<std::string>("1、科协", "合计", "", "馆");
    for (const auto& column : columns) {
      if (*rc::gen::inRange(0, 3) > 0) row[column] = any_figure();
    }
    if (*rc::gen::inRange(0, 4) == 0) row["place"] = {{"row", i}};
    if (*rc::gen::inRange(0, 6) == 0) row["doubt"] = "移位";
    rows.push_back(row);
  }
  return rows;
}

}  // namespace

TEST_CASE("any data that is read is written as data that is read the same") {
  CHECK(rc::check([] {
    ordered_json data = {
        {"staff", any_figure()}, {"prior_balance", any_figure()}, {"score", any_figure()}};
    data["spending"] = any_rows({"total", "basic", "public", "surplus"}, "unit");
    data["staffing"] = any_rows({"established", "actual"}, "kind");
    data["shares"] = any_rows({"part", "whole", "percent"}, "");
    if (!data["shares"].empty()) data["shares"][0]["readings"] = any_rows({"part"}, "");
    data["decompositions"] =
        ordered_json::array({{{"total", any_figure()}, {"parts", any_rows({"value"}, "name")}}});
    const Report report = example(data.dump());
    RC_ASSERT(dump(read_again(report)) == dump(report));
  }));
}
