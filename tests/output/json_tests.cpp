// The formats for programs.
#include "output/json_shape.hpp"
#include "output/writer.hpp"
#include "sample.hpp"

#include <doctest/doctest.h>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include <fstream>
#include <sstream>

using namespace tieout;
using output::Json;
using source::Language;

namespace {

Json shape_of(const finding::CheckedReport& report, Language language, bool all_checks) {
  output::JsonText text;
  output::put(text, report, language, all_checks);
  return Json::parse(text.str());
}

Json finding_of(const finding::Finding& found) {
  return shape_of(sample::report({found}), Language::zh, false)["findings"][0];
}

std::string written(std::string_view format, const finding::CheckedReport& report,
                    const output::Summary& summary) {
  std::ostringstream out;
  const auto writer =
      output::make_writer(format, out, {.language = Language::en, .all_checks = true});
  writer->report(report);
  writer->finish(summary);
  return out.str();
}

struct Run {
  finding::CheckedReport report = sample::report({sample::units_rounding(), sample::share_fails(),
                                                  sample::logic_fails(), sample::undecided()});
  output::Summary summary;

  Run() {
    report.notes = {source::Message("check.undecided")};
    summary.add(report);
    summary.rule_files = {"rules/department-spending/spending.tie"};
    summary.rule_count = 4;
    summary.unreadable.push_back(
        {"a.json", source::Message("schema.json_ends"), sample::place(3, 1)});
    summary.unreadable.push_back({"b.txt", source::Message("source.not_found"), {}});
  }
};

std::string misfit(const Json& json) {
  using Adapter = valijson::adapters::NlohmannJsonAdapter;
  std::ifstream file(TIEOUT_ROOT "/schemas/findings.schema.json");
  const auto schema_json = nlohmann::json::parse(file);
  valijson::Schema schema;
  valijson::SchemaParser().populateSchema(Adapter(schema_json), schema);
  valijson::ValidationResults results;
  const auto plain = nlohmann::json::parse(json.dump());
  if (valijson::Validator().validate(schema, Adapter(plain), &results)) return {};
  valijson::ValidationResults::Error error;
  std::string all = "does not fit";
  while (results.popError(error)) all += "\n" + error.description;
  return all;
}

}  // namespace

TEST_CASE("a finding has the shape that the contract shows, key by key") {
  CHECK(finding_of(sample::units_rounding()).dump(2) == R"json({
  "rule": "spending.units",
  "title": "汇总数等于下级单位之和",
  "severity": "note",
  "rule_severity": "error",
  "verdict": "rounding",
  "message": "汇总为 359.39万元，各单位之和为 359.40万元。",
  "subject": {
    "kind": "column",
    "table": "spending",
    "row": "汇总",
    "column": "basic",
    "label": "支出 / 汇总 / 基本支出"
  },
  "check": "spending[summary].basic = sum(spending[units].basic)",
  "left": {
    "value": "359.39",
    "unit": "万元"
  },
  "right": {
    "value": "359.40",
    "unit": "万元"
  },
  "difference": {
    "value": "-0.01",
    "unit": "万元"
  },
  "allowed": {
    "value": "0.02",
    "unit": "万元"
  },
  "evidence": [
    {
      "name": "spending[\"汇总\"].basic",
      "label": "基本支出",
      "side": "left",
      "coefficient": "1",
      "raw": "359.39",
      "value": "359.39",
      "decimals": 2,
      "unit": "万元",
      "place": {
        "source": "samples/city.txt",
        "line": 143,
        "column": 2
      }
    },
    {
      "name": "spending[\"学会\"].basic",
      "label": "基本支出",
      "side": "right",
      "coefficient": "-1",
      "raw": "283.54",
      "value": "283.54",
      "decimals": 2,
      "unit": "万元",
      "place": {
        "source": "samples/city.txt",
        "line": 159,
        "column": 2
      }
    },
    {
      "name": "spending[\"科技馆\"].basic",
      "label": "基本支出",
      "side": "right",
      "coefficient": "-1",
      "raw": "51.98",
      "value": "51.98",
      "decimals": 2,
      "unit": "万元",
      "place": {
        "source": "samples/city.txt",
        "line": 168,
        "column": 2
      }
    },
    {
      "name": "spending[\"机关\"].basic",
      "label": "基本支出",
      "side": "right",
      "coefficient": "-1",
      "raw": "23.88",
      "value": "23.88",
      "decimals": 2,
      "unit": "万元",
      "place": {
        "source": "samples/city.txt",
        "line": 150,
        "column": 2
      }
    }
  ],
  "diagnosis": [
    {
      "kind": "rounding",
      "text": "差异可以由四舍五入解释（尾差）"
    }
  ],
  "basis": "财预〔2013〕53号",
  "hint": "核对各单位的数字",
  "fingerprint": "00112233445566778899aabbccddeeff"
})json");
}

TEST_CASE("a value without a finite decimal comes rounded, with its ratio") {
  const auto right = finding_of(sample::share_fails())["right"];
  CHECK(right["value"] == "69.70397688");
  CHECK(right["ratio"] == "34967/50165");
  CHECK(right["rounded"] == true);
  CHECK(right["unit"] == "%");
}

TEST_CASE("figures of a check that is not linear have no coefficient") {
  const auto evidence = finding_of(sample::share_fails())["evidence"];
  REQUIRE(!evidence.empty());
  for (const auto& piece : evidence) {
    CHECK(!piece.contains("coefficient"));
  }
  auto found = sample::units_rounding();
  found.outcome.evidence[0].coefficient = figure::Rational(1, 3);
  const auto piece = finding_of(found)["evidence"][0];
  CHECK(piece["coefficient"] == "0.3333333333");
  CHECK(piece["coefficient_ratio"] == "1/3");
}

