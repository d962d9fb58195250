// Changes against another year, and budgets with what became of them.
#include "narrative_fixture.hpp"

#include <doctest/doctest.h>

using namespace tieout::report::narrative;

namespace {

std::string changes(std::string_view text) { return rows(read_narrative(text), "changes"); }
std::string executions(std::string_view text) { return rows(read_narrative(text), "executions"); }

}  // namespace

TEST_CASE("a change is signed by its word") {
  CHECK(changes("2020年度收入总计500万元，与2019年相比，增加20万元，增长4.17%。") ==
        "name 收入总计 · current 500万元@1:11 · base_year 2019@1:17 · year 2020@1:17 · direction "
        "up · amount "
        "20万元@1:28 · percent 4.17%@1:35\n");
  CHECK(changes("接待费支出3万元，比上年减少1万元，下降25%。") ==
        "name 接待费支出 · current 3万元@1:6 · base_year 2019@1:10 · direction down · amount "
        "-1万元@1:15 · percent -25%@1:21\n");
}

TEST_CASE("the year of a reason is not that of what comes behind it") {
  CHECK(column(read_narrative("公务用车购置费0万元，与2019年持平，主要原因是2019年没有购车；"
                              "公务用车运行费9万元，与2019年持平。"),
               "changes", "year") == "2020@1:12\n2020@1:47\n");
  CHECK(column(read_narrative("2020年，接待费3万元，比2019年减少1万元，主要原因是2018年补付；"
                              "会议费5万元，比2019年增加2万元。"),
               "changes", "year") == "2020@1:14\n2020@1:46\n");
}

TEST_CASE("words that contradict each other keep their signs in one change") {
  CHECK(changes("支出30万元，比上年增加5万元，下降20%。") ==
        "name 支出 · current 30万元@1:3 · base_year 2019@1:8 · direction up · amount 5万元@1:13 · "
        "percent -20%@1:19\n");
}

TEST_CASE("the percentage may stand before the amount") {
  CHECK(changes("支出30万元，比上年增长20%，增加5万元。") ==
        "name 支出 · current 30万元@1:3 · base_year 2019@1:8 · direction up · amount 5万元@1:19 · "
        "percent 20%@1:13\n");
  CHECK(column(read_narrative("支出30万元，比上年增长20%，主要是增加人员经费5万元。"), "changes",
               "amount") == "\n");
}

TEST_CASE("the figure of the base year may stand in the comparison") {
  CHECK(changes(
            "“三公”经费预算36万元，实际开支15.25万元。节约预算20.75万元，比2019年18.55万元节约3.3万"
            "元。") ==
        "name 三公经费 · current 15.25万元@1:18 · prior 18.55万元@1:44 · base_year 2019@1:38 · "
        "year 2020@1:38 · "
        "direction down · amount -3.3万元@1:53\n");
}

TEST_CASE("the figure of the base year may stand elsewhere") {
  CHECK(changes("2019年会议费5万元。2020年会议费4万元，比2019年减少1万元。") ==
        "name 会议费 · current 4万元@1:21 · prior 5万元@1:9 · base_year 2019@1:25 · year 2020@1:25 "
        "· direction down "
        "· amount -1万元@1:33\n");
}

TEST_CASE("from one value to another") {
  CHECK(changes("公车由2019年的6辆减少至5辆，减少1辆。") ==
        "name 公车 · current 5辆@1:15 · prior 6辆@1:10 · base_year 2019@1:10 · direction down · "
        "amount -1辆@1:20\n");
}

TEST_CASE("a percentage alone, and a level") {
  CHECK(changes("专项支出64万元，比上年增长29.56%。") ==
        "name 专项支出 · current 64万元@1:5 · base_year 2019@1:10 · direction up · percent "
        "29.56%@1:15\n");
  CHECK(changes("接待费3万元，与2019年持平。") ==
        "name 接待费 · current 3万元@1:4 · base_year 2019@1:8 · year 2020@1:8 · direction level\n");
}

TEST_CASE("a change of nothing has no direction") {
  CHECK(changes("培训费3万元，比上年减少0.00万元。") ==
        "name 培训费 · current 3万元@1:4 · base_year 2019@1:8 · direction level · amount "
        "0.00万元@1:13\n");
}

