// Totals with their parts.
#include "narrative_fixture.hpp"

#include <doctest/doctest.h>

using namespace tieout::report::narrative;

namespace {

std::string decompositions(std::string_view text) {
  return rows(read_narrative(text), "decompositions");
}

}  // namespace

TEST_CASE("the schema's kinds divide the whole, whatever leads in") {
  CHECK(decompositions("单位编制数30人，其中：行政编制9人，全额事业编制20人；离休人员1人。") ==
        "name 单位编制数 · total 30人@1:6 · parts {行政编制 9人@1:17; 全额事业编制 20人@1:26} · "
        "closed true\n");
  CHECK(decompositions("在职人数55人，包括行政人员7人、全额事业17人。当年招录2人；退休13人。") ==
        "name 在职人数 · total 55人@1:5 · parts {行政人员 7人@1:15; 全额事业 17人@1:22} · "
        "closed true\n");
}

TEST_CASE("a total that says 共 or 合计 has all its parts behind it") {
  CHECK(decompositions("全年共支出150万元，其中：甲类80万元、乙类60万元。") ==
        "name 全年共支出 · total 150万元@1:6 · parts {甲类 80万元@1:17; 乙类 60万元@1:24} · closed "
        "true\n");
  CHECK(decompositions("本年收入合计为970.56万元。其中财政拨款616.42万元；其他收入354.14万元。") ==
        "name 本年收入合计 · total 970.56万元@1:8 · parts {财政拨款 616.42万元@1:23; 其他收入 "
        "354.14万元@1:36} · closed true\n");
}

TEST_CASE("brackets hold parts of their own") {
  CHECK(decompositions(
            "共支出100万元，其中：基本支出60万元（人员支出50万元，公用支出10万元），项目支出40"
            "万元。") ==
        "name 共支出 · total 100万元@1:4 · parts {基本支出 60万元@1:17; 项目支出 40万元@1:45} · "
        "closed true\n"
        "name 基本支出 · total 60万元@1:17 · parts {人员支出 50万元@1:26; 公用支出 10万元@1:35} · "
        "closed true\n");
}

TEST_CASE("the total may stand last") {
  CHECK(decompositions(
            "年末固定资产300万元，其中本年购置47.34万元，按程序采购，另划拨车辆一台，价值17.95万"
            "元，共计65.29万元。") ==
        "name 年末固定资产 · total 300万元@1:7 · parts {本年购置 47.34万元@1:19} · closed false\n"
        "name 合计 · total 65.29万元@1:53 · parts {本年购置 47.34万元@1:19; 价值 17.95万元@1:43} · "
        "closed true\n");
  CHECK(decompositions("走访3个村、2个社区，共6个单位。") ==
        "name 单位 · total 6个@1:13 · parts {走访 3个@1:3; 社区 2个@1:7} · closed true\n");
}

TEST_CASE("其中 alone lists some of the parts") {
  CHECK(decompositions("固定资产1086.47万元，其中新购置47.34万元。") ==
        "name 固定资产 · total 1086.47万元@1:5 · parts {新购置 47.34万元@1:20} · closed false\n");
}

TEST_CASE("parts that add up are all the parts; what follows them is something else") {
  CHECK(decompositions(
            "实际教职工62人，其中高级职称9人，中级职称30人，初级职称23人，退休职工28人。") ==
        "name 实际教职工 · total 62人@1:6 · parts {高级职称 9人@1:16; 中级职称 30人@1:23; 初级职称 "
        "23人@1:31} · closed true\n");
  CHECK(decompositions(
            "支出103.30万元，其中基本支出59.39万元，人员支出55.81万元，公用支出3.58万元，项目支"
            "出43.91万元。") ==
        "name 支出 · total 103.30万元@1:3 · parts {基本支出 59.39万元@1:18; 项目支出 "
        "43.91万元@1:53} · closed true\n"
        "name 基本支出 · total 59.39万元@1:18 · parts {人员支出 55.81万元@1:30; 公用支出 "
        "3.58万元@1:42} · closed true\n");
}

