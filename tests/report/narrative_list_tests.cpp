// Lists with the number of things they list, targets, dates, gaps and paragraphs.
#include "narrative_fixture.hpp"
#include "report/narrative/targets.hpp"
#include "shipped_schemas.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace tieout;
using namespace tieout::report::narrative;

namespace {

std::string enumerations(std::string_view text) {
  return rows(read_narrative(text), "enumerations");
}

std::string target(std::string_view text) {
  const auto found =
      read_target(document::PlacedText(text, source::Place{.line = 1, .column = 1}), units());
  if (!found) return "none";
  static constexpr const char* signs[] = {">=", ">", "<=", "<", "=", ""};
  std::string shown = signs[static_cast<std::size_t>(found->kind)] + found->low.value.text();
  if (found->kind == report::Target::Kind::between) shown += "-" + found->high.value.text();
  return shown + found->low.unit->id;
}

}  // namespace

TEST_CASE("a list before its number") {
  CHECK(enumerations("组织市茶叶学会、林学会、农学会等5个学会结对。") ==
        "name 学会 · stated 5个@1:17 · items {组织市茶叶学会; 林学会; 农学会} · open true\n");
  CHECK(enumerations("新成立了针灸学会、养生协会2个学会。") ==
        "name 学会 · stated 2个@1:14 · items {新成立了针灸学会; 养生协会} · open false\n");
  CHECK(enumerations("新增甲医院、乙公司等市级工作站9家。") ==
        "name 市级工作站 · stated 9家@1:16 · items {新增甲医院; 乙公司} · open true\n");
}

TEST_CASE("a list behind its number") {
  CHECK(enumerations("下属两个事业单位：市科技馆和活动管理中心。") ==
        "name 事业单位 · stated 2个@1:3 · items {市科技馆; 活动管理中心} · open false\n");
  CHECK(enumerations("内设3个科，秘书科，学会部（国际部），普及部；另有人员20人。") ==
        "name 科 · stated 3个@1:3 · items {秘书科; 学会部（国际部）; 普及部} · open false\n");
  CHECK(enumerations("下设3个科室，分别是：办公室、财务科、人事科、业务科。") ==
        "name 科室 · stated 3个@1:3 · items {办公室; 财务科; 人事科; 业务科} · open false\n");
}

TEST_CASE("和 may join two items or stand inside a name: both are readings") {
  CHECK(enumerations("管理3个单位：图书馆、博物馆、美术馆和展览馆。") ==
        "name 单位 · stated 3个@1:3 · items {图书馆; 博物馆; 美术馆和展览馆} · open false\n"
        "or name 单位 · stated 3个@1:3 · items {图书馆; 博物馆; 美术馆; 展览馆} · open false\n");
}

TEST_CASE("what is not counted is no list of it") {
  CHECK(enumerations("中科大、同济等100余名专家提供服务。") == "");
  CHECK(enumerations("在东区社区、西区社区等新建6台设备。") == "");
  CHECK(enumerations("经市委、市政府批准成立2个协会。") == "");
  CHECK(enumerations("我市与中国某某学会等5个学会建立合作。") == "");
  CHECK(enumerations("宣传、培训3次。") == "");
}

TEST_CASE("targets keep their operator and bounds") {
  CHECK(target("举办活动不低于10场次") == ">=10场次");
  CHECK(target("群众满意率高于95%") == ">95%");
  CHECK(target("满意度达到90%以上") == ">=90%");
  CHECK(target("成本≤50万元") == "<=50万元");
  CHECK(target("支出不超过预算的100%") == "<=100%");
  CHECK(target("完成时间12个月以内") == "<=12个月");
  CHECK(target("开展交流5-10次") == "5-10次");
  CHECK(target("推荐单位不低于5－10个") == ">=5个");
  CHECK(target("超过500人") == ">500人");
  CHECK(target("举办大赛不少于2次，培训不低于5000人次") == ">=2次");
}

TEST_CASE("a bare count or share is a target to be reached; of money it cannot be told") {
  CHECK(target("培训3期") == ">=3期");
  CHECK(target("投入资金100万元") == "none");
  CHECK(target("提高公民素质") == "none");
  CHECK(target("培训3期120人") == "none");
}

TEST_CASE("a sentence may answer its own target") {
  CHECK(rows(read_narrative("群众满意度不低于90%，实际达到95%；举办展览不少于5次，邀请专家3人。"),
             "targets") == "name 群众满意度 · target >=90%@1:9 · actual 95%@1:17\n");
}

TEST_CASE("dates are resolved, relative ones against the year of signing") {
  CHECK(rows(read_narrative(
                 "2020年5月启动，比2019年增加2次。今年7月完成，依据《规划（2015年）》和2016-2020"
                 "年规划。\n\n2021年3月20日\n"),
             "dates") ==
        "text 2020年5月 · resolved 2020-5-0 · role period\n"
        "text 2019年 · resolved 2019-0-0 · role base\n"
        "text 今年7月 · resolved 2021-7-0 · role relative\n"
        "text 2021年3月20日 · resolved 2021-3-20 · role signed\n");
}

TEST_CASE("gaps and what is left of a template") {
  CHECK(rows(read_narrative(
                 "增长%，比上年减少 万元，比上年增加（减少）5万元，占76.23；××部门概况（100字以内"
                 "）。"),
             "blanks") ==
        "text 增长% · kind missing_value\n"
        "text 减少 万元 · kind missing_value\n"
        "text 增加（减少） · kind template\n"
        "text ×× · kind template\n"
        "text （100字以内） · kind template\n"
        "text 76.23 · kind missing_sign\n");
  CHECK(rows(read_narrative("收入情况（万元），占25%，增长5%。"), "blanks") == "");
}

TEST_CASE("paragraphs keep the text with its section") {
  CHECK(rows(read_narrative("一、概况\n\n本馆免费开放。\n"), "paragraphs") ==
        "text 一、概况 · section 概况 · number 1@1:1\n"
        "text 本馆免费开放。 · section 概况 · number 2@3:1\n");
}
