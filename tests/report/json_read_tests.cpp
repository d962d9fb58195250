#include "json_fixture.hpp"
#include "report/place_json.hpp"
#include "report/reading.hpp"
#include "shipped_schemas.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <string>

using namespace tieout;
using namespace tieout::report;

namespace {

/// The total of one row of spending, in 万元 to two decimals.
std::string total(const std::string& json) {
  return shown(cell(example(R"({"spending": [{"unit": "a", "total": )" + json + "}]}"), "spending",
                    0, "total"));
}

/// A stated figure: whatever was read.
std::string stated(const std::string& json) {
  return shown(cell(example(R"({"shares": [{"part": )" + json + "}]}"), "shares", 0, "part"));
}

std::string staff(const std::string& json) {
  return shown(scalar(example(R"({"staff": )" + json + "}"), "staff"));
}

std::string total_refusal(const std::string& json,
                          source::Language language = source::Language::en) {
  return refusal(R"({"spending": [{"unit": "a", "total": )" + json + "}]}", language);
}

}  // namespace

TEST_CASE("a figure is a number, a string or an object; its characters count") {
  CHECK(total("1003.30") == "1003.3 万元 /2 “1003.30”");
  CHECK(total("1003.3") == "1003.3 万元 /2 “1003.3”");
  CHECK(total("1003.305") == "1003.305 万元 /3 “1003.305”");
  CHECK(total("7") == "7 万元 /2 “7”");
  CHECK(total("-0.01") == "-0.01 万元 /2 “-0.01”");
  CHECK(total("1e3") == "1000 万元 /2 “1e3”");
  CHECK(total("0.1000000000000000055511151231257827") ==
        "0.1000000000000000055511151231257827 万元 /34 “0.1000000000000000055511151231257827”");
  CHECK(total(R"("1,003.30")") == "1003.3 万元 /2 “1,003.30”");
  CHECK(total(R"("１００３．３")") == "1003.3 万元 /2 “１００３．３”");
  CHECK(total(R"("1003.3万元")") == "1003.3 万元 /2 “1003.3万元”");
  CHECK(total(R"({"value": "1003.30"})") == "1003.3 万元 /2 “1003.30”");
  CHECK(total(R"({"value": 1003.30, "unit": "万元", "decimals": 1, "raw": "一千"})") ==
        "1003.3 万元 /1 “一千”");
}

TEST_CASE("in other units a figure is stated as it is written") {
  CHECK(total(R"("10033000元")") == "10033000 元 /0 “10033000元”");
  CHECK(total(R"("0.12亿元")") == "0.12 亿元 /2 “0.12亿元”");
  CHECK(total(R"({"value": "10033000.5", "unit": "元"})") == "10033000.5 元 /1 “10033000.5”");
}

TEST_CASE("the unit of the schema is what JSON data is in, nothing is assumed") {
  const Report report = example(R"({"spending": [{"unit": "a", "total": 5}]})");
  CHECK_FALSE(std::get<figure::Figure>(cell(report, "spending", 0, "total")).unit_assumed);
  CHECK(total(R"({"value": "5", "unit_assumed": true})") == "5 万元 /2 assumed “5”");
}

TEST_CASE("counts are exact unless they are rounded or approximate") {
  CHECK(staff("28") == "28 人 /0 exact “28”");
  CHECK(staff(R"("28人")") == "28 人 /0 exact “28人”");
  CHECK(staff(R"({"value": 28, "approximate": true})") == "28 人 /0 approximate “28”");
  CHECK(staff(R"({"value": 18500, "decimals": -2})") == "18500 人 /-2 “18500”");
  CHECK(staff(R"({"value": 28, "exact": false})") == "28 人 /0 “28”");
  CHECK(stated(R"("近30个")").find("approximate") != std::string::npos);
}

