// Shares and the groups of shares that make a whole.
#include "narrative_fixture.hpp"

#include <doctest/doctest.h>

using namespace tieout::report::narrative;

namespace {

std::string shares(std::string_view text) { return rows(read_narrative(text), "shares"); }

}  // namespace

TEST_CASE("the whole is found by its name, before the share or after it") {
  CHECK(shares("2020年整体支出100.3万元，其中基本支出35.9万元，占总支出的36%。") ==
        "name 基本支出 · part 35.9万元@1:24 · whole_name 总支出 · whole 100.3万元@1:10 · percent "
        "36%@1:36\n");
  CHECK(shares("培训费2万元，占公用经费的20%，公用经费为10万元。") ==
        "name 培训费 · part 2万元@1:4 · whole_name 公用经费 · whole 10万元@1:23 · percent "
        "20%@1:14\n");
}

TEST_CASE("the part may stand behind its share") {
  CHECK(
      shares("总支出100万元，基本支出占总支出的60%，为60万元；项目支出占总支出的40%，为40万元。") ==
      "name 基本支出 · part 60万元@1:24 · whole_name 总支出 · whole 100万元@1:4 · percent "
      "60%@1:19\n"
      "name 项目支出 · part 40万元@1:43 · whole_name 总支出 · whole 100万元@1:4 · percent "
      "40%@1:38\n");
}

TEST_CASE("each share of a chain has its own whole") {
  CHECK(shares("整体支出100万元，其中基本支出40万元，占总支出的40%，人员支出30万元，占基本支出的75%"
               "。") ==
        "name 基本支出 · part 40万元@1:17 · whole_name 总支出 · whole 100万元@1:5 · percent "
        "40%@1:27\n"
        "name 人员支出 · part 30万元@1:35 · whole_name 基本支出 · whole 40万元@1:17 · percent "
        "75%@1:46\n");
}

TEST_CASE("a whole that is not named is the total of the list") {
  CHECK(
      shares("本年收入合计200万元，其中：财政拨款150万元，占75.00 %；其他收入50万元，占25.00%。") ==
      "name 财政拨款 · part 150万元@1:20 · whole_name 本年收入合计 · whole 200万元@1:7 · percent "
      "75.00%@1:27\n"
      "name 其他收入 · part 50万元@1:39 · whole_name 本年收入合计 · whole 200万元@1:7 · percent "
      "25.00%@1:45\n");
  CHECK(shares(
            "拨款支出50万元，主要用于以下方面：教育支出30万元，占60%；农林水支出20万元，占40%。") ==
        "name 教育支出 · part 30万元@1:23 · whole_name 拨款支出 · whole 50万元@1:5 · percent "
        "60%@1:29\n"
        "name 农林水支出 · part 20万元@1:38 · whole_name 拨款支出 · whole 50万元@1:5 · percent "
        "40%@1:44\n");
}

TEST_CASE("分别占 pairs as many figures as percentages") {
  CHECK(shares("支出合计100万元。基本支出36万元、项目支出64万元，分别占总支出的36%、64%。") ==
        "name 基本支出 · part 36万元@1:15 · whole_name 总支出 · whole 100万元@1:5 · percent "
        "36%@1:36\n"
        "name 项目支出 · part 64万元@1:24 · whole_name 总支出 · whole 100万元@1:5 · percent "
        "64%@1:40\n");
}

TEST_CASE("several figures of the whole's name are readings") {
  CHECK(shares("馆舍支出80万元。馆舍支出60万元。购书费20万元，占馆舍支出的25%。").find("or ") !=
        std::string::npos);
}

TEST_CASE("a whole that nothing states is missing") {
  CHECK(shares("接待费2万元，占全市接待费用总量的1%。") ==
        "name 接待费 · part 2万元@1:4 · whole_name 全市接待费用总量 · percent 1%@1:18\n");
}

TEST_CASE("shares of all parts add to 100%") {
  CHECK(rows(read_narrative(
                 "结转300万元，基本结转93万元，占结转的的31%，项目结转207万元，占结转的69%。"),
             "share_groups") == "name 结转 · percents {基本结转 31%@1:23; 项目结转 69%@1:41}\n");
  CHECK(rows(read_narrative("支出合计300万元，其中工资90万元，占30%；水费9万元，占3%。"),
             "share_groups") == "");
}

TEST_CASE("occupying is no share, and a share that grew is a change") {
  CHECK(shares("展厅占地500平方米，占用房间10%。") == "");
  CHECK(shares("项目支出占比提高2个百分点。") == "");
}

TEST_CASE("a whole that is named without its figure") {
  CHECK(
      shares(
          "“三公”经费支出预算为9万元，支出决算为8万元。\n\n“三公”经费支出决算中，公务用车费6万元，"
          "占75%；公务接待费2万元，占25%。") ==
      "name 公务用车费 · part 6万元@3:18 · whole_name 三公经费支出 · whole 8万元@1:21 · percent "
      "75%@3:23\n"
      "name 公务接待费 · part 2万元@3:32 · whole_name 三公经费支出 · whole 8万元@1:21 · percent "
      "25%@3:37\n");
}

