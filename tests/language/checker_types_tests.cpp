// Types, units and dimensions of expressions, and what does not fit.
#include "compiled.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace tieout::language;
using tieout::source::Language;

namespace {

/// What is said about `check CHECK` over shares, whose columns are stated figures and a percentage;
/// scalars are people (staff, posts), money (budget, done) and an area.
std::string fault(const std::string& check) { return refused("rule r\n  check " + check); }

bool fits(const std::string& check) { return fault(check).empty(); }

}  // namespace

TEST_CASE("sums, differences and comparisons need one dimension, products and quotients make one") {
  CHECK(fits("budget + done > 0"));
  CHECK_FALSE(fits("budget + staff > 0"));
  CHECK_FALSE(fits("budget - area > 0"));
  CHECK_FALSE(fits("budget = staff"));
  CHECK_FALSE(fits("budget <= area"));
  // Counting units, counts and bare numbers are one dimension.
  CHECK(fits("staff + 1 <= posts + 28 人"));
  CHECK(fits("staff = count(spending)"));
  CHECK(fits("report.period - 1 = year(signed)"));
  // The literal 0 fits all.
  CHECK(fits("budget > 0"));
  CHECK(fits("0 <= area"));
  CHECK(fits("done / budget > 0"));
  CHECK_FALSE(fits("budget > 1"));
  // A quotient of like things is a ratio, of counts a plain number that fits a ratio too.
  CHECK(fits("done / budget >= 90%"));
  CHECK(fits("done / budget = staff / posts"));
  CHECK(fits("staff / posts <= 100%"));
  CHECK(fits("staff / posts <= 1"));
  CHECK_FALSE(fits("done / budget = done"));
  CHECK_FALSE(fits("done / budget > 1 人"));
  // Counts and ratios are neutral in products.
  CHECK(fits("budget / staff * posts = budget"));
  CHECK(fits("budget * 36% = done"));
  CHECK(fits("budget / area = done / area"));
  CHECK_FALSE(fits("budget / area = budget"));
  CHECK_FALSE(fits("budget * area = budget"));
  // One unit of a dimension is as good as another.
  CHECK(fits("budget = 1 元 + 2 万元"));
  CHECK_FALSE(fits("1 元 + 2 平方米 = budget"));
  // A figure of the narrative has whatever dimension was read.
  CHECK(fits("all s in shares: s.part <= budget"));
  CHECK(fits("all s in shares: s.part <= staff"));
  CHECK(fits("all s in shares: s.percent = s.part / s.whole"));
  CHECK(fits("all s in shares: s.percent <= s.part"));
}

TEST_CASE("a dimension that does not fit: both are named") {
  CHECK(
      fault("budget + staff > 0") ==
      "a.tie:2:16: error: The sides of `+` measure different things: an amount in 元 on the left, "
      "a count on the right.\n"
      "  check budget + staff > 0\n"
      "               ^\n");
  CHECK(refused("rule r\n  check done / budget <= budget", Language::zh) ==
        "a.tie:2:23: error: `<=` 两边的量不同：左边是百分比，右边是以元计的数。\n"
        "  check done / budget <= budget\n"
        "                      ^~\n");
  CHECK(fault("budget / area > budget") ==
        "a.tie:2:23: error: The sides of `>` measure different things: an amount in money/area on "
        "the left, an amount in 元 on the right.\n"
        "  check budget / area > budget\n"
        "                      ^\n");
}

TEST_CASE("a number without its unit: how it would be written") {
  CHECK(
      fault("done / budget >= 0.9") ==
      "a.tie:2:23: error: The sides of `>=` measure different things: a percentage on the left, a "
      "count on the right.\n"
      "  check done / budget >= 0.9\n"
      "                      ^~\n"
      "hint: did you mean `90%`?\n");
  CHECK(fault("done / budget <= 1.5").ends_with("hint: did you mean `150%`?\n"));
  CHECK(fault("done / budget = 2").ends_with("hint: did you mean `200%`?\n"));
  CHECK(
      fault("budget > 100") ==
      "a.tie:2:16: error: The sides of `>` measure different things: an amount in 元 on the left, "
      "a count on the right.\n"
      "  check budget > 100\n"
      "               ^\n"
      "hint: give the number its unit, as in 100 元\n");
}

