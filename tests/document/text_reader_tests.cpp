// Plain text: paragraphs, and the forms that tables take in it.
#include "document/text_reader.hpp"

#include "failure.hpp"
#include "shown.hpp"

#include <doctest/doctest.h>

using namespace tieout;
using document::read;
using document::shown;

TEST_CASE("lines are paragraphs, without the space around them") {
  CHECK(shown("　　2018年度报告  \n\n 全年支出12.5万元。\r\n") ==
        "1:3 2018年度报告\n3:2 全年支出12.5万元。\n");
  CHECK(shown("") == "");
  CHECK(shown("\n \n\n") == "");
}

TEST_SUITE("exported tables: a cell a line") {
  TEST_CASE("a TAB starts a cell, a blank line before a TAB ends a row") {
    CHECK(shown("收入情况\n"
                "\n"
                "\t单位\n"
                "\t合计\n"
                "\n"
                "\t本级\n"
                "\t12.50\n"
                "\n"
                "\t\n"
                "\t3.00\n") ==
          "1:1 收入情况\n"
          "table\n"
          "[3:2 单位][4:2 合计]\n"
          "[6:2 本级][7:2 12.50]\n"
          "[9:2 ][10:2 3.00]\n");
  }

  TEST_CASE("lines without a TAB continue the cell, past blank lines too") {
    CHECK(shown("\t单位\n"
                "\t公共财\n"
                "\n"
                "政拨款\n"
                "\t其他\n"
                "收入\n"
                "\n"
                "\t本级\n"
                "\t5\n"
                "\t6\n") ==
          "table\n"
          "[1:2 单位][2:2 公共财*4:1 政拨款][5:2 其他*6:1 收入]\n"
          "[8:2 本级][9:2 5][10:2 6]\n");
  }

  TEST_CASE("the narrative may stand in the last cell") {
    CHECK(shown("\t人员编制\n"
                "\t共9人\n"
                "\n"
                "\t评价综述\n"
                "一、概况\n"
                "\n"
                "全年支出12.5万元。\n") ==
          "table\n"
          "[1:2 人员编制][2:2 共9人]\n"
          "[4:2 评价综述*5:1 一、概况*7:1 全年支出12.5万元。]\n");
  }

  TEST_CASE("text behind the last figure of a table is no cell's") {
    const std::string table = "\t单位\n\t合计\n\n\t本级\n\t12.50\n";
    const std::string read = "table\n[1:2 单位][2:2 合计]\n[4:2 本级][5:2 12.50]\n";
    CHECK(shown(table + "\n二、支出情况\n") == read + "7:1 二、支出情况\n");
    CHECK(shown(table + "二、支出情况\n") == read + "6:1 二、支出情况\n");
    CHECK(shown(table + "\n注：本表不含下属单位。\n\n\t备注\n\t无\n") ==
          read + "7:1 注：本表不含下属单位。\ntable\n[9:2 备注][10:2 无]\n");
    // A blank cell ends the table likewise; a unit below its figure is the cell's.
    CHECK(shown("\t本级\n\t12.50\n\t\n\n二、支出情况\n") ==
          "table\n[1:2 本级][2:2 12.50][3:2 ]\n5:1 二、支出情况\n");
    CHECK(shown("\t本级\n\t12.50\n万元\n") == "table\n[1:2 本级][2:2 12.50*3:1 万元]\n");
  }

  TEST_CASE("what stands above the next table is no text of a cell") {
    CHECK(shown("\t科目\n\t合计\n\n\t教育\n\t9.00\n\n支出决算表\n单位：万元\n\n\t科目\n\t\n\n公开"
                "05表\n") ==
          "table\n"
          "[1:2 科目][2:2 合计]\n"
          "[4:2 教育][5:2 9.00]\n"
          "7:1 支出决算表\n"
          "8:1 单位：万元\n"
          "table\n"
          "[10:2 科目][11:2 ]\n"
          "13:1 公开05表\n");
  }

  TEST_CASE("a short value of a form ends where a section begins") {
    CHECK(shown("\t评价等次\n\t优\n\n一、部门概况\n") ==
          "table\n[1:2 评价等次][2:2 优]\n4:1 一、部门概况\n");
    CHECK(shown("\t工作任务\n\t举办讲座\n\n组织展览\n") ==
          "table\n[1:2 工作任务][2:2 举办讲座*4:1 组织展览]\n");
  }

  TEST_CASE("prose that is indented with TABs is no table") {
    CHECK(shown("\t一、基本情况\n"
                "\t本馆为市属公益一类事业单位，内设办公室、采编部、流通部和少儿部四个部门。\n"
                "\t全年共举办读者活动一百二十场，参加读者两万三千人次，比上年有所增加。\n") ==
          "1:2 一、基本情况\n"
          "2:2 本馆为市属公益一类事业单位，内设办公室、采编部、流通部和少儿部四个部门。\n"
          "3:2 全年共举办读者活动一百二十场，参加读者两万三千人次，比上年有所增加。\n");
    CHECK(shown("\t第一段。\n\n\t第二段。\n") == "1:2 第一段。\n3:2 第二段。\n");
  }
}

