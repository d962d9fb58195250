// Goals, targets and scores.
#include "numbered_items_shown.hpp"
#include "reading_fixture.hpp"

#include <doctest/doctest.h>

namespace {

const std::string title = "2021年度某市图书馆部门整体支出绩效自评报告\n\n";

}  // namespace

TEST_CASE("a head of texts over rows that are wider: what is not bound takes up the difference") {
  const auto report = read_report(
      title +
      "\t定量目标\n\t评价内容\n\t绩效目标\n\t完成情况\n\n"
      "\t\n\t产出目标\n\n（按实际填写）\n\t数量指标\n\t指标1：举办讲座不少于5－10场次；\n\t100%\n\n"
      "\t\n\t\n\t\n\t指标2:开展青少年阅读活动不少于2次，培训人次不低于500人次；\n\t100%\n\n"
      "\t\n\t效益目标\n\t满意度\n\t指标1：读者满意率高于95%；\n\n指标2：群众满意率高于95%\n\t95%"
      "\n\n"
      "\t绩效自评得分\n\t98%\n");
  CHECK(rows(report, "targets") ==
        "举办讲座不少于5－10场次: name=举办讲座不少于5－10场次@13:6 target=>=5场次@13:13 "
        "actual=100%@14:2\n"
        "开展青少年阅读活动不少于2次: name=开展青少年阅读活动不少于2次@19:6 target=>=2次@19:18 "
        "actual=100%@20:2\n"
        "培训人次不低于500人次: name=培训人次不低于500人次@19:21 target=>=500人次@19:28 "
        "actual=100%@20:2\n"
        "读者满意率高于95%: name=读者满意率高于95%@25:6 target=>95%@25:13 actual=95%@28:2\n"
        "群众满意率高于95%: name=群众满意率高于95%@27:5 target=>95%@27:12 actual=95%@28:2\n");
  CHECK(scalar(report, "score") == "98%@31:2");
  // The bounds stand in cells that were taken up whole.
  CHECK(report.uptake.left_over.empty());
}

TEST_CASE("goals and achievements are paired by their numbers") {
  const auto report =
      read_report(title +
                  "\t定性目标\n\t预期目标\n\t实际完成\n\n"
                  "\t\n\t目标1：加强阵地建设\n目标2：提升服务能力\n\n目标３；培养人才\n"
                  "\t建成分馆两个。\n\n2、开展延时服务。\n");
  CHECK(rows(report, "goals") ==
        "加强阵地建设: number=1@8:6 goal=加强阵地建设@8:6 achieved=建成分馆两个。@12:2\n"
        "提升服务能力: number=2@9:5 goal=提升服务能力@9:5 achieved=开展延时服务。@14:3\n"
        "培养人才: number=3@11:5 goal=培养人才@11:5\n");
}

TEST_CASE("a scoring table gives scores and targets; the budget's execution scores, too") {
  const auto report = read_report(
      title +
      "\t资金（万元）\n\t\n\t年初预算数\n\t全年预算数\n\t全年执行数\n\t分值\n\t执行率\n\t得分\n\n"
      "\t\n\t年度资金总额\n\t500.00\n\t520.00\n\t494.00\n\t10\n\t95%\n\t9.5\n\n"
      "\t\n\t其中：财政拨款\n\t480.00\n\t500.00\n\t480.00\n\t—\n\t96%\n\t—\n\n"
      "\t绩效指标\n\t一级指标\n\t二级指标\n\t三级指标\n\t年度指标值\n\t实际完成值\n\t分值\n\t得分\n"
      "\t"
      "偏差原因\n\n"
      "\t\n\t产出指标\n\t数量指标\n\t讲座场次\n\t≥20场\n\t25\n\t40\n\t40\n\t\n\n"
      "\t\n\t\n\t\n\t展览次数\n\t5次\n\t举办4次\n\t50\n\t38\n\t场地紧张\n\n"
      "\t\n\t满意度指标\n\t\n\t\n\t\n\t\n\t\n\t\n\t\n\n"
      "\t总分\n\t100\n\t87.5\n\t\n");
  CHECK(rows(report, "executions") ==
        "年度资金总额: name=年度资金总额@13:2 budget=520.00万元@15:2 actual=494.00万元@16:2 "
        "rate=95%@18:2\n"
        "其中：财政拨款: name=其中：财政拨款@22:2 budget=500.00万元@24:2 actual=480.00万元@25:2 "
        "rate=96%@27:2\n");
  CHECK(rows(report, "scores") ==
        "讲座场次: indicator=讲座场次@43:2 first=产出指标@41:2 second=数量指标@42:2 "
        "target=>=20场@44:3 actual=25?@45:2 full=40分@46:2 score=40分@47:2\n"
        "展览次数: indicator=展览次数@53:2 first=blank@51:2 second=blank@52:2 target=>=5次@54:2 "
        "actual=unreadable(举办4次)@55:2 full=50分@56:2 score=38分@57:2\n"
        "总分: indicator=总分@70:2 full=100分@71:2 score=87.5分@72:2\n"
        "年度资金总额: indicator=年度资金总额@13:2 full=10分@17:2 score=9.5分@19:2\n");
  CHECK(rows(report, "targets") ==
        "讲座场次: name=讲座场次@43:2 target=>=20场@44:3 actual=25场@45:2\n"
        "展览次数: name=展览次数@53:2 target=>=5次@54:2 actual=4次@55:4 "
        "admitted=true@54:2\n");
}

