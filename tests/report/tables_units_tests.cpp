// Where the unit of a figure comes from.
#include "reading_fixture.hpp"
#include "report/units_near.hpp"
#include "source/source.hpp"

#include <doctest/doctest.h>

using tieout::report::noted_units;

namespace {

const std::string title = "2018年度某市林业局部门整体支出绩效自评报告\n\n";

std::string total(const std::string& text) {
  const auto report = read_report(title + text);
  const auto table = report.schema->table("spending").value();
  const auto column = report.schema->tables[table].column("total").value();
  const auto& rows = report.tables[table].rows;
  return rows.empty() ? "no row" : shown(rows.front().values[column]);
}

}  // namespace

TEST_CASE("the nearest unit counts: cell, head, table, note above, schema") {
  const std::string rows = "单位\t支出合计\t基本支出\n局机关\t30\t20\n";
  CHECK(total("单位：元\n单位\t支出合计（千元）\t基本支出\n局机关\t30万元\t20\n") ==
        "30.00万元@5:5");
  CHECK(total("单位：元\n单位\t支出合计（千元）\t基本支出\n局机关\t30\t20\n") == "30千元@5:5");
  CHECK(total("单位：元\n单位（千元）\t支出合计\t基本支出\n局机关\t30\t20\n") == "30千元@5:5");
  CHECK(total("单位：元\n" + rows) == "30元@5:5");
  CHECK(total("支出情况（单位：万元、人）\n" + rows) == "30.00万元@5:5");
  // Only the schema says 万元: such a figure decides inside its own table alone.
  CHECK(total(rows) == "30.00万元~@4:5");
}

TEST_CASE("a note counts for the tables below it in its own part of the document") {
  const std::string first =
      "二、收支情况\n年度收入情况（元）\n单位\t收入合计\t财政拨款\n甲\t1\t1\n";
  const std::string rows = "单位\t支出合计\t基本支出\n局机关\t30\t20\n";
  CHECK(total(first + "（一）支出\n" + rows) == "30元@9:5");
  CHECK(total(first + "三、支出情况\n" + rows) == "30.00万元~@9:5");
}

TEST_CASE("the unit of one dimension says nothing of another") {
  CHECK(total("单位：人\n单位\t支出合计\t基本支出\n局机关\t30\t20\n") == "30.00万元~@5:5");
}

TEST_CASE("what notes a unit and what does not") {
  const auto units = tieout::figure::UnitSystem::from_json(
      "units.json", tieout::source::read_bytes(TIEOUT_ROOT "/schemas/units.json", {}));
  const auto noted = [&](std::string_view text) {
    std::string ids;
    for (const auto* unit : noted_units(text, units)) ids += unit->id + " ";
    return ids;
  };
  CHECK(noted("（万元）") == "万元 ");
  CHECK(noted("支出合计(万元)") == "万元 ");
  CHECK(noted("金额单位：万元") == "万元 ");
  CHECK(noted("部门：市林业局          金额单位：元") == "元 ");
  CHECK(noted("单位:人、万元") == "人 万元 ");
  CHECK(noted("（以万元为单位）") == "万元 ");
  CHECK(noted("本表金额以千元为单位") == "千元 ");
  CHECK(noted("单位：人民币千元") == "千元 ");
  CHECK(noted("（单位：人民币 万元）") == "万元 ");
  CHECK(noted("以单位为单位") == "");
  CHECK(noted("执行率（%）") == "% ");
  CHECK(noted("占比%") == "% ");
  CHECK(noted("单位：市林业局") == "");
  CHECK(noted("填报单位：元江县林业局") == "");
  CHECK(noted("满意度95%") == "");
  CHECK(noted("因公出国（境）费") == "");
  CHECK(noted("") == "");
}
