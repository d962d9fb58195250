// Lists over sentences and passages, and what only looks like a part of one.
#include "narrative_fixture.hpp"

#include <doctest/doctest.h>

using namespace tieout::report::narrative;

TEST_CASE("what only bounds a score is no part of it") {
  CHECK(rows(read_narrative(
                 "自评得分96.5分。其中：投入满分20分，得分18.5分；过程满分80分，得分78分。"),
             "decompositions") ==
        "name 自评得分 · total 96.5分@1:5 · parts {得分 18.5分@1:24; 得分 78分@1:40} · closed "
        "true\n");
}

TEST_CASE("a bracket's figure is called what stands in front of it") {
  CHECK(rows(read_narrative("自评得分90分。其中：决策（20分）得18分，产出（80分）得72分。"),
             "mentions") ==
        "name 自评得分 · value 90分@1:5 · item score\n"
        "name 决策 · value 20分@1:15\n"
        "name 得 · value 18分@1:20\n"
        "name 产出 · value 80分@1:27\n"
        "name 得 · value 72分@1:32\n");
}

TEST_CASE("each way to divide a total divides the same total") {
  CHECK(rows(read_narrative("收支预算90万元。收入按资金来源分为：财政拨款85万元、上年结转5万元；按"
                            "资金年度分为：当年拨款85万元、上年结转5万元。支出按功能分类分为：教育"
                            "支出60万元、住房保障支出30万元。"),
             "decompositions") ==
        "name 收支 · total 90万元@1:5 · parts {财政拨款 85万元@1:24; 上年结转 5万元@1:33} · closed "
        "true\n"
        "name 收支 · total 90万元@1:5 · parts {当年拨款 85万元@1:49; 上年结转 5万元@1:58} · closed "
        "true\n"
        "name 收支 · total 90万元@1:5 · parts {教育支出 60万元@1:76; 住房保障支出 30万元@1:87} · "
        "closed true\n");
}

TEST_CASE("a list below a sentence of several figures is of the one that it adds to") {
  CHECK(rows(read_narrative("收入预算合计95万元，包括本年收入90万元，上年结转结余5万元。其中：\n"
                            "本年一般公共预算收入80万元，占84.21%；\n"
                            "本年其他收入10万元，占10.53%；\n"
                            "上年结转结余的一般公共预算收入5万元，占5.26%。"),
             "decompositions") ==
        "name 收入 · total 95万元@1:7 · parts {本年收入 90万元@1:18; 上年结转结余 5万元@1:29} · "
        "closed true\n"
        "name 收入 · total 95万元@1:7 · parts {本年一般公共预算收入 80万元@2:11; 本年其他收入 "
        "10万元@3:7; 上年结转结余的一般公共预算收入 5万元@4:16} · closed true\n");
  CHECK(rows(read_narrative("收入预算合计95万元，包括本年收入90万元，上年结转结余5万元。其中：\n"
                            "本年一般公共预算收入80万元，占84.21%；\n"
                            "本年其他收入10万元，占10.53%；\n"
                            "上年结转结余的一般公共预算收入5万元，占5.26%。"),
             "shares") ==
        "name 本年一般公共预算收入 · part 80万元@2:11 · whole_name 收入 · whole 95万元@1:7 · "
        "percent 84.21%@2:17\n"
        "name 本年其他收入 · part 10万元@3:7 · whole_name 收入 · whole 95万元@1:7 · percent "
        "10.53%@3:13\n"
        "name 上年结转结余的一般公共预算收入 · part 5万元@4:16 · whole_name 收入 · whole "
        "95万元@1:7 · percent 5.26%@4:21\n");
}

TEST_CASE("numbered passages below an amount are its parts if they add to it") {
  CHECK(rows(read_narrative("1．本年收入合计90万元。\n"
                            "（1）一般公共预算拨款收入80万元。\n"
                            "（2）事业收入0万元。\n"
                            "（3）其他收入10万元。"),
             "decompositions") ==
        "name 本年收入合计 · total 90万元@1:9 · parts {一般公共预算拨款收入 80万元@2:14; 事业收入 "
        "0万元@3:8; 其他收入 10万元@4:8} · closed true\n");
  CHECK(rows(read_narrative("1．本年收入合计90万元。\n"
                            "（1）一般公共预算拨款收入80万元。\n"
                            "（2）事业收入7万元。"),
             "decompositions") == "");
}