TEST_CASE("a figure that a share divides is not the whole of the next one") {
  const auto report = read_narrative("部门经费中，甲项3万元，占50%；乙项2万元，占40%。");
  CHECK(column(report, "shares", "whole") == "\n\n");
}

TEST_CASE("the shares of a list have passages of their own") {
  CHECK(shares("一、支出情况\n\n财政拨款支出50万元，主要用于以下方面：\n\n1.教育支出30万元，占60%；"
               "\n\n2.农林水支出20万元，占40%。") ==
        "name 教育支出 · part 30万元@5:7 · whole_name 财政拨款支出 · whole 50万元@3:7 · percent "
        "60%@5:13\n"
        "name 农林水支出 · part 20万元@7:8 · whole_name 财政拨款支出 · whole 50万元@3:7 · percent "
        "40%@7:14\n");
}

TEST_CASE("a plan is a part of another plan, no execution of it") {
  CHECK(shares("支出总预算80万元，其中：基本支出预算60万元，占支出总预算的75%。") ==
        "name 基本支出 · part 60万元@1:20 · whole_name 支出总预算 · whole 80万元@1:6 · percent "
        "75%@1:32\n");
}

TEST_CASE("the whole stands between the share and its percentage") {
  CHECK(shares("年末在职95人，占核定编制100人的95%。") ==
        "name 年末在职 · part 95人@1:5 · whole_name 核定编制 · whole 100人@1:14 · percent "
        "95%@1:19\n");
}

TEST_CASE("all spending of a kind is the spending of that kind") {
  CHECK(column(read_narrative("2020年一般公共预算财政拨款支出200万元。\n"
                              "教育支出50万元，占一般公共预算财政拨款总支出的25%。"),
               "shares", "whole") == "200万元@1:18\n");
}

TEST_CASE("a rate that is worked out, and one behind the figures that it is of") {
  const auto read = [](std::string_view text) {
    return column(read_narrative(text), "ratios", "percent");
  };
  CHECK(read("预算完成率=（完成数/预算数）×100%=1511.51/1527.53×100%=98.95%，得9分。") ==
        "98.95%@1:43\n");
  CHECK(read("变动率=（33.56-15.61）÷15.61×100%=114.99%。") == "114.99%@1:30\n");
  CHECK(read("发放问卷100份，收回98份，回收率98%。") == "98%@1:19\n");
  CHECK(read("发放问卷100份，收回98份，满意度95%。").empty());
}

TEST_CASE(
    "shares that add up to all are of the sum of their parts, where nothing states the whole") {
  const auto report = read_narrative(
      "（一）基本支出60万元，占总支出的60%。\n\n（二）项目支出40万元，占总支出的40%。");
  CHECK(shares("（一）基本支出60万元，占总支出的60%。\n\n（二）项目支出40万元，占总支出的40%。") ==
        "");
  CHECK(rows(report, "ratios") ==
        "name 基本支出 · parts {60万元@1:8} · whole {60万元@1:8; 40万元@3:8} · percent 60%@1:18\n"
        "name 项目支出 · parts {40万元@3:8} · whole {60万元@1:8; 40万元@3:8} · percent 40%@3:18\n");
}

TEST_CASE("what was done of a task is a share of what was to be done, counted alike") {
  CHECK(shares("举办培训班12期，培训800人次，完成年度目标10期的120%。") ==
        "name 举办培训班 · part 12期@1:6 · whole_name 培训 · whole 10期@1:24 · percent "
        "120%@1:28\n");
}

TEST_CASE("the spending of a section is not that of the report") {
  CHECK(column(read_narrative("一、基本支出情况\n\n全年支出60万元。\n\n二、基金支出情况\n\n"
                              "基金支出10万元，占全年总支出的10%。"),
               "shares", "whole") == "\n");
}

TEST_CASE("a list of percentages belongs to a list of figures") {
  const auto report =
      read_narrative("采购规模100万元。本级、下级采购分别为8万元和92万元，占采购规模的8%和92%。");
  CHECK(column(report, "shares", "part") == "8万元@1:21\n92万元@1:25\n");
  CHECK(column(report, "shares", "whole") == "100万元@1:5\n100万元@1:5\n");
  CHECK(column(report, "shares", "percent") == "8%@1:36\n92%@1:39\n");
  CHECK(shares("采购规模为92万元，占支出和收入的8%和92%。") == "");
}

TEST_CASE("parts without a share of their own belong to the total all the same") {
  const auto report = read_narrative(
      "收入合计100.05万元。其中：财政拨款40万元，占40.0%；经营收入0.03万元，上缴收入0."
      "02万元；其他收入"
      "60万元，占60.0%。");
  CHECK(rows(report, "decompositions") ==
        "name 收入合计 · total 100.05万元@1:5 · parts {财政拨款 40万元@1:21; 经营收入 "
        "0.03万元@1:37; 上缴收入 0.02万元@1:48; 其他收入 60万元@1:59} · closed true\n");
}

