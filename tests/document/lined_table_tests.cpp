// Tables a cell a line in which only the cells tell where a row begins.
#include "document/text_reader.hpp"

#include "shown.hpp"

#include <doctest/doctest.h>

#include <string>

using tieout::document::shown;

namespace {

const std::string heads = "项目\n本年支出合计\n基本支出\n项目支出\n科目编码\n科目名称\n";

bool is_table(const std::string& text) { return shown(text).find("table") != std::string::npos; }

}  // namespace

TEST_SUITE("cells one below the other, blank ones left out") {
  TEST_CASE("a row begins with a code or a name behind figures; 项目 stands over its own heads") {
    CHECK(shown("支出决算表\n单位：万元\n" + heads +
                "合计\n9.00\n6.00\n3.00\n"
                "208\n养老支出\n7.00\n6.00\n1.00\n"
                "221\n住房支出\n2.00\n0.00\n2.00\n"
                "注：本表以万元为单位。\n") ==
          "1:1 支出决算表\n"
          "2:1 单位：万元\n"
          "table\n"
          "[3:1 项目][3:3 ][4:1 本年支出合计][5:1 基本支出][6:1 项目支出]\n"
          "[7:1 科目编码][8:1 科目名称][3:3 ][3:3 ][3:3 ]\n"
          "[9:1 合计][9:3 ][10:1 9.00][11:1 6.00][12:1 3.00]\n"
          "[13:1 208][14:1 养老支出][15:1 7.00][16:1 6.00][17:1 1.00]\n"
          "[18:1 221][19:1 住房支出][20:1 2.00][21:1 0.00][22:1 2.00]\n"
          "23:1 注：本表以万元为单位。\n");
  }

  TEST_CASE("a row that lacks a figure is shorter: nothing tells which one it is") {
    const auto read = shown(heads +
                            "合计\n9.00\n6.00\n3.00\n"
                            "208\n养老支出\n7.00\n6.00\n1.00\n"
                            "221\n住房支出\n2.00\n2.00\n");
    CHECK(read.find("[16:1 221][18:1 2.00][19:1 2.00]\n") != std::string::npos);
  }

  TEST_CASE("the parts of a code are one code; blank lines may part the rows") {
    CHECK(shown("科目编码\n科目名称\n合计\n基本支出\n项目支出\n类\n款\n项\n"
                "\n208\n养老支出\n7.00\n6.00\n1.00\n"
                "\n208\n05\n单位养老支出\n7.00\n6.00\n1.00\n"
                "\n合计\n7.00\n6.00\n1.00\n") ==
          "table\n"
          "[1:1 科目编码][2:1 科目名称][3:1 合计][4:1 基本支出][5:1 项目支出]\n"
          "[10:1 208][11:1 养老支出][12:1 7.00][13:1 6.00][14:1 1.00]\n"
          "[16:1 208*17:1 05][18:1 单位养老支出][19:1 7.00][20:1 6.00][21:1 1.00]\n"
          "[23:1 合计][23:3 ][24:1 7.00][25:1 6.00][26:1 1.00]\n");
  }

  TEST_CASE("income and spending side by side are told by their names") {
    CHECK(shown("收入\n支出\n项目\n决算数\n项目\n决算数\n"
                "一、财政拨款收入\n9.00\n一、教育支出\n4.00\n"
                "二、事业收入\n0.00\n二、科学技术支出\n0.00\n"
                "三、住房保障支出\n5.00\n"
                "总计\n9.00\n总计\n9.00\n") ==
          "table\n"
          "[1:1 收入][5:3 ][2:1 支出][5:3 ]\n"
          "[3:1 项目][4:1 决算数][5:1 项目][6:1 决算数]\n"
          "[7:1 一、财政拨款收入][8:1 9.00][9:1 一、教育支出][10:1 4.00]\n"
          "[11:1 二、事业收入][12:1 0.00][13:1 二、科学技术支出][14:1 0.00]\n"
          "[20:5 ][20:5 ][15:1 三、住房保障支出][16:1 5.00]\n"
          "[17:1 总计][18:1 9.00][19:1 总计][20:1 9.00]\n");
  }

  TEST_CASE("a name of which nothing tells its side is no reason to guess") {
    CHECK_FALSE(
        is_table("收入\n支出\n项目\n决算数\n项目\n决算数\n"
                 "一、财政拨款收入\n9.00\n一、教育支出\n4.00\n"
                 "二、事业收入\n0.00\n二、科学技术支出\n0.00\n"
                 "其他\n5.00\n"
                 "总计\n9.00\n总计\n9.00\n"));
  }

  TEST_CASE("where the heads ask for more figures than any row has, there is no table") {
    CHECK_FALSE(is_table(heads + "合计\n9.00\n6.00\n"
                                 "208\n养老支出\n7.00\n6.00\n"
                                 "221\n住房支出\n2.00\n2.00\n"));
  }

  TEST_CASE("a figure too many is no row's") {
    CHECK_FALSE(is_table(heads + "合计\n9.00\n6.00\n3.00\n"
                                 "208\n养老支出\n7.00\n6.00\n1.00\n"
                                 "221\n住房支出\n2.00\n0.00\n2.00\n8.00\n"
                                 "222\n粮油支出\n2.00\n0.00\n2.00\n"));
  }

  TEST_CASE("heads that come again behind a page's number are no rows") {
    const auto read = shown(heads +
                            "208\n养老支出\n7.00\n6.00\n1.00\n"
                            "221\n住房支出\n2.00\n0.00\n2.00\n12\n" +
                            heads + "合计\n9.00\n6.00\n3.00\n");
    CHECK(read.ends_with("[24:1 合计][24:3 ][25:1 9.00][26:1 6.00][27:1 3.00]\n"));
    CHECK(read.find("table", 6) == std::string::npos);
  }

  TEST_CASE("short paragraphs with figures are no rows") {
    CHECK_FALSE(is_table("基本情况\n项目\n人数\n行政人员\n12\n事业人员\n41\n"));
    CHECK_FALSE(is_table("第一部分\n概况\n2018\n第二部分\n决算表\n2019\n第三部分\n说明\n2020\n"));
  }
}

