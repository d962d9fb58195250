// What a reader of the semantics may hold the evaluator to in detail: shares that were made to add
// up, units that nobody stated, keys that occur twice, texts that differ, groups by a bare name.
#include "world.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace tieout;
using namespace tieout::testing;

namespace {

std::string shares(const std::string& last, const std::string& percents) {
  return R"({"shares": [ {"name": "甲", "part": "100000元", "whole": "300000元", "percent": ")" +
         last + R"("} ], "share_groups": [ {"name": "总支出", "percents": [)" + percents + "]} ]}";
}

std::string percent(const std::string& name, const std::string& value) {
  return R"({"name": ")" + name + R"(", "value": ")" + value + "\"}";
}

const std::string shares_rule = R"(schema "department-spending"
rule shares
  over shares
  check percent = part / whole
)";

std::vector<std::string> of_shares(const std::string& last, const std::string& percents) {
  return told(checked(shares_rule, shares(last, percents)));
}

}  // namespace

TEST_CASE("a share that was moved by a last place so that all make 100% is rounding") {
  const auto all = [](const std::string& last) {
    return percent("乙", "33.33%") + "," + percent("丙", "33.33%") + "," + percent("甲", last);
  };
  REQUIRE(of_shares("33.34%", all("33.34%")).size() == 1);
  CHECK(of_shares("33.34%", all("33.34%")).front() ==
        "rounding 33.34% 33.33333333% 0.006666666667% allowed 0.01522222259%");
  // They do not make 100%, or the share is none of them.
  CHECK(of_shares("33.35%", all("33.35%")).front().starts_with("fails"));
  CHECK(of_shares("33.34%", all("33.33%")).front().starts_with("fails"));
  CHECK(of_shares("33.34%", percent("乙", "66.66%") + "," + percent("丁", "33.34%"))
            .front()
            .starts_with("fails"));
  // Two last places are no rounding.
  CHECK(of_shares("33.35%", percent("乙", "33.33%") + "," + percent("丙", "33.32%") + "," +
                                percent("甲", "33.35%"))
            .front()
            .starts_with("fails"));
}

TEST_CASE("a unit that only the schema gives is compared with no amount that has its own") {
  const std::string rows = R"({"spending": [ {"unit": "甲",
      "total": {"value": "30000.00", "unit": "万元", "unit_assumed": true},
      "basic": {"value": "20000.00", "unit": "万元", "unit_assumed": true},
      "project": {"value": "10000.00", "unit": "万元", "unit_assumed": true},
      "personnel": {"value": "100", "unit": "元"}} ]})";
  const auto over = [&](const std::string& relation) {
    return told(checked("schema \"department-spending\"\nrule x\n  over spending\n  check " +
                            relation + "\n",
                        rows))
        .front();
  };
  const std::string alone =
      "undecided: \"spending\" states no unit, so its figures are only compared with one "
      "another";
  CHECK(over("total = basic + project").starts_with("holds"));
  CHECK(over("total >= 0").starts_with("holds"));
  CHECK(over("total / basic >= 150%").starts_with("holds"));
  CHECK(over("total <= 500 万元") == alone);
  CHECK(over("personnel <= basic") == alone);
}

TEST_CASE("a key that occurs twice: both rows are told") {
  const std::string rules = R"(schema "department-spending"
rule x
  over spending
  check total = income.total
)";
  const auto result = checked(rules, R"({"spending": [ {"unit": "甲", "total": 1} ],
      "income": [ {"unit": "甲", "total": 1}, {"unit": "乙", "total": 2}, {"unit": "甲", "total": 3} ]})");
  CHECK(told(result.outcomes.front()) ==
        "undecided: income[\"甲\"] occurs 2 times (rows 1, 3), so it is not clear which row is "
        "meant");
}

TEST_CASE("texts are different by their characters, as they are the same") {
  CHECK(verdict_of(R"(report.entity = "甲　单位")", R"({"entity": "甲单位"})") == "holds");
  CHECK(verdict_of(R"(report.entity == "甲　单位")", R"({"entity": "甲单位"})") == "fails");
  CHECK(verdict_of(R"(report.entity != "甲　单位")", R"({"entity": "甲单位"})") == "holds");
  CHECK(verdict_of(R"(report.entity != "甲单位")", R"({"entity": "甲单位"})") == "fails");
  CHECK(verdict_of(R"(report.entity in ("甲单位"))", R"({"entity": "甲单位"})") == "holds");
  CHECK(verdict_of(R"(report.entity in ("乙单位"))", R"({"entity": "甲单位"})") == "fails");
}

TEST_CASE("group by a bare name is by the column of the rows that are added up") {
  const auto over = [](const std::string& relation) {
    return told(checked(
        "schema \"department-spending\"\nrule x\n  over spending\n  check " + relation + "\n",
        R"({"spending": [ {"unit": "甲", "total": 1, "basic": 1},
                            {"unit": "乙", "total": 2, "basic": 3} ]})"));
  };
  CHECK(over("sum(spending.total group by unit) = total") ==
        over("sum(spending.total group by spending.unit) = total"));
  CHECK(over("sum(spending.total group by unit) = total").front().starts_with("holds"));
  CHECK(over("sum(spending.total group by unit) = total").back().starts_with("holds"));
  CHECK(over("sum(spending[units].total group by unit) = basic").front().starts_with("holds"));
  CHECK(over("sum(spending[units].total group by unit) = basic").back().starts_with("fails"));
}

TEST_CASE("a text that is asked for twice is told once") {
  const auto result = checked(R"(schema "department-spending"
rule x
  over executions
  check if direction = "up" then rate >= 100% else if direction = "down" then rate <= 100%
      else rate = 100%
)",
                              R"({"executions": [ {"name": "甲", "rate": "102.53%",
      "direction": "down"} ]})");
  const auto& outcome = result.outcomes.front();
  CHECK(outcome.verdict == figure::Verdict::fails);
  CHECK(std::ranges::count(outcome.evidence, "down", &check::Evidence::raw) == 1);
}