TEST_CASE("literals in base units") {
  CHECK(meaning("check budget = 1003.30 万元") == "(= budget 10033000)");
  CHECK(meaning("check done / budget = 36%") == "(= (/ done budget) 0.36)");
  CHECK(meaning("check budget > -2 万元") == "(> budget -20000)");
  CHECK(fault("budget > 2 万圆") ==
        "a.tie:2:20: error: There is no unit `万圆`.\n"
        "  check budget > 2 万圆\n"
        "                   ^~~~\n"
        "hint: did you mean `万元`?\n");
}

TEST_CASE("`within` is an amount, a share of the right side, or percentage points") {
  CHECK(meaning("check budget = done within 0.02 万元") == "(= budget done within 200)");
  CHECK(meaning("check budget <= done within 1%") == "(<= budget done within 0.01 of the right)");
  CHECK(meaning("check done / budget = 90% within 1%") ==
        "(= (/ done budget) 0.9 within 0.01 of the right)");
  CHECK(meaning("check done / budget = 90% within 1 百分点") ==
        "(= (/ done budget) 0.9 within 0.01)");
  CHECK(meaning("over shares check part = whole within 3 人") == "(= part whole within 3)");
  CHECK(meaning("check budget = done within 0") == "(= budget done within 0)");
  CHECK(fault("budget = done within 3 人") ==
        "a.tie:2:30: error: The sides of `within` measure different things: an amount in 元 on the "
        "left, a count on the right.\n"
        "  check budget = done within 3 人\n"
        "                             ^~~~\n");
  CHECK(fault("budget = done within 1 百分点") ==
        "a.tie:2:30: error: The sides of `within` measure different things: an amount in 元 on the "
        "left, a percentage on the right.\n"
        "  check budget = done within 1 百分点\n"
        "                             ^~~~~~~~\n");
  CHECK(fault("budget < done within 1%") ==
        "a.tie:2:30: error: `within` goes only with =, <= and >= between numbers, not with `<`.\n"
        "  check budget < done within 1%\n"
        "                             ^~\n");
  CHECK(refused("param slack = -1 万元\nrule r\n  check budget = done within slack") ==
        "a.tie:3:30: error: `within` takes a number that is not negative, such as 0.02 万元, 1%, 1 "
        "百分点, or a param.\n"
        "  check budget = done within slack\n"
        "                             ^~~~~\n");
}

TEST_CASE("`exactly` makes = compare the stated values") {
  CHECK(meaning("check budget = done exactly") == "(== budget done)");
  CHECK(fault("budget <= done exactly") ==
        "a.tie:2:16: error: `exactly` goes only with =, and not together with `within`.\n"
        "  check budget <= done exactly\n"
        "               ^~\n");
}

TEST_CASE("kinds of values that do not go together") {
  CHECK(fault("grade = 1") ==
        "a.tie:2:15: error: `=` cannot compare text with a count.\n"
        "  check grade = 1\n"
        "              ^\n");
  CHECK(fault("grade < \"良\"") ==
        "a.tie:2:15: error: `<` cannot compare text with text: they have no order, only = and != "
        "can.\n"
        "  check grade < \"良\"\n"
        "              ^\n");
  CHECK(fault("staff + grade > 1") ==
        "a.tie:2:17: error: `+` needs a number; this is text.\n"
        "  check staff + grade > 1\n"
        "                ^~~~~\n");
  CHECK(fault("signed > 2018") ==
        "a.tie:2:16: error: `>` cannot compare a date with a count.\n"
        "  check signed > 2018\n"
        "               ^\n");
  CHECK(fault("-grade = 1") ==
        "a.tie:2:10: error: `-` needs a number; this is text.\n"
        "  check -grade = 1\n"
        "         ^~~~~\n");
  CHECK(refused("rule r\n  over targets\n  check actual >= target") ==
        "a.tie:3:16: error: A target carries its own condition and cannot be compared with `>=`: "
        "write meets(actual, target).\n"
        "  check actual >= target\n"
        "               ^~\n");
  CHECK(fault("if listed then staff > 1 else 2 > posts").empty());
  CHECK(fault("(if listed then staff else grade) = 1") ==
        "a.tie:2:36: error: The values after `then` and `else` must be alike; one is a count, the "
        "other text.\n"
        "  check (if listed then staff else grade) = 1\n"
        "                                   ^~~~~\n");
  CHECK(fault("(if listed then staff else budget) = 1") ==
        "a.tie:2:36: error: The values after `then` and `else` must be alike; one is a count, the "
        "other an amount in 元.\n"
        "  check (if listed then staff else budget) = 1\n"
        "                                   ^~~~~~\n");
}

