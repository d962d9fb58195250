// Label cells with their values, breakdowns that become rows, and whose report it is.
#include "reading_fixture.hpp"

#include <doctest/doctest.h>

namespace {

const std::string title = "2018年度某市林业局部门整体支出绩效自评报告\n\n";

}  // namespace

TEST_CASE("labels with values beside them") {
  const auto report = read_report(title +
                                  "\t自评得分\n\t96.5分\n\t评价等级\n\t优\n\n"
                                  "\t上年结转（元）\n\t1,000.50\n\t年初预算\n\t—\n\n"
                                  "\t预算代码\n\t107 001\n");
  CHECK(scalar(report, "score") == "96.5分@4:2");
  CHECK(scalar(report, "grade") == "优@6:2");
  CHECK(scalar(report, "carried") == "1000.50元@9:2");
  CHECK(scalar(report, "opening") == "blank@11:2");
  CHECK(scalar(report, "budget_code") == "107 001@14:2");
  CHECK(report.uptake.table_figures_used == 2);
}

TEST_CASE("a row of labels with its values below") {
  const auto report = read_report(title +
                                  "上年结转\t年初预算\t本年追加\t年末结余\n"
                                  "10.00\t200.00\t30.00\t5.50\n"
                                  "自评得分\t96\t评价等次\t优\n");
  CHECK(scalar(report, "carried") == "10.00万元~@4:1");
  CHECK(scalar(report, "opening") == "200.00万元~@4:7");
  CHECK(scalar(report, "added") == "30.00万元~@4:14");
  CHECK(scalar(report, "closing") == "5.50万元~@4:20");
  CHECK(scalar(report, "score") == "96分@5:6");
}

TEST_CASE("a form cell may state a column of the whole") {
  const auto report = read_report(title +
                                  "单位：万元\n"
                                  "收入合计\t240.00\t支出合计\t234.50\n"
                                  "基本支出\t200.00\t项目支出\t34.50\n");
  CHECK(rows(report, "income") == "汇总: total=240.00万元@4:6\n");
  CHECK(rows(report, "spending") ==
        "汇总: total=234.50万元@4:18 basic=200.00万元@5:6 project=34.50万元@5:18\n");
}

TEST_CASE("breakdowns in form cells become rows") {
  const auto report = read_report(title +
                                  "\t人员编制\n\t共28人，其中：行编11人，事业编17人\n"
                                  "\t实有人数\n\t28人（行政在职13人、全额事业15人、聘用2人）\n");
  CHECK(rows(report, "staffing") ==
        "行编: kind=行政@4:12 established=11人@4:12 actual=13人@6:10\n"
        "事业编: kind=事业@4:19 established=17人@4:19 actual=15人@6:18\n");
  CHECK(scalar(report, "posts") == "28人@4:3");
  CHECK(scalar(report, "staff") == "28人@6:2");
}

TEST_CASE("kinds behind their numbers, the total last, kinds that nobody knows") {
  const auto report =
      read_report(title +
                  "编制数\t11名行政编制、17名事业编制，共28人\n"
                  "实有人数\t31人，其中：行政人员22人，事业人员8人，公益性岗位1人\n");
  CHECK(rows(report, "staffing") ==
        "行政编制: kind=行政@3:5 established=11名@3:5 actual=22人@4:17\n"
        "事业编制: kind=事业@3:13 established=17名@3:13 actual=8人@4:25\n"
        "公益性岗位: kind=公益性岗位@4:33 actual=1人@4:33\n");
  CHECK(scalar(report, "posts") == "28人@3:22");
  CHECK(scalar(report, "staff") == "31人@4:6");
}

TEST_CASE("a table of staff goes before breakdowns in words") {
  const auto report = read_report(title +
                                  "人员编制\t共30人，其中：行编20人，事业编10人\t实有人数\t30\n\n"
                                  "附表\n\n"
                                  "人员类别\t编制数\t实有人数\n"
                                  "行政人员\t20\t22\n"
                                  "工勤\t2\t\n"
                                  "合计\t22\t22\n");
  CHECK(rows(report, "staffing") ==
        "行政人员: kind=行政@8:1 established=20人@8:6 actual=22人@8:9\n"
        "工勤: kind=工勤@9:1 established=2人@9:4 actual=blank@9:6\n"
        "合计: kind=合计@10:1 established=22人@10:4 actual=22人@10:7\n");
}

