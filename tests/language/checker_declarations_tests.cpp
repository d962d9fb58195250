// Defines, params, profiles, and files that use each other.
#include "compiled.hpp"

#include "source/message.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace tieout::language;
using tieout::source::Failure;
using tieout::source::Language;

namespace {

Options chosen(std::string profile, std::map<std::string, std::string> parameters = {}) {
  Options options;
  options.profile = std::move(profile);
  options.parameters = std::move(parameters);
  return options;
}

/// The check of the only rule, shown.
std::string check_of(const std::string& text, const Options& options = {}) {
  const auto result = compiled(text, options);
  if (!result.diagnostics.empty()) return refused(text, Language::en, options);
  return shown(result.program.rules.at(0).checks.at(0).condition, nullptr);
}

std::vector<std::string> rules_of(const Files& files) {
  std::vector<std::string> ids;
  for (const auto& rule : compiled(files).program.rules) ids.push_back(rule.id);
  return ids;
}

}  // namespace

TEST_CASE("a define is a value or a function, written out where it is used") {
  CHECK(check_of("define per_head(x) = x / staff\n"
                 "define slack = posts - staff\n"
                 "rule r check per_head(budget) > 0 and slack >= 0") ==
        "(and (> (/ budget staff) 0) (>= (- posts staff) 0))");
  CHECK(check_of("define share(part, whole) = part / whole\n"
                 "rule r check share(sum(spending.basic), sum(spending.total)) <= 100%") ==
        "(<= (/ (sum #1 in spending: #1.basic) (sum #2 in spending: #2.total)) 1)");
  CHECK(check_of("define share(part, whole) = part / whole\n"
                 "rule r check max(share(spending.basic, spending.total)) <= 100%") ==
        "(<= (max #1 in spending: (/ #1.basic #1.total)) 1)");
  CHECK(check_of("define in_all(rows) = sum(rows.total)\n"
                 "rule r check in_all(spending) = in_all(income[units])") ==
        "(= (sum #1 in spending: #1.total) (sum #2 in income[units]: #2.total))");
  // A parameter may be called as an item is, not as a column that it stands beside.
  CHECK(
      check_of("define rate(done, budget) = done / budget\nrule r check rate(staff, posts) < 1") ==
      "(< (/ staff posts) 1)");
  CHECK(check_of("define of(unit) = sum(income[unit = unit].total)\nrule r check of(\"x\") > 0") ==
        "a.tie:1:30: error: `unit` is already the name of a column of `income`; choose another "
        "one.\n"
        "define of(unit) = sum(income[unit = unit].total)\n"
        "                             ^~~~\n"
        "a.tie:1:11: note: See here as well.\n"
        "define of(unit) = sum(income[unit = unit].total)\n"
        "          ^~~~\n"
        "a.tie:1:37: error: `unit` is already the name of a column of `income`; choose another "
        "one.\n"
        "define of(unit) = sum(income[unit = unit].total)\n"
        "                                    ^~~~\n"
        "a.tie:1:11: note: See here as well.\n"
        "define of(unit) = sum(income[unit = unit].total)\n"
        "          ^~~~\n");
}

TEST_CASE(
    "defines are checked even where nothing uses them; the columns of a rule are not theirs") {
  CHECK(refused("define slack = postss - staff") ==
        "a.tie:1:16: error: There is no item, column, table or define called `postss`.\n"
        "define slack = postss - staff\n"
        "               ^~~~~~\n"
        "hint: did you mean `posts`?\n");
  CHECK(refused("define rest = total - basic\nrule r\n  over spending\n  check rest = 0") ==
        "a.tie:1:15: error: There is no item, column, table or define called `total`.\n"
        "define rest = total - basic\n"
        "              ^~~~~\n"
        "hint: did you mean `income.total`, a column of another table?\n"
        "a.tie:1:23: error: There is no item, column, table or define called `basic`.\n"
        "define rest = total - basic\n"
        "                      ^~~~~\n"
        "hint: did you mean `spending.basic`, a column of another table?\n");
}

TEST_CASE("what does not fit in a function is shown with the place that uses it") {
  CHECK(refused("define sum_of(a, b) = a + b\nrule r\n  check sum_of(staff, budget) > 0") ==
        "a.tie:1:25: error: The sides of `+` measure different things: a count on the left, an "
        "amount in 元 on the right.\n"
        "define sum_of(a, b) = a + b\n"
        "                        ^\n"
        "a.tie:3:9: note: See here as well.\n"
        "  check sum_of(staff, budget) > 0\n"
        "        ^~~~~~~~~~~~~~~~~~~~~\n");
}

TEST_CASE("defines that refer to themselves") {
  CHECK(refused("define a = b + 1\ndefine b = a\nrule r\n  check a > staff") ==
        "a.tie:2:12: error: A define cannot refer to itself: a → b → a.\n"
        "define b = a\n"
        "           ^\n"
        "a.tie:1:12: note: See here as well.\n"
        "define a = b + 1\n"
        "           ^\n");
  CHECK(refused("define f(x) = f(x)") ==
        "a.tie:1:15: error: A define cannot refer to itself: f → f.\n"
        "define f(x) = f(x)\n"
        "              ^~~~\n");
}

