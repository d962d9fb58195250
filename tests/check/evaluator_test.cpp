// The evaluator's verdicts, sides and reasons, row by row of the semantics.
#include "world.hpp"

#include <doctest/doctest.h>

using namespace tieout;
using namespace tieout::testing;
using Lines = std::vector<std::string>;

namespace doctest {
template <>
struct StringMaker<Lines> {
  static String convert(const Lines& lines) {
    std::string text;
    for (const std::string& line : lines) text += "\n    " + line;
    return text.c_str();
  }
};
}  // namespace doctest

namespace {

const std::string over_spending = R"(schema "department-spending"
rule parts
  over spending
  check basic = personnel + public
)";

std::string units_row(const std::string& total, const std::string& addends) {
  return R"({"spending": [ {"unit": "汇总", "basic": )" + total + "}, " + addends + "]}";
}

}  // namespace

TEST_CASE("a difference that rounding explains is rounding, a larger one fails") {
  const std::string relation = "spending[summary].basic = sum(spending[units].basic)";
  CHECK(verdict_of(relation, units_row("359.39", R"({"unit": "甲", "basic": 283.54},
      {"unit": "乙", "basic": 23.88}, {"unit": "丙", "basic": 51.98})")) ==
        "rounding 359.39万元 359.4万元 -0.01万元 allowed 0.02万元");
  CHECK(verdict_of(relation, units_row("359.39", R"({"unit": "甲", "basic": 283.54},
      {"unit": "乙", "basic": 23.88}, {"unit": "丙", "basic": 52.01})")) ==
        "fails 359.39万元 359.43万元 -0.04万元 allowed 0.02万元");
}

TEST_CASE("blank addends are zero where the schema says so") {
  const Checked result = checked(over_spending, R"({"spending": [
      {"unit": "甲", "basic": 23.88, "personnel": 23.88, "public": ""},
      {"unit": "乙", "basic": 3.56, "personnel": 3.58, "public": ""},
      {"unit": "丙", "basic": "", "personnel": "", "public": ""},
      {"unit": "丁", "basic": null, "personnel": 1.00, "public": 2.00}]})");
  const Lines lines = told(result);
  REQUIRE(lines.size() == 4);
  CHECK(lines[0] == "holds 23.88万元 23.88万元 0万元 allowed 0.01万元");
  CHECK(lines[1] == "fails 3.56万元 3.58万元 -0.02万元 allowed 0.01万元");
  CHECK(lines[2] == "not_applicable: every figure it needs is blank or missing");
  CHECK(lines[3] == "undecided: 基本支出 (spending[\"丁\"].basic) is missing");
}

TEST_CASE("a table that the report lacks makes its checks not applicable") {
  const Lines lines = told(checked(over_spending, R"({"staff": 3})"));
  REQUIRE(lines.size() == 1);
  CHECK(lines[0] == "not_applicable: the report has no \"年度支出和结余情况\"");
  CHECK(verdict_of("sum(spending.total) > 0", R"({"staff": 3})") ==
        "not_applicable: the report has no \"年度支出和结余情况\"");
  CHECK(verdict_of("sum(spending.total) > 0", R"({"spending": []})") ==
        "not_applicable: the report has no such row in \"年度支出和结余情况\"");
}

TEST_CASE("over no rows count is zero") {
  CHECK(verdict_of("count(spending) = 0", R"({"spending": []})") == "holds 0 0 0 allowed 0");
  CHECK(verdict_of("count(spending) = 0", R"({"staff": 1})") == "holds 0 0 0 allowed 0");
}

TEST_CASE("figures that cannot be read are never zero") {
  CHECK(verdict_of("posts >= staff", R"({"posts": "若干", "staff": 3})") ==
        "undecided: 编制总数 (posts) cannot be read: \"若干\"");
}

