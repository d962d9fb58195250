#include "fixture.hpp"
#include "schema/json_tree.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <nlohmann/json.hpp>

#include <string>

using namespace tieout;

namespace {

/// What does not fit: "line:column pointer sentence"; empty if all fits.
std::string violation(const std::string& data, bool partial = true,
                      source::Language language = source::Language::en) {
  const auto& schema = department_spending();
  const source::Source text("data.json", data);
  const auto found = (partial ? schema.partial : schema.whole)->check(schema::parse_json(text, {}));
  if (!found) return "";
  const auto failure = schema::failure(*found, text);
  CHECK(failure.place().source_name() == "data.json");
  CHECK(failure.place().pointer == found->pointer);
  return std::to_string(found->line) + ":" + std::to_string(found->column) + " " + found->pointer +
         " " + source::render(found->message, language);
}

}  // namespace

TEST_CASE("data that fits is accepted in every form of a value") {
  CHECK(violation(R"({"schema": "department-spending", "entity": "科协", "period": "2017"})", false)
            .empty());
  CHECK(violation(R"({"spending": [
    {"unit": "科技馆", "total": 1003.30, "basic": "359.39", "public": null, "project": "",
     "surplus": {"value": "83.62", "unit": "万元", "decimals": 2, "approximate": false,
                 "place": {"source": "a.txt", "line": 3, "column": 2}},
     "cumulative": {"value": 5}, "place": {"table": 1, "row": 2}, "doubt": "移位",
     "readings": [{"unit": "科技馆", "total": 1}]}],
    "income": [], "period": 2017, "evaluators_present": true, "report_date": {"date": "2018-06-10"},
    "targets": [{"name": "x", "target": "不低于10人", "actual": "10人"},
                {"target": {"operator": "between", "low": 5, "high": "10", "unit": "次"}}],
    "facts": [{"item": "spending.total", "mentions": [{"value": "1003.3万元", "text": "…"}]}],
    "reading": {"table_figures": 3, "share": "75.0%", "left_over": [{"raw": "3"}],
                "places": {"spending": {"line": 2}}, "notes": ["x"]}})")
            .empty());
}

TEST_CASE("data that breaks the schema is refused with what was expected and what stands there") {
  CHECK(violation(R"({"spending": [{"unit": 5}]})") ==
        "1:24 /spending/0/unit /spending/0/unit should be text but is the number 5.");
  CHECK(violation(R"({"spending": [{"unit": 5}]})", true, source::Language::zh) ==
        "1:24 /spending/0/unit /spending/0/unit：应为文字，实际为数 5。");
  CHECK(violation("{\"spending\": [\n {\"total\": true}]}") ==
        "2:12 /spending/0/total /spending/0/total should be a figure (1003.30, \"1,003.30\", "
        "\"2.4万元\" or {\"value\": \"1003.30\"}) but is true.");
  CHECK(violation(R"({"entity": ["科协"]})") ==
        "1:12 /entity /entity should be text but is a list.");
  CHECK(violation(R"({"spending": {}})") ==
        "1:14 /spending /spending should be a list [...] but is an object.");
  CHECK(violation(R"({"spending": null})") ==
        "1:14 /spending /spending should be a list [...] but is null.");
  CHECK(violation(R"({"spending": ["x"]})") ==
        "1:15 /spending/0 /spending/0 should be an object {...} but is the text \"x\".");
  CHECK(violation(R"({"spending": [{"total": {"unit": "元"}}]})") ==
        "1:25 /spending/0/total /spending/0/total lacks \"value\".");
  CHECK(violation(R"({"report_date": 2018})") ==
        "1:17 /report_date /report_date should be a date (\"2018-06-10\") but is the number 2018.");
  CHECK(violation(R"({"evaluators_present": "是"})") ==
        "1:24 /evaluators_present /evaluators_present should be true or false but is the text "
        "\"是\".");
  CHECK(violation(R"({"score": {"value": 1, "decimals": 2.5}})")
            .find("should be an integer but is the number 2.5") != std::string::npos);
  CHECK(violation(R"({"score": {"value": 1, "decimals": 999}})")
            .find("should be at most 128 but is the number 999") != std::string::npos);
  CHECK(violation(R"({"score": {"value": 1, "place": {"line": 0}}})")
            .find("/score/place/line should be at least 1 but is the number 0") !=
        std::string::npos);
  CHECK(violation(R"({"targets": [{"target": {"operator": "≥", "low": 1}}]})")
            .find(R"(should be ">=", ">", "<=", "<", "=", "between" but is the text "≥")") !=
        std::string::npos);
  CHECK(violation(R"({"schema": "other", "entity": "x", "period": "2017"})", false) ==
        "1:12 /schema /schema should be \"department-spending\" but is the text \"other\".");
}