TEST_CASE("各 speaks of both figures") {
  CHECK(changes("收入总计50万元，支出总计50万元，与上年相比各增加5万元。") ==
        "name 收入总计 · current 50万元@1:5 · base_year 2019@1:19 · direction up · amount "
        "5万元@1:27\n"
        "name 支出总计 · current 50万元@1:14 · base_year 2019@1:19 · direction up · amount "
        "5万元@1:27\n");
  CHECK(changes("收、支总计分别为50万元、60万元，与上年相比各减少5万元、6万元。") == "");
}

TEST_CASE("two years of one name need no word of comparison") {
  CHECK(changes("2020年预算总额63.46万元，而2019年预算总额为32万元，增长98.31%。") ==
        "name 预算总额 · current 63.46万元@1:10 · prior 32万元@1:29 · base_year 2019@1:29 · "
        "direction up · percent 98.31%@1:36\n");
}

TEST_CASE("reasons, new things and growing objects are no changes of the subject") {
  CHECK(changes("支出50万元，主要原因是人员增加10人。") == "");
  CHECK(changes("新增工作站9家，每年增加收入7万元。") == "");
  CHECK(changes("依据《关于减少支出的意见》拨付5万元。") == "");
}

TEST_CASE("budget, actual and rate") {
  CHECK(executions("年初预算为51.50万元，支出决算为51.98万元，完成年初预算的100.93%。") ==
        "name 年初预算 · budget 51.50万元@1:6 · actual 51.98万元@1:19 · rate 100.93%@1:34\n");
  CHECK(executions("三公经费预算36万元，实际支出15.5万元。节约预算20.5万元。") ==
        "name 三公经费 · budget 36万元@1:7 · actual 15.5万元@1:16 · difference -20.5万元@1:27 · "
        "direction down\n");
}

TEST_CASE("each rate goes to its own budget") {
  CHECK(
      executions(
          "年初预算100万元，调整预算120万元，支出决算108万元，完成年初预算的108%，完成调整预算的90%"
          "。") ==
      "name 调整预算 · budget 100万元@1:5 · actual 108万元@1:25 · rate 108%@1:38\n"
      "name 调整预算 · budget 120万元@1:15 · actual 108万元@1:25 · rate 90%@1:50\n");
}

TEST_CASE("which is larger may be said in words") {
  CHECK(
      executions(
          "1.教育支出（项）。年初预算为75万元，支出决算为67万元，完成年初预算的89.33%，决算数小于预"
          "算数的主要原因是压缩开支。") ==
      "name 教育支出（项） · budget 75万元@1:16 · actual 67万元@1:26 · rate 89.33%@1:38 · "
      "direction down\n");
  CHECK(executions("年初预算为5万元，支出决算为5万元，决算数大于（小于）预算数。") ==
        "name 年初预算 · budget 5万元@1:6 · actual 5万元@1:15\n");
}

TEST_CASE("an appropriation is no budget") {
  CHECK(executions("一般公共预算拨款100万元，政府性基金预算支出20万元。") == "");
}

TEST_CASE("the budget stands between the rate and its percentage") {
  CHECK(executions("公务接待费支出决算为3.5万元，完成预算5万元的70%。") ==
        "name 公务接待费 · budget 5万元@1:21 · actual 3.5万元@1:11 · rate 70%@1:25\n");
}

TEST_CASE("what was spent may be said before the budget, and how far it is off without a sign") {
  CHECK(executions("接待费支出2万元，年初预算为3万元，差值为1万元。") ==
        "name 接待费支出 · budget 3万元@1:15 · actual 2万元@1:6 · difference -1万元@1:22\n");
}

TEST_CASE("a budget of nothing has every unit") {
  CHECK(executions("年初预算为0，支出决算为15万元，决算数大于预算数。") ==
        "name 年初预算 · budget 0万元@1:6 · actual 15万元@1:13 · direction up\n");
}

TEST_CASE("which is larger is said of what the words name") {
  const auto report = read_narrative(
      "“三公”经费年初预算为20万元，支出决算为8万元，其中：公务接待费年初预算为1万元，支出决算为3万"
      "元。“三公”经费支出决算数小于预算数的主要原因是节约。");
  CHECK(column(report, "executions", "direction") == "down\n\n");
}