TEST_CASE("functions with and values without brackets") {
  CHECK(refused("define f(x) = x\nrule r\n  check f > staff") ==
        "a.tie:3:9: error: `f` is a function and needs its arguments in brackets.\n"
        "  check f > staff\n"
        "        ^\n");
  CHECK(refused("define v = 1\nrule r\n  check v(1) > staff") ==
        "a.tie:3:9: error: `v` is no function; leave out the brackets.\n"
        "  check v(1) > staff\n"
        "        ^\n");
  CHECK(refused("define f(x, y) = x\nrule r\n  check f(1) > staff") ==
        "a.tie:3:9: error: `f` takes 2 argument(s); here are 1.\n"
        "  check f(1) > staff\n"
        "        ^\n");
}

TEST_CASE("a name is declared once") {
  CHECK(refused("define x = staff\nparam x = 1") ==
        "a.tie:2:7: error: `x` is declared already; rename or delete one of the two.\n"
        "param x = 1\n"
        "      ^\n"
        "a.tie:1:8: note: See here as well.\n"
        "define x = staff\n"
        "       ^\n");
  CHECK(refused("profile a { define x = staff }\ndefine x = posts") ==
        "a.tie:1:20: error: `x` is declared already; rename or delete one of the two.\n"
        "profile a { define x = staff }\n"
        "                   ^\n"
        "a.tie:2:8: note: See here as well.\n"
        "define x = posts\n"
        "       ^\n");
  CHECK(refused("define f(x, x) = x") ==
        "a.tie:1:13: error: `x` is declared already; rename or delete one of the two.\n"
        "define f(x, x) = x\n"
        "            ^\n"
        "a.tie:1:10: note: See here as well.\n"
        "define f(x, x) = x\n"
        "         ^\n");
  CHECK(refused("define spending = 1\ndefine staff = 1\ndefine sum(x) = x\ndefine this = 1") ==
        "a.tie:1:8: error: `spending` is already the name of a table; choose another one.\n"
        "define spending = 1\n"
        "       ^~~~~~~~\n"
        "a.tie:2:8: error: `staff` is already the name of an item; choose another one.\n"
        "define staff = 1\n"
        "       ^~~~~\n"
        "a.tie:3:8: error: `sum` has a meaning of its own in rules; choose another name.\n"
        "define sum(x) = x\n"
        "       ^~~\n"
        "a.tie:4:8: error: `this` has a meaning of its own in rules; choose another name.\n"
        "define this = 1\n"
        "       ^~~~\n");
  CHECK(refused("rule a check staff > 0\nrule b check posts > 0\nrule a check posts > 1") ==
        "a.tie:3:6: error: The rule id `a` is taken; choose another one.\n"
        "rule a check posts > 1\n"
        "     ^\n"
        "a.tie:1:6: note: See here as well.\n"
        "rule a check staff > 0\n"
        "     ^\n");
}

TEST_CASE("the chosen profile's declarations are seen, else the default one's") {
  const std::string text =
      "profile hunan { define completion = done / (budget + done) }\n"
      "profile mof default { define completion = done / budget }\n"
      "rule r check completion >= 90%";
  CHECK(check_of(text) == "(>= (/ done budget) 0.9)");
  CHECK(check_of(text, chosen("hunan")) == "(>= (/ done (+ budget done)) 0.9)");
  CHECK(compiled(text).program.profile == "mof");
  CHECK(compiled(text).program.profiles == std::vector<std::string>{"hunan", "mof"});
  CHECK(refused(text, Language::en, chosen("hunna")) ==
        "--profile:1:1: error: The rule files have no profile `hunna`.\n"
        "hunna\n"
        "^~~~~\n"
        "hint: did you mean `hunan`?\n"
        "a.tie:3:14: error: Only the profile hunan, mof declares `completion`, and it is not the "
        "chosen one: choose it with --profile, or declare `completion` in the chosen profile too.\n"
        "rule r check completion >= 90%\n"
        "             ^~~~~~~~~~\n");
  CHECK(refused("profile a { define k = staff }\nprofile b default {}\nrule r check k > 0",
                Language::zh) ==
        "a.tie:3:14: error: `k` 只在 profile a 中有定义，当前没有选用；请用 --profile "
        "选用，或在所选的 profile 中也给出定义。\n"
        "rule r check k > 0\n"
        "             ^\n");
  CHECK(refused("profile a default {}\nprofile b default {}") ==
        "a.tie:2:9: error: Only one profile can be the default; that is `a`, so `b` cannot be.\n"
        "profile b default {}\n"
        "        ^\n"
        "a.tie:1:9: note: See here as well.\n"
        "profile a default {}\n"
        "        ^\n");
  // Those of the other profiles are checked as well, each for itself.
  CHECK(refused("profile a { define x = staff define y = x + grade }\nprofile b default {}") ==
        "a.tie:1:45: error: `+` needs a number; this is text.\n"
        "profile a { define x = staff define y = x + grade }\n"
        "                                            ^~~~~\n");
}

