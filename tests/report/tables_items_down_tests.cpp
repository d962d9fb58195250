// Tables whose items stand in rows.
#include "reading_fixture.hpp"

#include <doctest/doctest.h>

namespace {

const std::string title = "2022年度某县卫健局部门整体支出绩效自评报告\n\n单位：万元\n";

}  // namespace

TEST_CASE("items in rows, two tables side by side") {
  const auto report =
      read_report(title +
                  "项目\t行次\t决算数\t项目\t行次\t决算数\n"
                  "一、一般公共预算财政拨款收入\t1\t800.00\t一、基本支出\t10\t500.00\n"
                  "二、事业收入\t2\t100.00\t人员经费\t11\t420.00\n"
                  "三、其他收入\t3\t20.00\t公用经费\t12\t80.00\n"
                  "本年收入合计\t4\t920.00\t二、项目支出\t13\t400.00\n"
                  "年初结转和结余\t5\t30.00\t本年支出合计\t14\t900.00\n"
                  "\t\t\t年末结转和结余\t15\t50.00\n");
  CHECK(rows(report, "income") ==
        "决算数: unit=决算数@4:7 current=920.00万元@8:10 carried_over=30.00万元@9:11 "
        "appropriation=800.00万元@5:18 business=100.00万元@6:10 other=20.00万元@7:10\n");
  CHECK(rows(report, "spending") ==
        "决算数: unit=决算数@4:17 total=900.00万元@9:27 basic=500.00万元@5:35 "
        "personnel=420.00万元@6:25 public=80.00万元@7:24 project=400.00万元@8:27\n");
  CHECK(scalar(report, "closing_balance") == "50.00万元@10:15");
  // The row is the whole's, so that it meets that of other tables.
  CHECK(report.tables[report.schema->table("income").value()].rows.front().key == "汇总");
  // 行次 are no figures.
  CHECK(report.uptake.table_figures == 11);
  CHECK(report.uptake.table_figures_used == 11);
}

TEST_CASE("columns of a budget and of another year are no items' own") {
  const auto report = read_report(title +
                                  "项目\t2021年决算数\t2022年预算数\t2022年决算数\n"
                                  "三公经费\t12.50\t15.00\t11.20\n"
                                  "其中：公务接待费\t5.50\t6.00\t4.20\n"
                                  "公务用车运行维护费\t7.00\t9.00\t7.00\n");
  CHECK(rows(report, "three_public") ==
        "2022年决算数: unit=2022年决算数@4:22 total=11.20万元@5:18 reception=4.20万元@6:20 "
        "vehicle_running=7.00万元@7:21\n");
  CHECK(scalar(report, "three_public_budget") == "15.00万元@5:12");
  CHECK(scalar(report, "three_public_prior") == "12.50万元@5:6");
  CHECK(rows(report, "changes") ==
        "三公经费: name=三公经费@5:1 current=11.20万元@5:18 prior=12.50万元@5:6\n"
        "其中：公务接待费: name=其中：公务接待费@6:1 current=4.20万元@6:20 prior=5.50万元@6:10\n"
        "公务用车运行维护费: name=公务用车运行维护费@7:1 current=7.00万元@7:21 "
        "prior=7.00万元@7:11\n");
  CHECK(rows(report, "executions") ==
        "三公经费: name=三公经费@5:1 budget=15.00万元@5:12 actual=11.20万元@5:18\n"
        "其中：公务接待费: name=其中：公务接待费@6:1 budget=6.00万元@6:15 actual=4.20万元@6:20\n"
        "公务用车运行维护费: name=公务用车运行维护费@7:1 budget=9.00万元@7:16 "
        "actual=7.00万元@7:21\n");
}

TEST_CASE("heads of units give their rows") {
  const auto report = read_report(title +
                                  "项目\t合计\t局机关\t疾控中心\t备注\n"
                                  "收入合计\t30.00\t20.00\t10.00\t\n"
                                  "财政拨款\t28.00\t19.00\t9.00\t\n"
                                  "其他收入\t2.00\t1.00\t1.00\t\n");
  CHECK(rows(report, "income") ==
        "合计: unit=合计@4:4 total=30.00万元@5:6 appropriation=28.00万元@6:6 other=2.00万元@7:6\n"
        "局机关: unit=局机关@4:7 total=20.00万元@5:12 appropriation=19.00万元@6:12 "
        "other=1.00万元@7:11\n"
        "疾控中心: unit=疾控中心@4:11 total=10.00万元@5:18 appropriation=9.00万元@6:18 "
        "other=1.00万元@7:16\n");
}

TEST_CASE("an item that stands twice is doubted") {
  const auto report =
      read_report(title +
                  "项目\t金额\n"
                  "收入合计\t30.00\n财政拨款\t28.00\n其他收入\t2.00\n其他收入\t3.00\n");
  CHECK(
      rows(report, "income") ==
      "金额: doubted: \"其他收入\" stands here twice: it cannot be told which figure counts. Keep "
      "the right one.\n");
}

TEST_CASE("execution of the budget, item by item") {
  const auto report = read_report(title +
                                  "项目\t年初预算数\t全年预算数\t全年执行数\t执行率\n"
                                  "信息化建设\t100.00\t120.00\t114.00\t95%\n"
                                  "设备购置\t50.00\t50.00\t\t0%\n");
  CHECK(rows(report, "executions") ==
        "信息化建设: name=信息化建设@5:1 budget=120.00万元@5:14 actual=114.00万元@5:21 "
        "rate=95%@5:28\n"
        "设备购置: name=设备购置@6:1 budget=50.00万元@6:12 actual=blank@6:18 rate=0%@6:19\n");
}
