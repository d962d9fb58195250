// What self-evaluations say of projects: plans without a sign, balances without a year, points,
// money at so much for each, sums over several sentences. tests/planting has more wordings.
#include "narrative_fixture.hpp"

#include <doctest/doctest.h>

using namespace tieout::report::narrative;

namespace {

std::string table(std::string_view text, std::string_view id) {
  return rows(read_narrative(text), id);
}

bool says(const std::string& rows, std::string_view words) {
  return rows.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("a target without a sign is met by what was reached") {
  CHECK(table("全年改造任务115户，实际完成264户。", "targets") != "");
  CHECK(table("参保人数指标值8755人，实际完成值8676人。", "targets") != "");
  CHECK(table("目标值≥90%，实际完成值≥90%。", "targets") != "");
  // A lower bound says nothing of whether the higher one was reached.
  CHECK(table("目标值≥90%，实际完成值≥80%。", "targets") == "");
  // Of something else.
  CHECK(table("建设污水处理设施≥25套，治理完成2个黑臭水体。", "targets") == "");
  // The text itself says that it was not.
  CHECK(table("培训计划58期，实际举办53期，完成率91.38%。", "targets") == "");
  // Of money and of what should be low it cannot be told which way it is meant.
  CHECK(table("维修成本指标值1000元，实际完成值900元。", "targets") == "");
  CHECK(table("群众投诉目标3件，实际发生1件。", "targets") == "");
}

TEST_CASE("money that arrived is spent or left") {
  CHECK(says(table("到位资金530万元，支出336万元，结余194万元。", "flows"), "530万元"));
  CHECK(says(table("下达资金111万元，年中调减40万元，实际下达71万元。", "flows"), "71万元"));
  // What was left before counts too, and is not stated.
  CHECK(table("到位资金530万元，支出336万元，结余250万元，含上年结余56万元。", "flows") == "");
  CHECK(table("到位资金530万元，支出336万元，累计结余250万元。", "flows") == "");
}

TEST_CASE("points that were taken off a full mark leave the score") {
  CHECK(says(table("预算执行率（满分10分），因进度偏慢扣2分，得8分。", "flows"), "10分"));
  // How points are taken off, not that they were.
  CHECK(table("预算执行率（满分10分），每低1个百分点扣1分，得8分。", "flows") == "");
}

TEST_CASE("money at so much for each is of the count of its sentence") {
  CHECK(says(table("改造任务1829户，配套资金182.9万元（1000元/户）。", "averages"), "1829户"));
  CHECK(table("补助资金182.9万元（1000元/户）。", "averages") == "");
  CHECK(table("补助120人，资金182.9万元（1000元/人/月）。", "averages") == "");
}

TEST_CASE("instalments add to what was allotted") {
  CHECK(says(table("省里分两批下达任务16971户，第一批8167户，第二批8804户。", "decompositions"),
             "closed true"));
  // The words count the parts: they must add up.
  CHECK(says(table("省里分两批下达任务16971户，第一批8167户，第二批8840户。", "decompositions"),
             "closed true"));
  // Two of what may be more.
  CHECK(table("省里下达任务16971户，第一批8167户，第二批8840户。", "decompositions") == "");
}

TEST_CASE("a sum may stand in a sentence of its own") {
  CHECK(says(table("共下达补助资金246.2万元。2022年12月下达57.5万元，2023年8月下达188.7万元。",
                   "decompositions"),
             "246.2万元"));
  CHECK(table("共下达补助资金246.2万元。2022年12月下达57.5万元，2023年8月下达180.7万元。",
              "decompositions") == "");
}

TEST_CASE("a rate of spending is of what an earlier passage allotted") {
  CHECK(says(table("共投入补助经费10441万元。\n资金执行情况。实际执行9265.35万元，执行率88.74%。",
                   "executions"),
             "budget 10441万元"));
}

TEST_CASE("a plan that was exceeded by a percentage") {
  CHECK(says(table("改造任务数115户，实际完成264户。\n实际改造数超任务43%。", "changes"), "115户"));
  CHECK(says(table("改造计划53户。\n共完成改造129户，完工率243%。", "ratios"), "53户"));
}

TEST_CASE("points that a paragraph counts off are as many as it announces") {
  CHECK(says(table("存在以下三个问题：一是编制不细；二是进度偏慢。", "enumerations"), "items"));
  CHECK(table("存在的问题：一是编制不细；二是进度偏慢。", "enumerations") == "");
  CHECK(table("三个部门参加评价。结论是：一是编制不细；二是进度偏慢。", "enumerations") == "");
  // The next paragraph goes on.
  CHECK(table("存在以下三个问题：一是编制不细；二是进度偏慢。\n三是资料不全。", "enumerations") ==
        "");
}

TEST_CASE("posts of one kind are no sum of other kinds") {
  CHECK_FALSE(
      says(table("核定事业编制41个（参公3人，工勤1人）。", "decompositions"), "closed true"));
}

TEST_CASE("a comma before a bracket does not part it from its total") {
  CHECK(says(table("行动资金800万元（财政预算740万元，年底追加60万元）。", "decompositions"),
             "closed true"));
  CHECK(says(table("计划投入1476万元，（其中：中央982万元、省级494万元）。", "decompositions"),
             "closed true"));
}

TEST_CASE("a passage on one project says nothing of the department") {
  CHECK_FALSE(says(table("1.馆舍维修项目：预算35万元，全年实际支付35万元。", "mentions"),
                   "spending.total"));
}

TEST_CASE("a section on goals promises what one on their fulfilment says was done") {
  const std::string met = table(
      "一、年度绩效目标\n实施农村帮扶项目187个，支流治理23条。\n二、绩效目标完成情况\n完成农村帮扶"
      "项目"
      "191个，支流治理24条。",
      "targets");
  CHECK(says(met, "191个"));
  CHECK(says(met, "24条"));
  // Of other things, or said twice.
  CHECK(
      table("一、年度绩效目标\n实施农村帮扶项目187个。\n二、绩效目标完成情况\n完成城镇帮扶项目191个"
            "。",
            "targets") == "");
  CHECK(table("一、年度绩效目标\n实施农村帮扶项目187个。\n二、其他情况\n实施农村帮扶项目191个。",
              "targets") == "");
}

TEST_CASE("what is counted may be named behind a comma") {
  CHECK(table("核准类事项3项，为大纲审查、规划审查、项目验收。", "enumerations") != "");
}

TEST_CASE("the score of a part is not that of the report") {
  const std::string_view text =
      "一、自评结论\n自评得分97分。\n二、执行情况\n全年预算300万元，执行300万元，执行率100%"
      "，自评得分"
      "20分。";
  CHECK_FALSE(says(column(read_narrative(text), "facts", "item"), "score"));
  CHECK(scalar(read_narrative(text), "score").starts_with("97分"));
}

TEST_CASE("what is counted otherwise ends a list of some parts") {
  const std::string_view text =
      "总投资90.5万元，其中：补助资金60.2万元，受益村组53个，受益人口148人。";
  CHECK(says(table(text, "decompositions"), "total 90.5万元"));
  CHECK(says(table(text, "decompositions"), "60.2万元"));
  CHECK_FALSE(says(table(text, "decompositions"), "148人"));
  // 其中 inside a bracket names some parts, too.
  CHECK(says(table("一期总投资90.5万元（其中建筑工程80.2万元）。", "decompositions"), "80.2万元"));
  CHECK(table("一期总投资90.5万元（建筑工程80.2万元）。", "decompositions") == "");
}

TEST_CASE("a sum of two quantities stands behind parts of two quantities") {
  const std::string rows = table(
      "发放甲补贴120人、36万元，乙补贴80人、24万元，共计发放200人、60万元。", "decompositions");
  CHECK(says(rows, "total 200人"));
  CHECK(says(rows, "total 60万元"));
  CHECK(table("发放甲补贴120人、36万元，乙补贴80人、44万元，共计发放210人、60万元。",
              "decompositions") == "");
}

TEST_CASE("a sentence may begin with the sum of those before it") {
  CHECK(says(table("拨付甲项目30.5万元，用于维修。拨付乙项目20.1万元，用于绿化。合计50.6万元。",
                   "decompositions"),
             "total 50.6万元"));
  CHECK(table("拨付甲项目30.5万元，用于维修。拨付乙项目20.1万元，用于绿化。合计51.6万元。",
              "decompositions") == "");
}

TEST_CASE("a count in front of what is counted is no part") {
  CHECK(says(table("环卫处500人（在职132人、退休148人、3个公司聘用人员220人）。", "decompositions"),
             "closed true"));
}

TEST_CASE("a change may be measured against a named amount of another year") {
  const std::string rows =
      table("获得专项补助资金533万元，与2019年获得专项补助资金384万元相比增加149万元，增长38.8%。",
            "changes");
  CHECK(says(rows, "current 533万元"));
  CHECK(says(rows, "prior 384万元"));
  CHECK(says(rows, "149万元"));
}

TEST_CASE("what was planned bounds what was spent") {
  CHECK(says(table("年初预算20万元，决算数18万元，决算数未超过预算数。", "targets"), "18万元"));
  // Which of two plans is meant is not said.
  CHECK(table("年初预算20万元，调整预算22万元，决算数21万元，决算数未超过预算数。", "targets") ==
        "");
  CHECK(table("年初预算20万元，决算数18万元，决算数不得超过预算数。", "targets") == "");
}

TEST_CASE("whatever is said of a whole and of each part adds up") {
  const std::string_view text =
      "共发放助学金602.44万元，惠及学生5243人。其中发放学前93.84万元，补助儿童1564名；发放高中86."
      "5万元，"
      "补助学生865名；发放高校422.1万元，补助学生2814名。";
  CHECK(says(table(text, "decompositions"), "total 602.44万元"));
  CHECK(says(table(text, "decompositions"), "total 5243人"));
  // It is told by its adding up alone.
  CHECK_FALSE(
      says(table("发放90.5万元，惠及学生30人。其中甲60.2万元，学生10人；乙30.3万元，学生21人。",
                 "decompositions"),
           "total 30人"));
}

TEST_CASE("what a goal names is not what was done") {
  CHECK(table("一、绩效目标\n绩效目标：照料中心资金完成173万元。\n二、完成情况\n照料中心资金完成61."
              "99万元"
              "。",
              "facts") == "");
}

TEST_CASE("a list may stand before its number in words") {
  CHECK(table("对甲镇、乙镇和丙镇共三个乡镇分别补助7万元。", "enumerations") != "");
  CHECK(table("对甲镇、乙镇和丙镇共四个乡镇分别补助7万元。", "enumerations") == "");
}

TEST_CASE("a rate behind one of its name is of something else") {
  CHECK(table("保护资金下达42万元，竹编项目资金使用率100%；锣鼓项目资金使用334896元，资金使用率83."
              "72%。",
              "ratios") == "");
  CHECK(says(
      table("保护资金下达42万元，竹编项目资金使用2万元，资金使用率4.76%；锣鼓项目资金使用40万元，"
            "资金使用率95.24%。",
            "ratios"),
      "95.24%"));
}
