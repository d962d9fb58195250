// Which cells of a table become which figures: heads, rows, and what is left alone.
#include "reading_fixture.hpp"

#include <doctest/doctest.h>

namespace {

const std::string title = "2018年度某市林业局部门整体支出绩效自评报告\n\n";

}  // namespace

TEST_CASE("exported heads: spans that the text lost are found again") {
  const auto report =
      read_report(title +
                  "\t年度支出和结余情况（万元）\n\n"
                  "\t机构名称\n\t支出合计\n\t其中：\n\t结余\n\n"
                  "\t\n\t\n\t基本支出\n\t其中：\n\t项目支出\n\t当年结余\n\t累计结余\n\n"
                  "\t\n\t\n\t\n\t人员支出\n\t公用\n支出\n\t\n\t\n\t\n\n"
                  "\t汇总\n\t30.00\n\t20.00\n\t15.00\n\t5.00\n\t10.00\n\t1.00\n\t\n\n"
                  "\t1、局机关\n\t30.00\n\t20.00\n\t15.00\n\t5.00\n\t10\n\t1\n\t—\n");
  CHECK(
      rows(report, "spending") ==
      "汇总: unit=汇总@28:2 total=30.00万元@29:2 basic=20.00万元@30:2 personnel=15.00万元@31:2 "
      "public=5.00万元@32:2 project=10.00万元@33:2 surplus=1.00万元@34:2 cumulative=blank@35:2\n"
      "1、局机关: unit=1、局机关@37:2 total=30.00万元@38:2 basic=20.00万元@39:2 "
      "personnel=15.00万元@40:2 public=5.00万元@41:2 project=10.00万元@42:2 surplus=1.00万元@43:2 "
      "cumulative=blank@44:2\n");
  CHECK(report.uptake.table_figures == 12);
  CHECK(report.uptake.table_figures_used == 12);
}

TEST_CASE("heads in one row with blanks for merged cells, as spreadsheets give them") {
  const auto report = read_report(title +
                                  "单位：万元\n"
                                  "单位名称\t支出合计\t其中：\t\t\t结余\t\n"
                                  "\t\t基本支出\t人员经费\t公用经费\t当年结余\t累计结余\n"
                                  "部门合计\t1,500.00\t900.00\t700.00\t200.00\t10.00\t30.00\n"
                                  "文化馆\t500.00\t300.00\t250.00\t50.00\t2.00\t\n");
  CHECK(rows(report, "spending") ==
        "部门合计: unit=部门合计@6:1 total=1500.00万元@6:6 basic=900.00万元@6:15 "
        "personnel=700.00万元@6:22 public=200.00万元@6:29 surplus=10.00万元@6:36 "
        "cumulative=30.00万元@6:42\n"
        "文化馆: unit=文化馆@7:1 total=500.00万元@7:5 basic=300.00万元@7:12 "
        "personnel=250.00万元@7:19 "
        "public=50.00万元@7:26 surplus=2.00万元@7:32 cumulative=blank@7:37\n");
}

TEST_CASE("小计 is known by what it stands under") {
  const auto report = read_report(
      title +
      "三公经费（单位：元）\n"
      "| 单位 | 合计 | 因公出国（境）费 | 公务用车购置及运行维护费 |  |  | 公务接待费 |\n"
      "|---|---|---|---|---|---|---|\n"
      "|  |  |  | 小计 | 购置费 | 运行费 |  |\n"
      "| 局机关 | 120000.00 | 0 | 90000.00 | - | 90000.00 | 30000.00 |\n");
  CHECK(rows(report, "three_public") ==
        "局机关: unit=局机关@7:3 total=120000.00元@7:9 reception=30000.00元@7:51 "
        "vehicle=90000.00元@7:25 vehicle_running=90000.00元@7:40 vehicle_purchase=blank@7:36 "
        "abroad=0元@7:21\n");
}

TEST_CASE("columns laid out with spaces") {
  const auto report = read_report(title +
                                  "                        支出情况表\n"
                                  "                                            金额单位：万元\n"
                                  "  单位名称          支出合计    基本支出    项目支出\n"
                                  "  局机关            1,000.50      600.50      400.00\n"
                                  "  信息中心            200.00      150.00\n"
                                  "  合计              1,200.50      750.50      400.00\n");
  CHECK(
      rows(report, "spending") ==
      "局机关: unit=局机关@6:3 total=1000.50万元@6:18 basic=600.50万元@6:32 "
      "project=400.00万元@6:44\n"
      "信息中心: unit=信息中心@7:3 total=200.00万元@7:19 basic=150.00万元@7:31 "
      "project=blank@7:37\n"
      "合计: unit=合计@8:3 total=1200.50万元@8:19 basic=750.50万元@8:33 project=400.00万元@8:45\n");
}