TEST_CASE("a stated figure is whatever was stated, a bare number where nothing was") {
  CHECK(stated(R"("359.39万元")") == "359.39 万元 /2 “359.39万元”");
  CHECK(stated(R"({"value": "359.39", "unit": "万元"})") == "359.39 万元 /2 “359.39”");
  CHECK(stated("12") == "12  /0 exact “12”");
  CHECK(stated(R"("36%")") == "36 % /0 “36%”");
  CHECK(shown(cell(example(R"({"shares": [{"percent": "36%"}, {"percent": 35.82}]})"), "shares", 0,
                   "percent")) == "36 % /0 “36%”");
  CHECK(shown(cell(example(R"({"shares": [{"percent": 35.82}]})"), "shares", 0, "percent")) ==
        "35.82 % /2 “35.82”");
}

TEST_CASE("blank, missing, absent and unreadable are told apart") {
  CHECK(total(R"("")") == "blank “”");
  CHECK(total(R"("  ")") == "blank “  ”");
  CHECK(total(R"("—")") == "blank “—”");
  CHECK(total(R"("无")") == "blank “无”");
  CHECK(total(R"({"value": "/"})") == "blank “/”");
  CHECK(total("null") == "missing");
  CHECK(total(R"("abc")") == "unreadable “abc”");
  CHECK(total(R"("5人")") == "unreadable “5人”");
  CHECK(total(R"("10033.0.1")") == "unreadable “10033.0.1”");
  const Report report = example(R"({"spending": [{"unit": "a"}], "income": []})");
  CHECK(shown(cell(report, "spending", 0, "total")) == "missing");
  CHECK(table(report, "income").present);
  CHECK(table(report, "income").rows.empty());
  CHECK_FALSE(table(report, "assets").present);
  CHECK(shown(scalar(report, "score")) == "missing");
}

TEST_CASE("every value knows its pointer, line and column") {
  const Report report = example(
      "{\n \"spending\": [\n  {\"unit\": \"馆\", \"total\": 5,\n"
      "   \"basic\": \"\"}]}");
  const auto& row = table(report, "spending").rows.at(0);
  CHECK(table(report, "spending").place.pointer == "/spending");
  CHECK(row.place.pointer == "/spending/0");
  CHECK(row.place.line == 3);
  CHECK(row.place.column == 3);
  const auto& figure = std::get<figure::Figure>(cell(report, "spending", 0, "total"));
  CHECK(figure.place.source_name() == "data.json");
  CHECK(figure.place.pointer == "/spending/0/total");
  CHECK(figure.place.line == 3);
  CHECK(figure.place.column == 26);
  const auto& blank = std::get<Blank>(cell(report, "spending", 0, "basic"));
  CHECK(blank.place.pointer == "/spending/0/basic");
  CHECK(blank.place.line == 4);
}

TEST_CASE("a place that the data gives is the place of the figure") {
  const Report report = example(R"({"spending": [{"unit": "a", "place": {"table": 2, "row": 3},
    "total": {"value": 5, "place": {"source": "a.txt", "line": 150, "column": 2, "table": 2,
              "row": 3, "cell": 2, "page": 4, "paragraph": 5, "sheet": "表一", "address": "B2",
              "pointer": "/x", "stored": "0.57999999999999996"}}}]})");
  const auto& place = std::get<figure::Figure>(cell(report, "spending", 0, "total")).place;
  CHECK(place.source_name() == "a.txt");
  CHECK(place.line == 150);
  CHECK(place.column == 2);
  CHECK(place.table == 2);
  CHECK(place.row == 3);
  CHECK(place.cell == 2);
  CHECK(place.page == 4);
  CHECK(place.paragraph == 5);
  CHECK(place.sheet == "表一");
  CHECK(place.address == "B2");
  CHECK(place.pointer == "/x");
  CHECK(place.stored == "0.57999999999999996");
  CHECK(place_json(place).at("stored") == "0.57999999999999996");
  CHECK(table(report, "spending").rows.at(0).place.row == 3);
  CHECK(std::get<Text>(cell(report, "spending", 0, "unit")).place.row == 3);
}