TEST_SUITE("cells one below the other, blank ones as blank lines") {
  TEST_CASE("every row has as many cells as the heads ask for") {
    CHECK(shown(heads + "合计\n\n9.00\n6.00\n3.00\n"
                        "208\n养老支出\n7.00\n6.00\n1.00\n"
                        "221\n住房支出\n2.00\n\n2.00\n") ==
          "table\n"
          "[1:1 项目][1:3 ][2:1 本年支出合计][3:1 基本支出][4:1 项目支出]\n"
          "[5:1 科目编码][6:1 科目名称][1:3 ][1:3 ][1:3 ]\n"
          "[7:1 合计][7:3 ][9:1 9.00][10:1 6.00][11:1 3.00]\n"
          "[12:1 208][13:1 养老支出][14:1 7.00][15:1 6.00][16:1 1.00]\n"
          "[17:1 221][18:1 住房支出][19:1 2.00][19:5 ][21:1 2.00]\n");
  }

  TEST_CASE("lines may lie a blank one apart") {
    const auto read = shown(
        "项目\n\n合计\n\n基本支出\n\n项目支出\n\n"
        "局机关\n\n9.00\n\n6.00\n\n3.00\n\n"
        "博物馆\n\n7.00\n\n\n\n7.00\n\n"
        "图书馆\n\n2.00\n\n2.00\n");
    CHECK(read.find("][19:5 ][23:1 7.00]\n") != std::string::npos);
    CHECK(read.ends_with("[29:1 2.00][29:5 ]\n"));
  }
}

TEST_SUITE("cells with a bar behind each") {
  const std::string table =
      "table\n"
      "[3:1 项目][4:1 合计][5:1 基本支出][6:1 项目支出]\n";

  TEST_CASE("on the cell's line") {
    CHECK(shown("支出表\n单位：万元\n"
                "项目 |\n合计 |\n基本支出 |\n项目支出 |\n"
                "局机关 |\n9.00 |\n6.00 |\n3.00 |\n"
                "博物馆 |\n7.00 |\n|\n7.00 |\n"
                "图书馆 |\n2.00 |\n2.00 |\n|\n"
                "注：合计为本年数。\n") == "1:1 支出表\n2:1 单位：万元\n" + table +
                                               "[7:1 局机关][8:1 9.00][9:1 6.00][10:1 3.00]\n"
                                               "[11:1 博物馆][12:1 7.00][12:5 ][14:1 7.00]\n"
                                               "[15:1 图书馆][16:1 2.00][17:1 2.00][17:5 ]\n"
                                               "19:1 注：合计为本年数。\n");
  }

  TEST_CASE("on a line of its own") {
    const auto read = shown(
        "支出表\n单位：万元\n"
        "项目\n|\n合 计\n|\n基本支出\n|\n项目支出\n|\n"
        "局机关\n|\n9.00\n|\n6.00\n|\n3.00\n|\n"
        "博物馆\n|\n7.00\n|\n|\n7.00\n|\n"
        "图书馆\n|\n2.00\n|\n2.00\n|\n|\n");
    CHECK(read.starts_with("1:1 支出表\n2:1 单位：万元\ntable\n[3:1 项目][5:1 合 计]"));
    CHECK(read.find("[19:1 博物馆][21:1 7.00][21:5 ][24:1 7.00]\n") != std::string::npos);
  }
}
