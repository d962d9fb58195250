// Rows: alignment, filters, row sets, keys, nested rows, children, aggregates, quantifiers, `.*`.
#include "compiled.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace tieout::language;

namespace {

std::vector<std::string> texts(const std::string& clauses) {
  const auto result = compiled("rule r\n" + clauses);
  if (!result.diagnostics.empty()) return {refused("rule r\n" + clauses)};
  std::vector<std::string> texts;
  for (const auto& check : result.program.rules.at(0).checks) texts.push_back(check.text);
  return texts;
}

}  // namespace

TEST_CASE("inside `over`, a column of another table is that of the row with the same key") {
  CHECK(meaning("over spending check surplus = income.total - total") ==
        "(= surplus (- income~total total))");
  CHECK(meaning("over functions check total = spending.total") == "(= total spending~total)");
  CHECK(
      refused("rule r\n  over shares\n  check part = spending.total") ==
      "a.tie:3:16: error: Rows of `spending` and `shares` cannot be matched, because `shares` has "
      "no key; name one row with `spending[...]`.\n"
      "  check part = spending.total\n"
      "               ^~~~~~~~~~~~~~\n");
  CHECK(
      refused("rule r\n  over spending\n  check total = shares.part") ==
      "a.tie:3:17: error: Rows of `shares` and `spending` cannot be matched, because `shares` has "
      "no key; name one row with `shares[...]`.\n"
      "  check total = shares.part\n"
      "                ^~~~~~~~~~~\n");
}

TEST_CASE("nothing aligns inside an aggregate") {
  CHECK(meaning("over spending check total <= sum(income.total)") ==
        "(<= total (sum #1 in income: #1.total))");
  CHECK(meaning("over spending check total <= sum(spending.total)") ==
        "(<= total (sum #1 in spending: #1.total))");
  CHECK(meaning("over spending as s check sum(income[unit = s.unit].total - s.basic) > 0") ==
        "(> (sum #2 in income[#1: (= #1.unit unit)]: (- #2.total basic)) 0)");
}

TEST_CASE("without `over`, a column of a table has many rows") {
  CHECK(refused("rule r\n  check spending.total > 0") ==
        "a.tie:2:9: error: `spending.total` has many rows where one value is needed: take sum(...) "
        "or the like, or name one row with `spending[...]`.\n"
        "  check spending.total > 0\n"
        "        ^~~~~~~~~~~~~~\n");
  CHECK(refused("rule r\n  check spending > 0") ==
        "a.tie:2:18: error: `>` cannot compare rows of spending with 0.\n"
        "  check spending > 0\n"
        "                 ^\n");
}

TEST_CASE("rows by key, by row set, by condition, and by one after the other") {
  CHECK(meaning("check staffing[\"行编\"].actual > 0") == "(> staffing[\"行政\"]!actual 0)");
  CHECK(meaning("check spending[\"１、 科协 机关\"].total > 0") ==
        "(> spending[\"科协机关\"]!total 0)");
  CHECK(meaning("check spending[summary].total = sum(spending[units].total)") ==
        "(= spending[summary]!total (sum #1 in spending[units]: #1.total))");
  CHECK(meaning("check 支出[汇总行].支出合计 > 0") == "(> spending[summary]!total 0)");
  CHECK(meaning("check count(spending[units and total > 100 万元]) > 1") ==
        "(> (count #2 in spending[#1: (and #1.units (> #1.total 1000000))]) 1)");
  CHECK(meaning("check count(spending[units][total > 0][basic > 0]) > 1") ==
        "(> (count #2 in spending[units][#1: (and (> #1.total 0) (> #1.basic 0))]) 1)");
  CHECK(meaning("over spending[units] check total > 0") == "(> total 0)");
  CHECK(meaning("over decompositions[closed] check total = sum(parts[name != \"其他\"].value)") ==
        "(= total (sum #2 in parts[#1: (!= #1.name \"其他\")]: #2.value))");

  const auto over = compiled("rule r over spending[units and total > 0] check basic > 0");
  REQUIRE(over.diagnostics.empty());
  const auto& rule = over.program.rules.at(0);
  CHECK(shown(rule.over_filter, &over.program.schema->tables[*rule.over]) ==
        "(and units (> total 0))");
}