TEST_CASE("one place given to different figures does not make them one") {
  const Report report = example(R"({"spending": [{"unit": "a",
    "total": {"value": 5, "place": {"page": 3}}, "basic": {"value": 2, "place": {"page": 3}},
    "project": {"value": 5, "place": {"page": 3}}}]})");
  const auto place = [&](const char* column) {
    return std::get<figure::Figure>(cell(report, "spending", 0, column)).place;
  };
  CHECK(place("total").pointer.empty());
  CHECK(place("basic").pointer == "/spending/0/basic");
  CHECK(place("basic").page == 3);
  CHECK(place("project") == place("total"));
  // A place to the character is taken at its word: the same figure may stand in several tables.
  const Report exact =
      example(R"({"shares": [{"part": {"value": 5, "place": {"line": 3, "column": 7}},
    "whole": {"value": 6, "place": {"line": 3, "column": 7}}}]})");
  CHECK(std::get<figure::Figure>(cell(exact, "shares", 0, "part")).place ==
        std::get<figure::Figure>(cell(exact, "shares", 0, "whole")).place);
}

TEST_CASE("rows go by their folded key and its synonyms") {
  const Report report = example(R"({"staffing": [{"kind": "行编", "actual": 13}, {"kind": ""}],
    "spending": [{"unit": "1、科技 馆"}, {"total": 5}]})");
  CHECK(table(report, "staffing").rows[0].key == "行政");
  CHECK(table(report, "staffing").rows[0].label == "行编");
  CHECK(table(report, "staffing").rows[1].key.empty());
  CHECK(table(report, "spending").rows[0].key == "科技馆");
  CHECK(table(report, "spending").rows[0].label == "1、科技 馆");
  CHECK(table(report, "spending").rows[1].key.empty());
}

TEST_CASE("nested tables, doubts and other readings") {
  const Report report = example(R"({"decompositions": [{"name": "编制", "total": "30人",
      "parts": [{"name": "行政", "value": "9人"}, {"name": "事业", "value": "21人"}],
      "closed": true, "doubt": "移位",
      "readings": [{"name": "在职", "total": "55人"}]}]})");
  const auto& row = table(report, "decompositions").rows.at(0);
  const auto& parts = *std::get<Rows>(cell(report, "decompositions", 0, "parts"));
  REQUIRE(parts.size() == 2);
  CHECK(shown(parts[1].values[0]) == "事业");
  CHECK(shown(parts[1].values[1]) == "21 人 /0 exact “21人”");
  CHECK(parts[1].place.pointer == "/decompositions/0/parts/1");
  CHECK(std::get<Boolean>(cell(report, "decompositions", 0, "closed")).value);
  CHECK(render(row.doubt, source::Language::en) == "移位");
  REQUIRE(row.alternatives.size() == 1);
  CHECK(shown(row.alternatives[0].values[1]) == "55 人 /0 exact “55人”");
  CHECK(row.alternatives[0].place.pointer == "/decompositions/0/readings/0");
}

