// Whole rules: clauses, what a rule needs, the sample of the language's design, the packs.
#include "compiled.hpp"

#include "test_schema.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

using namespace tieout;
using namespace tieout::language;

namespace {

const Rule& first_rule(const Compiled& result) {
  REQUIRE(result.diagnostics.empty());
  return result.program.rules.at(0);
}

std::vector<std::string> tables_of(const std::string& clauses) {
  const auto result = compiled("rule r " + clauses);
  std::vector<std::string> ids;
  for (const auto table : first_rule(result).tables) ids.push_back(test_schema().tables[table].id);
  return ids;
}

}  // namespace

TEST_CASE("the clauses of a rule") {
  const auto result = compiled(R"(rule spending.parts
  "支出合计等于各项之和"
  title en "Total equals its parts"
  severity query
  basis "财预〔2013〕53号"
  hint "核对是否漏列"
  tags totals core
  over spending as s
  when present(total)
  check total = basic + project
  message "{unit}：{left}，相差 {difference}，可差 {allowed}；{s.basic + project}"
  message en "off by {difference}"
  example holds { "spending": [] }
  example not_applicable {}
)");
  const auto& rule = first_rule(result);
  CHECK(rule.id == "spending.parts");
  CHECK(rule.titles.at("") == "支出合计等于各项之和");
  CHECK(rule.titles.at("en") == "Total equals its parts");
  CHECK(rule.severity == Severity::query);
  CHECK(name(rule.severity) == "query");
  CHECK(rule.basis == "财预〔2013〕53号");
  CHECK(rule.hint == "核对是否漏列");
  CHECK(rule.tags == std::vector<std::string>{"totals", "core"});
  CHECK(rule.alias == "s");
  REQUIRE(rule.checks.size() == 1);
  CHECK(rule.checks[0].text == "total = basic + project");
  const auto* over = &test_schema().tables[*rule.over];
  CHECK(shown(rule.checks[0].when, over) == "(present total)");
  REQUIRE(rule.examples.size() == 2);
  CHECK(rule.examples[0].expected == figure::Verdict::holds);
  CHECK(rule.examples[0].json == "{ \"spending\": [] }");
  CHECK(rule.examples[1].expected == figure::Verdict::not_applicable);

  const auto& parts = rule.messages.at("");
  REQUIRE(parts.size() == 9);
  CHECK(shown(std::get<Hole>(parts[0]).expression, over) == "unit");
  CHECK(std::get<std::string>(parts[1]) == "：");
  CHECK(std::get<Hole>(parts[2]).which == Hole::Which::left);
  CHECK(std::get<Hole>(parts[4]).which == Hole::Which::difference);
  CHECK(std::get<Hole>(parts[6]).which == Hole::Which::allowed);
  CHECK(shown(std::get<Hole>(parts[8]).expression, over) == "(+ basic project)");
  CHECK(rule.messages.at("en").size() == 2);
}

TEST_CASE("`P implies Q` at the top of a check is its condition, whatever `when` says besides") {
  CHECK(meaning("check listed implies staff > 0") == "if listed: (> staff 0)");
  CHECK(meaning("when posts > 0 check listed implies staff > 0") ==
        "if (and (> posts 0) listed): (> staff 0)");
  CHECK(meaning("check listed implies (staff > 0 implies posts > 0)") ==
        "if (and listed (> staff 0)): (> posts 0)");
  CHECK(meaning("check (listed implies staff > 0) and posts > 0") ==
        "(and (implies listed (> staff 0)) (> posts 0))");
}

TEST_CASE("the tables that a rule needs, but for what it only asks about") {
  using Ids = std::vector<std::string>;
  CHECK(tables_of("over spending check surplus = income.total - total") ==
        Ids{"income", "spending"});
  CHECK(tables_of("when sum(income.total) > 0 check sum(spending.total) > 0") ==
        Ids{"income", "spending"});
  CHECK(tables_of("when present(income) check staff > count(staffing)").empty());
  CHECK(tables_of("check missing(income[summary].total) or all s in shares: s.part > 0") ==
        Ids{"shares"});
  // Only the branch that is taken is needed; last year's tables are not this year's.
  CHECK(tables_of("check staff = (if listed then sum(staffing.actual) else 0)").empty());
  CHECK(tables_of("check sum(prior.income.total) > sum(income.total)") == Ids{"income"});
  CHECK(tables_of("check staff > 0 message \"{sum(staffing.actual)}\"").empty());
}