TEST_CASE("how a cell lists items") {
  CHECK(items("指标1：甲；指标2：乙") == "1 甲；@1:5\n2 乙@1:11\n");
  CHECK(items("1、甲\n2. 乙\n（3）丙\n④丁") == "1 甲@1:3\n2 乙@2:4\n3 丙@3:4\n4 丁@4:2\n");
  CHECK(items("先做甲\n2、再做乙") == "1 先做甲@1:1\n2 再做乙@2:3\n");
  CHECK(items("目标１：甲\n续行\n目标2：乙") == "1 甲\n续行@1:5\n2 乙@3:5\n");
  CHECK(items("1.5倍的甲") == "- 1.5倍的甲@1:1\n");
  CHECK(items("完成任务3项") == "- 完成任务3项@1:1\n");
  CHECK(items("95%") == "- 95%@1:1\n");
  CHECK(items("") == "");
}

TEST_CASE("of several full marks those right behind the indicator are its own") {
  CHECK(rows(read_report("整体支出绩效自评表\n\n"
                         "| 一级指标 | 分值 | 二级指标 | 分值 | 三级指标 | 分值 | 得分 |\n"
                         "| 过程 | 45 | 预算执行 | 25 | 预算完成率 | 10 | 9.5 |\n"
                         "|  |  |  |  | 支付进度率 | 15 | 15 |\n"),
             "scores") ==
        "预算完成率: indicator=预算完成率@4:25 first=过程@4:3 second=预算执行@4:13 "
        "full=10分@4:33 score=9.5分@4:38\n"
        "支付进度率: indicator=支付进度率@5:15 first=blank@5:2 second=blank@5:8 full=15分@5:23 "
        "score=15分@5:28\n");
  // Behind texts it cannot be said whose they are.
  CHECK(rows(read_report("整体支出绩效自评表\n\n"
                         "| 一级指标 | 分值 | 三级指标 | 标准 | 分值 | 得分 |\n"
                         "| 过程 | 45 | 预算完成率 | 按比例 | 10 | 9.5 |\n"
                         "| 产出 | 55 | 支付进度率 | 按进度 | 15 | 15 |\n"),
             "scores")
            .find("full=") == std::string::npos);
}