TEST_CASE("a condition that is false makes a check not applicable") {
  CHECK(verdict_of("present(posts) implies staff <= posts", R"({"staff": 3})") ==
        "not_applicable: the rule's condition is not met");
  CHECK(verdict_of("present(posts) implies staff <= posts", R"({"staff": 3, "posts": 4})") ==
        "holds 3人 4人 -1人 allowed 0人");
}

TEST_CASE("a divisor that may be zero makes a check undecided") {
  CHECK(verdict_of("staff / posts <= 100%", R"({"staff": 3, "posts": 0})") ==
        "undecided: the divisor is zero or may be");
}

TEST_CASE("rows align by key, and a key that occurs twice decides nothing") {
  const std::string rule = R"(schema "department-spending"
rule surplus
  over spending
  check surplus = income.total - total
)";
  CHECK(told(checked(rule, R"({"income": [{"unit": "1、机关", "total": 606.77}],
      "spending": [{"unit": "机关", "total": 601.62, "surplus": 5.15}]})")) ==
        Lines{"holds 5.15万元 5.15万元 0万元 allowed 0.015万元"});
  CHECK(told(checked(rule, R"({"income": [{"unit": "机关", "total": 606.77},
      {"unit": "机关", "total": 1}],
      "spending": [{"unit": "机关", "total": 601.62, "surplus": 5.15}]})")) ==
        Lines{"undecided: income[\"机关\"] occurs 2 times (rows 1, 2), so it is not clear which "
              "row is meant"});
  CHECK(told(checked(rule, R"({"income": [{"unit": "机关", "total": 606.77}],
      "spending": [{"unit": "机关", "total": 601.62, "surplus": 5.15},
                   {"unit": "1、机关", "total": 1, "surplus": 2}]})")) ==
        Lines{"undecided: spending[\"机关\"] occurs 2 times (rows 1, 2), so it is not clear which "
              "row is meant",
              "undecided: spending[\"机关\"] occurs 2 times (rows 1, 2), so it is not clear which "
              "row is meant"});
  CHECK(told(checked(rule, R"({"income": [{"unit": "馆", "total": 606.77}],
      "spending": [{"unit": "机关", "total": 601.62, "surplus": 5.15}]})")) ==
        Lines{"undecided: 收入合计 (income[\"机关\"].total) is missing"});
}

TEST_CASE("stars make a check a column") {
  const Checked result = checked(R"(schema "department-spending"
rule units
  check three_public[summary].* = sum(three_public[units].*)
)",
                                 R"({"three_public": [
      {"unit": "汇总", "total": 13.07, "reception": 10.76},
      {"unit": "甲", "total": 11.86, "reception": 9.55},
      {"unit": "乙", "total": 1.21, "reception": 1.31}]})");
  std::size_t holds = 0;
  std::size_t fails = 0;
  for (const check::Outcome& outcome : result.outcomes) {
    if (outcome.verdict == figure::Verdict::holds) {
      ++holds;
      CHECK(outcome.subject.column == "total");
      CHECK(outcome.subject.row == "汇总");
      CHECK(outcome.subject.label == "三公经费情况 / 汇总 / 三公经费合计");
    }
    if (outcome.verdict == figure::Verdict::fails) {
      ++fails;
      CHECK(told(outcome) == "fails 10.76万元 10.86万元 -0.1万元 allowed 0.015万元");
    }
  }
  CHECK(holds == 1);
  CHECK(fails == 1);
  CHECK(result.outcomes.size() == 6);
}

TEST_CASE("a code's rows are the sum of the codes below it, levels may be skipped") {
  const std::string rule = R"(schema "department-spending"
rule levels
  over functions
  check this.total = sum(children.total)
)";
  CHECK(told(checked(rule, R"({"functions": [
      {"code": "208", "name": "社会保障", "total": 30.00},
      {"code": "20805", "name": "养老", "total": 20.00},
      {"code": "2080505", "name": "缴费", "total": 20.00},
      {"code": "2081199", "name": "其他", "total": 11.00}]})")) ==
        Lines{"fails 30万元 31万元 -1万元 allowed 0.015万元",
              "holds 20万元 20万元 0万元 allowed 0.01万元",
              "not_applicable: the report has no such row in \"功能分类支出情况\"",
              "not_applicable: the report has no such row in \"功能分类支出情况\""});
}