TEST_CASE("a change of what only a table states is left to the table") {
  CHECK(changes("全年支出比上年增加50.00万元，增长5.45%。") ==
        "name 全年支出 · base_year 2019@1:5 · direction up · amount 50.00万元@1:10 · percent "
        "5.45%@1:20\n");
}

TEST_CASE("a figure said to be last year's is what the next change is measured against") {
  CHECK(changes("2020年度收入70万元，上年收入56万元，同比增加14万元，增长25%。") ==
        "name 收入 · current 70万元@1:9 · prior 56万元@1:18 · base_year 2019@1:23 · direction up · "
        "amount 14万元@1:27 · percent 25%@1:34\n");
}

TEST_CASE("a change of a name stated in the paragraph before") {
  CHECK(
      changes("公务接待费2万元，公务用车费6万元。\n\n其中：公务接待费支出决算比2019年度减少2万元，"
              "降低50%。") ==
      "name 公务接待费支出决算 · current 2万元@1:6 · base_year 2019@3:13 · year 2020@3:13 · "
      "direction down · amount -2万元@3:22 · percent -50%@3:28\n");
}

TEST_CASE("a change of the total that the passages before have stated") {
  CHECK(changes("一、收支情况\n\n年度收入总计55万元。\n\n收入支出总体与上年相比，增加5万元，"
                "增长10%。") ==
        "name 收入支出总体 · current 55万元@3:7 · base_year 2019@5:7 · direction up · amount "
        "5万元@5:15 · percent 10%@5:21\n");
}

TEST_CASE("two changes for two figures, in their order") {
  CHECK(
      changes(
          "收、支总计分别为90万元、60万元。与上年相比，收、支总计各减少10万元、20万元，各下降10%、"
          "25%。") ==
      "name 收、支总计 · current 90万元@1:9 · base_year 2019@1:19 · direction down · amount "
      "-10万元@1:33 · percent -10%@1:46\n"
      "name 收、支总计 · current 60万元@1:14 · base_year 2019@1:19 · direction down · amount "
      "-20万元@1:38 · percent -25%@1:50\n");
}

TEST_CASE("a rate of deviation is of the actual from the budget") {
  CHECK(changes("年初预算数80万元，决算数100万元，预决算差异率25%。") ==
        "name 年初预算数 · current 100万元@1:14 · prior 80万元@1:6 · percent 25%@1:26\n");
}

TEST_CASE("the changes of all parts are summed up") {
  CHECK(rows(read_narrative(
                 "“三公”经费8万元，其中：公务用车费6万元，公务接待费2万元。\n\n“三公”经费比上年"
                 "减少3万元，下降27.27%，其中：公务用车费减少4万元，下降40%；公务接待费增加1"
                 "万元，增长100%。"),
             "change_groups") ==
        "name 三公经费 · total -3万元@3:12 · parts {公务用车费 -4万元@3:35; 公务接待费 "
        "1万元@3:52}\n");
}

TEST_CASE("a sentence of reasons leaves what was spoken of before it") {
  const auto read = [](std::string_view text) {
    return column(read_narrative(text), "changes", "current");
  };
  CHECK(read("会议费支出5万元，较上年增加1万元，增长25%。主要原因是新增会议2万元。较年初预算"
             "数减少3万元，下降37.5%。") == "5万元@1:6\n5万元@1:6\n");
  CHECK(read("公务接待费3万元，主要用于接待来访2批次。费用支出较上年增加1万元，增长50%。") ==
        "3万元@1:6\n");
  // Of the total or of its last part: whichever the change fits.
  CHECK(changes("三公经费8万元，其中：公车费6万元，接待费2万元。比上年增加1万元，增长14.29%。")
            .starts_with("name 三公经费 · current 8万元@1:5 "));
}

TEST_CASE("this year's opening budget is a plan, not another year") {
  CHECK(changes("2020年“三公”经费决算数8万元，比2020年“三公”经费财政拨款年初预算9万元减少1万元。")
            .find("base_year") == std::string::npos);
  CHECK(changes("“公共文化”（类）2020年度决算95万元，比2020年年初预算增加5万元，增长5.56%。")
            .find("base_year") == std::string::npos);
}

TEST_CASE("an earlier amount may stand within the comparison") {
  CHECK(changes("2020年会议费预算38.50万元，与2019年预算41.00万元相比减少2.50万元，下降6.10%。")
            .find("prior 41.00万元") != std::string::npos);
}