TEST_CASE("cells that rows above cover, and blank ones at the end, may be left out of a row") {
  const auto report = read_report(
      "某县图书馆项目支出绩效自评表\n\n"
      "预算执行（10分） | 年度预算数（万元） | 年初预算 | 调整后预算数 | 预算执行数 | 预算执行率 | "
      "权重 | 得分 | "
      "原因 | ||\n"
      "总额 | 20.00 | 24.00 | 23.40 | 97.50% | 10 | 9.75 | 按实际填写 | |||\n"
      "其中：财政资金 | 20.00 | 24.00 | 23.40 | 97.50% | / | / | ||||\n"
      "绩效指标（90分） | 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 完成值 | "
      "权重 | 得分 | "
      "未完成原因 |\n"
      "产出指标 | 数量指标 | 采购图书 | ≥ | 3000 | 册 | 3260 | 50 | 50 | ||\n"
      "质量指标 | 验收合格率 | ≥ | 98 | % | 97 | 40 | 36 | |||\n"
      "合计 | 100 | 95.75 | ||||||||\n");
  CHECK(rows(report, "executions") ==
        "总额: name=总额@4:1 budget=24.00万元@4:14 actual=23.40万元@4:22 rate=97.50%@4:30\n"
        "其中：财政资金: name=其中：财政资金@5:1 budget=24.00万元@5:19 actual=23.40万元@5:27 "
        "rate=97.50%@5:35\n");
  CHECK(
      rows(report, "scores") ==
      "采购图书: indicator=采购图书@7:15 first=产出指标@7:1 second=数量指标@7:8 "
      "target=>=3000册@7:26 "
      "actual=3260?@7:37 full=50分@7:44 score=50分@7:49\n"
      "验收合格率: indicator=验收合格率@8:8 second=质量指标@8:1 target=>=98%@8:20 actual=97?@8:29 "
      "full=40分@8:34 score=36分@8:39\n"
      "合计: indicator=合计@9:1 full=100分@9:6 score=95.75分@9:12\n"
      "总额: indicator=总额@4:1 full=10分@4:39 score=9.75分@4:44\n");
  CHECK(rows(report, "targets") ==
        "采购图书: name=采购图书@7:15 sign=≥@7:22 measure=册@7:33 target=>=3000册@7:26 "
        "actual=3260册@7:37\n"
        "验收合格率: name=验收合格率@8:8 sign=≥@8:16 measure=%@8:25 target=>=98%@8:20 "
        "actual=97%@8:29 admitted=true@8:16\n");
}

TEST_CASE(
    "heads say how their figures are worked out; the marks of the execution are among the scores") {
  const auto report = read_report(
      title +
      "单位名称 | 某市图书馆 |\n"
      "预算执行（20分） | | 预算数(A) | 执行数(B) | 执行率(B/A) | 得分(20分*执行率) |\n"
      "| 整体支出总额 | 500.00 | 490.00 | 98% | 19.6 |\n"
      "年度绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年初目标值(A) | 实际完成值(B) | 得分 |\n"
      "| 产出指标 | 数量指标 | 讲座场次 | 20场 | 22场 | 40 |\n"
      "| | 质量指标 | 读者满意率 | 95% | 96% | 40 |\n"
      "总分 | 99.6 |\n");
  CHECK(rows(report, "executions") ==
        "整体支出总额: name=整体支出总额@5:3 budget=500.00@5:12 actual=490.00@5:21 "
        "rate=98%@5:30\n");
  CHECK(rows(report, "targets") ==
        "讲座场次: name=讲座场次@7:17 target=>=20场@7:24 actual=22场@7:30\n"
        "读者满意率: name=读者满意率@8:12 target=>=95%@8:20 actual=96%@8:26\n");
  CHECK(rows(report, "facts").empty());
}

TEST_CASE("a label over a head is no head; a remark may stand before the total") {
  const auto report = read_report(
      title +
      "预算部门名称 | 某市图书馆 |\n"
      "年度预算申请（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |\n"
      "| 年度资金总额 | 500.00 | 520.00 | 494.00 | 10 | 95% | 9.5 |\n"
      "绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 原因 |\n"
      "| 产出指标 | 数量指标 | 讲座场次 | ≥20场 | 22场 | 90 | 88 | |\n"
      "其他说明事项 | 无 |\n"
      "总分 | 100 | 97.5 |\n");
  CHECK(rows(report, "scores") ==
        "讲座场次: indicator=讲座场次@7:17 first=产出指标@7:3 second=数量指标@7:10 "
        "target=>=20场@7:25 "
        "actual=22场@7:31 full=90分@7:37 score=88分@7:42\n"
        "总分: indicator=总分@9:1 full=100分@9:6 score=97.5分@9:12\n"
        "年度资金总额: indicator=年度资金总额@5:3 full=10分@5:39 score=9.5分@5:50\n");
}
