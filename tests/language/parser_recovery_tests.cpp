// Several faults in one file: each reported once, and nothing sound lost or accused with them.
#include "parsed.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

using namespace tieout::language;

namespace {

/// "line id" of each fault.
std::string faults(const std::string& text, const tieout::source::Limits& limits = {}) {
  std::string result;
  for (const auto& diagnostic : parsed(text, limits).diagnostics) {
    const auto line = diagnostic.file->place(diagnostic.span.begin).line;
    result += fmt::format("{}{} {}", result.empty() ? "" : ", ", line, diagnostic.message.id);
  }
  return result;
}

}  // namespace

TEST_CASE("five faulty clauses of one rule are five faults") {
  CHECK(faults("rule a\n"
               "  severity 高\n"
               "  over t[k =\n"
               "  let x = （a）\n"
               "  when b c\n"
               "  check total = \n"
               "  hint \"ok\"\n") ==
        "2 syntax.unknown_severity, 3 syntax.missing_value, 4 syntax.write_ascii, 5 "
        "syntax.unexpected, 6 syntax.missing_value");
}

TEST_CASE("five faulty rules are five faults, and the sound ones between them are kept") {
  const std::string text =
      "rule a check x（y\n"
      "rule b check sum(x\n"
      "rule c over t\n"
      "rule d check x\n"
      "rule e check 2018-13-01 = d\n"
      "rule f check y\n"
      "rule 1 check z\n";
  CHECK(faults(text) ==
        "1 syntax.write_ascii, 2 syntax.unclosed_bracket, 3 syntax.no_check, 5 syntax.no_such_day, "
        "7 syntax.expected");
  const auto file = parsed(text).file;
  REQUIRE(file.rules.size() == 2);
  CHECK(file.rules[0].id.text == "d");
  CHECK(file.rules[1].id.text == "f");
}

TEST_CASE("a rule stays if its check, `over` and lets are sound") {
  const auto file = parsed(
                        "rule a\n  hint 1\n  when )\n  example holds {\n  check x\n"
                        "rule b\n  \"not closed\n  let y = x\n  check y\n"
                        "rule c\n  let y = )\n  check y\n"
                        "rule d\n  over 1\n  check y\n"
                        "rule e\n  check y z\n"
                        "rule f\n  check y\n  let z 1\n")
                        .file;
  REQUIRE(file.rules.size() == 2);
  CHECK(file.rules[0].id.text == "a");
  CHECK_FALSE(file.rules[0].hint);
  CHECK(file.rules[0].when == nullptr);
  CHECK(file.rules[0].examples.empty());
  CHECK(shown(file.rules[0].check) == "x");
  CHECK(file.rules[1].id.text == "b");
  CHECK(file.rules[1].titles.empty());
}

TEST_CASE("a misspelt start is taken as what was meant: what follows is checked with it") {
  CHECK(faults("rule a\n  chek x = \n") == "2 syntax.unknown_start, 2 syntax.missing_value");
  const auto [file, diagnostics] = parsed("ruel a\n  ovr t\n  chekc x\n\nparm p = 1\n");
  CHECK(diagnostics.size() == 4);
  REQUIRE(file.rules.size() == 1);
  CHECK(file.rules[0].over->table.text == "t");
  CHECK(shown(file.rules[0].check) == "x");
  CHECK(file.params.size() == 1);
}

TEST_CASE("a misspelt start ends a faulty clause before it") {
  CHECK(faults("rule a\n  hint x\n  chek y\n") == "2 syntax.expected, 3 syntax.unknown_start");
}

TEST_CASE("where a check may be meant, none is said to be missing") {
  CHECK(faults("rule a\n  check\n") == "2 syntax.missing_value");
  CHECK(faults("rule a\n  assert x = y\n") == "2 syntax.no_clause");
  CHECK(faults("rule a\n  hint “x”\n") == "1 syntax.no_check, 2 syntax.write_ascii");
}

TEST_CASE("names of faulty declarations are known, so that their use is no second fault") {
  const auto file = parsed("define 率 = (a\nparam p = q\ndefine = 3\nrule a check 率 = p\n").file;
  CHECK(file.defines.empty());
  CHECK(file.params.empty());
  REQUIRE(file.broken.size() == 2);
  CHECK(file.broken[0].text == "率");
  CHECK(file.broken[1].text == "p");
}

TEST_CASE("faults inside a profile end with it") {
  const std::string text =
      "profile a {\n"
      "  define x = \n"
      "  param y = 1\n"
      "  check z\n"
      "}\n"
      "profile b { define x = (1 }\n"
      "profile { define x = 1 }\n"
      "profile c default { param y = 2 }\n";
  CHECK(faults(text) ==
        "2 syntax.missing_value, 4 syntax.no_definition, 6 syntax.unclosed_bracket, 7 "
        "syntax.expected");
  const auto file = parsed(text).file;
  REQUIRE(file.profiles.size() == 3);
  CHECK(file.profiles[0].params.size() == 1);
  CHECK(file.profiles[1].defines.empty());
  CHECK(file.profiles[2].name.text == "c");
  CHECK(file.defines.empty());
}

TEST_CASE("a profile that is not closed ends before the next declaration") {
  const auto [file, diagnostics] = parsed("profile a {\n  define x = 1\n\nrule b check y\n");
  CHECK(diagnostics.size() == 1);
  CHECK(file.profiles.size() == 1);
  CHECK(file.rules.size() == 1);
}

TEST_CASE("a full-width brace opens its profile all the same") {
  CHECK(faults("profile a ｛\n  define x = 1\n}\nrule b check y\n") == "1 syntax.write_ascii");
  CHECK(faults("profile a ｛\n  define x = 1\n") ==
        "1 syntax.write_ascii, 2 syntax.unclosed_bracket");
}

TEST_CASE("clauses before any rule are one fault") {
  CHECK(faults("over t\ncheck x\nhint \"y\"\nrule a check x\n") == "1 syntax.clause_outside_rule");
}

TEST_CASE("a file with very many faults is given up, and says so") {
  std::string text;
  for (int i = 0; i < 50; ++i) text += "rule\n";
  tieout::source::Limits limits;
  limits.diagnostics = 3;
  CHECK(faults(text, limits) ==
        "1 syntax.no_check, 1 syntax.missing, 2 syntax.missing, 3 syntax.too_many_faults");
}

TEST_CASE("rules beyond the limit are not read") {
  tieout::source::Limits limits;
  limits.rules = 2;
  const std::string text = "rule a check x\nrule b check x\nrule c check x\n";
  CHECK(faults(text, limits) == "3 syntax.too_many_rules");
  CHECK(parsed(text, limits).file.rules.size() == 2);
}
