// Mentions, the items they are, and the facts that are said more than once.
#include "narrative_fixture.hpp"

#include <doctest/doctest.h>

using namespace tieout::report::narrative;

TEST_CASE("a mention has its name, year and section") {
  CHECK(
      rows(read_narrative("一、基本情况\n\n（一）编制\n\n2019年末实有人数28人。\n"), "mentions") ==
      "name 年末实有人数 · value 28人@5:11 · year 2019@5:11 · section 基本情况 / 编制\n");
}

TEST_CASE("names leave out what leads in and what leads over") {
  CHECK(
      column(read_narrative("其中：2020年接待费共计3万元；二是维修费约为2万元，本年收入：5万元。"),
             "mentions", "name") == "接待费\n维修费\n本年收入\n");
  CHECK(column(read_narrative("帮助甲公司等5家企业解决难题；甲会、乙会等活动3次。"), "mentions",
               "name") == "企业解决难题\n活动\n");
}

TEST_CASE("names bind to items through titles, captions and phrases") {
  CHECK(column(read_narrative(
                   "全年共支出10万元，某某市文化广电局整体支出10.0万元，本部门基本支出8万元，本年"
                   "度支出合计10万元。"),
               "mentions",
               "item") == "spending.total\nspending.total\nspending.basic\nspending.total\n");
}

TEST_CASE("only the report's year binds, and an item of last year only to that") {
  const auto report = read_narrative("2019年项目支出7万元。2019年结余16.90万元，2018年结余3万元。");
  CHECK(column(report, "mentions", "item") == "\nprior_balance\n\n");
  CHECK(scalar(report, "prior_balance") == "16.90万元@1:21");
}

TEST_CASE("a balance under basic spending is not the department's") {
  const auto report = read_narrative(
      "一、支出情况\n\n（一）基本支出\n\n全年基本支出35万元，其中：人员支出30万元，公用支出5万元。"
      "本年结余"
      "2.4万元。\n\n（二）项目支出\n\n项目支出60万元。\n");
  CHECK(column(report, "mentions", "item") ==
        "spending.basic\nspending.personnel\nspending.public\n\nspending.project\n");
}

TEST_CASE("parts of a total that is no item are none either") {
  CHECK(column(
            read_narrative("一般公共预算财政拨款支出95万元，其中：基本支出90万元，项目支出5万元。"),
            "mentions", "item") == "\n\n\n");
}

TEST_CASE("what is said again in other words is one fact") {
  CHECK(rows(read_narrative(
                 "一、成绩\n\n全年指导19家企业科协，攻克难题技术52个。\n\n二、综述\n\n2020年，全市"
                 "企业攻克难题技术52个，指导19家企业科协开展活动。\n"),
             "facts") ==
        "item 指导企业科协 · mentions {19家@3:5 成绩 全年指导19家企业科协; 19家@7:23 综述 "
        "指导19家企业科协开展活动}\n"
        "item 攻克难题技术 · mentions {52个@3:19 成绩 攻克难题技术52个; 52个@7:17 综述 "
        "全市企业攻克难题技术52个}\n");
}

TEST_CASE("approximate mentions are facts too, members of lists with what stands before them") {
  CHECK(column(read_narrative(
                   "喜获7块金牌、6块银牌，受益群众达5000余人次。\n\n喜获7块金牌、6块银牌，受益群众"
                   "达5000余人次。\n"),
               "facts", "item") == "喜获金牌\n银牌\n受益群众\n");
}

TEST_CASE("the same words with another figure are a fact that disagrees") {
  CHECK(rows(read_narrative(
                 "组织志愿者为社区老人免费送书上门共320次。\n\n组织志愿者为社区老人免费送书上门共"
                 "230次。\n"),
             "facts") ==
        "item 组织志愿者为社区老人免费送书上门 · mentions {320次@1:18 "
        "组织志愿者为社区老人免费送书上门共320次; 230次@3:18 "
        "组织志愿者为社区老人免费送书上门共230次}\n");
}