TEST_CASE("params have the values they are declared with, or the caller's") {
  const std::string text =
      "param most = 9% \"结转结余率的上限\"\n"
      "param word = \"优\"\n"
      "param since = 2018-01-01\n"
      "rule r check done / budget <= most and grade = word and signed >= since";
  CHECK(check_of(text) ==
        "(and (and (<= (/ done budget) 0.09) (= grade \"优\")) (>= signed 2018-01-01))");
  const auto set = chosen("", {{"most", "5%"}, {"word", "良 好"}, {"since", "2019-06-30"}});
  CHECK(check_of(text, set) ==
        "(and (and (<= (/ done budget) 0.05) (= grade \"良 好\")) (>= signed 2019-06-30))");
  const auto parameters = compiled(text, set).program.parameters;
  REQUIRE(parameters.size() == 3);
  CHECK(parameters[0].name == "most");
  CHECK(parameters[0].meaning == "结转结余率的上限");
  CHECK(parameters[0].text == "5%");
  CHECK(compiled(text).program.parameters[0].text == "9%");
  CHECK(compiled(text).program.parameters[1].text == "\"优\"");

  CHECK(refused(text, Language::en, chosen("", {{"mots", "5%"}})) ==
        "--param:1:1: error: The rule files have no param `mots`.\n"
        "mots\n"
        "^~~~\n"
        "hint: did you mean `most`?\n");
  CHECK(refused(text, Language::en, chosen("", {{"most", "5 人"}})) ==
        "--param:1:16: error: The value of `most` must be a percentage, written as in a rule file: "
        "36%, 2 万元, 2018-06-10.\n"
        "param `most` = 5 人\n"
        "               ^~~~\n");
  CHECK(refused(text, Language::en, chosen("", {{"most", "5%\nrule x check staff > 0"}})) ==
        "--param:1:16: error: The value of `most` must be a percentage, written as in a rule file: "
        "36%, 2 万元, 2018-06-10.\n"
        "param `most` = 5%\n"
        "               ^~\n");
  CHECK(refused("profile a { param k = 1 }\nprofile b default {}", Language::en,
                chosen("", {{"k", "2"}})) ==
        "--param:1:1: error: Only the profile a declares `k`, and it is not the chosen one: choose "
        "it with --profile, or declare `k` in the chosen profile too.\n"
        "k\n"
        "^\n");
  CHECK(refused("param k = 5 万圆") ==
        "a.tie:1:13: error: There is no unit `万圆`.\n"
        "param k = 5 万圆\n"
        "            ^~~~\n"
        "hint: did you mean `万元`?\n");
}

TEST_CASE("files are used once each, however often and in whatever circle") {
  const Files files = {
      {"a.tie", "use \"common/b.tie\"\nuse \"common/../common/b.tie\"\nrule a check f(staff) > 0"},
      {"common/b.tie", "use \"../a.tie\"\nuse \"c.tie\"\ndefine f(x) = x\nrule b check posts > 0"},
      {"common/c.tie", "use \"c.tie\"\nrule c check staff > 1"},
  };
  CHECK(compiled(files).diagnostics.empty());
  CHECK(rules_of(files) == std::vector<std::string>{"a", "b", "c"});
  CHECK(compiled(files).program.files.size() == 3);
  CHECK(compiled(files).program.rules[2].file == 2);
}

TEST_CASE("a file that cannot be used is reported where it is used, or else refused") {
  const auto result = compiled("use \"nowhere.tie\"\nrule a check staff > 0");
  REQUIRE(result.diagnostics.size() == 1);
  const auto said = render(result.diagnostics[0], Language::en);
  CHECK(said.find(":1:5: error: ") != std::string::npos);
  CHECK(said.find("nowhere.tie cannot be used: There is no such file; check that its path is right."
                  "\nuse \"nowhere.tie\"\n    ^~~~~~~~~~~~~\n") != std::string::npos);
  CHECK_THROWS_AS((void)compiled(Files{{"b.tie", ""}}), Failure);
}

TEST_CASE("files for another schema are left out, with what they use; their faults are not") {
  const Files files = {
      {"a.tie", "use \"b.tie\"\nschema \"test\"\nrule a check staff > 0"},
      {"b.tie", "schema \"other\"\nuse \"c.tie\"\nrule b check whatever > 0\nrule check"},
      {"c.tie", "rule c check staff > 0"},
  };
  const auto result = compiled(files);
  CHECK(rules_of(files) == std::vector<std::string>{"a"});
  REQUIRE(result.diagnostics.size() == 1);
  CHECK(result.diagnostics[0].message.id == "syntax.no_check");
  CHECK(result.program.files.size() == 1);
}