TEST_CASE("a share of what is local occupies no land") {
  CHECK(column(read_narrative("地方财政收入100万元，税收收入66万元，税收收入占地方财政收入66%。"),
               "shares", "whole") == "100万元@1:7\n");
  CHECK(shares("收入100万元，新区占地66%。") == "");
}

TEST_CASE("a share of a task is not one of what all have done") {
  const auto report = read_narrative(
      "收入累计完成100万元，其中甲部门完成49万元，占任务数的96%；乙部门完成51万元，占任务数的86%"
      "。");
  CHECK(column(report, "shares", "whole") == "\n\n");
}

TEST_CASE("a share may call its part and its whole by other names than their figures have") {
  CHECK(column(read_narrative("收入累计完成200万元，其中：税收收入累计完成150万元，税收占比75%。"),
               "shares", "part") == "150万元@1:24\n");
  CHECK(
      column(read_narrative("预算支出合计40万元。其中：工资30万元，占某某区（信访办）总开支的75%；"
                            "办公10万元，占部门预算总支出的25%。"),
             "shares", "whole") == "40万元@1:7\n40万元@1:7\n");
}

TEST_CASE("a whole of which only a longer name was stated before in the passage") {
  CHECK(
      column(read_narrative("全市授予中小企业合同金额20万元，占采购总额的40%，授予小微企业合同金额"
                            "5万元，占授予中小企业合同金额的25%。"),
             "shares", "whole") == "\n20万元@1:13\n");
}

TEST_CASE("a total of the side that the share names, whatever body it is named after") {
  CHECK(
      column(read_narrative("甲办2020年预算支出合计45万元。其中：工资支出30万元，占甲办（乙局）预算"
                            "总支出的66.57%；其他支出15万元，占部门预算总支出的33.33%。"),
             "shares", "whole") == "45万元@1:14\n45万元@1:14\n");
}

TEST_CASE("further ways to divide a total leave the shares with it") {
  CHECK(column(read_narrative(
                   "本年支出240万元，其中：基本支出168万元，占70%；项目支出72万元，占30%。按支"
                   "出功能分类，公共安全支出216万元，占90%；卫生健康支出24万元，占10%。"),
               "shares", "whole") == "240万元@1:5\n240万元@1:5\n240万元@1:5\n240万元@1:5\n");
}

TEST_CASE("a rate is of the nearest figure that it is named after") {
  CHECK(rows(read_narrative("实施项目12个，其中已完工10个，在建2个，完工率83.33%。"), "ratios") ==
        "name 完工率 · parts {10个@1:14} · whole {12个@1:5} · percent 83.33%@1:26\n");
  CHECK(rows(read_narrative("计划投资300万元，到位资金280万元，支出266万元，资金使用率95%。"),
             "ratios") ==
        "name 资金使用率 · parts {266万元@1:23} · whole {280万元@1:15} · percent 95%@1:34\n"
        "or name 资金使用率 · parts {266万元@1:23} · whole {300万元@1:5} · percent 95%@1:34\n");
}

TEST_CASE("a figure is no share of itself where the total of its name fits") {
  CHECK(column(read_narrative(
                   "本年支出合计200万元。\n财政拨款支出总计180万元，其中本年支出150万元。\n一般"
                   "公共预算财政拨款支出150万元，占本年支出的75%。\n"),
               "shares", "whole") == "200万元@1:7\n");
}

TEST_CASE("percentages that go with a list of figures in their order, in two ways to divide") {
  const auto report = read_narrative(
      "采购规模为100亿元。货物、工程、服务采购规模分别为26亿元、45亿元和29亿元，占采购规模"
      "比例为26%、45%和29%。集中、分散采购规模分别为40亿元、60亿元，占采购规模的40%、60%。");
  CHECK(column(report, "shares", "part") ==
        "26亿元@1:27\n45亿元@1:32\n29亿元@1:37\n40亿元@1:74\n60亿元@1:79\n");
  CHECK(column(report, "share_groups", "percents") ==
        "{货物、工程、服务采购规模 26%@1:50; 货物、工程、服务采购规模 45%@1:54; "
        "货物、工程、服务采购规模 "
        "29%@1:58}\n"
        "{集中、分散采购规模 40%@1:90; 集中、分散采购规模 60%@1:94}\n");
}

TEST_CASE("a total behind a topic is no part of what the topic names") {
  CHECK(column(read_narrative(
                   "收入总计200万元、支出总计200万元。\n支出构成情况：本年支出合计190万元，其中："
                   "基本支出152万元，占80%；项目支出38万元，占20%。\n"),
               "shares", "whole") == "190万元@2:14\n190万元@2:14\n");
}

TEST_CASE("the last of two that are named together is not both") {
  CHECK(column(read_narrative(
                   "税收返还和转移支付90万元，占总支出的67%（包括一般性转移支付60万元，占转移支付"
                   "比重达82%）。"),
               "shares", "whole") == "\n\n");
}
