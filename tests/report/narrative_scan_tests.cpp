// Which numbers of a text state something, and which are dates, codes and numbering.
#include "narrative_fixture.hpp"
#include "report/narrative/scan.hpp"
#include "shipped_schemas.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace tieout;
using namespace tieout::report::narrative;

namespace {

std::string quantities(std::string_view text) {
  std::string found;
  for (const Quantity& quantity : scan(text, units()).quantities) {
    if (!found.empty()) found += " ";
    found += text.substr(quantity.begin, quantity.end - quantity.begin);
    if (quantity.range) found += "(range)";
  }
  return found;
}

std::string dates(std::string_view text) {
  std::string found;
  for (const DateMark& date : scan(text, units()).dates) {
    if (!found.empty()) found += " ";
    found += text.substr(date.begin, date.end - date.begin);
  }
  return found;
}

}  // namespace

TEST_CASE("figures are taken with their unit and what makes them approximate") {
  CHECK(quantities("支出1,003.30万元，培训近800人次，发放手册2万余册") ==
        "1,003.30万元 近800人次 2万余册");
  CHECK(quantities("举办讲座5-10场，参加者３０ 人") == "5(range) 10场(range) ３０ 人");
}

TEST_CASE("dates are no figures") {
  CHECK(quantities("截至2020年12月31日，11月23日-24日开会") == "");
  CHECK(dates("截至2020年12月31日，11月23日-24日开会") == "2020年12月31日 11月23日 24日");
  CHECK(dates("至2020年12末，填报于2021-03-20") == "2020年12末 2021-03-20");
  CHECK(dates("今年7月启动，去年完成") == "今年7月 去年");
  CHECK(dates("规划（2016-2020年）") == "2016-2020年");
}

TEST_CASE("ordinals, labels, numbering, slogans, titles and codes are no figures") {
  CHECK(quantities("第18届运动会、第三次会议") == "");
  CHECK(quantities("指标2：举办展览3次；任务1、宣传") == "3次");
  CHECK(quantities("职责有：1、宣传教育。2、管理2个场馆") == "2个");
  CHECK(quantities("推行“3+1”模式，比例为1:2") == "");
  CHECK(quantities("依据《办法（2018年第5号）》和财预〔2013〕53号文件") == "");
  CHECK(quantities("联系电话8634551，编码107001，2018海峡论坛") == "");
  CHECK(quantities("线上线下O2O平台服务200多家企业") == "200多家");
}

TEST_CASE("figures in the title of a document do not count, an open quotation mark is text") {
  CHECK(quantities("印发《十件实事30条》，拨付《某项目资金20万元") == "20万元");
}

TEST_CASE("what was understood is counted") {
  const tieout::report::Report report = read_narrative("全年支出20万元，组织5-10场次活动。\n");
  CHECK(report.uptake.text_figures == 3);
  CHECK(report.uptake.text_figures_used == 1);
  REQUIRE(report.uptake.left_over.size() == 2);
  CHECK(report.uptake.left_over[0].raw == "5");
  CHECK(report.uptake.left_over[0].place.column == 12);
}

TEST_CASE("long hostile texts are read in linear time") {
  std::string text;
  for (int count = 0; count < 4'000; ++count) text += "（“《支出1万元，占的1%；";
  const tieout::report::Report report = read_narrative(text);
  CHECK(report.uptake.text_figures == 8'000);
}