TEST_CASE("targets are words or an operator with bounds") {
  const auto target = [](const std::string& json) {
    return *std::get<TargetPtr>(
        cell(example(R"({"targets": [{"target": )" + json + "}]}"), "targets", 0, "target"));
  };
  const auto words = target(R"("不低于10人")");
  CHECK(words.kind == Target::Kind::at_least);
  CHECK(shown(words.low).substr(0, 9) == "10 人 /0");
  CHECK(words.raw == "不低于10人");
  CHECK(words.place.pointer == "/targets/0/target");
  const auto least = target(R"({"operator": ">=", "low": "10", "unit": "人"})");
  CHECK(least.kind == Target::Kind::at_least);
  CHECK(shown(least.low) == "10 人 /0 exact “10”");
  const auto most = target(R"({"operator": "<", "high": "95%"})");
  CHECK(most.kind == Target::Kind::less_than);
  CHECK(shown(most.low) == "95 % /0 exact “95%”");
  CHECK(target(R"({"operator": "<=", "low": 5})").kind == Target::Kind::at_most);
  const auto range = target(R"({"operator": "between", "low": 5, "high": 10, "unit": "次"})");
  CHECK(range.kind == Target::Kind::between);
  CHECK(shown(range.low) == "5 次 /0 exact “5”");
  CHECK(shown(range.high) == "10 次 /0 exact “10”");
  CHECK(range.low.place != range.high.place);
  CHECK(refusal(R"({"targets": [{"target": {"operator": "between", "low": 5}}]})") ==
        "1:25 The target at /targets/0/target lacks its bound: the operator between needs a figure "
        "\"high\".");
  CHECK(refusal(R"({"targets": [{"target": {"operator": ">", "low": "很多"}}]})",
                source::Language::zh) ==
        "1:50 /targets/0/target 处的指标值缺少界限：运算符 > 需要数值“low”。");
  CHECK(shown(cell(example(R"({"targets": [{"target": "控制预算内"}]})"), "targets", 0,
                   "target")) == "unreadable “控制预算内”");
  CHECK(shown(cell(example(R"({"targets": [{"target": ""}]})"), "targets", 0, "target")) ==
        "blank “”");
}

TEST_CASE("dates may lack day and month") {
  const auto date = [](const std::string& json) {
    return shown(scalar(example(R"({"report_date": )" + json + "}"), "report_date"));
  };
  CHECK(date(R"("2018-06-10")") == "2018-06-10 “2018-06-10”");
  CHECK(date(R"("2018-06")") == "2018-06 “2018-06”");
  CHECK(date(R"("2018")") == "2018 “2018”");
  CHECK(date(R"("2018年6月10日")") == "2018-06-10 “2018年6月10日”");
  CHECK(date(R"({"date": "2018-06-10", "raw": "2018年 6 月 10 日"})") ==
        "2018-06-10 “2018年 6 月 10 日”");
  CHECK(date(R"("2018-02-30")") == "unreadable “2018-02-30”");
  CHECK(date(R"("2018-13")") == "unreadable “2018-13”");
  CHECK(date(R"("六月")") == "unreadable “六月”");
  CHECK(date(R"("")") == "blank “”");
}

TEST_CASE("entity, period and date of signing identify the report") {
  const Report report =
      read_json(source::Source("a.json", R"({"schema": "department-spending", "entity": "科协",
        "period": 2017, "report_date": "2018-06-10"})"),
                department_spending(), units(), {}, false);
  CHECK(report.source == "a.json");
  CHECK(report.entity == "科协");
  CHECK(report.period == "2017");
  CHECK(report.date->month == 6);
  CHECK(report.schema == &department_spending());
  CHECK(shown(scalar(report, "period")) == "2017");
  CHECK(example(R"({"period": "2017年度"})").period == "2017");
  CHECK(example("{}").period.empty());
  CHECK(example("{}").entity.empty());
  CHECK(refusal(R"({"period": "去年"})") ==
        "1:12 /period should be a year (\"2017\") but is \"去年\".");
}

TEST_CASE("a whole report says its schema, entity and period") {
  const auto read = [](const std::string& json) {
    (void)read_json(source::Source("a.json", json), department_spending(), units(), {}, false);
  };
  CHECK_THROWS_AS(read("{}"), source::Failure);
  CHECK_THROWS_AS(read(R"({"schema": "department-spending", "entity": "科协"})"), source::Failure);
  CHECK_NOTHROW(read(R"({"schema": "department-spending", "entity": null, "period": null})"));
}