TEST_SUITE("cells separated within the line") {
  TEST_CASE("TABs: empty cells stay, blank lines do not end the table") {
    CHECK(shown("机构\t合计\t其中\n"
                "\n"
                "本级\t1,003.30\t\n"
                "\t2.5\t1\n") ==
          "table\n"
          "[1:1 机构][1:4 合计][1:7 其中]\n"
          "[3:1 本级][3:4 1,003.30][3:13 ]\n"
          "[4:1 ][4:2 2.5][4:6 1]\n");
    // A TAB before every row is the row's.
    CHECK(shown("\t机构\t合计\n\t本级\t5\n") == "table\n[1:2 机构][1:5 合计]\n[2:2 本级][2:5 5]\n");
  }

  TEST_CASE("a line of prose with a TAB in it is a paragraph") {
    CHECK(
        shown("我单位认真开展绩效自评工作，\t对照年初预算逐项核对资金使用情况，现将有关情况报告如下"
              "。\n") ==
        "1:1 "
        "我单位认真开展绩效自评工作，\t对照年初预算逐项核对资金使用情况，现将有关情况报告如下。\n");
  }

  TEST_CASE("pipes: Markdown with its rule, drawn frames, bare separators") {
    const std::string expected =
        "table\n"
        "[1:3 机构][1:8 合计]\n"
        "[3:3 本级][3:8 12.5*3:16 万元]\n"
        "[4:2 ][4:6 -]\n";
    CHECK(shown("| 机构 | 合计 |\n"
                "|:---|---:|\n"
                "| 本级 | 12.5<br>万元 |\n"
                "|  | - |\n") == expected);
    CHECK(shown("+------+------+\n"
                "| 机构 | 合计 |\n"
                "+------+------+\n"
                "| 本级 |   12 |\n"
                "+------+------+\n") == "table\n[2:3 机构][2:8 合计]\n[4:3 本级][4:10 12]\n");
    CHECK(shown("机构│合计\n───┼───\n本级│12\n") ==
          "table\n[1:1 机构][1:4 合计]\n[3:1 本级][3:4 12]\n");
    CHECK(shown("人员编制 | 共9人，其中：行编9人\n\n实有人数 | 共8人\n") ==
          "table\n"
          "[1:1 人员编制][1:8 共9人，其中：行编9人]\n"
          "[3:1 实有人数][3:8 共8人]\n");
    CHECK(shown("甲 | 乙\\|丙 | 丁\n") == "table\n[1:1 甲][1:5 乙\\|丙][1:12 丁]\n");
  }

  TEST_CASE("pipes without a frame: blank cells stand at either end") {
    CHECK(shown("项目|行次|金额|项目|金额\n"
                "一、拨款|1|9.00|一、教育|\n"
                "二、其他|2||二、文化|\n"
                "|3||三、卫生|9.00\n"
                "|4||四、农林|\n") ==
          "table\n"
          "[1:1 项目][1:4 行次][1:7 金额][1:10 项目][1:13 金额]\n"
          "[2:1 一、拨款][2:6 1][2:8 9.00][2:13 一、教育][2:18 ]\n"
          "[3:1 二、其他][3:6 2][3:8 ][3:9 二、文化][3:14 ]\n"
          "[4:1 ][4:2 3][4:4 ][4:5 三、卫生][4:10 9.00]\n"
          "[5:1 ][5:2 4][5:4 ][5:5 四、农林][5:10 ]\n");
  }

  TEST_CASE("pipes: a separator in front opens a blank cell where lines beside it have none") {
    CHECK(shown("资金 | 预算 | 执行 |\n"
                "| 12.00 | 11.00 |\n"
                "| 3.00 | 2.00 |\n"
                "| 4.00 | 4.00 |\n") ==
          "table\n"
          "[1:1 资金][1:6 预算][1:11 执行]\n"
          "[2:1 ][2:3 12.00][2:11 11.00]\n"
          "[3:1 ][3:3 3.00][3:10 2.00]\n"
          "[4:1 ][4:3 4.00][4:10 4.00]\n");
  }

  TEST_CASE("pipes: lines that are filled up to one width lose what fills them") {
    CHECK(shown("项目 | 预算 | 执行 |\n"
                "培训 | 12.00 | 11.00 |\n"
                "结论 | 良好 | |\n"
                "完成任务 | ||\n") ==
          "table\n"
          "[1:1 项目][1:6 预算][1:11 执行]\n"
          "[2:1 培训][2:6 12.00][2:14 11.00]\n"
          "[3:1 结论][3:6 良好]\n"
          "[4:1 完成任务]\n");
  }

  TEST_CASE("a cell a line, all equally far apart: the numbers of the columns tell the rows") {
    const auto spread = [](const std::string& cells) {
      std::string text;
      for (const char character : cells)
        text += character == ' ' ? std::string("\n\n") : std::string(1, character);
      return shown(text + "\n");
    };
    CHECK(
        spread("单位：万元 项目 支出合计 基本支出 项目支出 科目编码 科目名称 栏次 1 2 3 合计 9 5 4 "
               "201 一般公共服务 9 5 4 20113 商贸事务 9\n 4 注：本表反映支出情况。") ==
        "1:1 单位：万元\n"
        "table\n"
        "[3:1 项目][5:1 支出合计][7:1 基本支出][9:1 项目支出]\n"
        "[11:1 科目编码][13:1 科目名称][13:5 ][13:5 ][13:5 ]\n"
        "[23:1 合计][25:1 9][27:1 5][29:1 4]\n"
        "[31:1 201][33:1 一般公共服务][35:1 9][37:1 5][39:1 4]\n"
        "[41:1 20113][43:1 商贸事务][45:1 9][45:2 ][48:1 4]\n"
        "50:1 注：本表反映支出情况。\n");
    // Side by side each row has as many cells as that of the numbers.
    CHECK(
        spread("收入 支出 项目 行次 金额 项目 行次 金额 栏次\n 1 栏次\n 2 拨款 1 7 教育 4 6\n 2\n "
               "卫生 5\n "
               "总计 3 7 总计 6 7") ==
        "table\n"
        "[1:1 收入][3:1 支出]\n"
        "[5:1 项目][7:1 行次][9:1 金额][11:1 项目][13:1 行次][15:1 金额]\n"
        "[27:1 拨款][29:1 1][31:1 7][33:1 教育][35:1 4][37:1 6]\n"
        "[37:2 ][40:1 2][40:2 ][43:1 卫生][45:1 5][45:2 ]\n"
        "[48:1 总计][50:1 3][52:1 7][54:1 总计][56:1 6][58:1 7]\n");
    // Other words under the numbers are no table.
    CHECK(spread("项目 金额 科目编码 科目名称 栏次 1 合计 甲 乙 丙").find("table") ==
          std::string::npos);
  }

  TEST_CASE("a row of dashes below the head is Markdown's, elsewhere it is a row") {
    CHECK(shown("| 甲 | 乙 |\n| - | - |\n| - | - |\n") ==
          "table\n[1:3 甲][1:7 乙]\n[3:3 -][3:7 -]\n");
  }

  TEST_CASE("a line that merely contains one pipe is a paragraph") {
    CHECK(shown("地点：会议室|线上\n") == "1:1 地点：会议室|线上\n");
    CHECK(shown("甲方\n------\n乙方\n") == "1:1 甲方\n3:1 乙方\n");
  }
}

