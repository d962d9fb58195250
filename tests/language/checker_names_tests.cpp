// What names mean, and what is said of names that mean nothing.
#include "compiled.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace tieout::language;
using tieout::source::Language;

TEST_CASE("names are ids, titles or captions, in rules over a table and without") {
  CHECK(meaning("check staff <= posts") == "(<= staff posts)");
  CHECK(meaning("check 实有人数 <= 编制人数") == "(<= staff posts)");
  CHECK(meaning("over spending check total = basic + project") == "(= total (+ basic project))");
  CHECK(meaning("over 支出 check 支出合计 = 基本支出 + 项目支出") == "(= total (+ basic project))");
  CHECK(meaning("over 支出 check 支出.支出合计 = 支出.基本支出 + 支出.项目支出") ==
        "(= total (+ basic project))");
  // The caption of one column of the table, of two items of the report.
  CHECK(meaning("over spending check 结余 = total - basic") == "(= surplus (- total basic))");
  CHECK(meaning("over spending check this.total = total") == "(= total total)");
  CHECK(meaning("over spending as s check s.total = total") == "(= total total)");
}

TEST_CASE("a header path is one name, with dots or in backquotes") {
  CHECK(meaning("over assets check 其中.其他 <= total") == "(<= other total)");
  CHECK(meaning("over assets check `其中.其他` <= 合计") == "(<= other total)");
  CHECK(meaning("check 资产[汇总行].其中.其他 <= 资产[summary].合计") ==
        "(<= assets[summary]!other assets[summary]!total)");
}

TEST_CASE("in a rule over a table its columns come before items of the report") {
  CHECK(meaning("over targets as t check actual >= staff") == "(>= actual staff)");
  CHECK(meaning("over spending check total <= budget") == "(<= total budget)");
}

TEST_CASE("the report, and last year's") {
  CHECK(meaning("check report.period = year(signed) - 1") ==
        "(= report.period (- (year signed) 1))");
  CHECK(meaning("check report.entity = prior.report.entity and report.date > 2018-01-01") ==
        "(and (= report.entity prior.report.entity) (> report.date 2018-01-01))");
  CHECK(meaning("check closing_balance = prior.opening_balance") ==
        "(= closing_balance prior.opening_balance)");
  CHECK(meaning("check prior.spending[summary].total > 0") ==
        "(> prior.spending[summary]!total 0)");
  CHECK(meaning("over spending check total >= prior.spending.total") ==
        "(>= total prior.spending~total)");
}

TEST_CASE("an unknown name is shown with the one that was meant") {
  CHECK(refused("rule r\n  over spending\n  check totl = basic") ==
        "a.tie:3:9: error: There is no item, column, table or define called `totl`.\n"
        "  check totl = basic\n"
        "        ^~~~\n"
        "hint: did you mean `total`?\n");
  CHECK(refused("rule r\n  over 支出\n  check 支出合汁 = 基本支出", Language::zh) ==
        "a.tie:3:9: error: 没有叫 `支出合汁` 的指标、列、表或定义。\n"
        "  check 支出合汁 = 基本支出\n"
        "        ^~~~~~~~\n"
        "提示：是否想写 `支出合计`？\n");
  CHECK(refused("rule r\n  check sum(支出.基本支初) > 0", Language::zh) ==
        "a.tie:2:16: error: 表 `spending` 没有 `基本支初` 这一列。\n"
        "  check sum(支出.基本支初) > 0\n"
        "                 ^~~~~~~~\n"
        "提示：是否想写 `基本支出`？\n");
  CHECK(refused("rule r\n  over spendings\n  check nothing_is_said_of_this = 1") ==
        "a.tie:2:8: error: There is no table `spendings`.\n"
        "  over spendings\n"
        "       ^~~~~~~~~\n"
        "hint: did you mean `spending`?\n");
  CHECK(refused("rule r\n  check prior.staf > 0") ==
        "a.tie:2:15: error: Last year's report has no item or table `staf`.\n"
        "  check prior.staf > 0\n"
        "              ^~~~\n"
        "hint: did you mean `staff`?\n");
  CHECK(refused("rule r\n  check report.perod = 2017") ==
        "a.tie:2:16: error: Only `.period`, `.entity` or `.date` can follow `report`.\n"
        "  check report.perod = 2017\n"
        "               ^~~~~\n"
        "hint: did you mean `period`?\n");
}

TEST_CASE("a column without its table is shown with it") {
  CHECK(refused("rule r\n  check carried_over > 0") ==
        "a.tie:2:9: error: There is no item, column, table or define called `carried_over`.\n"
        "  check carried_over > 0\n"
        "        ^~~~~~~~~~~~\n"
        "hint: did you mean `income.carried_over`, a column of another table?\n");
}

TEST_CASE("a caption of several items names none of them") {
  CHECK(refused("rule r\n  check 结余 > 0") ==
        "a.tie:2:9: error: `结余` may mean several items (opening_balance, closing_balance); use "
        "the name of one of them.\n"
        "  check 结余 > 0\n"
        "        ^~~~\n");
}