TEST_CASE("a list may be of a figure that the paragraph before states") {
  CHECK(
      rows(read_narrative(
               "支出预算总额95万元，其中：财政拨款支出预算90万元；其他支出预算5万元。\n"
               "财政拨款支出预算中，一般公共预算拨款80万元；政府性基金拨款10万元。主要内容如下：\n"
               "1. “城乡社区支出”科目70万元，用于养护。\n"
               "2. “住房保障支出”科目20万元，用于公积金。"),
           "decompositions") ==
      "name 支出 · total 95万元@1:7 · parts {财政拨款支出 90万元@1:23; 其他支出 5万元@1:34} · "
      "closed true\n"
      "name 财政拨款支出 · total 90万元@1:23 · parts {一般公共预算拨款 80万元@2:19; 政府性基金拨款 "
      "10万元@2:31} · closed true\n"
      "name 财政拨款支出 · total 90万元@1:23 · parts {城乡社区支出科目 70万元@3:14; "
      "住房保障支出科目 20万元@4:14} · closed true\n");
}

TEST_CASE("counts of two kinds have parts of two kinds") {
  CHECK(
      rows(read_narrative(
               "全年国内公务接待20批次150人次，其中：外事接待2批次12人次，其他接待18批次138人次。"),
           "decompositions") ==
      "name 全年国内公务接待 · total 20批次@1:9 · parts {外事接待 2批次@1:26; 其他接待 "
      "18批次@1:38} · closed true\n"
      "name 全年国内公务接待 · total 150人次@1:13 · parts {外事接待 12人次@1:29; 其他接待 "
      "138人次@1:42} · closed true\n");
  CHECK(rows(read_narrative("车辆5辆，价值92.50万元，其中：应急保障用车3辆、其他用车2辆。"),
             "decompositions") ==
        "name 车辆 · total 5辆@1:3 · parts {应急保障用车 3辆@1:25; 其他用车 2辆@1:32} · closed "
        "true\n");
}

TEST_CASE("shares of a list are of the figure before it that its parts add to") {
  CHECK(rows(read_narrative("一、支出情况\n"
                            "（一）总体情况。一般公共预算支出100万元，比上年增加10万元。\n"
                            "（二）结构情况。\n"
                            "教育支出70万元，占70%；住房保障支出30万元，占31%。"),
             "shares") ==
        "name 教育支出 · part 70万元@4:5 · whole 100万元@2:17 · percent 70%@4:11\n"
        "name 住房保障支出 · part 30万元@4:21 · whole 100万元@2:17 · percent 31%@4:27\n");
}

TEST_CASE("a share is of no figure of another year") {
  CHECK(rows(read_narrative(
                 "三公经费支出33万元，较上年15万元增加18万元，其中：购置费增加18万元。公务用车费30"
                 "万元，占三公经费总额的90.91%；公务接待费3万元，占三公经费总额的9.09%。"),
             "shares") ==
        "name 公务用车费 · part 30万元@1:44 · whole_name 三公经费总额 · whole 33万元@1:7 · percent "
        "90.91%@1:57\n"
        "name 公务接待费 · part 3万元@1:69 · whole_name 三公经费总额 · whole 33万元@1:7 · percent "
        "9.09%@1:81\n");
}

TEST_CASE("a list of changes adds to the change before it") {
  CHECK(rows(read_narrative("“三公”经费支出33万元，较上年15万元增加18万元，增长120%"
                            "，其中：公务用车购置费增加19万元，公务用车运行维护费减少1."
                            "26万元，公务接待费增加0.26万元。"),
             "change_groups") ==
        "name 三公经费支出 · total 18万元@1:23 · parts {公务用车购置费 19万元@1:47; "
        "公务用车运行维护费 -1.26万元@1:63; 公务接待费 0.26万元@1:77}\n");
  CHECK(
      rows(
          read_narrative(
              "财政拨款支出33万元，较上年增加18万元，其中：人员经费增加9万元，公用经费增加2万元。"),
          "change_groups") == "");
}

TEST_CASE("changes against the year and against the budget are summed apart") {
  CHECK(rows(read_narrative("支出决算为33万元，比预算减少5万元，比上年增加18万元。其中：\n"
                            "（一）出国费支出决算0万元。\n"
                            "（二）用车费支出决算30万元，比预算减少3万元，比上年增加17.5万元。\n"
                            "（三）接待费支出决算3万元，比预算减少2万元，比上年增加0.5万元。"),
             "change_groups") ==
        "name 支出决算 · total -5万元@1:16 · parts {用车费 -3万元@3:21; 接待费 -2万元@4:20}\n"
        "name 支出决算 · total 18万元@1:25 · parts {用车费 17.5万元@3:30; 接待费 0.5万元@4:29}\n");
}