TEST_CASE("inside square brackets only columns of the narrowed table stand by themselves") {
  CHECK(refused("rule r\n  over spending\n  check sum(income[other > basic].total) > 0") ==
        "a.tie:3:28: error: Inside the square brackets only columns of `income` stand by "
        "themselves; `basic` is a column of the outer row and needs its alias.\n"
        "  check sum(income[other > basic].total) > 0\n"
        "                           ^~~~~\n"
        "hint: name the outer row with `over … as r` and write `r.basic`\n");
  CHECK(refused("rule r\n  over spending as own\n  check sum(income[other > basic].total) > 0") ==
        "a.tie:3:28: error: Inside the square brackets only columns of `income` stand by "
        "themselves; `basic` is a column of the outer row and needs its alias.\n"
        "  check sum(income[other > basic].total) > 0\n"
        "                           ^~~~~\n"
        "hint: did you mean `own.basic`?\n");
  CHECK(refused("rule r\n  check sum(income[other > budget].total) > 0") ==
        "a.tie:2:28: error: Inside the square brackets only columns of `income` stand by "
        "themselves; give the item `budget` another name with `let` and use that here.\n"
        "  check sum(income[other > budget].total) > 0\n"
        "                           ^~~~~~\n");
  CHECK(meaning("let most = budget\n  check sum(income[other > most].total) > 0") ==
        "(> (sum #2 in income[#1: (> #1.other budget)]: #2.total) 0)");
  CHECK(refused("rule r\n  check spending[summry].total > 0") ==
        "a.tie:2:18: error: Inside the square brackets, `summry` is neither a column nor a row set "
        "of `spending`.\n"
        "  check spending[summry].total > 0\n"
        "                 ^~~~~~\n"
        "hint: did you mean `summary`?\n");
  // Alignment belongs to the row of `over`, not to the candidate.
  CHECK(
      refused("rule r\n  over spending\n  check sum(income[total > spending.total].total) > 0") ==
      "a.tie:3:28: error: `spending.total` has many rows where one value is needed: take sum(...) "
      "or the like, or name one row with `spending[...]`.\n"
      "  check sum(income[total > spending.total].total) > 0\n"
      "                           ^~~~~~~~~~~~~~\n");
}

TEST_CASE("keys: where they cannot stand") {
  CHECK(
      refused("rule r\n  check shares[\"x\"].part > 0") ==
      "a.tie:2:16: error: The table `shares` has no key by which a text could name a row; write a "
      "condition instead.\n"
      "  check shares[\"x\"].part > 0\n"
      "               ^~~\n");
  CHECK(refused("rule r\n  check spending[units][\"x\"].total > 0") ==
        "a.tie:2:25: error: A key names one row and stands right after its table, as in "
        "`spending[\"…\"]`.\n"
        "  check spending[units][\"x\"].total > 0\n"
        "                        ^~~\n");
  CHECK(refused("rule r\n  over spending[\"x\"]\n  check total > 0") ==
        "a.tie:2:17: error: After `over`, the square brackets hold a row set or a condition; for "
        "one row, leave out `over` and write `table[\"…\"].column`.\n"
        "  over spending[\"x\"]\n"
        "                ^~~\n");
  CHECK(refused("rule r\n  check staff[posts > 1] > 0") ==
        "a.tie:2:9: error: Rows of a table are needed here; this is a count.\n"
        "  check staff[posts > 1] > 0\n"
        "        ^~~~~\n");
}

TEST_CASE("rows inside rows, and children") {
  CHECK(meaning("over decompositions check total = sum(parts.value)") ==
        "(= total (sum #1 in parts: #1.value))");
  CHECK(meaning("check all d in decompositions: d.total = sum(d.parts.value)") ==
        "(all #1 in decompositions: (= #1.total (sum #2 in #1.parts: #2.value)))");
  CHECK(meaning("over facts check agree(mentions)") == "(agree mentions.value)");
  CHECK(meaning("over facts check agree(mentions[section != \"附件\"].value)") ==
        "(agree mentions[#1: (!= #1.section \"附件\")].value)");
  CHECK(meaning("over functions check total = sum(children.total)") ==
        "(= total (sum #1 in children: #1.total))");
  CHECK(meaning("over functions as f check count(f.children) = count(children)") ==
        "(= (count #1 in children) (count #2 in children))");
  CHECK(refused("rule r\n  check sum(decompositions.parts.value) > 0") ==
        "a.tie:2:13: error: Each row of `decompositions` has its own `parts`: take the rows one by "
        "one, as in all r in decompositions: sum(r.parts.…) = r.….\n"
        "  check sum(decompositions.parts.value) > 0\n"
        "            ^~~~~~~~~~~~~~~~~~~~~~~~~~\n");
  CHECK(refused("rule r\n  over spending\n  check total = sum(children.total)") ==
        "a.tie:3:21: error: The table `spending` declares no hierarchy, so that its rows have no "
        "`children`.\n"
        "  check total = sum(children.total)\n"
        "                    ^~~~~~~~\n");
  CHECK(refused("rule r\n  over functions\n  check total = sum(children[basic > 0].total)") ==
        "a.tie:3:30: error: `children` cannot be narrowed with square brackets.\n"
        "  check total = sum(children[basic > 0].total)\n"
        "                             ^~~~~~~~~\n");
}