TEST_CASE("what a part is used for does not end the list") {
  CHECK(decompositions(
            "基本支出900万元，其中：人员经费800万元，主要包括：工资、津贴；公用经费100万元，主要包"
            "括：办公费。") ==
        "name 基本支出 · total 900万元@1:5 · parts {人员经费 800万元@1:18; 公用经费 100万元@1:39} "
        "· closed true\n");
}

TEST_CASE("changes and shares of a part are no parts") {
  CHECK(decompositions(
            "收入合计100万元，其中：财政拨款90万元，占90%，比上年增加5万元；其他收入10万元，占"
            "10%。") ==
        "name 收入合计 · total 100万元@1:5 · parts {财政拨款 90万元@1:18; 其他收入 10万元@1:41} · "
        "closed true\n");
}

TEST_CASE("numbered passages are the parts of the total above them") {
  CHECK(decompositions(
            "2020年项目支出50万元。其中：\n1.文物保护项目年初预算25万元，支出决算20万元。\n"
            "2.公共文化项目支出30万元。\n") ==
        "name 项目支出 · total 50万元@1:10 · parts {文物保护项目 20万元@2:22; 公共文化项目支出 "
        "30万元@3:11} · closed true\n");
}

TEST_CASE("papers received and prizes given are no total and parts") {
  CHECK(decompositions("共收到论文102篇，评选出一等奖23篇，二等奖41篇，三等奖26篇。") == "");
}

TEST_CASE("counts of other things are no parts") {
  CHECK(decompositions("10个县建有工作站，其中，东区5家，西区3家，北区8家。") == "");
}

TEST_CASE("an open or approximate list is not held to its total") {
  CHECK(decompositions("共培训500人，其中：教师200余人，学生100人。") ==
        "name 共培训 · total 500人@1:4 · parts {学生 100人@1:22} · closed false\n");
  CHECK(decompositions("共支出500万元，主要用于：甲工程200万元，乙工程100万元。") == "");
}

TEST_CASE("a list that may have been read wrong is doubted, not reported") {
  CHECK(decompositions(
            "共支出150万元，其中：基本支出90万元，工资20万元，办公费10万元，项目支出50万元。")
            .substr(0, 2) == "? ");
}

TEST_CASE("a list goes on in the next sentences if it adds up with them") {
  CHECK(decompositions(
            "“三公”经费支出12万元。其中：出国费0万元。购车费7万元，同比减少1万元。接待费5万元。") ==
        "name 三公经费支出 · total 12万元@1:9 · parts {出国费 0万元@1:20; 购车费 7万元@1:27; "
        "接待费 5万元@1:42} · closed true\n");
}

TEST_CASE("parts of what was spent and parts of what was planned are two lists") {
  CHECK(decompositions(
            "经费支出5万元，年初预算为7万元。其中：接待支出3万元，年初预算为4万元；用车支出2万元，"
            "年初预算为3万元。") ==
        "name 经费支出 · total 5万元@1:5 · parts {接待支出 3万元@1:25; 用车支出 2万元@1:42} · "
        "closed true\n"
        "name 经费支出 · total 7万元@1:14 · parts {接待支出 4万元@1:34; 用车支出 3万元@1:51} · "
        "closed true\n");
}

TEST_CASE("posts and those who hold them are two things") {
  CHECK(decompositions("核定编制30人，其中：行政9人、事业21人；其中：在职人数55人。").find("55") ==
        std::string::npos);
}

TEST_CASE("parts in passages without numbers are known by their sum") {
  CHECK(decompositions("基本支出90万元，其中：\n\n人员经费80万元。\n\n公用经费10万元。") ==
        "name 基本支出 · total 90万元@1:5 · parts {人员经费 80万元@3:5; 公用经费 10万元@5:5} · "
        "closed "
        "true\n");
}