TEST_CASE("logic has no sides, and a text is evidence without a value") {
  const auto json = finding_of(sample::logic_fails());
  for (const auto* key : {"left", "right", "difference", "allowed"}) CHECK(json[key].is_null());
  CHECK(json["evidence"][0]["value"].is_null());
  CHECK(json["evidence"][0]["raw"] == "很\x1b[2J好");
  CHECK(json["evidence"][0]["side"] == "none");
}

TEST_CASE("the caption of a row stands after the figures") {
  auto found = sample::units_rounding();
  check::Evidence caption;
  caption.name = "spending[\"机关\"]";
  caption.label = "单位";
  caption.side = check::Side::row;
  caption.raw = "机关";
  caption.place = sample::place(149);
  found.outcome.evidence.insert(found.outcome.evidence.begin(), caption);
  const auto evidence = finding_of(found)["evidence"];
  CHECK(evidence[4].dump() ==
        R"({"name":"spending[\"机关\"]","label":"单位","side":"row","raw":"机关","value":null,)"
        R"("unit":null,"place":{"source":"samples/city.txt","line":149,"column":2}})");
}

TEST_CASE("two hundred figures are shown, the largest, and the others are counted") {
  auto found = sample::units_rounding();
  for (std::uint32_t i = 0; i < 300; ++i) {
    found.outcome.evidence.push_back(
        sample::evidence("甲", std::to_string(1000 + i), check::Side::right, -1, 200 + i));
  }
  const auto json = finding_of(found);
  CHECK(json["evidence"].size() == 200);
  CHECK(json["evidence_omitted"] == 104);
  CHECK(json["evidence"][0]["value"] == "1299");
  CHECK(json["evidence"][199]["value"] == "1100");
}

TEST_CASE("an undecided check says why") {
  const auto report = shape_of(sample::report({sample::undecided()}), Language::en, true);
  CHECK(report["findings"].empty());
  CHECK(report["checks"][0]["verdict"] == "undecided");
  CHECK(report["checks"][0]["reason"] == "上年结余 (prior_balance) is missing");
}

TEST_CASE("counts stand in the order of the verdicts") {
  CHECK(shape_of(sample::report({sample::logic_fails()}), Language::zh, false)["counts"].dump() ==
        R"({"holds":0,"rounding":0,"fails":1,"undecided":0,"not_applicable":0,"error":0})");
}

TEST_CASE("text is written as JSON has it, whatever is in it") {
  const auto written = [](std::string_view text, int indent) {
    output::JsonText json(indent);
    json.begin_object();
    json.key("text").text(text);
    json.key("none").text_or_null("");
    json.key("list").begin_array();
    json.number(-3);
    json.boolean(true);
    json.begin_array();
    json.end_array();
    json.end_array();
    json.any_key(text).number(1);
    json.end_object();
    return json.take();
  };
  for (const std::string text : {"", "plain", "岳阳市", "a \"quoted\" \\ one", "line\nand\ttab\x01",
                                 "\b\f\r\x1f", "cut \xE5\xB2", "\x7f"}) {
    CAPTURE(text);
    const Json tree = {
        {"text", text}, {"none", nullptr}, {"list", {-3, true, Json::array()}}, {text, 1}};
    CHECK(written(text, -1) == output::text_of(tree, -1));
    CHECK(written(text, 2) == output::text_of(tree, 2));
  }
}

TEST_CASE("json is one document that fits its schema") {
  const Run run;
  const auto json = Json::parse(written("json", run.report, run.summary));
  CHECK(misfit(json) == "");
  CHECK(json["rules"].dump() ==
        R"({"files":["rules/department-spending/spending.tie"],"count":4})");
  CHECK(json["reports"][0]["checks"].size() == 4);
  CHECK(json["summary"]["unreadable"][0]["place"]["line"] == 3);
  CHECK(json["summary"]["unreadable"][1].dump() ==
        R"({"source":"b.txt","reason":"There is no such file; check that its path is right."})");
  CHECK(json["summary"]["by_severity"].dump() == R"({"error":1,"warning":1,"query":0,"note":1})");

  auto spoilt = json;
  spoilt["reports"][0]["findings"][0]["verdict"] = "perhaps";
  CHECK(misfit(spoilt) != "");
}

TEST_CASE("jsonl is a report a line and then the summary, the same objects as in json") {
  const Run run;
  const auto json = Json::parse(written("json", run.report, run.summary));
  std::istringstream lines(written("jsonl", run.report, run.summary));
  std::string line;
  REQUIRE(std::getline(lines, line));
  CHECK(Json::parse(line) == json["reports"][0]);
  REQUIRE(std::getline(lines, line));
  CHECK(Json::parse(line) == Json({{"summary", json["summary"]}, {"run_findings", Json::array()}}));
  CHECK(!std::getline(lines, line));
}

TEST_CASE("a name of a file that is no UTF-8 does not spoil the output") {
  auto report = sample::report({});
  report.source = "a\xff.txt";
  CHECK(Json::parse(written("json", report, {}))["reports"][0]["source"] == "a\uFFFD.txt");
  report.findings = {sample::units_rounding()};
  const auto lines = written("jsonl", report, {});
  CHECK(Json::parse(lines.substr(0, lines.find('\n')))["source"] == "a\uFFFD.txt");
}