TEST_CASE("the schema of JSON data is known before it is read") {
  const auto name = [](const std::string& json) {
    const source::Source text("a.json", json);
    return schema_of_data(text, parse_data(text, {}));
  };
  CHECK(name(R"({"entity": "x", "schema": "department-spending"})") == "department-spending");
  CHECK(name("{}").empty());
  CHECK_THROWS_AS((void)name("[]"), source::Failure);
  CHECK_THROWS_AS((void)name("5"), source::Failure);
  CHECK_THROWS_AS((void)name(R"({"schema": 5})"), source::Failure);
  CHECK_THROWS_AS((void)name(R"({"schema": "x")"), source::Failure);
}

TEST_CASE("data that breaks the schema is refused in one sentence") {
  CHECK(refusal("[]") == "1:1 Report data should be a JSON object {...}, and this is none.");
  CHECK(refusal("[]", source::Language::zh) == "1:1 报告数据应是一个 JSON 对象 {...}，实际不是。");
  CHECK(refusal(R"({"entity": 5})") == "1:12 /entity should be text but is the number 5.");
  CHECK(refusal(R"({"spending": [{"unit": "a", "unit": "b"}]})") ==
        "1:29 \"unit\" occurs twice in one object; keep only one.");
  CHECK(total_refusal(R"({"value": 5, "unit": "万圆圆"})") ==
        "1:59 The unit \"万圆圆\" at /spending/0/total is not known; use one of units.json.");
  CHECK(total_refusal(R"({"value": 5, "unit": "平方公尺"})", source::Language::zh) ==
        "1:59 /spending/0/total 处的单位“平方公尺”不认识，是否应为“平方公里”？");
  CHECK(
      total_refusal(R"({"value": 5, "unit": "人"})") ==
      "1:59 The unit 人 at /spending/0/total does not go with \"支出合计\", which measures money.");
  CHECK(total_refusal(R"({"value": "5万元", "unit": "元"})") ==
        "1:63 The figure at /spending/0/total is written in 万元, but its \"unit\" is 元; keep the "
        "right one.");
  CHECK(
      total_refusal(R"({"value": 5.25, "decimals": 1})") ==
      "1:66 The 5.25 at /spending/0/total has more decimal places than its \"decimals\" (1) says; "
      "check the two.");
  CHECK(total_refusal(R"({"value": 5.250, "decimals": 2})").empty());
  CHECK(total_refusal(R"({"value": 18500, "decimals": -2})").empty());
}

TEST_CASE("numbers out of range are refused, not rounded") {
  CHECK(total_refusal("1e400") == "1:38 The number 1e400 is beyond what can be handled; check it.");
  CHECK(total_refusal("1e300") ==
        "1:38 The number 1e300 at /spending/0/total is beyond what can be handled; check it.");
  CHECK(total_refusal("1e64").find("beyond what can be handled") != std::string::npos);
  CHECK(total_refusal("1e-300").find("beyond what can be handled") != std::string::npos);
  CHECK(total_refusal("1e63").empty());
  CHECK(total_refusal(std::string(64, '9')).empty());
  CHECK(total_refusal(std::string(65, '9')).find("more than the limit of 64") != std::string::npos);
}

TEST_CASE("what is unreadable is told as it is given, whatever stands beside it") {
  CHECK(total(R"({"value": "约莫", "raw": "5.00万元"})") == "unreadable “约莫”");
}

TEST_CASE("hostile data is read or refused, quickly") {
  CHECK(shown(cell(example(R"({"spending": [{"unit": ")" + std::string(4U << 20U, 'x') +
                           R"(", "total": 5}]})"),
                   "spending", 0, "total")) == "5 万元 /2 “5”");
  CHECK(total(R"(")" + std::string(1U << 20U, '9') + R"(")").substr(0, 10) == "unreadable");
  CHECK(refusal(R"({"facts": )" + std::string(1'000'000, '[')).find("nested deeper") !=
        std::string::npos);
  std::string rows = R"({"spending": [{"unit": "a", "total": 1})";
  for (int i = 0; i < 20'000; ++i) rows += R"(,{"unit":"a","total":1})";
  CHECK(table(example(rows + "]}"), "spending").rows.size() == 20'001);
}