TEST_CASE("mentions of one fact agree at the coarser precision") {
  const std::string rule = R"(schema "department-spending"
rule repeated
  over facts
  check agree(mentions)
)";
  CHECK(told(checked(rule, R"({"facts": [
      {"item": "支出", "mentions": [{"value": "1003.30万元"}, {"value": "1003.3万元"},
                                     {"value": "0.10亿元"}]},
      {"item": "支出", "mentions": [{"value": "1003.30万元"}, {"value": "1003.4万元"}]},
      {"item": "支出", "mentions": [{"value": "1003.30万元"}, {"value": "1003.35万元"},
                                     {"value": "1003.3万元"}]},
      {"item": "册数", "mentions": [{"value": "约18000册"}, {"value": "18500册"}]},
      {"item": "册数", "mentions": [{"value": "约18000册"}, {"value": "约18000册"}]},
      {"item": "册数", "mentions": [{"value": "18500册"}]}]})")) ==
        Lines{"holds 1003.3万元 0.1亿元 3.3万元 allowed 50.005万元",
              "fails 1003.3万元 1003.4万元 -0.1万元 allowed 0.055万元",
              "fails 1003.3万元 1003.35万元 -0.05万元 allowed 0.01万元",
              "undecided: a figure is approximate, so it is not held to equality",
              "holds 18000册 18000册 0册",
              "not_applicable: it is stated only once, so there is nothing to compare"});
}

TEST_CASE("targets keep the strictness of their words") {
  const std::string rule = R"(schema "department-spending"
rule met
  over targets
  check meets(actual, target)
)";
  CHECK(told(checked(rule, R"({"targets": [
      {"name": "满意度", "target": "高于95%", "actual": "95%"},
      {"name": "满意度", "target": "不低于95%", "actual": "95%"},
      {"name": "举荐", "target": "不低于10人", "actual": "9人"},
      {"name": "活动", "target": {"operator": "between", "low": "5", "high": "10", "unit": "次"},
       "actual": "12次"},
      {"name": "活动", "target": "不少于2次", "actual": "100%"}]})")) ==
        Lines{"fails 95% 95% 0%", "holds 95% 95% 0% allowed 0.5%",
              "fails 9人 10人 -1人 allowed 0人", "fails 12次 10次 2次 allowed 0次",
              "undecided: the two sides measure different things (ratio and count)"});
}

TEST_CASE("several readings: one that fits is enough, none that fits is undecided") {
  const std::string rule = R"(schema "department-spending"
rule shares
  over shares
  check percent = part / whole
)";
  CHECK(told(checked(rule, R"({"shares": [
      {"name": "公用", "part": "3.58万元", "whole": "1003.30万元", "percent": "1%",
       "readings": [{"name": "公用", "part": "3.58万元", "whole": "359.39万元", "percent": "1%"}]},
      {"name": "公用", "part": "3.58万元", "whole": "1003.30万元", "percent": "5%",
       "readings": [{"name": "公用", "part": "3.58万元", "whole": "359.39万元", "percent": "5%"}]}]})")) ==
        Lines{"holds 1% 0.9961323353% 0.003867664654% allowed 0.5014051245%",
              "undecided: the statement can be read in 2 ways and fits in none: judge it by hand"});
}

TEST_CASE("last year's report is reached by prior") {
  const std::string rule = R"(schema "department-spending"
rule opening
  check income[summary].carried_over = prior.closing_balance
)";
  const std::string now = R"({"income": [{"unit": "汇总", "carried_over": 158.39}]})";
  CHECK(told(checked(rule, now, R"({"closing_balance": 164.90})")) ==
        Lines{"fails 158.39万元 164.9万元 -6.51万元 allowed 0.01万元"});
  CHECK(told(checked(rule, now)) ==
        Lines{"not_applicable: there is no report of this unit for last year (--prior)"});
}

