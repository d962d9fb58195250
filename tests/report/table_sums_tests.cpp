// Sums in tables that the schema does not know.
#include "report/table_sums.hpp"

#include "document/text_reader.hpp"
#include "reading_fixture.hpp"
#include "source/source.hpp"

#include <doctest/doctest.h>

#include <string>
#include <variant>

using namespace tieout;

namespace {

/// The sums of the text's only table, one a line: 合计 276.50@3:9 = 任务1 180.00@1:9 + …
std::string sums(const std::string& text) {
  const auto document = document::read_text(source::Source("report.txt", text), {});
  REQUIRE(document.blocks.size() == 1);
  const report::Grid grid(std::get<document::Table>(document.blocks.front()), spending_units());
  std::vector<report::TableSum> found;
  report::find_table_sums(grid, {}, spending_units(), found);
  const auto figure = [](const figure::Figure& each) {
    return each.value.text() + "@" + std::to_string(each.place.line);
  };
  std::string shown;
  for (const auto& sum : found) {
    shown += sum.name + " " + figure(sum.total) + " =";
    for (const auto& part : sum.parts) shown += " " + part.name + " " + figure(part.value);
    shown += "\n";
  }
  return shown;
}

}  // namespace

TEST_CASE("a row of totals adds up the rows above it, in every column") {
  CHECK(sums("| 任务 | 内容 | 数量 | 金额 |\n"
             "| 任务1 | 维护 | 12 | 180.00 |\n"
             "| 任务2 | 管理 | 3 | 96.5 |\n"
             "| 任务3 | 培训 |  | 0.00 |\n"
             "| 金额合计 |  | 15 | 276.50 |\n") ==
        "金额合计 15@5 = 任务1 12@2 任务2 3@3\n"
        "金额合计 276.50@5 = 任务1 180.00@2 任务2 96.50@3 任务3 0.00@4\n");
}

TEST_CASE("the total may stand first, and subtotals between") {
  CHECK(sums("| 资金来源 | 年初预算数 | 全年执行数 | 执行率 |\n"
             "| 年度资金总额 | 12.00 | 11.00 | 91.67% |\n"
             "| 其中：财政拨款 | 10.00 | 9.00 | 90.00% |\n"
             "| 其他资金 | 2.00 | 2.00 | 100.00% |\n") ==
        "年度资金总额 12.00@2 = 其中：财政拨款 10.00@3 其他资金 2.00@4\n"
        "年度资金总额 11.00@2 = 其中：财政拨款 9.00@3 其他资金 2.00@4\n");
  CHECK(sums("| 项目 | 金额 |\n"
             "| 甲 | 1.00 |\n"
             "| 乙 | 2.00 |\n"
             "| 小计 | 3.00 |\n"
             "| 丙 | 4.00 |\n"
             "| 丁 | 5.00 |\n"
             "| 小计 | 9.00 |\n"
             "| 总计 | 12.00 |\n") ==
        "小计 3.00@4 = 甲 1.00@2 乙 2.00@3\n"
        "小计 9.00@7 = 丙 4.00@5 丁 5.00@6\n"
        "总计 12.00@8 = 小计 3.00@4 小计 9.00@7\n");
}

TEST_CASE("rounded figures may add up to a last place more or less") {
  CHECK(sums("| 项目 | 金额 |\n"
             "| 甲 | 1.33 |\n"
             "| 乙 | 2.33 |\n"
             "| 合计 | 3.67 |\n") == "合计 3.67@4 = 甲 1.33@2 乙 2.33@3\n");
  // Things that are counted are not rounded.
  CHECK(sums("| 项目 | 数量 |\n"
             "| 甲 | 1 |\n"
             "| 乙 | 2 |\n"
             "| 小计 | 4 |\n") == "");
}

