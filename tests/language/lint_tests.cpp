// What the linter says of rules, and of what it keeps silent.
#include "language/lint.hpp"
#include "shipped_schemas.hpp"
#include "temporary_folder.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace tieout;
using namespace tieout::language;

namespace {

/// "line: sentence" of each warning.
std::vector<std::string> warnings(const std::string& text) {
  const TemporaryFolder folder;
  const auto path = folder.write("a.tie", "schema \"department-spending\"\n" + text);
  const auto linted = lint({path}, department_spending(), units(), {});
  for (const auto& error : linted.errors) MESSAGE(render(error, source::Language::en));
  REQUIRE(linted.errors.empty());
  std::vector<std::string> said;
  for (const auto& warning : linted.warnings) {
    said.push_back(std::to_string(warning.file->place(warning.span.begin).line) + ": " +
                   source::render(warning.message, source::Language::en));
  }
  return said;
}

/// Of one check over spending, with all that a rule should say.
std::vector<std::string> of_check(const std::string& clauses) {
  return warnings("rule r \"t\" basis \"b\" over spending " + clauses +
                  "\nexample fails { \"spending\": [] }\n");
}

using Said = std::vector<std::string>;

}  // namespace

TEST_CASE("a rule that says all it should is passed over in silence") {
  CHECK(of_check("check total = basic + project").empty());
  CHECK(of_check("check total = basic + project within 0.01 万元").empty());
  CHECK(of_check("check total / basic = 50%").empty());
}

TEST_CASE("what is not used") {
  CHECK(
      warnings("define d = 1\ndefine f(x) = x\nparam p = 5%\nparam q = 5%\n"
               "rule r \"t\" basis \"b\"\nover spending\nlet a = total\nlet c = basic\nlet e = c\n"
               "check f(total) <= e * q\nmessage \"{left}\"\nexample fails {}\n") ==
      Said{"2: The define `d` is not used.", "4: The param `p` is not used.",
           "8: `a` is not used."});
}

TEST_CASE("what is not said") {
  CHECK(warnings("rule r over spending check total = basic\n") ==
        Said{"2: r has no title.", "2: r has no basis.", "2: r has no example."});
  CHECK(warnings("rule r \"t\" basis \"b\" over spending check total = basic\n"
                 "example holds { \"spending\": [] }\n") ==
        Said{"2: r has no example that fails."});
}

TEST_CASE("comparisons that cannot differ") {
  CHECK(of_check("check total = total") ==
        Said{"2: Both sides are the same; this can never differ."});
}

TEST_CASE("a relation that two rules check") {
  const std::string rest = " \"t\" basis \"b\" over spending check total=basic\nexample fails {}\n";
  CHECK(warnings("rule a" + rest + "rule b" + rest) ==
        Said{"4: b checks what another rule checks already."});
}

TEST_CASE("tolerances wider than rounding") {
  CHECK(of_check("check total = basic + project within 1 万元") ==
        Said{"2: The tolerance is wider than what rounding explains (at most 0.015万元); it hides "
             "real differences."});
}

TEST_CASE("figures that stand in a relation twice") {
  CHECK(
      of_check("check total * basic = total * project") ==
      Said{"2: \"支出合计\" stands in this relation more than once, and the relation is neither a "
           "sum nor one quotient: its rounding cannot be judged exactly."});
}

TEST_CASE("rules that do not compile are not judged") {
  const TemporaryFolder folder;
  const auto path = folder.write("a.tie", "rule r check nothing = 1\n");
  const auto linted = lint({path}, department_spending(), units(), {});
  CHECK(linted.errors.size() == 1);
  CHECK(linted.warnings.empty());
}
