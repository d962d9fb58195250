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

  TEST_CASE("a row that lacks a figure has a blank cell where the sums leave one choice") {
    const auto read = shown(heads +
                            "合计\n9.00\n6.00\n3.00\n"
                            "208\n养老支出\n7.00\n6.00\n1.00\n"
                            "221\n住房支出\n2.00\n2.00\n");
    CHECK(read.find("[16:1 221][17:1 住房支出][18:1 2.00][18:5 ][19:1 2.00]\n") !=
          std::string::npos);
  }

  TEST_CASE("a row that lacks a figure is shorter where nothing tells which one it is") {
    const auto alike = shown(heads +
                             "合计\n11.00\n8.00\n3.00\n"
                             "208\n养老支出\n7.00\n6.00\n1.00\n"
                             "221\n住房支出\n2.00\n2.00\n"
                             "222\n粮油支出\n2.00\n2.00\n");
    CHECK(alike.find("[16:1 221][18:1 2.00][19:1 2.00]\n") != std::string::npos);
    CHECK(alike.find("[20:1 222][22:1 2.00][23:1 2.00]\n") != std::string::npos);
    const auto misprinted = shown(heads +
                                  "合计\n9.00\n6.50\n2.50\n"
                                  "208\n养老支出\n7.00\n6.00\n1.00\n"
                                  "221\n住房支出\n2.00\n2.00\n");
    CHECK(misprinted.find("[16:1 221][18:1 2.00][19:1 2.00]\n") != std::string::npos);
  }

  TEST_CASE("what a sentence says of a column, or another table of a row, tells it") {
    const std::string table = heads +
                              "合计\n9.00\n9.00\n"
                              "208\n养老支出\n7.00\n7.00\n"
                              "221\n住房支出\n2.00\n2.00\n"
                              "注：本表以万元为单位。\n";
    CHECK_FALSE(is_table(table + "本年支出9.00万元。\n"));
    const auto read = shown(table + "本年支出9.00万元，其中项目支出9.00万元。\n");
    CHECK(read.find("[7:1 合计][7:3 ][8:1 9.00][8:5 ][9:1 9.00]\n") != std::string::npos);
    CHECK(read.find("[14:1 221][15:1 住房支出][16:1 2.00][16:5 ][17:1 2.00]\n") !=
          std::string::npos);
    const auto again = shown(heads +
                             "合计\n9.00\n6.00\n3.00\n"
                             "208\n养老支出\n7.00\n6.00\n1.00\n"
                             "221\n住房支出\n2.00\n0.00\n2.00\n"
                             "基本情况表\n" +
                             heads +
                             "合计\n2.00\n2.00\n"
                             "221\n住房支出\n2.00\n2.00\n"
                             "222\n粮油支出\n0.00\n0.00\n0.00\n");
    CHECK(again.find("[31:1 221][32:1 住房支出][33:1 2.00][33:5 ][34:1 2.00]\n") !=
          std::string::npos);
  }

  TEST_CASE("a name may be broken over lines") {
    const auto read = shown(heads +
                            "合计\n9.00\n6.00\n3.00\n"
                            "208\n社会保障和\n就业支出\n7.00\n6.00\n1.00\n"
                            "20805\n单位\n养老支出\n"
                            "221\n住房支出\n2.00\n0.00\n2.00\n");
    CHECK(read.find("[11:1 208][12:1 社会保障和*13:1 就业支出][14:1 7.00][15:1 6.00]") !=
          std::string::npos);
    CHECK(read.find("[17:1 20805][18:1 单位*19:1 养老支出]") != std::string::npos);
    const std::string sides =
        "收入\n支出\n项目\n决算数\n项目\n决算数\n"
        "一、一般公共预算\n财政拨款收入\n9.00\n一、教育支出\n4.00\n";
    // Where all names are numbered the others only go on.
    CHECK(shown(sides + "二、事业收入\n0.00\n二、科学技术支出\n5.00\n总计\n9.00\n总计\n9.00\n")
              .find("[7:1 一、一般公共预算*8:1 财政拨款收入][9:1 9.00]") != std::string::npos);
    // Else it cannot be said whether the first name has no figures or no end.
    CHECK_FALSE(is_table(sides + "事业收入\n0.00\n科学技术支出\n5.00\n总计\n9.00\n总计\n9.00\n"));
  }

  TEST_CASE("a page may end between rows or within a name") {
    const std::string above = heads +
                              "合计\n9.00\n6.00\n3.00\n"
                              "208\n社会保障和\n7.00\n6.00\n1.00\n";
    const std::string below = "221\n住房支出\n2.00\n0.00\n2.00\n";
    CHECK(shown(above + "3\n\f就业支出\n" + below)
              .find("[12:1 社会保障和*17:2 就业支出][13:1 7.00]") != std::string::npos);
    CHECK(shown(above + "3\n\f" + heads + "就业支出\n" + below).find("[12:1 社会保障和") !=
          std::string::npos);
    CHECK(shown(above + "3\n\f" + below).find("[17:2 221]") != std::string::npos);
    // Pages may be joined without a line's end.
    CHECK(shown(above + "3\f" + below).find("[16:3 221]") != std::string::npos);
    // A number that no page's end follows may be a figure.
    CHECK_FALSE(is_table(above + "3\n" + below));
    // Columns that follow one below the other are rows that could not be told.
    CHECK_FALSE(
        is_table(above + "221\n住房\n住房改革支出\n公积金\n补贴\n租金\n2.00\n0.00\n2.00\n"));
    // A row above heads that come again is none of their titles.
    CHECK(shown(heads + "合计\n9.00\n6.00\n3.00\n208\n养老\n7.00\n6.00\n1.00\n221\n住房\n\f" +
                heads + "222\n粮油\n2.00\n0.00\n2.00\n")
              .find(" 住房]") != std::string::npos);
  }

  TEST_CASE("heads may be broken over lines") {
    CHECK(shown("项目\n本年支\n出合计\n基本支出\n项目支出\n对附属单位\n补助支出\n"
                "科目编码\n科目名称\n"
                "合计\n9.00\n6.00\n3.00\n0.00\n"
                "208\n养老支出\n7.00\n6.00\n1.00\n0.00\n"
                "221\n住房支出\n2.00\n0.00\n2.00\n0.00\n")
              .starts_with("table\n[1:1 项目][1:3 ][2:1 本年支*3:1 出合计][4:1 基本支出]"
                           "[5:1 项目支出][6:1 对附属单位*7:1 补助支出]\n"));
  }

  TEST_CASE("heads below one of several; what flows through a row") {
    const auto read = shown(
        "项目\n年初结转和结余\n本年收入\n本年支出\n年末结转和结余\n"
        "科目编码\n科目名称\n合计\n基本支出\n项目支出\n"
        "合计\n1.00\n9.00\n8.00\n3.00\n5.00\n2.00\n"
        "212\n城乡社区支出\n1.00\n8.00\n7.00\n3.00\n4.00\n2.00\n"
        "229\n其他支出\n1.00\n1.00\n1.00\n");
    CHECK(read.find("[1:1 项目][1:3 ][2:1 年初结转和结余][3:1 本年收入][4:1 本年支出][1:3 ][1:3 ]"
                    "[5:1 年末结转和结余]\n") != std::string::npos);
    CHECK(read.find("[28:1 1.00][29:1 1.00][29:5 ][30:1 1.00][30:5 ]\n") != std::string::npos);
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

  TEST_CASE("a blank line more may part the rows") {
    const auto read = shown(heads +
                            "\n合计\n\n9.00\n6.00\n3.00\n"
                            "\n208\n养老支出\n7.00\n6.00\n1.00\n"
                            "\n221\n住房支出\n2.00\n\n2.00\n");
    CHECK(read.find("[8:1 合计][8:3 ][10:1 9.00][11:1 6.00][12:1 3.00]\n") != std::string::npos);
    CHECK(read.ends_with("[20:1 221][21:1 住房支出][22:1 2.00][22:5 ][24:1 2.00]\n"));
  }

  TEST_CASE("a blank line behind every row is no cell of it") {
    CHECK_FALSE(is_table(heads + "\n208\n养老支出\n7.00\n7.00\n"
                                 "\n221\n住房支出\n2.00\n2.00\n"
                                 "\n222\n粮油支出\n1.00\n1.00\n\n"));
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

TEST_SUITE("rows on a line, single spaces between cells") {
  const std::string worded = "项目 本年支出合计 基本支出 项目支出\n科目编码 科目名称\n";

  TEST_CASE("blank cells are found as where each cell has a line") {
    CHECK(shown(worded + "合 计 9.00 6.00 3.00\n"
                         "208 养老支出 7.00 6.00 1.00\n"
                         "221 住房支出 2.00 2.00\n") ==
          "table\n"
          "[1:1 项目][1:3 ][1:4 本年支出合计][1:11 基本支出][1:16 项目支出]\n"
          "[2:1 科目编码][2:6 科目名称][1:3 ][1:3 ][1:3 ]\n"
          "[3:1 合 计][3:4 ][3:5 9.00][3:10 6.00][3:15 3.00]\n"
          "[4:1 208][4:5 养老支出][4:10 7.00][4:15 6.00][4:20 1.00]\n"
          "[5:1 221][5:5 住房支出][5:10 2.00][5:14 ][5:15 2.00]\n");
  }

  TEST_CASE("a name stands around its row's line, or ends below it") {
    const auto read = shown(worded +
                            "合计 9.00 6.00 3.00\n"
                            "208 社会保障 4.00 3.00 1.00\n和就业支出\n"
                            "机关事业单位\n20805 3.00 3.00 0.00\n养老支出\n"
                            "其他\n20899 社会 2.00 0.00 2.00\n保障支出\n"
                            "221 住房支出 0.00 0.00 0.00\n");
    CHECK(read.find("[4:5 社会保障*5:1 和就业支出]") != std::string::npos);
    CHECK(read.find("[7:1 20805][6:1 机关事业单位*8:1 养老支出][7:7 3.00]") != std::string::npos);
    CHECK(read.find("[9:1 其他*10:7 社会*11:1 保障支出]") != std::string::npos);
  }

  TEST_CASE("side by side the broken name may be either") {
    const auto read = shown(
        "收入 支出\n项目 决算数 项目 决算数\n"
        "一、一般公共预算\n9.00 一、教育支出 4.00\n财政拨款收入\n"
        "二、政府性基金\n二、外交支出\n拨款收入\n"
        "三、资源勘探工业\n三、事业收入 1.00 5.00\n信息支出\n"
        "四、自然资源\n气象支出\n"
        "五、住房保障支出 1.00\n"
        "使用结余 结余分配\n"
        "总计 10.00 总计 10.00\n");
    CHECK(read.find("[3:1 一、一般公共预算*5:1 财政拨款收入][4:1 9.00][4:6 一、教育支出]") !=
          std::string::npos);
    CHECK(read.find("[6:1 二、政府性基金*8:1 拨款收入][6:8 ][7:1 二、外交支出]") !=
          std::string::npos);
    CHECK(read.find(
              "[10:1 三、事业收入][10:8 1.00][9:1 三、资源勘探工业*11:1 信息支出][10:13 5.00]") !=
          std::string::npos);
    CHECK(read.find("[12:1 四、自然资源*13:1 气象支出]") != std::string::npos);
    CHECK(read.find("[15:1 使用结余][15:5 ][15:6 结余分配]") != std::string::npos);
  }
}

TEST_SUITE("numbers of rows and columns") {
  TEST_CASE("行次 and what is below it are no figures; names may be blank beside them") {
    std::string table = "收入\n支出\n项目\n行次\n金额\n项目\n行次\n金额\n栏次\n1\n栏次\n2\n";
    table += "一、财政拨款收入\n1\n9.00\n一、教育支出\n11\n4.00\n";
    table += "二、事业收入\n2\n二、文化支出\n12\n3.00\n";
    table += "三、其他收入\n3\n1.00\n三、卫生支出\n13\n";
    table += "4\n四、住房支出\n14\n3.00\n5\n五、其他支出\n15\n";
    table += "本年收入合计\n6\n10.00\n本年支出合计\n16\n10.00\n";
    table += "总计\n8\n10.00\n总计\n18\n10.00\n";
    const auto read = shown(table);
    CHECK(read.find("[1:1 收入][6:3 ][2:1 支出][6:3 ]\n") != std::string::npos);
    CHECK(read.find("[19:1 二、事业收入][19:7 ][21:1 二、文化支出][23:1 3.00]\n") !=
          std::string::npos);
    CHECK(read.find("[30:1 四、住房支出][32:1 3.00]\n") != std::string::npos);
    CHECK(read.find("[42:1 总计][44:1 10.00][45:1 总计][47:1 10.00]\n") != std::string::npos);
  }

  TEST_CASE("栏次 is no row of a table with codes") {
    const auto read = shown(heads + "栏次\n1\n2\n3\n" +
                            "合计\n9.00\n6.00\n3.00\n"
                            "208\n养老支出\n7.00\n6.00\n1.00\n"
                            "221\n住房支出\n2.00\n2.00\n");
    CHECK(read.find("栏次") == std::string::npos);
    CHECK(read.find("[20:1 221][21:1 住房支出][22:1 2.00][22:5 ][23:1 2.00]\n") !=
          std::string::npos);
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