TEST_CASE("a column of totals stands in front of what it adds up") {
  CHECK(sums("| 任务 | 总额 | 财政拨款 | 其他资金 |\n"
             "| 甲 | 180.00 | 160.00 | 20.00 |\n"
             "| 乙 | 96.50 | 96.50 |  |\n") ==
        "甲 180.00@2 = 财政拨款 160.00@2 其他资金 20.00@2\n");
  CHECK(sums("| 任务 | 总额 | 财政拨款 | 其他资金 |\n"
             "| 甲 | 180.00 | 160.00 | 20.00 |\n"
             "| 乙 | 96.50 | 90.00 | 6.00 |\n") == "");
}

TEST_CASE(
    "a total that does not add up is one where the columns beside it say which rows it is of") {
  CHECK(sums("| 项目 | 预算 | 到位 | 支出 | 支出率 |\n"
             "| 甲 | 3.00 | 3.00 | 2.00 | 66.67 |\n"
             "| 乙 | 4.00 | 4.00 | 4.00 | 100.00 |\n"
             "| 合计 | 7.00 | 7.00 | 9.00 | 85.71 |\n") ==
        "合计 7.00@4 = 甲 3.00@2 乙 4.00@3\n"
        "合计 7.00@4 = 甲 3.00@2 乙 4.00@3\n"
        "合计 9.00@4 = 甲 2.00@2 乙 4.00@3\n");
  // One column alone does not: the table may list a part of the rows.
  CHECK(sums("| 项目 | 预算 | 支出 |\n"
             "| 甲 | 3.00 | 12.00 |\n"
             "| 乙 | 4.00 | 14.00 |\n"
             "| 小计 | 7.00 | 59.00 |\n") == "小计 7.00@4 = 甲 3.00@2 乙 4.00@3\n");
  // A row without figures there may stand for rows that are not listed.
  CHECK(sums("| 项目 | 预算 | 到位 | 支出 |\n"
             "| 甲 | 3.00 | 3.00 | 2.00 |\n"
             "| 乙 |  |  | 4.00 |\n"
             "| 丙 | 4.00 | 4.00 | 1.00 |\n"
             "| 合计 | 7.00 | 7.00 | 29.30 |\n") ==
        "合计 7.00@5 = 甲 3.00@2 丙 4.00@4\n"
        "合计 7.00@5 = 甲 3.00@2 丙 4.00@4\n");
}

TEST_CASE("the last row closes the table, so that a slip in one column shows") {
  CHECK(sums("| 项目 | 金额 |\n"
             "| 甲 | 12.50 |\n"
             "| 乙 | 24.30 |\n"
             "| 合  计 | 38.80 |\n") == "合  计 38.80@4 = 甲 12.50@2 乙 24.30@3\n");
  CHECK(sums("| 类别 | 人数 |\n"
             "| 甲 | 32 |\n"
             "| 乙 | 0 |\n"
             "| 丙 | 14 |\n"
             "| 合计 | 48 |\n") == "合计 48@5 = 甲 32@2 乙 0@3 丙 14@4\n");
  // More than a slip: rows that are not listed, or an amount in another unit.
  CHECK(sums("| 项目 | 金额 |\n"
             "| 甲 | 12.50 |\n"
             "| 乙 | 24.30 |\n"
             "| 合计 | 291.77 |\n") == "");
  // 乙 may be what 甲 is made of.
  CHECK(sums("| 项目 | 金额 |\n"
             "| 甲 | 20.00 |\n"
             "| 乙 | 20.00 |\n"
             "| 丙 | 20.00 |\n"
             "| 合计 | 40.00 |\n") == "");
  CHECK(sums("| 项目 | 金额 |\n"
             "| 甲 | 20.00 |\n"
             "| 其中：乙 | 6.00 |\n"
             "| 合计 | 20.60 |\n") == "");
}