TEST_SUITE("columns laid out with spaces") {
  TEST_CASE("columns are where the figures stand; blank cells stay blank") {
    CHECK(shown("              收入决算表\n"
                "部门：市图书馆         单位：万元\n"
                "  单位名称    财政拨款    其他收入\n"
                "  本级        1,928.52      103.00\n"
                "  分馆           28.52\n"
                "  合计        1,957.04      103.00\n"
                "注：本表不含下属公司的收入和支出。\n") ==
          "1:15 收入决算表\n"
          "2:1 部门：市图书馆         单位：万元\n"
          "table\n"
          "[3:3 单位名称][3:11 财政拨款][3:19 其他收入]\n"
          "[4:3 本级][4:13 1,928.52][4:27 103.00]\n"
          "[5:3 分馆][5:16 28.52][5:21 ]\n"
          "[6:3 合计][6:13 1,957.04][6:27 103.00]\n"
          "7:1 注：本表不含下属公司的收入和支出。\n");
  }

  TEST_CASE("heads broken over lines are joined, heads over several columns keep their span") {
    CHECK(shown("                            其中：本年支出\n"
                "  单位名称      合计                        年末\n"
                "                        基本支出  项目支出  结余\n"
                "  本级          30.00     10.00     20.00\n"
                "  少儿分馆       7.50      5.00      2.50\n") ==
          "table\n"
          "[1:29 其中：本年支出 +2]\n"
          "[2:3 单位名称][2:13 合计][3:25 基本支出][3:31 项目支出][2:39 年末*3:37 结余]\n"
          "[4:3 本级][4:15 30.00][4:25 10.00][4:35 20.00][4:40 ]\n"
          "[5:3 少儿分馆][5:14 7.50][5:24 5.00][5:34 2.50][5:38 ]\n");
  }

  TEST_CASE("a head in the middle over others is over those, too, that it does not reach") {
    CHECK(shown("  合计    出国费         公务用车购置及运行费         接待费\n"
                "                   小计       购置费       运行费\n"
                " 38.50      0.00  33.00        20.00        13.00       5.50\n") ==
          "table\n"
          "[1:21 公务用车购置及运行费 +3]\n"
          "[1:3 合计][1:9 出国费][2:20 小计][2:29 购置费][2:39 运行费][1:40 接待费]\n"
          "[3:2 38.50][3:13 0.00][3:19 33.00][3:32 20.00][3:45 13.00][3:57 5.50]\n");
  }

  TEST_CASE("heads that miss their columns are as many as the columns without a head") {
    CHECK(shown("  单位         合计       事业收入      经营收入      其他收入\n"
                "  本级       30.00              10.00         20.00          1.00\n"
                "  分馆       40.00              15.00         25.00          2.00\n") ==
          "table\n"
          "[1:3 单位][1:14 合计][1:23 事业收入][1:33 经营收入][1:43 其他收入]\n"
          "[2:3 本级][2:12 30.00][2:31 10.00][2:45 20.00][2:60 1.00]\n"
          "[3:3 分馆][3:12 40.00][3:31 15.00][3:45 25.00][3:60 2.00]\n");
  }

  TEST_CASE("of more heads than columns, a column is that of the head right in front of it") {
    CHECK(shown("  单位         合计       事业收入              经营收入\n"
                "  本级       30.00              10.00\n"
                "  分馆       40.00              15.00\n") ==
          "table\n"
          "[1:3 单位][1:14 合计][1:23 事业收入][1:41 经营收入]\n"
          "[2:3 本级][2:12 30.00][2:31 10.00][2:36 ]\n"
          "[3:3 分馆][3:12 40.00][3:31 15.00][3:36 ]\n");
  }

  TEST_CASE("two heads that reach over one column do not share it") {
    CHECK(shown("项目        预算数      决算数\n"
                "基utf16le本支出    283.54  =    283.54\n"
                "项；目支出     75.85       75.86\n"
                "合计    Vgb    359.39     JJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJ 359.40\n") ==
          "table\n"
          "[1:1 项目][1:11 预算数][1:20 决算数][1:23 ]\n"
          "[2:1 基utf16le本支出][2:16 283.54][2:24 =][2:29 283.54]\n"
          "[3:1 项；目支出][3:11 75.85][3:23 75.86][3:28 ]\n"
          "4:1 合计    Vgb    359.39     "
          "JJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJJ 359.40\n");
  }

  TEST_CASE("a key broken in two around its line of figures is one key") {
    CHECK(shown("  单位名称        合计    项目\n"
                "  本级           30.00   20.00\n"
                "  少年儿童\n"
                "                  7.50    2.50\n"
                "  图书馆\n"
                "  合计           37.50   22.50\n") ==
          "table\n"
          "[1:3 单位名称][1:15 合计][1:21 项目]\n"
          "[2:3 本级][2:16 30.00][2:24 20.00]\n"
          "[3:3 少年儿童*5:3 图书馆][4:19 7.50][4:27 2.50]\n"
          "[6:3 合计][6:16 37.50][6:24 22.50]\n");
  }

  TEST_CASE("a table goes on after a page break, with its heads repeated or without") {
    CHECK(shown("  单位        合计    项目\n"
                "  甲馆       30.00   20.00\n"
                "            - 1 -\n"
                "\f  乙馆       31.00   20.00\n"
                "            - 2 -\n"
                "\f  单位        合计    项目\n"
                "  丙馆       32.00   20.00\n"
                "  丁馆       33.00   20.00\n") ==
          "table\n"
          "[1:3 单位][1:13 合计][1:19 项目]\n"
          "[2:3 甲馆][2:12 30.00][2:20 20.00]\n"
          "[4:4 乙馆][4:13 31.00][4:21 20.00]\n"
          "[7:3 丙馆][7:12 32.00][7:20 20.00]\n"
          "[8:3 丁馆][8:12 33.00][8:20 20.00]\n");
  }

  TEST_CASE("where every character counts as one column, columns are found by characters") {
    // As programs that print pages place them: figures under each other by character.
    CHECK(shown("单位      合计      项目\n"
                "少年儿童图书馆  30.00   20.00\n"
                "本级        7.50    2.50\n") ==
          "table\n"
          "[1:1 单位][1:9 合计][1:17 项目]\n"
          "[2:1 少年儿童图书馆][2:10 30.00][2:18 20.00]\n"
          "[3:1 本级][3:11 7.50][3:19 2.50]\n");
  }

  TEST_CASE("figures stand beside a key of two lines, also in the first row") {
    CHECK(shown("机构        支出    结余\n"
                "第10分\n"
                "            6.50    0.00\n"
                "馆\n"
                "第11分\n"
                "            7.30    0.10\n"
                "馆\n"
                "本部        1.20    0.30\n") ==
          "table\n"
          "[1:1 机构][1:11 支出][1:17 结余]\n"
          "[2:1 第10分*4:1 馆][3:13 6.50][3:21 0.00]\n"
          "[5:1 第11分*7:1 馆][6:13 7.30][6:21 0.10]\n"
          "[8:1 本部][8:11 1.20][8:19 0.30]\n");
  }

  TEST_CASE("text that merely contains two spaces is no table") {
    CHECK(shown("姓  名：张某\n单  位：市图书馆\n2018年  6月  10日\n") ==
          "1:1 姓  名：张某\n2:1 单  位：市图书馆\n3:1 2018年  6月  10日\n");
    CHECK(shown("全年支出12.5万元，  比上年增加3%。\n其中基本支出8万元，  项目支出4.5万元。\n") ==
          "1:1 全年支出12.5万元，  比上年增加3%。\n2:1 其中基本支出8万元，  项目支出4.5万元。\n");
  }
}

