// Rules over reports: which are compared with which, and what is told.
#include "across/comparison.hpp"
#include "world.hpp"

#include "figure/verdict.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <random>
#include <string>
#include <vector>

using namespace tieout;
using namespace tieout::testing;

namespace {

/// One under the other, so that a failed check shows them.
std::string joined(const std::vector<std::string>& lines) {
  return fmt::format("{}", fmt::join(lines, "\n"));
}

constexpr finding::FindingOptions every_check = {finding::RoundingPolicy::note, true, false};
constexpr auto most_told = across::Comparison::most_told;

finding::CheckedReport compared(const language::Program& program,
                                const std::vector<std::string>& reports) {
  const across::Capture capture(*program.over_reports, units(), source::Language::en);
  across::Comparison comparison(capture, every_check);
  for (std::size_t i = 0; i < reports.size(); ++i) {
    auto report = report_of(reports[i]);
    report.source = "reports.ndjson:" + std::to_string(i + 1);
    comparison.add(capture.of(report));
  }
  return comparison.finish();
}

/// "甲 2023: fails 2 1 1", a check a line, in the order in which they are told.
std::vector<std::string> lines_of(const finding::CheckedReport& found) {
  std::vector<std::string> lines;
  for (const auto& check : found.checks) {
    lines.push_back(check.outcome.subject.row + ": " + told(check.outcome));
  }
  return lines;
}

std::vector<std::string> of(const std::string& clauses, const std::vector<std::string>& reports) {
  const auto program =
      compiled("schema \"department-spending\"\nrule x\n  over reports\n" + clauses + "\n");
  return lines_of(compared(program, reports));
}

std::string submitted(const std::string& entity, const std::string& period,
                      const std::string& members = "") {
  return fmt::format(R"({{"entity": "{}", "period": "{}"{}{}}})", entity, period,
                     members.empty() ? "" : ", ", members);
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("reports are counted by what they agree in, however it is written") {
  const std::string once = "check count(reports group by (report.entity, report.period)) = 1";
  CHECK(of(once, {submitted("甲局", "2023"), submitted("乙局", "2023"), submitted(" 甲 局", "2023"),
                  submitted("甲局", "2022")}) ==
        Lines{"甲局 2023: fails 2 1 1 allowed 0", "乙局 2023: holds 1 1 0 allowed 0",
              " 甲 局 2023: fails 2 1 1 allowed 0", "甲局 2022: holds 1 1 0 allowed 0"});
}

TEST_CASE("the report of last year is the one that the same entity submitted in the run") {
  const std::string carried = "check prior_balance = prior.closing_balance";
  const auto opened = [](const std::string& period, const std::string& amount) {
    return submitted("甲", period, "\"prior_balance\": " + amount);
  };
  const auto closed = [](const std::string& period, const std::string& amount) {
    return submitted("甲", period, "\"closing_balance\": " + amount);
  };
  CHECK(of(carried, {opened("2023", "5.10"), closed("2022", "5.00")}) ==
        Lines{"甲 2023: fails 5.1万元 5万元 0.1万元 allowed 0.01万元",
              "甲 2022: not_applicable: this run has no report of this unit for last year"});
  CHECK(of(carried, {opened("2023", "5.10"), closed("2021", "5.00")}).front() ==
        "甲 2023: not_applicable: this run has no report of this unit for last year");
  CHECK(of(carried, {opened("2023", "5.10"), closed("2022", "5.00"), closed("2022", "5.10")})
            .front() ==
        "甲 2023: undecided: there are 2 reports of this unit for last year, so it is not clear "
        "which is meant");
}

TEST_CASE("a total is the sum of its reports, and the figures of each are evidence") {
  const auto program = compiled(R"(schema "department-spending"
rule total
  over reports[report.entity = "合计"]
  let parts = sum(reports[report.entity != "合计"].spending[summary].total)
  check spending[summary].total = parts
)");
  const auto spent = [](const std::string& entity, const std::string& total) {
    return submitted(entity, "2023",
                     R"("spending": [ {"unit": "合计", "total": )" + total +
                         R"(}, {"unit": "机关", "total": 1.00} ])");
  };
  const auto found =
      compared(program, {spent("甲", "10.25"), spent("合计", "30.00"), spent("乙", "20.00")});
  CHECK(lines_of(found) == Lines{"合计 2023: fails 30万元 30.25万元 -0.25万元 allowed 0.015万元"});
  REQUIRE(found.findings.size() == 1);
  Lines names;
  for (const auto& piece : found.findings.front().outcome.evidence) {
    if (piece.figure) names.push_back(piece.name + " " + piece.raw);
  }
  CHECK(joined(names) == joined({"reports[\"合计 2023\"].spending[\"合计\"].total 30.00",
                                 "reports[\"甲 2023\"].spending[\"合计\"].total 10.25",
                                 "reports[\"乙 2023\"].spending[\"合计\"].total 20.00"}));
}

TEST_CASE("a report that does not say its year belongs to no group, and is in nobody's way") {
  const auto lines = of("check count(reports group by (report.entity, report.period)) = 1",
                        {submitted("甲", "2023"), R"({"entity": "甲"})", submitted("甲", "2023")});
  REQUIRE(lines.size() == 3);
  CHECK(lines[0] == "甲 2023: fails 2 1 1 allowed 0");
  CHECK(lines[1] == "甲: undecided: 报告.年度 (reports[\"甲\"].report.period) is missing");
  CHECK(lines[2] == "甲 2023: fails 2 1 1 allowed 0");
}

TEST_CASE("a figure that a report lacks leaves a sum open, and `present` leaves it out") {
  const Lines reports = {submitted("甲", "2023", "\"budget\": 3.00"), submitted("乙", "2023")};
  CHECK(of("check sum(reports.budget) >= 3 万元", reports).front() ==
        "甲 2023: undecided: 预算数 (reports[\"乙 2023\"].budget) is missing");
  CHECK(of("check sum(present reports.budget) >= 3 万元", reports).front() ==
        "甲 2023: holds 3万元 3万元 0万元 allowed 0.005万元");
  // The same of more reports than are told one by one.
  auto many = reports;
  many.resize(most_told + 1, submitted("乙", "2023"));
  CHECK(of("check sum(reports.budget) >= 3 万元", many).front() ==
        "甲 2023: undecided: 200 reports lack a figure that is needed, such as: 预算数 "
        "(reports[\"乙 2023\"].budget) is missing");
  CHECK(of("check sum(present reports.budget) >= 3 万元", many).front() ==
        "甲 2023: holds 3万元 3万元 0万元");
}

TEST_CASE("a group comes to the same whether its aggregates are folded or not") {
  std::mt19937 random(7);
  const auto amount = [&random] {
    return fmt::format("{}.{:02}", random() % 1000, random() % 100);
  };
  const auto reports_of = [&amount](std::size_t number) {
    Lines reports;
    for (std::size_t i = 0; i < number; ++i) {
      reports.push_back(submitted("单位" + std::to_string(i), "2023",
                                  "\"budget\": " + amount() + ", \"done\": " + amount()));
    }
    return reports;
  };
  // Twice the same reports: whole they are folded, by halves they are not, and neither the least
  // nor the greatest, nor where the others lie, changes by it.
  const auto once = reports_of(most_told - 50);
  auto twice = once;
  twice.insert(twice.end(), once.begin(), once.end());
  REQUIRE(twice.size() > most_told);
  for (const std::string relation :
       {"budget <= max(reports.budget)", "budget > min(reports.budget)",
        "budget < average(reports.budget)", "budget < quantile(reports.budget, 90%)",
        "done / budget < quantile(present reports.done / reports.budget, 25%)",
        "count(reports[budget > 500 万元]) > 1", "sum(reports[done > 900 万元].budget) > 0"}) {
    CAPTURE(relation);
    const auto verdicts = [&](const Lines& reports) {
      Lines found;
      for (const auto& line : of("check " + relation, reports)) {
        found.push_back(line.substr(0, line.find(' ', line.find(": ") + 2)));
      }
      return found;
    };
    const auto told_one_by_one = verdicts(once);
    auto folded = verdicts(twice);
    REQUIRE(folded.size() == 2 * told_one_by_one.size());
    folded.resize(told_one_by_one.size());
    CHECK(folded == told_one_by_one);
  }
}

TEST_CASE("a group among others is what it is by itself") {
  for (const std::size_t size : {std::size_t{3}, std::size_t{40}, 2 * most_told}) {
    CAPTURE(size);
    Lines alone;
    Lines among;
    for (std::size_t i = 0; i < size; ++i) {
      alone.push_back(submitted("甲" + std::to_string(i), "2023",
                                "\"budget\": " + std::to_string(i % 7) + ".50"));
      among.push_back(alone.back());
      among.push_back(submitted("乙", "2022", "\"budget\": 900.00"));
      among.push_back(submitted("丙" + std::to_string(i), "19" + std::to_string(i % 90 + 10)));
    }
    auto found = of("check budget <= average(reports.budget group by report.period)", among);
    std::erase_if(found, [](const std::string& line) { return !line.starts_with("甲"); });
    CHECK(found == of("check budget <= average(reports.budget)", alone));
  }
}

TEST_CASE("a rule that compares each with each has a limit, and says so") {
  const auto program = compiled(R"(schema "department-spending"
rule alike
  over reports as own
  check none r in reports: r.report.entity != own.report.entity and r.budget = own.budget
)");
  Lines reports;
  for (std::size_t i = 0; i <= across::Comparison::most_at_once; ++i) {
    reports.push_back(submitted(std::to_string(i), "2023", "\"budget\": 1.00"));
  }
  CHECK(lines_of(compared(program, reports)) ==
        Lines{": error: the group has 10001 reports, more than the 10000 that can be compared one "
              "with another: use `group by`, or compare through sum, count and the like"});
  reports.resize(3);
  CHECK(joined(lines_of(compared(program, reports))) ==
        joined({"0 2023: fails", "1 2023: fails", "2 2023: fails"}));
}

TEST_CASE("that the rule is over none of the reports is said once") {
  CHECK(of("when report.entity = \"丁\"\n  check count(reports) = 2",
           {submitted("甲", "2023"), submitted("乙", "2023")}) ==
        Lines{"甲 2023: not_applicable: the rule's condition is not met",
              "乙 2023: not_applicable: the rule's condition is not met"});
  const auto program = compiled(R"(schema "department-spending"
rule none
  over reports[report.entity = "丁"]
  check count(reports) = 2
)");
  const auto found = compared(program, {submitted("甲", "2023"), submitted("乙", "2023")});
  CHECK(found.checks.empty());
  CHECK(found.counts == finding::Counts{0, 0, 0, 0, 1, 0});
}

TEST_CASE("findings about reports of one name have fingerprints of their own, that stay") {
  const auto program = compiled(R"(schema "department-spending"
rule once
  over reports
  check count(reports group by (report.entity, report.period)) = 1
)");
  const auto twice = compared(program, {submitted("甲", "2023"), submitted(" 甲", "2023")});
  REQUIRE(twice.findings.size() == 2);
  CHECK(twice.findings[0].fingerprint != twice.findings[1].fingerprint);
  const auto more = compared(
      program, {submitted("甲", "2023"), submitted("乙", "2023"), submitted(" 甲", "2023")});
  REQUIRE(more.findings.size() == 2);
  CHECK(more.findings[0].fingerprint == twice.findings[0].fingerprint);
  CHECK(more.findings[1].fingerprint == twice.findings[1].fingerprint);
}

TEST_CASE("a report that cannot be read again is in doubt, as is what it is compared with") {
  const auto program = compiled(R"(schema "department-spending"
rule funded
  over reports
  check budget >= min(present reports.budget)
)");
  const across::Capture capture(*program.over_reports, units(), source::Language::en);
  // Digits that were read with a multiplier may be more than a number by itself may have.
  auto report = report_of(submitted("甲", "2023", "\"budget\": 3.00"));
  auto& budget = std::get<figure::Figure>(report.scalars[*spending_schema().scalar("budget")]);
  budget.value = *figure::Decimal::parse(std::string(60, '9'));
  budget.value.coefficient *= figure::Integer(100'000'000);
  across::Comparison comparison(capture, every_check);
  comparison.add(capture.of(report));
  comparison.add(capture.of(report_of(submitted("乙", "2023", "\"budget\": 3.00"))));
  CHECK(
      joined(lines_of(comparison.finish())) ==
      joined({": undecided: the report has a figure of too many digits to be compared with other "
              "reports",
              "乙 2023: undecided: the report has a figure of too many digits to be compared with "
              "other reports"}));
}