TEST_CASE("a row that does not fit its head is kept and doubted, never shifted") {
  const auto report = read_report(title +
                                  "单位\t支出合计\t基本支出\t项目支出\n"
                                  "局机关\t30.00\t20.00\t10.00\n"
                                  "文化馆\t8.00\t5.00\n");
  CHECK(
      rows(report, "spending") ==
      "局机关: unit=局机关@4:1 total=30.00万元~@4:5 basic=20.00万元~@4:11 project=10.00万元~@4:17\n"
      "文化馆: doubted: This row has 3 cells under 4 heads: it cannot be told which figure belongs "
      "to which. Check whether a cell is left out or shifted.\n");
  CHECK(report.uptake.table_figures == 5);
  CHECK(report.uptake.table_figures_used == 3);
  CHECK(report.uptake.left_over.size() == 2);
  CHECK(report.uptake.left_over.front().raw == "8.00");
}

TEST_CASE("figures without a name are doubted") {
  const auto report = read_report(title +
                                  "单位\t支出合计\t基本支出\n"
                                  "局机关\t30.00\t20.00\n"
                                  "\t8.00\t5.00\n");
  CHECK(
      rows(report, "spending") ==
      "局机关: unit=局机关@4:1 total=30.00万元~@4:5 basic=20.00万元~@4:11\n"
      ": doubted: This row has no name: it cannot be told whose figures these are. Give it one.\n");
}

TEST_CASE("the label of a total may reach over the columns before the figures") {
  const auto report =
      read_report(title +
                  "\t支出决算表（单位：万元）\n\n"
                  "\t科目编码\n\t科目名称\n\t本年支出合计\n\t基本支出\n\t项目支出\n\n"
                  "\t栏次\n\t1\n\t2\n\t3\n\n"
                  "\t合计\n\t300.50\n\t200.25\n\t100.25\n\n"
                  "\t207\n\t文化支出\n\t300.50\n\t200.25\n\t100.25\n\n"
                  "\t20701\n\t文化和旅游\n\t300.50\n\t200.25\n\t\n");
  CHECK(rows(report, "functions") ==
        "合计: code=合计@16:2 total=300.50万元@17:2 basic=200.25万元@18:2 project=100.25万元@19:2\n"
        "207: code=207@21:2 name=文化支出@22:2 total=300.50万元@23:2 basic=200.25万元@24:2 "
        "project=100.25万元@25:2\n"
        "20701: code=20701@27:2 name=文化和旅游@28:2 total=300.50万元@29:2 basic=200.25万元@30:2 "
        "project=blank@31:2\n");
  // The numbers of the columns are no figures.
  CHECK(report.uptake.table_figures == 10);
  CHECK(report.uptake.table_figures_used == 10);
}

TEST_CASE("heads that are repeated below a page break are no rows") {
  const std::string heads = "  单位          支出合计    基本支出\n";
  const auto report = read_report(title + heads +
                                  "  甲馆             30.00       20.00\n"
                                  "  乙文化馆         31.00       20.00\n"
                                  "\f" +
                                  heads + "  丙馆             32.00       20.00\n" +
                                  "  丁文化馆         33.00       20.00\n");
  CHECK(rows(report, "spending") ==
        "甲馆: unit=甲馆@4:3 total=30.00万元~@4:18 basic=20.00万元~@4:30\n"
        "乙文化馆: unit=乙文化馆@5:3 total=31.00万元~@5:16 basic=20.00万元~@5:28\n"
        "丙馆: unit=丙馆@7:3 total=32.00万元~@7:18 basic=20.00万元~@7:30\n"
        "丁文化馆: unit=丁文化馆@8:3 total=33.00万元~@8:16 basic=20.00万元~@8:28\n");

  const auto tabbed = read_report(title +
                                  "单位\t支出合计\t基本支出\n甲馆\t30.00\t20.00\n"
                                  "单位\t支出合计\t基本支出\n乙馆\t31.00\t20.00\n");
  CHECK(rows(tabbed, "spending") ==
        "甲馆: unit=甲馆@4:1 total=30.00万元~@4:4 basic=20.00万元~@4:10\n"
        "乙馆: unit=乙馆@6:1 total=31.00万元~@6:4 basic=20.00万元~@6:10\n");
}

TEST_CASE("one head may be two tables'") {
  const auto report = read_report(title +
                                  "单位\t收入合计\t财政拨款\t支出合计\t基本支出\n"
                                  "局机关\t31.00\t30.00\t29.00\t20.00\n");
  CHECK(rows(report, "income") ==
        "局机关: unit=局机关@4:1 total=31.00万元~@4:5 appropriation=30.00万元~@4:11\n");
  CHECK(rows(report, "spending") ==
        "局机关: unit=局机关@4:1 total=29.00万元~@4:17 basic=20.00万元~@4:23\n");
}