TEST_CASE("each of two totals has changed, and none of what is listed below them") {
  CHECK(column(read_narrative("2020年收入总计90万元。支出总计90万元，其中：本年支出80万元，年末结转"
                              "10万元。与2019年度相比，收入、支出总计各增加9万元，增长11.11%。"),
               "changes", "current") == "90万元@1:19\n");
}

TEST_CASE("what was spent stands in the sentence before its budget") {
  CHECK(executions("财政拨款支出决算95万元。与2020年度财政拨款支出年初预算90万元相比，完成年初预算"
                   "的90%。") ==
        "name 财政拨款支出 · budget 90万元@1:31 · actual 95万元@1:9 · rate 90%@1:45\n");
}

TEST_CASE("a bare rate of execution is of the final budget") {
  CHECK(executions("年初预算90万元，全年预算100万元，实际支出95万元，预算执行率95%。")
            .find("budget 100万元") != std::string::npos);
}

TEST_CASE("behind a semicolon another thing is budgeted and spent") {
  CHECK(
      executions("会议费支出决算18万元，执行率90%，全年预算20万元；培训费支出决算11万元，全年预算10"
                 "万元，执行率110%。") ==
      "name 会议费 · budget 20万元@1:24 · actual 18万元@1:8 · rate 90%@1:16\n"
      "name 培训费 · budget 10万元@1:45 · actual 11万元@1:36 · rate 110%@1:53\n");
}

TEST_CASE("a budget that a rate is of has not changed") {
  CHECK(column(read_narrative("收入完成240万元，完成年初预算数600万元的40%，比上年减收10万元，下降"
                              "4%。"),
               "changes", "current") == "240万元@1:5\n");
}

TEST_CASE("last year's amount may be called what had been spent or paid so far") {
  CHECK(changes("公车运行费支出251万元，比上年累计支出285万元下降34万元，下降12%。") ==
        "name 公车运行费支出 · current 251万元@1:8 · prior 285万元@1:21 · base_year 2019@1:14 · "
        "direction down · amount -34万元@1:28 · percent -12%@1:35\n");
}

TEST_CASE("a comparison may leave out its own word") {
  CHECK(changes("接待费103万元，与上年下降7.6%。") ==
        "name 接待费 · current 103万元@1:4 · base_year 2019@1:10 · direction down · percent "
        "-7.6%@1:15\n");
  CHECK(changes("接待费103万元，与上年度的做法不同，下降7.6%。") == "");
}

TEST_CASE("two percentages for two figures say of neither how it changed") {
  CHECK(changes("甲、乙为106万元、17万元，比上年增长14.0%、25.1%。") == "");
}

TEST_CASE("a change may call by a short name what was stated under a longer one") {
  CHECK(
      column(read_narrative("2020年全区“三公”经费总支出200万元。与上年相比，2020年“三公”经费支出减"
                            "少50万元，下降20%。"),
             "changes", "current") == "200万元@1:17\n");
  // A longer name that says more than whose money it is means something else.
  CHECK(
      column(read_narrative("2020年援助“三公”经费支出200万元。与上年相比，2020年“三公”经费支出减少"
                            "70万元，下降20%。"),
             "changes", "current") == "\n");
}

TEST_CASE("income and spending together are their equal totals") {
  CHECK(
      column(read_narrative("收入总计424万元，支出总计424万元。收支较上年决算数增加42万元，增长11%"
                            "。"),
             "changes", "current") == "424万元@1:5\n");
  CHECK(
      column(read_narrative("收入总计424万元，支出总计400万元。收支较上年决算数增加42万元，增长11%"
                            "。"),
             "changes", "current") == "\n");
}

TEST_CASE("the budget may be said to be larger than the actual") {
  CHECK(
      column(read_narrative("支出决算为51万元，完成年初预算的95%，年初预算数大于决算数的原因是压缩"
                            "开支。"),
             "executions", "direction") == "down\n");
}

TEST_CASE("a comparison with another budget than the rate's says nothing of the rate") {
  CHECK(column(read_narrative("支出决算为51万元，完成预算的95%，决算数大于年初预算数。"),
               "executions", "direction") == "\n");
  CHECK(column(read_narrative("支出决算为51万元，完成年初预算的105%，决算数大于预算数。"),
               "executions", "direction") == "up\n");
}