TEST_SUITE("lines broken at a page's width") {
  TEST_CASE("a line that reaches the width goes on in the next") {
    const std::string text =
        "    本馆为市属公益一类事业单位，内设办公室、采编部、流通\n"
        "部和少儿部四个部门。核定编制三十人，年末实有在职二十八人\n"
        "，全年支出一千零三万元。\n"
        "    二、支出情况\n"
        "    全年基本支出三百五十九万元，项目支出六百四十三万元，\n"
        "比上年有所增加。\n";
    CHECK(shown(text) ==
          "1:5 本馆为市属公益一类事业单位，内设办公室、采编部、流通部和少儿部四个部门。"
          "核定编制三十人，年末实有在职二十八人，全年支出一千零三万元。\n"
          "4:5 二、支出情况\n"
          "5:5 全年基本支出三百五十九万元，项目支出六百四十三万元，比上年有所增加。\n");
    const auto document = read(text);
    const auto& first = std::get<document::Paragraph>(document.blocks.front()).text;
    const auto place = first.place(first.text().find("编制"));
    CHECK(place.line == 2);
    CHECK(place.column == 13);
  }

  TEST_CASE("of a short text two full lines that break off show the width") {
    CHECK(shown("本馆年末实有在职人员二十八人，其中：行政\n"
                "编制人员十一人、事业编制人员十七人，离退\n"
                "休人员九人。\n") ==
          "1:1 本馆年末实有在职人员二十八人，其中：行政编制人员十一人、事业编制人员十七人，离退"
          "休人员九人。\n");
  }

  TEST_CASE("lines of their own lengths are paragraphs of their own") {
    CHECK(shown("全年支出一千零三万元，其中基本支出三百五十九万元\n项目支出六百四十三万元\n") ==
          "1:1 全年支出一千零三万元，其中基本支出三百五十九万元\n2:1 项目支出六百四十三万元\n");
  }
}

