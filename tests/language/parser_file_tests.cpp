// Whole files to their declarations and clauses.
#include "parsed.hpp"

#include "language/compile.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace tieout::language;
using tieout::source::Source;

namespace {

constexpr auto sample = R"(# What the file is about.
schema "department-spending"
use "../common/statements.tie"

define per_head(x, staff) = x / staff
define whole = basic + project
param limit = 9% "结转结余率的上限"
param grades = ("优", "良")
param offset = -2 万元

rule spending.within   # a word of the language in an id
  "支出合计等于各项之和"
  title en "Total equals its parts"
  severity warning
  basis "财预〔2013〕53号"
  hint "核对是否漏列"
  tags totals core, first
  over spending[units] as s
  when present(total)
  let parts = basic + project
  let rest = total - parts
  check total = parts within limit
  message "{unit}：合计 {left}，相差 {difference}"
  message en "\{{s.total}\} of {spending[\"机关\"].total}"
  example holds { "spending": [ {"unit": "甲}{", "total": 1.10} ],
                  "note": "rule x" }
  example not_applicable {}

rule short check a = b

profile hunan {
  define completion = (carried + opening) / opening
  param band = 10%
}
profile mof default { define completion = done / budget }
)";

}  // namespace

TEST_CASE("a file with everything in it") {
  const auto [file, diagnostics] = parsed(sample);
  REQUIRE(diagnostics.empty());
  CHECK(file.schema->text == "department-spending");
  REQUIRE(file.uses.size() == 1);
  CHECK(file.uses[0].text == "../common/statements.tie");

  REQUIRE(file.defines.size() == 2);
  CHECK(file.defines[0].name.text == "per_head");
  CHECK(file.defines[0].function);
  REQUIRE(file.defines[0].parameters.size() == 2);
  CHECK(file.defines[0].parameters[1].text == "staff");
  CHECK(shown(file.defines[0].value) == "(/ x staff)");
  CHECK_FALSE(file.defines[1].function);

  REQUIRE(file.params.size() == 3);
  CHECK(shown(file.params[0].value) == "9%");
  CHECK(file.params[0].meaning->text == "结转结余率的上限");
  CHECK(shown(file.params[1].value) == "(list \"优\" \"良\")");
  CHECK_FALSE(file.params[1].meaning);
  CHECK(shown(file.params[2].value) == "(- 2万元)");

  REQUIRE(file.profiles.size() == 2);
  CHECK(file.profiles[0].name.text == "hunan");
  CHECK_FALSE(file.profiles[0].is_default);
  CHECK(file.profiles[0].defines.size() == 1);
  CHECK(file.profiles[0].params.size() == 1);
  CHECK(file.profiles[1].is_default);
  CHECK(shown(file.profiles[1].defines.at(0).value) == "(/ done budget)");

  REQUIRE(file.rules.size() == 2);
  CHECK(file.rules[1].id.text == "short");
  CHECK(shown(file.rules[1].check) == "(= a b)");
  CHECK(file.broken.empty());
}

TEST_CASE("every clause of a rule") {
  const auto [file, diagnostics] = parsed(sample);
  REQUIRE_FALSE(file.rules.empty());
  const auto& rule = file.rules.front();
  CHECK(rule.id.text == "spending.within");
  REQUIRE(rule.titles.size() == 2);
  CHECK(rule.titles[0].language.empty());
  CHECK(rule.titles[0].text.text == "支出合计等于各项之和");
  CHECK(rule.titles[1].language == "en");
  CHECK(rule.severity->text == "warning");
  CHECK(rule.basis->text == "财预〔2013〕53号");
  CHECK(rule.hint->text == "核对是否漏列");
  REQUIRE(rule.tags.size() == 3);
  CHECK(rule.tags[0].text == "totals");
  CHECK(rule.tags[2].text == "first");
  CHECK(rule.over->table.text == "spending");
  CHECK(shown(rule.over->filter) == "units");
  CHECK(rule.over->alias->text == "s");
  CHECK(shown(rule.when) == "(call present total)");
  REQUIRE(rule.lets.size() == 2);
  CHECK(rule.lets[1].name.text == "rest");
  CHECK(shown(rule.lets[1].value) == "(- total parts)");
  CHECK(shown(rule.check) == "(= within limit total parts)");
  const std::string text = sample;
  const auto part = [&](const auto& span) {
    return text.substr(span.begin, span.end - span.begin);
  };
  CHECK(part(rule.over->span) == "over spending[units] as s");
  CHECK(part(rule.id.span) == "spending.within");
  REQUIRE(rule.examples.size() == 2);
  CHECK(rule.examples[0].verdict.text == "holds");
  CHECK(rule.examples[0].json ==
        "{ \"spending\": [ {\"unit\": \"甲}{\", \"total\": 1.10} ],\n"
        "                  \"note\": \"rule x\" }");
  CHECK(part(rule.examples[0].span) == rule.examples[0].json);
  CHECK(rule.examples[1].json == "{}");
  CHECK(part(rule.span).starts_with("rule spending.within"));
  CHECK(part(rule.span).ends_with("not_applicable {}"));
}