TEST_CASE("a total with all the kinds that the schema divides it into is closed, even after 其中") {
  CHECK(decompositions(
            "“三公”经费支出33.56万元，其中：因公出国（境）费0万元，公务用车购置及运行维护费30.44万"
            "元，公务接待费3.21万元，共接待20批次。") ==
        "name 三公经费支出 · total 33.56万元@1:9 · parts {因公出国（境）费 0万元@1:28; "
        "公务用车购置及运行维护费 30.44万元@1:44; 公务接待费 3.21万元@1:57} · closed true\n");
  // One of the kinds may be given by its own.
  CHECK(decompositions(
            "“三公”经费预算安排38.50万元，其中：公务接待费5.50万元、公务用车购置费20.00万元、公务用"
            "车运行维护费31.00万元、因公出国（境）经费0万元。")
            .ends_with("· closed true\n"));
  CHECK(decompositions("“三公”经费支出33.56万元，其中：公务接待费3.21万元，公务用车运行费11万元。")
            .ends_with("· closed false · apart true\n"));
}

TEST_CASE("kinds of a kind stand behind it") {
  CHECK(decompositions(
            "支出151.15万元，其中：基本支出118.68万元，占78.52%，人员经费98.36万元、公用经费20.32万"
            "元；项目支出42.47万元，占21.48%。") ==
        "name 支出 · total 151.15万元@1:3 · parts {基本支出 118.68万元@1:19; 项目支出 "
        "42.47万元@1:64} · closed true\n"
        "name 基本支出 · total 118.68万元@1:19 · parts {人员经费 98.36万元@1:40; 公用经费 "
        "20.32万元@1:52} · closed true\n");
}

TEST_CASE("the kinds of a total may have passages of their own") {
  CHECK(decompositions(
            "2020年基本支出118.68万元，其中：\n\n人员经费98.36万元，主要包括：基本工资、津贴。\n\n"
            "公用经费22.32万元，主要包括：办公费、水费。\n") ==
        "name 基本支出 · total 118.68万元@1:10 · parts {人员经费 98.36万元@3:5; 公用经费 "
        "22.32万元@5:5} · closed true\n");
}

TEST_CASE("a list that names the rest names all") {
  CHECK(decompositions("共有车辆8辆，其中：机要通信用车1辆、应急保障用车2辆、其他用车2辆。")
            .ends_with("· closed true\n"));
  CHECK(decompositions("公用经费50万元，其中：办公费20万元、其他商品和服务支出10万元。")
            .ends_with("· closed false · apart true\n"));
}

TEST_CASE("marks divide into marks") {
  CHECK(
      decompositions("自评得分93.4分：预算编制14.5分，预算执行27.9分，完成结果31分，质量22分。") ==
      "name 自评得分 · total 93.4分@1:5 · parts {预算编制 14.5分@1:15; 预算执行 27.9分@1:25; "
      "完成结果 31分@1:35; 质量 22分@1:41} · closed true\n");
}

TEST_CASE("an opening budget and what was added are the final one") {
  CHECK(decompositions("年初预算90.00万元，年中追加预算15.50万元，全年预算数105.50万元。") ==
        "name 全年预算数 · total 105.50万元@1:32 · parts {年初预算 90.00万元@1:5; 年中追加 "
        "15.50万元@1:19} · closed true\n");
}

TEST_CASE("a total of both sides is all that came in and all that goes out") {
  const std::string sides = decompositions(
      "2020年收支总预算90万元。收入包括：一般公共预算拨款80万元、上年结转12万元；支出包括：教育支出"
      "85万元、结转下年5万元。");
  CHECK(sides ==
        "name 收支 · total 90万元@1:11 · parts {一般公共预算拨款 80万元@1:29; 上年结转 "
        "12万元@1:38} · closed true\n"
        "name 收支 · total 90万元@1:11 · parts {教育支出 85万元@1:52; 结转下年 5万元@1:61} · "
        "closed true\n");
  // What is carried over may not be said.
  CHECK(decompositions("2020年收支总预算90万元。支出包括：教育支出75万元、文化支出10万元。")
            .ends_with("· closed false\n"));
}