TEST_CASE("one name with different figures may be two facts and is left alone") {
  CHECK(rows(read_narrative("市图书馆举办阅读推广活动5次。\n\n文化馆举办阅读推广活动8次。\n"),
             "facts") == "");
  CHECK(rows(read_narrative(
                 "甲项。年初预算为0万元，支出决算为5万元。\n\n乙项。年初预算为0万元，支出决算为8万"
                 "元。\n"),
             "facts") == "");
}

TEST_CASE("bound mentions of one item are one fact, whether they agree or not") {
  CHECK(
      rows(read_narrative("一、概况\n\n基本支出359.39万元。\n\n二、分析\n\n基本支出395.39万元。\n"),
           "facts") ==
      "item spending.basic · year 2020@3:5 · mentions {359.39万元@3:5 概况 "
      "基本支出359.39万元; 395.39万元@7:5 分析 基本支出395.39万元}\n");
}

TEST_CASE("what no table gave is filled from the text, addends only from a closed breakdown") {
  const auto report = read_narrative(
      "本年收入970.56万元，其中：财政补助收入616.42万元，其他收入354.14万元。上年结转326.73万元。"
      "公务接待费5万元。\n");
  // A text that says nothing of an addend does not say that it is zero.
  CHECK(rows(report, "income") ==
        "unit 部门合计 · current 970.56万元@1:5 · carried_over 326.73万元@1:49 · appropriation "
        "616.42万元@1:23 · government_fund unreadable(正文未写明) · state_capital "
        "unreadable(正文未写明) · non_tax unreadable(正文未写明) · superior unreadable(正文未写明) "
        "· business unreadable(正文未写明) · operating unreadable(正文未写明) · affiliated "
        "unreadable(正文未写明) · other 354.14万元@1:36\n");
  CHECK(rows(report, "three_public") == "");
  CHECK(scalar(report, "carried") == "326.73万元@1:49");
}

TEST_CASE("a text that disagrees with itself gives no value") {
  CHECK(scalar(read_narrative("机关运行经费5.1万元。机关运行经费支出5.12万元。"), "agency_cost") ==
        "5.12万元@1:21");
  CHECK(scalar(read_narrative("机关运行经费5.1万元。机关运行经费支出6.12万元。"), "agency_cost") ==
        "unreadable(5.1万元；6.12万元)");
}

TEST_CASE("kinds of staff become rows") {
  CHECK(rows(read_narrative(
                 "人员编制30人，其中行政编制9个，事业编制21个；实有人数28人，其中行政8人，事业20人"
                 "。2019年末实有人数27人，其中行政7人，事业20人。\n"),
             "staffing") ==
        "kind 行政 · established 9个@1:15 · actual 8人@1:38\n"
        "kind 事业 · established 21个@1:22 · actual 20人@1:43\n");
}

TEST_CASE("the head of a budget item and its own text are one fact") {
  CHECK(
      rows(read_narrative(
               "1.“教育支出（类）普通教育（款）学前教育（项）”25万元，主要用于办园。年初预算为27万"
               "元，支出决算为24万元。"),
           "facts")
          .find("25万元") != std::string::npos);
}

TEST_CASE("two figures of one sentence are two things") {
  CHECK(rows(read_narrative("总支出58万元，其中本年支出48万元。"), "facts") == "");
  CHECK(rows(read_narrative("比年初预算9万元减少1万元，“三公”经费支出8万元。"), "facts") == "");
}

TEST_CASE("a sentence of its own year and side goes not on with the list before") {
  CHECK(column(read_narrative(
                   "实际收入92万元，其中拨款86万元、其他收入6万元。2020年实际支出89万元，其中基"
                   "本支出80万元。"),
               "mentions", "name") == "实际收入\n拨款\n其他收入\n实际支出\n基本支出\n");
}

TEST_CASE("结余 without a year is not that of last year") {
  CHECK(column(read_narrative("结余14万元。上年结余3万元。"), "mentions", "item") ==
        "\nprior_balance\n");
}

TEST_CASE("a breakdown of which one part is no kind fills no rows") {
  CHECK(column(read_narrative("编制数134名，其中：行政编制22名，事业编制112名。"), "staffing",
               "established") == "22名@1:16\n112名@1:24\n");
  CHECK(column(read_narrative("编制数134名，其中：行政编制22名，事业工勤编制112名。"), "staffing",
               "established") == "");
}