TEST_CASE("names that the schema does not know are refused, with the one that was meant") {
  CHECK(violation(R"({"spending": [{"unit": "a", "totl": 5}]})") ==
        "1:29 /spending/0/totl /spending/0 has \"totl\", a name that the schema does not know; did "
        "you mean \"total\"?");
  CHECK(violation(R"({"spending": [{"支出合计": 5}]})", true, source::Language::zh) ==
        "1:16 /spending/0/支出合计 /spending/0"
        "：不应有“支出合计”：结构定义中没有这个名称，是否应为“total”？");
  CHECK(violation(R"({"a/b~c": 5})") ==
        "1:2 /a~1b~0c The data has \"a/b~c\", a name that the schema does not know.");
  CHECK(violation("{\"" + std::string(1'000'000, 'x') + "\": 5}").size() > 0);
}

TEST_CASE("a whole report says what it is, an example need not") {
  CHECK(violation("{}").empty());
  CHECK(violation("{}", false) == "1:1  The data lacks \"schema\".");
  CHECK(violation(R"({"schema": "department-spending", "entity": null})", false,
                  source::Language::zh) == "1:1  数据：缺少“period”。");
}

TEST_CASE("whatever is wrong is explained, never only refused") {
  const nlohmann::json good = nlohmann::json::parse(R"({"period": "2017", "score": {"value": 98,
    "unit": "%", "place": {"line": 4}}, "spending": [{"unit": "a", "total": 5, "place": {"row": 2}}],
    "targets": [{"target": {"operator": "=", "low": 5}}], "evaluators_present": {"value": true},
    "facts": [{"mentions": [{"value": 5}]}], "reading": {"left_over": [{"raw": "5"}]}})");
  const auto flat = good.flatten();
  std::vector<std::string> pointers;
  for (const auto& [pointer, ignored] : flat.items()) pointers.push_back(pointer);
  CHECK(rc::check([&] {
    nlohmann::json broken = good;
    nlohmann::json::json_pointer pointer(*rc::gen::elementOf(pointers));
    // Anything from the leaf up to the member of the root is replaced by something odd.
    const int up = *rc::gen::inRange(0, 3);
    for (int i = 0; i < up && pointer.parent_pointer() != nlohmann::json::json_pointer(); ++i) {
      pointer = pointer.parent_pointer();
    }
    broken[pointer] = *rc::gen::element<nlohmann::json>(
        nlohmann::json(true), nlohmann::json(-1), nlohmann::json::array({1}),
        nlohmann::json::object({{"odd", 1}}), nlohmann::json("x"), nlohmann::json(1.5));
    const std::string said = violation(broken.dump());
    RC_ASSERT(said.find("The data does not fit the schema") == std::string::npos);
  }));
}

TEST_CASE("a list of many wrong values costs no more than reading it") {
  std::string data = R"({"spending": [{"total": true})";
  for (int i = 0; i < 20'000; ++i) data += R"(,{"total": true})";
  CHECK(violation(data + "]}").substr(0, 26) == "1:25 /spending/0/total /sp");
}
