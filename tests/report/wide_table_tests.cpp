// Tables in which each row is a report.
#include "report/wide_table.hpp"

#include "document/delimited_reader.hpp"
#include "reading_fixture.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

using namespace tieout;
using report::WideTable;

namespace {

std::optional<WideTable> table_of(const std::string& csv) {
  auto document = document::read_delimited(source::decode("t.csv", csv), {});
  return WideTable::from(document, {&spending_schema(), 1}, spending_units());
}

/// A sheet with a head in row 3 and the rows below.
document::Document sheet(const std::vector<std::vector<std::string>>& rows) {
  document::Table table{.rows = {}, .spans_known = true, .place = {}};
  for (std::size_t row = 0; row < rows.size(); ++row) {
    auto& added = table.rows.emplace_back();
    for (std::size_t column = 0; column < rows[row].size(); ++column) {
      source::Place place = source::in_file("t.xlsx");
      place.sheet = "汇总";
      place.address = std::string(1, static_cast<char>('A' + column)) + std::to_string(row + 3);
      document::Cell cell{.paragraphs = {}, .row = row, .column = column};
      cell.paragraphs.emplace_back(rows[row][column], place);
      added.cells.push_back(std::move(cell));
    }
    added.place = added.cells.front().paragraphs.front().place(0);
  }
  return {.source = "t.xlsx", .blocks = {std::move(table)}, .notes = {}};
}

std::string refusal(const WideTable& table, std::size_t row) {
  try {
    (void)table.read(row);
  } catch (const source::Failure& failure) {
    return failure.message().id;
  }
  return {};
}

const std::string heads = "单位名称,年度,年初预算,本年追加,调整后预算,新增资产（元）\n";

}  // namespace

TEST_CASE("a row is a report: its unit, its year, its items with their places") {
  const auto table = table_of("各部门情况\n单位：万元\n" + heads +
                              "甲局,2023,\"1,260.00\",125.60,1385.60,652900\n"
                              "乙局,2022年,8,—,9,\n");
  REQUIRE(table);
  REQUIRE(table->size() == 2);
  CHECK(table->label(0) == "t.csv:4");
  const auto first = table->read(0);
  CHECK(first.source == "t.csv:4");
  CHECK(first.entity == "甲局");
  CHECK(first.period == "2023");
  CHECK(scalar(first, "opening") == "1260.00万元@4:10");
  CHECK(scalar(first, "assets_added") == "652900元@4:35");
  CHECK(first.uptake.table_figures == 5);
  const auto second = table->read(1);
  CHECK(second.period == "2022");
  CHECK(scalar(second, "added") == "blank@5:12");
  CHECK(scalar(second, "assets_added") == "blank@5:16");
}

TEST_CASE("text below a figure's head cannot be read, and the rest of the row can") {
  const auto table = table_of(heads + "甲局,2023,另行下达,1,2,3\n");
  REQUIRE(table);
  const auto report = table->read(0);
  CHECK(scalar(report, "opening") == "unreadable(另行下达)@2:9");
  CHECK(scalar(report, "added") == "1.00万元~@2:14");
}

TEST_CASE("the year of the title counts where no column says one") {
  const auto table = table_of(
      "2021年度部门整体支出绩效自评汇总\n单位名称,年初预算,本年追加,调整后预算\n甲局,1,2,3\n");
  REQUIRE(table);
  CHECK(table->read(0).period == "2021");
}

TEST_CASE("totals, notes, blank rows and heads that come again are no reports") {
  const auto table = table_of(heads + "甲局,2023,1,2,3,4\n小计,,1,2,3,4\n,,,,,\n" + heads +
                              "乙局,2023,1,2,3,4\n全市合计,,2,4,6,8\n注：含结转,,,,,\n");
  REQUIRE(table);
  REQUIRE(table->size() == 2);
  CHECK(table->read(1).entity == "乙局");
}

TEST_CASE("rows that cannot be reports are refused by themselves") {
  const auto table = table_of(heads +
                              "甲局,2023,1,2,3,4\n,2023,1,2,3,4\n乙局,2023,1,234.00,2,3,4,5\n"
                              "丙局,2023,1,2,3\n");
  REQUIRE(table);
  REQUIRE(table->size() == 4);
  CHECK(refusal(*table, 1) == "report.row_without_unit");
  CHECK(refusal(*table, 2) == "report.row_too_wide");
  CHECK(scalar(table->read(3), "assets_added") == "missing");
}

TEST_CASE("of two columns that could be one item neither is; the last name is the unit's") {
  const auto table = table_of(
      "主管部门名称,部门名称,单位名称,年初预算,年初预算数,本年追加,调整后预算,编制数\n"
      "教育局,教育局,第一中学,1,2,3,4,5\n");
  REQUIRE(table);
  const auto report = table->read(0);
  CHECK(report.entity == "第一中学");
  CHECK(scalar(report, "opening") == "missing");
  CHECK(scalar(report, "added") == "3.00万元~@2:18");
}

TEST_CASE("heads under heads are what both name together") {
  const auto table = table_of(
      "单位名称,收入,,三公经费,,政府采购,,编制数,实有人数,新增资产\n"
      ",财政拨款,其他收入,年初预算,实际支出,预算数,执行数,,,\n"
      "甲局,10.00,2.00,3.00,2.50,7.00,6.00,11,12,5\n");
  REQUIRE(table);
  const auto report = table->read(0);
  CHECK(rows(report, "income") == "汇总: appropriation=10.00万元~@3:4 other=2.00万元~@3:10\n");
  CHECK(scalar(report, "opening") == "missing");
  CHECK(scalar(report, "budget") == "missing");
  CHECK(scalar(report, "procurement_budget") == "7.00万元~@3:25");
}

TEST_CASE("a sheet's rows are called by its name") {
  auto document = sheet({{"单位名称", "年度", "年初预算（万元）", "本年追加", "调整后预算"},
                         {"甲局", "2023", "1.00", "2.00", "3.00"}});
  const auto table = WideTable::from(document, {&spending_schema(), 1}, spending_units());
  REQUIRE(table);
  CHECK(table->label(0) == "t.xlsx:汇总!4");
  CHECK(table->excerpt(0).blocks.size() == 1);
}

TEST_CASE("what is one report stays one") {
  const auto is_wide = [](const std::string& csv) { return table_of(csv).has_value(); };
  // Its own units and what each spent.
  CHECK_FALSE(
      is_wide("单位名称,支出合计,基本支出,人员支出,公用支出,项目支出\n"
              "汇总,30,20,15,5,10\n机关,30,20,15,5,10\n"));
  // Two items are too few; no unit has a name.
  CHECK_FALSE(is_wide("单位名称,年初预算,本年追加\n甲局,1,2\n"));
  CHECK_FALSE(is_wide(heads + ",2023,1,2,3,4\n"));
  // Every other row has no name: two rows tell of one unit.
  CHECK_FALSE(is_wide(heads + "甲局,2023,1,2,3,4\n,2023,5,6,7,8\n"));
  // A form with the same labels.
  CHECK_FALSE(is_wide("单位名称,甲局\n年初预算,1\n本年追加,2\n调整后预算,3\n"));
}