TEST_CASE("cells know their table, row and cell") {
  const auto document = read("标题\n甲\t1\n乙\t2\n\n文字\n\n丙\t3\n丁\t4\n");
  const auto& table = std::get<document::Table>(document.blocks.at(3));
  const auto place = table.rows.at(1).cells.at(1).joined().place(0);
  CHECK(place.source_name() == "report.txt");
  CHECK(place.line == 8);
  CHECK(place.column == 3);
  CHECK(place.table == 2);
  CHECK(place.row == 2);
  CHECK(place.cell == 2);
}

TEST_SUITE("hostile text") {
  TEST_CASE("more cells than the limit are refused with one sentence") {
    source::Limits limits;
    limits.table_cells = 1000;
    // NOLINTNEXTLINE(bugprone-string-constructor): as large as it is meant to be
    const source::Source text("tabs.txt", std::string(10'000'000, '\t'));
    CHECK(failure_of([&] { (void)document::read_text(text, limits); }) ==
          "tabs.txt: Paragraphs and table cells beyond the limit of 1000; not read. If the file "
          "can be trusted, "
          "raise the limit with --limit table-cells=NUMBER.");
    std::string pipes;
    for (int i = 0; i < 2000; ++i) pipes += "|1";
    CHECK(failure_of([&] {
            (void)document::read_text(source::Source("pipes.txt", pipes + "|\n"), limits);
          }) ==
          "pipes.txt: Paragraphs and table cells beyond the limit of 1000; not read. If the file "
          "can be trusted, "
          "raise the limit with --limit table-cells=NUMBER.");
  }

  TEST_CASE("a row of a hundred thousand columns is read") {
    std::string head = "单位";
    std::string row = "本级";
    for (int i = 0; i < 100'000; ++i) {
      head += "\t甲";
      row += "\t1";
    }
    const auto document = read(head + "\n" + row + "\n");
    const auto& table = std::get<document::Table>(document.blocks.front());
    CHECK(table.rows.at(1).cells.size() == 100'001);
    CHECK(table.rows.at(1).cells.back().joined().place(0).column == 200'002);
  }

  TEST_CASE("many lines of any one shape take no more time than their number") {
    // A reader that goes back over what it has seen would need minutes for these.
    for (const std::string line :
         {"\t\n", "\n\t甲\n", "甲\n", "|\n", "---\n", "甲  乙\n", "甲  1\n", "甲\n甲  1\n", "1\n",
          "\t甲\t\n", "<br<br|<br|\n", "  \n", "甲\n|\n", "1\n|\n", "甲 |\n",
          "项目\n金额\n甲\n1\n1\n", "项目\n金额\n一、甲\n1\n二、乙\n"}) {
      std::string text;
      while (text.size() < 100'000) text += line;
      CHECK_NOTHROW((void)read(text));
    }
    CHECK_NOTHROW((void)read(std::string(500'000, ' ')));
    std::string wide;
    for (int i = 0; i < 20'000; ++i) wide += "1  ";
    CHECK_NOTHROW((void)read(wide + "\n" + wide + "\n" + wide + "\n"));
  }
}

TEST_SUITE("a cell a line, without TABs") {
  TEST_CASE("runs of short lines below their heads are rows") {
    CHECK(shown("支出决算表\n"
                "单位：万元\n"
                "\n"
                "科目编码\n科目名称\n合计\n基本支出\n"
                "\n"
                "合计\n9.00\n9.00\n"
                "\n"
                "208\n养老支出\n9.00\n9.00\n"
                "\n\n"
                "20805\n养老保险缴费\n9.00\n—\n"
                "\n"
                "注：本表单位为万元。\n") ==
          "1:1 支出决算表\n"
          "2:1 单位：万元\n"
          "table\n"
          "[4:1 科目编码][5:1 科目名称][6:1 合计][7:1 基本支出]\n"
          "[9:1 合计][9:3 ][10:1 9.00][11:1 9.00]\n"
          "[13:1 208][14:1 养老支出][15:1 9.00][16:1 9.00]\n"
          "[19:1 20805][20:1 养老保险缴费][21:1 9.00][22:1 —]\n"
          "24:1 注：本表单位为万元。\n");
  }

  TEST_CASE("codes and names below the first head get back the blank cells beside them") {
    CHECK(shown("项目\n合计\n基本支出\n"
                "\n"
                "科目编码\n科目名称\n"
                "\n"
                "207\n文化支出\n1.00\n1.00\n"
                "\n"
                "208\n养老支出\n9.00\n9.00\n"
                "\n"
                "221\n住房支出\n2.00\n2.00\n") ==
          "table\n"
          "[1:1 项目][1:3 ][2:1 合计][3:1 基本支出]\n"
          "[5:1 科目编码][6:1 科目名称][1:3 ][1:3 ]\n"
          "[8:1 207][9:1 文化支出][10:1 1.00][11:1 1.00]\n"
          "[13:1 208][14:1 养老支出][15:1 9.00][16:1 9.00]\n"
          "[18:1 221][19:1 住房支出][20:1 2.00][21:1 2.00]\n");
  }

  TEST_CASE("short paragraphs are no rows") {
    const std::string text =
        "基本情况\n人员\n"
        "\n"
        "行政人员\n12人\n"
        "\n"
        "事业人员\n41人\n其中借调人员\n2人\n";
    CHECK(shown(text).find("table") == std::string::npos);
    CHECK(shown("概况\n\n全年支出9万元。\n全年收入9万元。\n\n\n全年结余0万元。\n").find("table") ==
          std::string::npos);
  }
}

TEST_CASE("headings of one length are no sign of a page's width beside long paragraphs") {
  const std::string heading = "七、政府性基金预算财政拨款收入支出决算情况说明";
  const std::string paragraph(300, 'x');
  CHECK(shown("六、一般公共预算财政拨款基本支出决算情况说明\n" + paragraph + "\n" +
              "公用经费二百零三万元，包括办公费水费电费差旅费\n" + heading + "\n" + paragraph +
              "\n") == "1:1 六、一般公共预算财政拨款基本支出决算情况说明\n2:1 " + paragraph +
                           "\n3:1 公用经费二百零三万元，包括办公费水费电费差旅费\n4:1 " + heading +
                           "\n5:1 " + paragraph + "\n");
}