TEST_CASE("conditions") {
  CHECK(meaning("check listed") == "listed");
  CHECK(meaning("check not listed or listed = false") == "(or (not listed) (= listed false))");
  CHECK(fault("staff") ==
        "a.tie:2:9: error: A condition is needed here; this is a count.\n"
        "  check staff\n"
        "        ^~~~~\n");
  CHECK(fault("listed and staff") ==
        "a.tie:2:20: error: A condition is needed here; this is a count.\n"
        "  check listed and staff\n"
        "                   ^~~~~\n");
  CHECK(refused("rule r\n  when budget\n  check staff > 0") ==
        "a.tie:2:8: error: A condition is needed here; this is an amount in 元.\n"
        "  when budget\n"
        "       ^~~~~~\n");
}

TEST_CASE("a condition that always comes out the same is refused where it stands") {
  constexpr auto sentence =
      "error: This condition does not depend on the report: it always comes out the same, and what "
      "hangs on it is never reached.\n";
  CHECK(refused("rule r\n  when false\n  check staff > 0") ==
        std::string("a.tie:2:8: ") + sentence + "  when false\n       ^~~~~\n");
  CHECK(fault("staff > 1 or 1 = 2") == std::string("a.tie:2:22: ") + sentence +
                                           "  check staff > 1 or 1 = 2\n" +
                                           "                     ^~~~~\n");
  CHECK(fault("if true then staff > 1 else posts > 1") ==
        std::string("a.tie:2:12: ") + sentence + "  check if true then staff > 1 else posts > 1\n" +
            "           ^~~~\n");
  CHECK(fault("count(spending[2 > 1]) > 0") == std::string("a.tie:2:24: ") + sentence +
                                                   "  check count(spending[2 > 1]) > 0\n" +
                                                   "                       ^~~~~\n");
  // A param is a setting, a define of a profile a choice: both may decide.
  CHECK(refused("param strict = true\nrule r\n  when strict\n  check staff > 0").empty());
  CHECK(refused("profile a default { define strict = true }\nrule r\n  when strict\n"
                "  check staff > 0")
            .empty());
  CHECK(refused("define strict = true\nrule r\n  when strict\n  check staff > 0") ==
        std::string("a.tie:3:8: ") + sentence + "  when strict\n       ^~~~~~\n");
}