TEST_CASE("a message is literals and expressions in turn, with their places in the file") {
  const auto [file, diagnostics] = parsed(sample);
  REQUIRE_FALSE(file.rules.empty());
  const auto& messages = file.rules.front().messages;
  REQUIRE(messages.size() == 2);
  CHECK(messages[0].language.empty());
  CHECK(messages[0].text.text == "{unit}：合计 {left}，相差 {difference}");
  REQUIRE(messages[0].parts.size() == 4);
  CHECK(messages[0].parts[0].literal.empty());
  CHECK(shown(messages[0].parts[0].hole) == "unit");
  CHECK(messages[0].parts[1].literal == "：合计 ");
  CHECK(messages[0].parts[3].hole == nullptr);

  CHECK(messages[1].language == "en");
  REQUIRE(messages[1].parts.size() == 3);
  CHECK(messages[1].parts[0].literal == "{");
  CHECK(shown(messages[1].parts[0].hole) == "(. s total)");
  CHECK(messages[1].parts[1].literal == "} of ");
  const auto& hole = messages[1].parts[1].hole;
  CHECK(shown(hole) == "(. ([] spending \"机关\") total)");
  const std::string text = sample;
  CHECK(text.substr(hole->span.begin, hole->span.end - hole->span.begin) ==
        "spending[\\\"机关\\\"].total");
}

TEST_CASE("a whole rule may stand on one line, its clauses in any order") {
  const auto [file, diagnostics] = parsed(
      "rule a.b message \"{left}\" check x > 2 when y = \"z\" over t severity note title \"T\"");
  REQUIRE(diagnostics.empty());
  REQUIRE(file.rules.size() == 1);
  CHECK(shown(file.rules[0].check) == "(> x 2)");
  CHECK(shown(file.rules[0].when) == "(= y \"z\")");
  CHECK(file.rules[0].over->table.text == "t");
  CHECK(file.rules[0].severity->text == "note");
  CHECK(file.rules[0].titles.at(0).text.text == "T");
}

TEST_CASE("lines may end in \\r\\n or \\r") {
  const auto [file, diagnostics] = parsed("rule a\r\n  over t\r\n  check x\rrule b\r  check y\r");
  CHECK(diagnostics.empty());
  REQUIRE(file.rules.size() == 2);
  CHECK(file.rules[0].over->table.text == "t");
  CHECK(shown(file.rules[1].check) == "y");
}

TEST_CASE("an empty file, or one of comments, has nothing in it and nothing wrong") {
  for (const auto* text : {"", "\n\n", "# rule x", "　\t\r\n"}) {
    const auto [file, diagnostics] = parsed(text);
    CHECK(diagnostics.empty());
    CHECK(file.rules.empty());
  }
}

TEST_CASE("the schema that a file names is known without its rules being sound") {
  CHECK(schema_of(Source("a.tie", sample)) == "department-spending");
  CHECK(schema_of(Source("a.tie", "rule a check (((\nschema \"x\"\n")) == "x");
  CHECK(schema_of(Source("a.tie", "# schema \"x\"\nrule a check schema = \"y\"\n")).empty());
  CHECK(schema_of(Source("a.tie", "schema 3\nschema \"a\\q\"")).empty());
  CHECK(schema_of(Source("a.tie", "")).empty());
}