TEST_CASE("one column beside it shows which rows a total is of if the other has a slip") {
  CHECK(sums("| 项目 | 上年 | 本年 |\n"
             "| 合计 | 36.15 | 30.80 |\n"
             "| 甲 | 28.35 | 22.14 |\n"
             "| 乙 | 9.80 | 8.66 |\n") ==
        "合计 36.15@2 = 甲 28.35@3 乙 9.80@4\n"
        "合计 30.80@2 = 甲 22.14@3 乙 8.66@4\n");
  CHECK(sums("| 项目 | 上年 | 本年 |\n"
             "| 合计 | 87.42 | 30.80 |\n"
             "| 甲 | 28.35 | 22.14 |\n"
             "| 乙 | 9.80 | 8.66 |\n") == "合计 30.80@2 = 甲 22.14@3 乙 8.66@4\n");
}

TEST_CASE("numbers of lines are not added up, though the column beside them is") {
  CHECK(sums("| 项目 | 行次 | 决算数 |\n"
             "| 甲 | 31 | 712.36 |\n"
             "| 乙 | 38 | 86.52 |\n"
             "| 丙 | 39 | 32.18 |\n"
             "| 丁 | 49 | 45.60 |\n"
             "| 本年支出合计 | 57 | 876.66 |\n") ==
        "本年支出合计 876.66@6 = 甲 712.36@2 乙 86.52@3 丙 32.18@4 丁 45.60@5\n");
}

TEST_CASE("shares, numbers of columns and what tables of the schema took are not added up") {
  CHECK(sums("| 项目 | 占比 |\n"
             "| 甲 | 40% |\n"
             "| 乙 | 60% |\n"
             "| 合计 | 100% |\n") == "");
  CHECK(sums("| 项目 | 甲 | 乙 |\n"
             "| 栏次 | 1 | 2 |\n"
             "| 办公费 | 4 | 5 |\n"
             "| 水费 | 6 | 7 |\n"
             "| 合计 | 10 | 12 |\n") ==
        "合计 10@5 = 办公费 4@3 水费 6@4\n"
        "合计 12@5 = 办公费 5@3 水费 7@4\n");
  CHECK(rows(read_report("| 单位名称 | 支出合计 | 基本支出 | 项目支出 |\n"
                         "| 汇总 | 9.00 | 3.00 | 6.00 |\n"
                         "| 甲馆 | 4.00 | 1.00 | 3.00 |\n"
                         "| 乙馆 | 5.00 | 2.00 | 3.00 |\n"),
             "decompositions") == "");
}

TEST_CASE(
    "a row is the total of those numbered below it, or of what 其中 lists, where they add up") {
  CHECK(sums("| 经费控制情况 | 预算 |\n"
             "| 接待用车出国三项 | 63.00 |\n"
             "| 1、用车 | 41.00 |\n"
             "| 其中：购置 | 29.00 |\n"
             "| 运行 | 12.00 |\n"
             "| 2、出国 |  |\n"
             "| 3、接待 | 22.00 |\n"
             "| 公用经费 | 30.00 |\n"
             "| 其中：办公费 | 9.00 |\n"
             "| 差旅费 | 7.00 |\n") ==
        "接待用车出国三项 63.00@2 = 1、用车 41.00@3 3、接待 22.00@7\n"
        "1、用车 41.00@3 = 其中：购置 29.00@4 运行 12.00@5\n");
}

TEST_CASE("a figure that stands once for several rows is the sum of those under the same head") {
  const std::string head = "| 一级指标 | 分值 | 二级指标 | 分值 | 说明 |\n";
  CHECK(sums(head + "| 投入 | 13 | 配置 | 5 | 好 |\n"
                    "|  |  | 管理 | 8 | 好 |\n"
                    "| 过程 | 61 | 执行 | 20 | 好 |\n"
                    "|  |  | 监督 | 41 | 好 |\n") ==
        "投入 13@2 = 投入 5@2 管理 8@3\n过程 61@4 = 过程 20@4 监督 41@5\n");
  // One group that adds up may do so by chance.
  CHECK(sums(head + "| 投入 | 13 | 配置 | 5 | 好 |\n"
                    "|  |  | 管理 | 8 | 好 |\n"
                    "| 过程 | 61 | 执行 | 20 | 好 |\n"
                    "|  |  | 监督 | 40 | 好 |\n") == "");
}