TEST_CASE("functions take what they are for") {
  CHECK(meaning("check abs(budget - done) <= round(budget, 2)") ==
        "(<= (abs (- budget done)) (round budget 2))");
  CHECK(meaning("check coalesce(budget, 0) = coalesce(done, budget, 0)") ==
        "(= (coalesce budget 0) (coalesce done budget 0))");
  CHECK(meaning("check days_between(signed, report.date) <= 30") ==
        "(<= (days_between signed report.date) 30)");
  CHECK(meaning("check length(grade) = 1 and month(signed) < day(signed)") ==
        "(and (= (length grade) 1) (< (month signed) (day signed)))");
  CHECK(meaning("check distinct(spending.note) = count(spending)") ==
        "(= (distinct spending.note) (count #1 in spending))");
  CHECK(meaning("over targets check meets(actual, target)") == "(meets actual target)");
  CHECK(meaning("check present(spending) and missing(spending[summary].note)") ==
        "(and (present spending) (missing spending[summary]!note))");
  CHECK(meaning("check grade in (\"优\", \"良\") and staff in (1, 2 人)") ==
        "(and (in grade (list \"优\" \"良\")) (in staff (list 1 2)))");
  CHECK(meaning("check grade matches \"^\\\\p{Han}{1,2}$\"") ==
        "(matches grade \"^\\p{Han}{1,2}$\")");

  CHECK(fault("length(staff) > 1") ==
        "a.tie:2:16: error: `length` needs text; this is a count.\n"
        "  check length(staff) > 1\n"
        "               ^~~~~\n");
  CHECK(fault("meets(grade, staff)") ==
        "a.tie:2:15: error: `meets` needs a number; this is text.\n"
        "  check meets(grade, staff)\n"
        "              ^~~~~\n"
        "a.tie:2:22: error: `meets` needs a target; this is a count.\n"
        "  check meets(grade, staff)\n"
        "                     ^~~~~\n");
  CHECK(fault("agree(paragraphs)") ==
        "a.tie:2:15: error: `agree` needs a column of rows, as in table.column; this is rows of "
        "paragraphs.\n"
        "  check agree(paragraphs)\n"
        "              ^~~~~~~~~~\n");
  CHECK(fault("agree(spending.note)") ==
        "a.tie:2:15: error: `agree` needs a number; this is text.\n"
        "  check agree(spending.note)\n"
        "              ^~~~~~~~~~~~~\n");
  CHECK(
      fault("round(staff, 0.5) = 1") ==
      "a.tie:2:22: error: The decimal places of `round` must be a whole number of at most 30 that "
      "is written out.\n"
      "  check round(staff, 0.5) = 1\n"
      "                     ^~~\n");
  CHECK(
      fault("lookup(shares, \"x\", part) > 0") ==
      "a.tie:2:16: error: The table `shares` has no key by which a text could name a row; write a "
      "condition instead.\n"
      "  check lookup(shares, \"x\", part) > 0\n"
      "               ^~~~~~\n");
  CHECK(fault("lookup(spending, \"x\", 2) > 0") ==
        "a.tie:2:31: error: The name of a column of `spending` is needed here.\n"
        "  check lookup(spending, \"x\", 2) > 0\n"
        "                              ^\n");
  CHECK(fault("coalesce(staff, budget) > 0") ==
        "a.tie:2:25: error: `coalesce` needs a count; this is an amount in 元.\n"
        "  check coalesce(staff, budget) > 0\n"
        "                        ^~~~~~\n");
  CHECK(fault("coalesce(spending, 0) > 0") ==
        "a.tie:2:18: error: `coalesce` needs a single value; this is rows of spending.\n"
        "  check coalesce(spending, 0) > 0\n"
        "                 ^~~~~~~~\n");
  CHECK(fault("grade matches \"(\"") ==
        "a.tie:2:23: error: This regular expression is not well formed: missing ): (.\n"
        "  check grade matches \"(\"\n"
        "                      ^~~\n");
  CHECK(
      fault("grade matches grade") ==
      "a.tie:2:23: error: `matches` takes a text that is written out, not one that is worked out.\n"
      "  check grade matches grade\n"
      "                      ^~~~~\n");
  CHECK(fault("staff in (1, \"x\")") ==
        "a.tie:2:15: error: `in` cannot compare a count with text.\n"
        "  check staff in (1, \"x\")\n"
        "              ^~\n");
  CHECK(fault("listed in (true, false)") ==
        "a.tie:2:9: error: `in` looks for a number, a text or a date; this is a condition.\n"
        "  check listed in (true, false)\n"
        "        ^~~~~~\n");
}

TEST_CASE("functions that there are not, and numbers of arguments") {
  CHECK(fault("summ(spending.total) > 0") ==
        "a.tie:2:9: error: There is no function `summ`.\n"
        "  check summ(spending.total) > 0\n"
        "        ^~~~\n"
        "hint: did you mean `sum`?\n");
  CHECK(fault("days_between(signed) > 0") ==
        "a.tie:2:9: error: `days_between` takes 2 argument(s); here are 1.\n"
        "  check days_between(signed) > 0\n"
        "        ^~~~~~~~~~~~\n");
  CHECK(fault("round(staff, 1, 2) > 0") ==
        "a.tie:2:9: error: `round` takes 1–2 argument(s); here are 3.\n"
        "  check round(staff, 1, 2) > 0\n"
        "        ^~~~~\n");
  CHECK(fault("coalesce(staff) > 0") ==
        "a.tie:2:9: error: `coalesce` takes at least 2 arguments; here are 1.\n"
        "  check coalesce(staff) > 0\n"
        "        ^~~~~~~~\n");
  CHECK(fault("sum > 0") ==
        "a.tie:2:9: error: `sum` is a function and needs its arguments in brackets.\n"
        "  check sum > 0\n"
        "        ^~~\n");
}