TEST_CASE("a total is divided in one way, then in another") {
  CHECK(decompositions(
            "支出预算90万元，按支出性质分：基本支出60万元，项目支出30万元。按功能分类：教育支出50万"
            "元、文化支出20万元、住房保障支出20万元。")
            .find("parts {教育支出 50万元") != std::string::npos);
}

TEST_CASE("what stands beside a list is no part of it") {
  CHECK(decompositions(
            "收入合计90万元，其中：财政拨款80万元、其他收入10万元；此外，年初结转5万元。") ==
        "name 收入合计 · total 90万元@1:5 · parts {财政拨款 80万元@1:17; 其他收入 10万元@1:26} · "
        "closed true\n");
}

TEST_CASE("parts may stand in their total without 其中") {
  CHECK(decompositions("2020年“三公”经费预算80万元中，出国费21万元，用车44万元，接待费15万元。") ==
        "name 三公经费 · total 80万元@1:14 · parts {出国费 21万元@1:23; 用车 44万元@1:30; 接待费 "
        "15万元@1:38} · closed true\n");
}

TEST_CASE("a list goes on behind what did not happen") {
  CHECK(
      decompositions("三公经费支出31万元，比上年减少2万元。其中，出国费没有，原因是未安排；用车支出"
                     "20万元，比上年下降5%；接待支出11万元。") ==
      "name 三公经费支出 · total 31万元@1:7 · parts {用车支出 20万元@1:41; 接待支出 "
      "11万元@1:58} · closed true\n");
}

TEST_CASE("a list of wrapped lines goes on in the next paragraphs") {
  CHECK(decompositions("1.基本支出90万元，下降1%。其中：工资福利支出60万元，增长2%。\n\n"
                       "商品和服务支出25万元，增长3%。\n\n对个人补助5万元。\n\n2.项目支出8万元。")
            .starts_with("name 基本支出 · total 90万元@1:7 · parts {工资福利支出 60万元@1:26; "
                         "商品和服务支出 25万元@3:8; 对个人补助 5万元@5:6} · closed true\n"));
}

TEST_CASE("a semicolon may stand within the inner of two lists") {
  CHECK(
      decompositions(
          "三公经费277万元，其中：出国费12万元；接待费104万元；公车费161万元，其中：公车购"
          "置费41万元，比上年增长7.5%；公车运行费120万元。") ==
      "name 三公经费 · total 277万元@1:5 · parts {出国费 12万元@1:17; 接待费 104万元@1:25; 公车费 "
      "161万元@1:34} · closed true\n"
      "name 公车费 · total 161万元@1:34 · parts {公车购置费 41万元@1:48; 公车运行费 "
      "120万元@1:68} · closed true\n");
}

TEST_CASE("a list may begin with what was not planned") {
  CHECK(
      decompositions("三公经费控制数为55万元，比上年少1万元，其中：出国费未安排预算；接待费30万元；"
                     "用车费25万元。") ==
      "name 三公经费控制数 · total 55万元@1:9 · parts {接待费 30万元@1:37; 用车费 25万元@1:45} · "
      "closed true\n");
}

TEST_CASE("parts that follow their total without a word are known by their sum") {
  CHECK(decompositions("在职人员81人，专业技术57人、管理1人，工勤23人。") ==
        "name 在职人员 · total 81人@1:5 · parts {专业技术 57人@1:13; 管理 1人@1:19; 工勤 "
        "23人@1:24} · closed true\n");
  CHECK(
      decompositions("部门经费746.45万元，基本支出456.15万元，其中工资426.15万元，补助30万元；项目"
                     "支出290.30万元。") ==
      "name 部门经费 · total 746.45万元@1:5 · parts {基本支出 456.15万元@1:18; 项目支出 "
      "290.30万元@1:51} · closed true\n"
      "name 基本支出 · total 456.15万元@1:18 · parts {工资 426.15万元@1:31; 补助 30万元@1:42} · "
      "closed true\n");
  CHECK(decompositions("在职人员81人，专业技术57人、管理2人，工勤23人。") == "");
  CHECK(decompositions("举办培训30期，讲座20期，沙龙10期。") == "");
}