TEST_CASE("aggregates range over one set of rows, by a column or an expression of it") {
  CHECK(meaning("check sum(spending[units].basic + spending[units].project) > 0") ==
        "(> (sum #1 in spending[units]: (+ #1.basic #1.project)) 0)");
  CHECK(meaning("check sum(spending [ units ] . basic * spending[units].rate) > 0") ==
        "(> (sum #1 in spending[units]: (* #1.basic #1.rate)) 0)");
  CHECK(meaning("check sum(present spending.total) >= max(spending.total)") ==
        "(>= (sum present #1 in spending: #1.total) (max #2 in spending: #2.total))");
  CHECK(meaning("check min(spending.total) <= average(spending.total)") ==
        "(<= (min #1 in spending: #1.total) (average #2 in spending: #2.total))");
  CHECK(meaning("check count(present spending.note) = count(spending)") ==
        "(= (count present #1 in spending: #1.note) (count #2 in spending))");
  CHECK(refused("rule r\n  check sum(spending.total + income.total) > 0") ==
        "a.tie:2:30: error: One aggregate ranges over one set of rows, here spending; write two "
        "aggregates, or name the other value with `let`.\n"
        "  check sum(spending.total + income.total) > 0\n"
        "                             ^~~~~~\n");
  CHECK(refused("rule r\n  over spending\n  check sum(total) > 0") ==
        "a.tie:3:13: error: `sum` ranges over rows, and no table is named in its brackets: write "
        "sum(table.column).\n"
        "  check sum(total) > 0\n"
        "            ^~~~~\n");
  CHECK(refused("rule r\n  check count(spending.total) > 0") ==
        "a.tie:2:15: error: `count` counts rows: write count(table) or count(table[condition]), or "
        "count(present table.column) for those that have a value.\n"
        "  check count(spending.total) > 0\n"
        "              ^~~~~~~~~~~~~~\n");
  CHECK(refused("rule r\n  check count(present spending) > 0") ==
        "a.tie:2:23: error: count(present ...) needs a column.\n"
        "  check count(present spending) > 0\n"
        "                      ^~~~~~~~\n");
  CHECK(refused("rule r\n  check abs(present staff) > 0") ==
        "a.tie:2:9: error: `present` and `group by` stand only in the brackets of sum, count, min, "
        "max, average and quantile, not of `abs`.\n"
        "  check abs(present staff) > 0\n"
        "        ^~~\n");
}

TEST_CASE("`group by` takes the rows with the current row's value of the same column, or its key") {
  CHECK(meaning("over staffing check actual = sum(shares.part group by shares.name)") ==
        "(= actual (sum #1 in shares: #1.part where #1.name is kind))");
  CHECK(meaning("over spending check total = sum(income.total group by income.unit)") ==
        "(= total (sum #1 in income: #1.total where #1.unit is unit))");
  CHECK(
      meaning("over shares check part = sum(decompositions.total group by decompositions.name)") ==
      "(= part (sum #1 in decompositions: #1.total where #1.name is name))");
  CHECK(meaning("over spending check count(income group by income.unit) = 1") ==
        "(= (count #1 in income where #1.unit is unit) 1)");
  CHECK(refused("rule r\n  check sum(income.total group by income.unit) > 0") ==
        "a.tie:2:35: error: `group by` takes the rows with the key of the current row: the rule "
        "needs `over`, and it cannot stand inside square brackets.\n"
        "  check sum(income.total group by income.unit) > 0\n"
        "                                  ^~~~~~~~~~~\n");
  CHECK(refused("rule r\n  over paragraphs\n  check sum(income.total group by income.unit) > 0") ==
        "a.tie:3:35: error: Rows of `paragraphs` have no column or key of text for `group by` to "
        "compare with.\n"
        "  check sum(income.total group by income.unit) > 0\n"
        "                                  ^~~~~~~~~~~\n");
}