TEST_CASE("logic has four values, the least decides an and, the greatest an or") {
  const std::string data = R"({"staff": 55, "posts": 30, "vehicles": null})";
  CHECK(verdict_of("staff <= posts or vehicles <= 3", data) ==
        "undecided: 公务用车保有量 (vehicles) is missing");
  CHECK(verdict_of("staff <= posts and vehicles <= 3", data) == "fails");
  CHECK(verdict_of("staff > posts or vehicles <= 3", data) == "holds");
  CHECK(verdict_of("not (staff > posts)", data) == "fails");
}

TEST_CASE("coalesce and present stand in for what is missing") {
  const std::string data = R"({"spending": [{"unit": "汇总", "total": 5.00},
      {"unit": "甲", "total": 5.00}, {"unit": "乙", "total": null}]})";
  CHECK(verdict_of("spending[summary].total = sum(spending[units].total)", data) ==
        "undecided: 支出合计 (spending[\"乙\"].total) is missing");
  CHECK(verdict_of("spending[summary].total = sum(present spending[units].total)", data) ==
        "holds 5万元 5万元 0万元 allowed 0.01万元");
  CHECK(verdict_of("spending[summary].total = sum(spending[\"甲\"].total) + coalesce(added, 0)",
                   data) == "holds 5万元 5万元 0万元 allowed 0.01万元");
}

TEST_CASE("evidence names each figure with its side, coefficient and place") {
  const Checked result = checked(over_spending,
                                 "{\"spending\": [\n"
                                 "  {\"unit\": \"甲\", \"basic\": 359.39, \"personnel\": 355.81,\n"
                                 "   \"public\": 3.58}]}");
  REQUIRE(result.outcomes.size() == 1);
  const std::vector<check::Evidence>& evidence = result.outcomes.front().evidence;
  REQUIRE(evidence.size() == 3);
  CHECK(evidence[0].name == "spending[\"甲\"].basic");
  CHECK(evidence[0].label == "基本支出");
  CHECK(evidence[0].side == check::Side::left);
  CHECK(evidence[0].coefficient == 1);
  CHECK(evidence[0].place.pointer == "/spending/0/basic");
  CHECK(evidence[0].place.line == 2);
  CHECK(evidence[2].name == "spending[\"甲\"].public");
  CHECK(evidence[2].coefficient == -1);
  CHECK(evidence[2].raw == "3.58");
  CHECK(evidence[2].place.line == 3);
}

TEST_CASE("quantifiers range over rows") {
  const std::string data = R"({"spending": [{"unit": "甲", "total": 5.00},
      {"unit": "乙", "total": 7.00}]})";
  CHECK(verdict_of("all r in spending: r.total >= 5 万元", data) == "holds");
  CHECK(verdict_of("any r in spending: r.total >= 8 万元", data) == "fails");
  CHECK(verdict_of("none r in spending: r.total >= 8 万元", data) == "holds");
  CHECK(verdict_of("max(spending.total) - min(spending.total) = 2 万元", data) ==
        "holds 2万元 2万元 0万元 allowed 0.01万元");
  CHECK(verdict_of("average(spending.total) = 6 万元", data) ==
        "holds 6万元 6万元 0万元 allowed 0.005万元");
}

TEST_CASE("tolerances bind to their comparison and are exact") {
  const std::string data = R"({"opening": 100.00, "done": 100.02})";
  CHECK(verdict_of("done = opening within 0.02 万元", data) == "holds 100.02万元 100万元 0.02万元");
  CHECK(verdict_of("done = opening within 0.01 万元", data) == "fails 100.02万元 100万元 0.02万元");
  CHECK(verdict_of("done = opening within 1%", data) == "holds 100.02万元 100万元 0.02万元");
  CHECK(verdict_of("done = opening exactly", data) == "fails 100.02万元 100万元 0.02万元");
}