TEST_CASE("a plan's amount stands with the rate that it fulfils") {
  CHECK(rows(read_narrative("一般公共服务支出96万元，为年初预算80万元的120%"
                            "；住房保障支出45万元，为年初预算50万元的91%。"),
             "executions") ==
        "name 一般公共服务支出 · budget 80万元@1:19 · actual 96万元@1:9 · rate 120%@1:24\n"
        "name 住房保障支出 · budget 50万元@1:45 · actual 45万元@1:35 · rate 91%@1:50\n");
  CHECK(rows(read_narrative("全年预算数为100万元；全年执行数90万元，其中：基本支出执行数60万元，项"
                            "目支出执行数30万元；预算执行率为90%。"),
             "executions") ==
        "name 全年预算数 · budget 100万元@1:7 · actual 90万元@1:18 · rate 90%@1:56\n");
}

TEST_CASE("a difference from the plan may be negative") {
  CHECK(
      rows(read_narrative("年初预算数200万元，决算数180万元，预决算差异率-10%，主要原因是：压减。"),
           "changes") ==
      "name 年初预算数 · current 180万元@1:15 · prior 200万元@1:6 · percent -10%@1:27\n");
}

TEST_CASE("a bracket behind a change is its rate") {
  CHECK(rows(read_narrative("公务接待费5.50万元，较上年减少3.50万元（-38.89%"
                            "），主要原因是压减；购置费20万元，较上年增加2万元（11.11%）。"),
             "changes") ==
        "name 公务接待费 · current 5.50万元@1:6 · base_year 2019@1:13 · direction down · amount "
        "-3.50万元@1:18 · percent -38.89%@1:25\n"
        "name 购置费 · current 20万元@1:45 · base_year 2019@1:50 · direction up · amount "
        "2万元@1:55 · percent 11.11%@1:59\n");
  CHECK(rows(read_narrative("公务接待费5.50万元，较上年减少3.50万元（占预算的3%）。"), "changes") ==
        "name 公务接待费 · current 5.50万元@1:6 · base_year 2019@1:13 · direction down · amount "
        "-3.50万元@1:18\n");
}

TEST_CASE("two changes of a sentence are of one figure") {
  CHECK(rows(read_narrative("公务接待费支出决算3万元。接待20批次。公务接待费支出较预算减少2万元，主"
                            "要是压减；较上年增加1万元，增长50%。"),
             "changes") ==
        "name 公务接待费支出 · current 3万元@1:10 · direction down · amount -2万元@1:33\n"
        "name 公务接待费支出 · current 3万元@1:10 · base_year 2019@1:43 · direction up · amount "
        "1万元@1:48 · percent 50%@1:54\n");
  CHECK(rows(read_narrative("公务用车运行费支出11万元。公车运行费支出较上年减少1万元，降低8.33%。"),
             "changes") ==
        "name 公车运行费支出 · current 11万元@1:10 · base_year 2019@1:22 · direction down · amount "
        "-1万元@1:27 · percent -8.33%@1:33\n");
}

TEST_CASE("reasons end with their semicolon") {
  CHECK(rows(read_narrative("本年收入95万元，比上年增加5万元，增长5.56%"
                            "，主要是人员经费增加；本年支出90万元，增加10万元，增长12.5%。"),
             "changes") ==
        "name 本年收入 · current 95万元@1:5 · base_year 2019@1:10 · direction up · amount "
        "5万元@1:15 · percent 5.56%@1:21\n"
        "name 本年支出 · current 90万元@1:41 · direction up · amount 10万元@1:48 · percent "
        "12.5%@1:55\n");
}

TEST_CASE("what was done is a rate of what was to be done") {
  CHECK(rows(read_narrative("年度目标300件，实际发放312件，完成率104%。"), "ratios") ==
        "name 完成率 · parts {312件@1:14} · whole {300件@1:5} · percent 104%@1:22\n");
  CHECK(rows(read_narrative("收入300万元，实际发放312万元，完成率80%。"), "ratios") == "");
}

TEST_CASE("a paragraph that only names a subject of the classification speaks of the next one") {
  CHECK(rows(read_narrative("1、一般公共服务支出（类）财政事务（款）行政运行（项）。\n"
                            "年初预算为80万元，支出决算为90万元，完成年初预算的112.5%。\n"
                            "年初预算为10万元，支出决算为9万元。"),
             "executions") ==
        "name 一般公共服务支出（类）财政事务（款）行政运行（项） · budget 80万元@2:6 · actual "
        "90万元@2:16 · rate 112.5%@2:28\n"
        "name 年初预算 · budget 10万元@3:6 · actual 9万元@3:16\n");
}