TEST_CASE("a list that the sentence before announces") {
  CHECK(decompositions(
            "（一）总收入58.14万元，其中本年收入39.05万元。\n收入具体情况如下。\n1.拨款收入"
            "39.05万元。\n2.上年结转19.09万元。\n（二）总支出58.14万元。\n") ==
        "name 总收入 · total 58.14万元@1:7 · parts {本年收入 39.05万元@1:21} · closed false\n"
        "name 总收入 · total 58.14万元@1:7 · parts {拨款收入 39.05万元@3:7; 上年结转 "
        "19.09万元@4:7} · closed true\n");
}

TEST_CASE("other ways to divide what the section speaks of") {
  CHECK(decompositions(
            "采购预算17万元。其中：集中采购12万元；分散采购5万元。\n按资金类型划分，一般公共"
            "预算拨款15万元，单位资金2万元。\n按项目类型，分为货物类和服务类两种。其中：货"
            "物类10万元；服务类7万元。\n") ==
        "name 采购 · total 17万元@1:5 · parts {集中采购 12万元@1:17; 分散采购 5万元@1:26} · closed "
        "true\n"
        "name 采购 · total 17万元@1:5 · parts {一般公共预算拨款 15万元@2:17; 单位资金 2万元@2:26} "
        "· closed true\n"
        "name 采购 · total 17万元@1:5 · parts {货物类 10万元@3:25; 服务类 7万元@3:33} · closed "
        "true\n");
}

TEST_CASE("a colon behind what is counted otherwise opens no list") {
  CHECK(
      column(read_narrative("购置费38.4万元，其中：甲局31万元计划购置用车14辆：乙局2.4万元计划购置"
                            "检测车1辆：丙队5万元计划购置消防车1辆。"),
             "decompositions",
             "parts") == "{甲局 31万元@1:16; 乙局 2.4万元@1:32; 丙队 5万元@1:49}\n");
}

TEST_CASE("letters that are set apart to fill a line") {
  CHECK(
      decompositions("2020 年 采 购 预 算 60 万元 ， 其中 ： 集 中 采 购 40 万元 ， 分 散 采 购 20 "
                     "万元。") ==
      "name 采购 · total 60万元@1:16 · parts {集中采购 40万元@1:37; 分散采购 20万元@1:53} · closed "
      "true\n");
}

TEST_CASE("what a plan was changed by is no part of what was planned first") {
  CHECK(
      decompositions("年初预算120万元，其中基本支出70万元，项目支出50万元；年中追加预算15万元，调整"
                     "后预算135万元。") ==
      "name 年初预算 · total 120万元@1:5 · parts {基本支出 70万元@1:17; 项目支出 50万元@1:26} · "
      "closed true\n"
      "name 调整后预算 · total 135万元@1:47 · parts {年初预算 120万元@1:5; 年中追加 "
      "15万元@1:37} · closed true\n");
}

TEST_CASE("what the parts of a list are, named before them or seen another way") {
  CHECK(decompositions(
            "三公经费4.77亿元，减少0.61亿元。三公经费包括：出国支出0.6亿元、用车支出3.3亿元、接"
            "待支出0.87亿元。") ==
        "name 三公经费 · total 4.77亿元@1:5 · parts {出国支出 0.6亿元@1:32; 用车支出 "
        "3.3亿元@1:42; 接待支出 0.87亿元@1:52} · closed true\n");
  CHECK(decompositions(
            "收入20348万元。其中：地方收入13916万元；上划收入6432万元。分部门情况是：国税部门39"
            "54万元；地税部门10529万元；财政部门5865万元。") ==
        "name 收入 · total 20348万元@1:3 · parts {地方收入 13916万元@1:18; 上划收入 "
        "6432万元@1:30} · closed true\n"
        "name 收入 · total 20348万元@1:3 · parts {国税部门 3954万元@1:48; 地税部门 10529万元@1:59; "
        "财政部门 5865万元@1:71} · closed true\n");
}