TEST_CASE("quantifiers name each row in turn") {
  CHECK(meaning("check all r in spending[units]: r.total >= 0") ==
        "(all #1 in spending[units]: (>= #1.total 0))");
  CHECK(meaning("over spending check any r in income: r.unit = unit and r.total > total") ==
        "(any #1 in income: (and (= #1.unit unit) (> #1.total total)))");
  CHECK(meaning("check none p in paragraphs: p.text contains \"××\"") ==
        "(none #1 in paragraphs: (contains #1.text \"××\"))");
  CHECK(meaning("check all r in spending: r.total = lookup(income, r.unit, total)") ==
        "(all #1 in spending: (= #1.total (lookup income #1.unit income.total)))");
  CHECK(refused("rule r\n  check all staff in spending: staff.total > 0") ==
        "a.tie:2:13: error: `staff` is already the name of an item; choose another one.\n"
        "  check all staff in spending: staff.total > 0\n"
        "            ^~~~~\n");
  CHECK(refused("rule r\n  check all r in staff: r.total > 0") ==
        "a.tie:2:18: error: `all` needs rows; this is a count.\n"
        "  check all r in staff: r.total > 0\n"
        "                 ^~~~~\n");
}

TEST_CASE("`.*` makes one check for each additive column that all starred tables have") {
  CHECK(texts("check spending[summary].* = sum(spending[units].*)") ==
        std::vector<std::string>{"spending[summary].total = sum(spending[units].total)",
                                 "spending[summary].basic = sum(spending[units].basic)",
                                 "spending[summary].project = sum(spending[units].project)",
                                 "spending[summary].surplus = sum(spending[units].surplus)"});
  CHECK(texts("over functions check this.* = sum(children.*)") ==
        std::vector<std::string>{"this.total = sum(children.total)",
                                 "this.basic = sum(children.basic)"});
  // Only what both tables have; line ends and comments are not shown.
  CHECK(texts("over spending\n  check total > 0 implies  # where there is any\n"
              "    (this . * <=\n      income.*)") ==
        std::vector<std::string>{"total > 0 implies (this . total <= income.total)"});
  CHECK(texts("over spending as s let more = s.* check more <= sum(spending.*)").size() == 4);

  const auto result = compiled("rule r check sum(income[units].*) = income[summary].*");
  REQUIRE(result.diagnostics.empty());
  const auto& checks = result.program.rules.at(0).checks;
  REQUIRE(checks.size() == 3);
  CHECK(result.program.schema->tables[*checks[1].star_table].id == "income");
  CHECK(result.program.schema->tables[0].columns[*checks[1].star_column].id == "carried_over");
  CHECK(shown(checks[1].condition, nullptr) ==
        "(= (sum #2 in income[units]: #2.carried_over) income[summary]!carried_over)");
}

TEST_CASE("`.*`: where it cannot stand, and tables with nothing in common") {
  CHECK(refused("rule r\n  check staffing[summary].* = spending[summary].*") ==
        "a.tie:2:9: error: The tables with `.*` have no additive column in common.\n"
        "  check staffing[summary].* = spending[summary].*\n"
        "        ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n");
  CHECK(refused("rule r\n  over spending\n  when this.* > 0\n  check total > 0") ==
        "a.tie:3:12: error: `.*` stands only in `check` and `let`.\n"
        "  when this.* > 0\n"
        "           ^~\n");
  CHECK(refused("define all_of(x) = x.*\nrule r\n  check sum(spending.*) > all_of(spending)") ==
        "a.tie:1:21: error: `.*` stands only in `check` and `let`.\n"
        "define all_of(x) = x.*\n"
        "                    ^~\n"
        "a.tie:3:27: note: See here as well.\n"
        "  check sum(spending.*) > all_of(spending)\n"
        "                          ^~~~~~~~~~~~~~~~\n");
}