TEST_CASE("last year's amount may stand in front of a comma") {
  CHECK(changes("收入合计42万元，比2019年的40万元，增加2万元，增长5%。其中：甲42万元。") ==
        "name 收入合计 · current 42万元@1:5 · prior 40万元@1:17 · base_year 2019@1:10 · year "
        "2020@1:10 · direction up · amount 2万元@1:24 · percent 5%@1:30\n");
  CHECK(rows(read_narrative("收入合计42万元，比2019年的40万元，增加2万元，增长5%。其中：甲30万元，"
                            "占71%；乙12万元，占29%。"),
             "decompositions") ==
        "name 收入合计 · total 42万元@1:5 · parts {甲 30万元@1:37; 乙 12万元@1:48} · closed "
        "true\n");
  // 减少 was left out: 3万元 is not what was spent.
  CHECK(column(read_narrative("收入合计42万元，较2019年3万元，下降6.7%。"), "changes", "prior") ==
        "\n");
}

TEST_CASE("a change behind a list is of the last part or of the whole") {
  const auto report = read_narrative(
      "“三公”经费预算90万元。其中，出国费10万元，用车80万元。比2019年减少10万元，下降10%。");
  // 100 less 10 is 90, and that is 10%: the whole fits, and gives the name.
  CHECK(column(report, "changes", "current") == "90万元@1:9\n");
  CHECK(rows(report, "changes").find("or name 三公经费 · current 80万元@1:27") !=
        std::string::npos);
}

TEST_CASE("growth may be negative, and what was reached may have its year in front") {
  CHECK(changes("上划收入37万元，比上年减少2万元，负增长5.1%。") ==
        "name 上划收入 · current 37万元@1:5 · base_year 2019@1:10 · direction down · amount "
        "-2万元@1:15 · percent -5.1%@1:22\n");
  CHECK(changes("收入由2019年的5万元增加到2020年的6万元，增加1万元。") ==
        "name 收入 · current 6万元@1:22 · prior 5万元@1:10 · base_year 2019@1:10 · direction up "
        "· amount 1万元@1:28\n");
}

TEST_CASE("how far the actual is over its budget is no change against last year") {
  const auto report = read_narrative(
      "支出总计174万元，与上年相比减少5万元，下降2.8%；完成年初预算100%，决算数大于预算数55万元。");
  CHECK(column(report, "changes", "amount") == "-5万元@1:18\n");
  CHECK(rows(report, "executions") ==
        "name 支出总计 · actual 174万元@1:5 · rate 100%@1:35 · difference 55万元@1:48 · direction "
        "up\n");
}

TEST_CASE("what is measured on one basis keeps its name") {
  CHECK(column(read_narrative("出国费50万元，同口径比2019年减少9万元，下降15.3%。"), "changes",
               "current") == "50万元@1:4\n");
  CHECK(column(read_narrative("出国费50万元。其中：出国费同口径比2019年减少9万元，下降15.3%。"),
               "changes", "current") == "50万元@1:4\n");
}

TEST_CASE("what was spent less is no name") {
  CHECK(changes("三公经费支出136万元，比上年减少支出61万元，下降31.0%。") ==
        "name 三公经费支出 · current 136万元@1:7 · base_year 2019@1:13 · direction down · amount "
        "-61万元@1:20 · percent -31.0%@1:27\n");
}

TEST_CASE("behind a list the change may be of the whole") {
  CHECK(changes("预算90万元，含甲馆经费25万元、乙站经费50万元；比上年增加60万元，增长200%。") ==
        "name 预算 · current 90万元@1:3 · base_year 2019@1:27 · direction up · amount 60万元@1:32 "
        "· percent 200%@1:39\n");
  CHECK(changes("预算90万元，其中：甲馆40万元、乙站50万元，同比增加10万元，增长12.5%。") ==
        "name 预算 · current 90万元@1:3 · base_year 2019@1:25 · direction up · amount "
        "10万元@1:29 · percent 12.5%@1:36\n"
        "or name 预算 · current 50万元@1:20 · base_year 2019@1:25 · direction up · amount "
        "10万元@1:29 · percent 12.5%@1:36\n");
}