TEST_CASE("what could be several tables, columns or years is left alone") {
  // 合计 and 其他 head columns of income and of assets.
  CHECK(rows(read_report(title + "单位\t合计\t其他\n局机关\t3.00\t1.00\n"), "income") == "");
  CHECK(rows(read_report(title + "单位\t合计\t其他\n局机关\t3.00\t1.00\n"), "assets") == "");
  // The title tells them apart.
  CHECK(rows(read_report(title + "年度收入情况\n单位\t合计\t其他\n局机关\t3.00\t1.00\n"),
             "income") == "局机关: unit=局机关@5:1 total=3.00万元~@5:5 other=1.00万元~@5:10\n");
  // The same column twice, and two years of it.
  CHECK(rows(read_report(title +
                         "单位\t支出合计\t基本支出\t基本支出\t项目支出\n局机关\t3\t1\t1\t2\n"),
             "spending") == "局机关: unit=局机关@4:1 total=3.00万元~@4:5 project=2.00万元~@4:11\n");
  CHECK(rows(read_report(title +
                         "单位\t2018年\t\t2017年\t\n\t支出合计\t基本支出\t支出合计\t基本支出\n"
                         "局机关\t3\t1\t4\t2\n"),
             "spending") == "局机关: unit=局机关@5:1 total=3.00万元~@5:5 basic=1.00万元~@5:7\n");
  // A table of another year; a budget.
  CHECK(rows(read_report(title + "2017年支出情况\n单位\t支出合计\t基本支出\n局机关\t3\t1\n"),
             "spending") == "");
  CHECK(rows(read_report(title + "单位\t2018年预算\t\n\t支出合计\t基本支出\n局机关\t3\t1\n"),
             "spending") == "");
}

TEST_CASE("a table ends where another begins, whatever its width") {
  const auto report = read_report(title +
                                  "单位\t支出合计\t基本支出\n"
                                  "局机关\t30.00\t20.00\n"
                                  "树种\t面积\t株数\n"
                                  "杉木\t12.00\t400\n");
  CHECK(rows(report, "spending") ==
        "局机关: unit=局机关@4:1 total=30.00万元~@4:5 basic=20.00万元~@4:11\n");
}

TEST_CASE("a figure with text around it is unreadable, a dash is blank") {
  const auto report = read_report(title +
                                  "单位\t支出合计\t基本支出\t项目支出\n"
                                  "局机关\t30.00\t见附表\t—\n"
                                  "文化馆\t8.00\t5%\t无\n");
  CHECK(
      rows(report, "spending") ==
      "局机关: unit=局机关@4:1 total=30.00万元~@4:5 basic=unreadable(见附表)@4:11 "
      "project=blank@4:15\n"
      "文化馆: unit=文化馆@5:1 total=8.00万元~@5:5 basic=unreadable(5%)@5:10 project=blank@5:13\n");
}

TEST_CASE("of two tables with the same items the fuller one counts, whichever comes first") {
  const auto report = read_report(title +
                                  "单位\t支出合计\n局机关\t31.00\n\n文字\n\n"
                                  "单位\t支出合计\t基本支出\n局机关\t30.00\t20.00\n");
  CHECK(rows(report, "spending") ==
        "局机关: unit=局机关@9:1 total=30.00万元~@9:5 basic=20.00万元~@9:11\n");
}

TEST_CASE("a table of contents has no figures") {
  const auto report =
      read_report(title + "一、部门概况\t1\n二、三公经费\t3\n三、公务接待费\t5\n四、支出合计\t9\n");
  CHECK(report.uptake.table_figures == 0);
  CHECK(rows(report, "three_public") == "");
  CHECK(rows(report, "spending") == "");
}

TEST_CASE("heads that leave out the column of labels") {
  const auto report = read_report(title +
                                  "全年预算数 | 全年执行数 | 执行率\n"
                                  "资金总额 | 808.1 | 692.98 | 86%\n"
                                  "其中：中央资金 | 700 | 600 | 86%\n");
  CHECK(rows(report, "executions") ==
        "资金总额: name=资金总额@4:1 budget=808.1@4:8 actual=692.98@4:16 rate=86%@4:25\n"
        "其中：中央资金: name=其中：中央资金@5:1 budget=700@5:11 actual=600@5:17 rate=86%@5:23\n");
  // A label too many at the end is nobody's.
  CHECK(rows(read_report(title + "项目 | 全年预算数 | 全年执行数\n"
                                 "甲 | 808.1 | 692.98 | 备注\n"),
             "executions") == "");
}
