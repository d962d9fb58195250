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