TEST_CASE("each row variable has a slot of its own, the row of `over` the first") {
  const auto result = compiled(
      "rule r over spending check all i in income[total > 0]: count(shares) > 0\n"
      "rule q check staff > 0");
  CHECK(first_rule(result).slots == 4);
  CHECK(result.program.rules[1].slots == 1);
}

TEST_CASE("holes of messages") {
  CHECK(
      refused("rule r\n  check staff > 0\n  message \"{stafff} {spending}\"") ==
      "a.tie:3:13: error: There is no item, column, table or define called `stafff`.\n"
      "  message \"{stafff} {spending}\"\n"
      "            ^~~~~~\n"
      "hint: did you mean `staff`?\n"
      "a.tie:3:22: error: The braces of a message hold a single value; this is rows of spending.\n"
      "  message \"{stafff} {spending}\"\n"
      "                     ^~~~~~~~\n");
}

TEST_CASE("examples are JSON objects") {
  CHECK(refused("rule r\n  check staff > 0\n  example holds { \"staff\": 1.50, \"x\": [ {} ] }")
            .empty());
  CHECK(refused("rule r\n  check staff > 0\n  example holds { \"staff\": }") ==
        "a.tie:3:28: error: From here on the example is no well-formed JSON object, or is nested "
        "more than 64 deep.\n"
        "  example holds { \"staff\": }\n"
        "                           ^\n");
  CHECK(refused(
            "rule r\n  check staff > 0\n  example holds {\n    \"staff\": 1,\n    \"posts\" 2 }") ==
        "a.tie:5:13: error: From here on the example is no well-formed JSON object, or is nested "
        "more than 64 deep.\n"
        "    \"posts\" 2 }\n"
        "            ^\n");
}

TEST_CASE("a rule that is refused is left out, the others are kept") {
  const auto result = compiled("rule a check stafff > 0\nrule b check staff > 0");
  CHECK(result.diagnostics.size() == 1);
  REQUIRE(result.program.rules.size() == 1);
  CHECK(result.program.rules[0].id == "b");
}

TEST_CASE("the sample of the design compiles against the schema it is written for") {
  const auto root = std::filesystem::path(TIEOUT_ROOT) / "schemas";
  const auto units = figure::UnitSystem::from_json(
      "units.json", source::read_bytes((root / "units.json").string(), {}));
  const auto schema = schema::load_schema((root / "department-spending.schema.json").string(),
                                          root.string(), units);
  const auto packs = std::filesystem::path(TIEOUT_ROOT) / "rules";
  const auto sample = (std::filesystem::path(TIEOUT_ROOT) / "tests/language/sample.tie").string();
  for (const std::string profile : {"", "hunan"}) {
    Options options;
    options.profile = profile;
    const auto result = compile({sample}, schema, units, options);
    for (const auto& diagnostic : result.diagnostics) {
      FAIL_CHECK(render(diagnostic, source::Language::en));
    }
    CHECK(result.program.profile == (profile.empty() ? "mof" : "hunan"));
    std::vector<std::string> ids;
    for (const auto& rule : result.program.rules) ids.push_back(rule.id);
    CHECK(ids == std::vector<std::string>{"spending.parts", "spending.units", "spending.surplus",
                                          "functions.levels", "narrative.shares",
                                          "narrative.repeated", "staffing.within",
                                          "balance.carried", "targets.met", "budget.completion"});
  }
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(packs)) {
    if (entry.path().extension() == ".tie") files.push_back(entry.path().string());
  }
  REQUIRE_FALSE(files.empty());
  const auto result = compile(files, schema, units, {});
  for (const auto& diagnostic : result.diagnostics) {
    FAIL_CHECK(render(diagnostic, source::Language::en));
  }
}