TEST_CASE("whether evaluators are named, not who they are") {
  const std::string heads = "\t姓名\n\t职务\n\t单位\n\n";
  CHECK(scalar(read_report(title + "\t四、评价人员\n\n" + heads + "\t甲某\n\t科长\n\t本局\n"),
               "evaluators_present") == "true@3:2");
  CHECK(scalar(read_report(title + "\t四、评价人员\n\n" + heads + "\t\n\t\n\t\n"),
               "evaluators_present") == "false@3:2");
  CHECK(scalar(read_report(title + "评价人员\t甲某、乙某\n结论\t好\n"), "evaluators_present") ==
        "true@3:6");
  CHECK(scalar(read_report(title + "全年支出10万元。\n"), "evaluators_present") == "missing");
}

TEST_SUITE("whose report, of which year, signed when") {
  TEST_CASE("lines with labels") {
    const auto report = read_report(
        "某市2017年部门（单位）整体支出\n绩效自评报告\n"
        "部门(单位)名称：  某市林业局（盖章）      预 算 编 码： 107001\n"
        "报告日期：2018年 6 月 10 日\n"
        "\t单位意见：\n年    月    日\n");
    CHECK(report.entity == "某市林业局");
    CHECK(scalar(report, "entity") == "某市林业局@3:12");
    CHECK(scalar(report, "budget_code") == "107001@3:36");
    CHECK(report.period == "2017");
    CHECK(scalar(report, "period") == "2017@1:1");
    CHECK(shown(report.date.value()) == "2018-6-10@4:6");
  }

  TEST_CASE("several labels in a line with single spaces") {
    const auto report =
        read_report(title + "填报单位：某市林业局 填报日期：2019-03-05 单位：万元\n");
    CHECK(report.entity == "某市林业局");
    CHECK(scalar(report, "report_date") == "2019-3-5@3:17");
  }

  TEST_CASE("the signature below the text") {
    const auto report = read_report(
        "2018年度林业部门整体支出绩效评价报告\n\n全年支出10万元。\n\n某市林业局\n\n二〇一九年七月十"
        "一日\n");
    CHECK(report.entity == "某市林业局");
    CHECK(scalar(report, "entity") == "某市林业局@5:1");
    CHECK(shown(report.date.value()) == "2019-7-11@7:1");
    const auto line = read_report(title + "全年支出10万元。\n某市林业和草原局    2019.7.1\n");
    CHECK(line.entity == "某市林业和草原局");
    CHECK(shown(line.date.value()) == "2019-7-1@4:13");
  }

  TEST_CASE("the title names both if nothing else does") {
    const auto report = read_report("某省某县2020年度文化馆部门整体支出绩效自评报告\n\n正文。\n");
    CHECK(report.entity == "文化馆");
    CHECK(report.period == "2020");
    CHECK(scalar(report, "report_date") == "missing");
    CHECK_FALSE(report.date.has_value());
  }

  TEST_CASE("a form's own cells") {
    const auto report = read_report(
        "部门整体支出绩效自评表\n\n单位名称\t某县文化馆\t评价年度\t2021年度\n填报日期\t2022年3月\t"
        "联系电话\t0123\n");
    CHECK(report.entity == "某县文化馆");
    CHECK(report.period == "2021");
    CHECK(shown(report.date.value()) == "2022-3-0@4:6");
  }

  TEST_CASE("a text that says nothing leaves them open") {
    const auto report = read_report("本单位开展了工作。\n");
    CHECK(report.entity.empty());
    CHECK(report.period.empty());
    CHECK_FALSE(report.date.has_value());
  }
}

TEST_CASE("the title may name the office before the year, or on a line of its own") {
  CHECK(read_report("某市林业局2020年度部门整体支出绩效自评报告\n\n正文。\n").entity ==
        "某市林业局");
  CHECK(read_report("某市林业局\n\n2020年度部门整体支出绩效自评报告\n\n正文。\n").entity ==
        "某市林业局");
  // A heading names a kind of money, and no office.
  CHECK(read_report("2020年部门整体支出绩效自评报告\n\n一、2020年一般公共预算绩效自评\n")
            .entity.empty());
}