TEST_CASE("a value has no parts, and a row is no value") {
  CHECK(refused("rule r\n  check staff.total > 0") ==
        "a.tie:2:15: error: `staff` is a single value; nothing can be taken from it with a dot.\n"
        "  check staff.total > 0\n"
        "              ^~~~~\n");
  CHECK(refused("rule r\n  over spending as s\n  check s > 0") ==
        "a.tie:3:9: error: `s` is a row; say which column of it.\n"
        "  check s > 0\n"
        "        ^\n");
  CHECK(refused("rule r\n  check this.total > 0") ==
        "a.tie:2:9: error: `this` is about the current row, and there is none here: the rule needs "
        "`over`.\n"
        "  check this.total > 0\n"
        "        ^~~~\n");
}

TEST_CASE("a let is a name for a part, whichever part") {
  CHECK(meaning("over spending\n  let parts = basic + project\n  let rest = total - parts\n"
                "  check rest = 0") == "(= (- total (+ basic project)) 0)");
  CHECK(meaning("let own = spending[units]\n  check sum(own.total) = sum(own.basic)") ==
        "(= (sum #1 in spending[units]: #1.total) (sum #2 in spending[units]: #2.basic))");
  CHECK(meaning("let good = (\"优\", \"良\")\n  check grade in good") ==
        "(in grade (list \"优\" \"良\"))");
}

TEST_CASE("nothing may take the name of a column, an item, a table or a word of the language") {
  CHECK(refused("rule r\n  over spending\n  let basic = 1\n  check total > basic") ==
        "a.tie:3:7: error: `basic` is already the name of a column of `spending`; choose another "
        "one.\n"
        "  let basic = 1\n"
        "      ^~~~~\n"
        "a.tie:4:17: error: `basic` is already the name of a column of `spending`; choose another "
        "one.\n"
        "  check total > basic\n"
        "                ^~~~~\n"
        "a.tie:3:7: note: See here as well.\n"
        "  let basic = 1\n"
        "      ^~~~~\n");
  CHECK(refused("rule r\n  let 基本支出 = 1\n  over 支出\n  check 支出合计 > 0", Language::zh) ==
        "a.tie:2:7: error: `基本支出` 与表 `spending` 的列同名，请换一个名称。\n"
        "  let 基本支出 = 1\n"
        "      ^~~~~~~~\n");
  CHECK(refused("rule r\n  let staff = 1\n  check posts > 0") ==
        "a.tie:2:7: error: `staff` is already the name of an item; choose another one.\n"
        "  let staff = 1\n"
        "      ^~~~~\n");
  CHECK(refused("rule r\n  over spending as income\n  check total > 0") ==
        "a.tie:2:20: error: `income` is already the name of a table; choose another one.\n"
        "  over spending as income\n"
        "                   ^~~~~~\n");
  CHECK(refused("rule r\n  let prior = 1\n  check posts > 0") ==
        "a.tie:2:7: error: `prior` has a meaning of its own in rules; choose another name.\n"
        "  let prior = 1\n"
        "      ^~~~~\n");
  CHECK(refused("rule r\n  let x = 1\n  let x = 2\n  check posts > x") ==
        "a.tie:3:7: error: `x` is declared already; rename or delete one of the two.\n"
        "  let x = 2\n"
        "      ^\n"
        "a.tie:2:7: note: See here as well.\n"
        "  let x = 1\n"
        "      ^\n");
  // A define is only in the way where its name is a column as well.
  CHECK(refused("define rate = staff / posts\nrule r\n  check rate > 1%").empty());
  CHECK(refused("define rate = staff / posts\nrule r\n  over spending\n  check rate > 1%") ==
        "a.tie:4:9: error: `rate` is already the name of a column of `spending`; choose another "
        "one.\n"
        "  check rate > 1%\n"
        "        ^~~~\n"
        "a.tie:1:8: note: See here as well.\n"
        "define rate = staff / posts\n"
        "       ^~~~\n");
}

TEST_CASE("several errors of a file are told in one run, in their order") {
  CHECK(refused("rule a\n  check stafff > 0\nrule b\n  check sum(spending) > 0\n"
                "rule c\n  check postss > 0\n") ==
        "a.tie:2:9: error: There is no item, column, table or define called `stafff`.\n"
        "  check stafff > 0\n"
        "        ^~~~~~\n"
        "hint: did you mean `staff`?\n"
        "a.tie:4:13: error: `sum` needs a column, as in sum(spending.…).\n"
        "  check sum(spending) > 0\n"
        "            ^~~~~~~~\n"
        "a.tie:6:9: error: There is no item, column, table or define called `postss`.\n"
        "  check postss > 0\n"
        "        ^~~~~~\n"
        "hint: did you mean `posts`?\n");
}
