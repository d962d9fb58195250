// Rules over reports: what names mean in them, and which reports they compare.
#include "compiled.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace tieout::language;

namespace {

const std::string rule = "rule r over reports ";

const Rule& only(const Compiled& compiled) {
  REQUIRE(compiled.program.over_reports);
  REQUIRE(compiled.program.over_reports->rules.size() == 1);
  return compiled.program.over_reports->rules.front();
}

/// The relation, shown; where the rule is refused, what is said.
std::string relation(const std::string& clauses) {
  const auto result = compiled(rule + clauses);
  if (!result.diagnostics.empty()) return refused(rule + clauses);
  return shown(only(result).checks.front().condition,
               result.program.over_reports->schema->tables.data());
}

std::vector<std::size_t> group(const std::string& clauses) {
  return only(compiled(rule + clauses)).group;
}

}  // namespace

TEST_CASE("a report is a row: its scalars are columns, its tables nested ones") {
  CHECK(relation("check budget = sum(spending.total)") ==
        "(= budget (sum #1 in spending: #1.total))");
  CHECK(relation("check spending[summary].total = spending[\"甲\"].total") ==
        "(= spending[#1: #1.summary]!total spending[\"甲\"]!total)");
  CHECK(relation("check 报告.单位 != \"甲\" or report.period > 2020") ==
        "(or (!= report.entity \"甲\") (> report.period 2020))");
  // A rule over a table of the report is none over reports.
  const auto both = compiled("rule a over spending check total > 0\n" + rule + "check budget > 0");
  CHECK(both.diagnostics.empty());
  CHECK(both.program.rules.size() == 1);
  CHECK(only(both).id == "r");
}

TEST_CASE("aggregates take the reports of a group") {
  CHECK(relation("check count(reports group by (report.entity, report.period)) = 1") ==
        "(= (count #1 in reports where (list #1.report.entity #1.report.period) is (list "
        "report.entity "
        "report.period)) 1)");
  CHECK(relation("check budget <= quantile(present reports.budget, 95% group by report.period)") ==
        "(<= budget (quantile present #1 in reports: #1.budget where (list #1.report.period) is "
        "(list report.period)))");
  CHECK(relation("check budget = sum(reports[budget > 0].spending[summary].total)") ==
        "(= budget (sum #2 in reports[#1: (> #1.budget 0)]: #2.spending[#3: #3.summary]!total))");
  CHECK(group("check count(reports) = 1").empty());
  CHECK(group("check count(reports group by report.entity) = 1") == std::vector<std::size_t>{1});
  CHECK(group("check count(reports group by (report.period, report.entity)) = 1") ==
        std::vector<std::size_t>{1, 2});
}

TEST_CASE("prior is the entity's report of the year before") {
  CHECK(relation("check budget = prior.budget") == "(= budget #1.budget)");
  CHECK(relation("check budget = prior.spending[summary].total") ==
        "(= budget #1.spending[#2: #2.summary]!total)");
  const auto result = compiled(rule + "check budget = prior.budget");
  CHECK(only(result).prior == Slot{1});
  CHECK(only(result).group == std::vector<std::size_t>{1});
}

TEST_CASE("defines, params and lets are those of the file") {
  const auto result = compiled("param most = 3 万元\ndefine twice(x) = x + x\n" + rule +
                               "let own = twice(budget) check own < most");
  CHECK(result.diagnostics.empty());
  CHECK(shown(only(result).checks.front().condition,
              only(result).over.has_value() ? result.program.run_schema->tables.data() : nullptr) ==
        "(< (+ budget budget) 30000)");
}

TEST_CASE("what rules over reports cannot say is refused where it stands") {
  const auto said = [](const std::string& clauses) {
    const auto text = relation(clauses);
    return text.substr(0, text.find('\n'));
  };
  CHECK(
      said("check count(reports group by report.entity) = count(reports)") ==
      "a.tie:1:27: error: A rule compares the reports of one group: each `group by` in it must be "
      "the same (`prior` goes by report.entity). Write several rules.");
  CHECK(said("check count(reports group by report.period) = 1 and budget = prior.budget")
            .starts_with("a.tie:1:27: error: A rule compares the reports of one group"));
  CHECK(said("check count(reports group by spending) = 1") ==
        "a.tie:1:50: error: Reports are grouped by a text or a number of each, such as "
        "report.entity; several are written (report.entity, report.period).");
  CHECK(said("check budget > prior.nothing") ==
        "a.tie:1:42: error: The table `reports` has no column `nothing`.");
  CHECK(said("check report.perid > 2020") ==
        "a.tie:1:34: error: Only `.period`, `.entity` or `.date` can follow `report`.");
  CHECK(said("check budget > quantile(reports.budget, 2)") ==
        "a.tie:1:61: error: The second argument of `quantile` is a number from 0 to 100%, such as "
        "95%.");
  CHECK(said("check sum(reports.spending.total) > 0") ==
        "a.tie:1:31: error: `spending.total` has many rows where one value is needed: take "
        "sum(...) or the like, or name one row with `spending[...]`.");
  CHECK(said("check sum(reports.spending) > 0") ==
        "a.tie:1:31: error: `sum` needs a column, as in sum(spending.…).");
  const auto unknown = refused("rule r over report check budget > 0");
  CHECK(unknown.find("There is no table `report`.") != std::string::npos);
  CHECK(unknown.find("`reports`") != std::string::npos);
  CHECK(said("check count(copies) = 0").find("A rule over copies looks at the passages alone") !=
        std::string::npos);
}

TEST_CASE("a rule over copies sees the passage and the two reports that have it") {
  const auto result = compiled(
      "rule r over copies[report.entity != other.entity] check length < 40 and text != \"\"");
  REQUIRE(result.diagnostics.empty());
  const auto& copies = result.program.over_reports->schema->tables.at(1);
  CHECK(shown(only(result).checks.front().condition, &copies) ==
        "(and (< length 40) (!= text \"\"))");
  CHECK(shown(only(result).over_filter, &copies) == "(!= report.entity other.entity)");
  CHECK(
      refused("rule r over copies check count(reports) > 1").find("looks at the passages alone") !=
      std::string::npos);
  CHECK(refused("rule r over copies check prior.budget > 1").find("looks at the passages alone") !=
        std::string::npos);
}