TEST_CASE("a comparison without a figure names what the next one is of") {
  CHECK(changes("三公经费5.5万元，比上年增加1.6万元。其中，运行费支出比预算无增减变化，比上年增加"
                "1.1万元，增长37.9%。运行费支出4万元。") ==
        "name 三公经费 · current 5.5万元@1:5 · base_year 2019@1:11 · direction up · amount "
        "1.6万元@1:16\n"
        "name 运行费支出 · current 4万元@1:63 · base_year 2019@1:39 · direction up · amount "
        "1.1万元@1:44 · percent 37.9%@1:52\n");
}

TEST_CASE("a plan that was adjusted says by how much and which way") {
  CHECK(changes("调入资金由年初预算39.5万元调整为39万元，调减0.5万元。") ==
        "name 调入资金 · current 39万元@1:19 · prior 39.5万元@1:10 · direction down · amount "
        "-0.5万元@1:26\n");
  CHECK(changes("调入资金由年初预算39.5万元调整为39万元。") ==
        "name 调入资金 · current 39万元@1:19 · prior 39.5万元@1:10\n");
}

TEST_CASE("what did not happen takes no part in a list of changes") {
  CHECK(
      rows(read_narrative("三公经费支出比上年减少5万元，下降50%。其中：出国费支出0万元；购置费支出"
                          "减少3万元，下降100%；接待费支出减少2万元，下降20%。"),
           "change_groups") ==
      "name 三公经费支出 · total -5万元@1:12 · parts {购置费支出 -3万元@1:41; 接待费支出 "
      "-2万元@1:59}\n");
}

TEST_CASE("a budget of another year is that year, and its parts are compared with it alike") {
  CHECK(
      column(read_narrative("三公经费预算5万元，较2019年下降1万元，其中：接待费3万元，较2019年预算"
                            "下降2万元；用车费2万元，较2019年预算增加1万元。"),
             "change_groups", "parts") == "{接待费 -2万元@1:43; 用车费 1万元@1:64}\n");
}

TEST_CASE("behind a list of what was spent the change may be of its total, never of the plan") {
  CHECK(
      changes(
          "三公经费支出预算20万元，支出决算12.5万元，其中：用车费10万元；接待费2.5万元。较上年减少"
          "1.5万元，下降10.71%。") ==
      "name 三公经费支出 · current 12.5万元@1:18 · base_year 2019@1:45 · direction down · amount "
      "-1.5万元@1:50 · percent -10.71%@1:58\n"
      "or name 三公经费支出 · current 2.5万元@1:39 · base_year 2019@1:45 · direction down · amount "
      "-1.5万元@1:50 · percent -10.71%@1:58\n");
  CHECK(column(read_narrative(
                   "用车费预算12万元，支出决算9.7万元，其中：运行费9.7万元。较上年减少0.6万元"
                   "，下降5.83%。"),
               "changes", "current") == "9.7万元@1:27\n");
}

TEST_CASE("what is said of each part of a list is not of the whole") {
  CHECK(
      changes(
          "用车费支出30万元，其中购置费支出2万元；运行费预算36万元，支出28万元，完成预算的77.8%，较"
          "2019年减少2万元，下降6.67%。") ==
      "name 支出 · current 28万元@1:34 · base_year 2019@1:50 · year 2020@1:50 · direction down · "
      "amount -2万元@1:58 · percent -6.67%@1:64\n");
}

TEST_CASE("收、支总计 is the total of both sides") {
  CHECK(
      column(read_narrative("收入总计45万元，其中本年收入40万元；支出总计45万元，其中本年支出38万元"
                            "。收、支总计较上年增加5万元，增长12.5%。"),
             "changes", "current") == "45万元@1:5\n");
}

TEST_CASE("behind the semicolon that ends a list a comparison may be of the whole") {
  CHECK(
      changes("三公经费支出12万元，其中接待费4.8万元，占40%，用车费7.2万元，占60%；比上年度减少1."
              "5万元，减"
              "幅11.11%。") ==
      "name 三公经费支出 · current 12万元@1:7 · base_year 2019@1:42 · direction down · amount "
      "-1.5万元@1:48 · percent -11.11%@1:56\n"
      "or name 三公经费支出 · current 7.2万元@1:31 · base_year 2019@1:42 · direction down · amount "
      "-1.5万元@1:48 · percent -11.11%@1:56\n");
}
