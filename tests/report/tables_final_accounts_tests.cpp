// The tables of final accounts: side by side, keys in heads, divided codes, totals in one row.
#include "document/text_reader.hpp"
#include "reading_fixture.hpp"
#include "report/reading.hpp"
#include "source/source.hpp"

#include <doctest/doctest.h>

#include <string>

namespace source = tieout::source;

namespace {

tieout::report::Report read_accounts(const std::string& text) {
  static const auto units = tieout::figure::UnitSystem::from_json(
      "units.json", source::read_bytes(TIEOUT_ROOT "/schemas/units.json", {}));
  static const auto schemas = tieout::schema::load_schemas(TIEOUT_ROOT "/schemas", units);
  const auto document = tieout::document::read_text(source::Source("accounts.txt", text), {});
  const auto* schema = tieout::report::recognise(document, schemas);
  REQUIRE(schema != nullptr);
  CHECK(schema->id == "department-final-accounts");
  return tieout::report::read_document(document, *schema, units, {});
}

/// Without places: what is read, not where.
std::string read(const std::string& text, std::string_view table) {
  const auto report = read_accounts("2022年度某市图书馆部门决算\n\n" + text);
  std::string shown = rows(report, table);
  for (auto at = shown.find('@'); at != std::string::npos; at = shown.find('@', at)) {
    shown.erase(at, shown.find_first_not_of("0123456789:", at + 1) - at);
  }
  return shown;
}

const std::string summary =
    "| 收入 |  |  | 支出 |  |  |\n"
    "| 项目 | 行次 | 决算数 | 项目 | 行次 | 决算数 |\n"
    "| 栏次 |  | 1 | 栏次 |  | 2 |\n"
    "| 一、财政拨款收入 | 1 | 90.00 | 一、教育支出 | 31 |  |\n"
    "| 二、其他收入 | 2 | 5.00 | 二、文化支出 | 32 | 93.00 |\n"
    "| 本年收入合计 | 3 | 95.00 | 本年支出合计 | 33 | 93.00 |\n"
    "| 年初结转和结余 | 4 |  | 年末结转和结余 | 34 | 2.00 |\n"
    "| 总计 | 5 | 95.00 | 总计 | 35 | 95.00 |\n";

}  // namespace

TEST_CASE("income and spending side by side are two tables, their totals a third") {
  const std::string title = "收入支出决算总表\n\n公开01表\n\n单位：万元\n\n";
  CHECK(read(title + summary, "income_items") ==
        "一、财政拨款收入: item=一、财政拨款收入 amount=90.00万元\n"
        "二、其他收入: item=二、其他收入 amount=5.00万元\n"
        "本年收入合计: item=本年收入合计 amount=95.00万元\n"
        "年初结转和结余: item=年初结转和结余 amount=blank\n"
        "总计: item=收入总计 amount=95.00万元\n");
  CHECK(read(title + summary, "spending_items") ==
        "一、教育支出: item=一、教育支出 amount=blank\n"
        "二、文化支出: item=二、文化支出 amount=93.00万元\n"
        "本年支出合计: item=本年支出合计 amount=93.00万元\n"
        "年末结转和结余: item=年末结转和结余 amount=2.00万元\n"
        "总计: item=支出总计 amount=95.00万元\n");
  CHECK(read(title + summary, "totals") ==
        "合计: scope=合计 income=95.00万元 opening=blank income_all=95.00万元 "
        "spending=93.00万元 closing=2.00万元 spending_all=95.00万元\n");
}

TEST_CASE("a label that is told again belongs to the row above it") {
  const auto shown = read(
      "财政拨款收入支出决算总表（单位：万元）\n\n"
      "| 收入 |  | 支出 |  |  |\n"
      "| 项目 | 决算数 | 项目 | 合计 | 一般公共预算财政拨款 |\n"
      "| 一、一般公共预算财政拨款 | 90.00 | 一、教育支出 | 92.00 | 92.00 |\n"
      "| 本年收入合计 | 90.00 | 本年支出合计 | 92.00 | 92.00 |\n"
      "| 年初财政拨款结转和结余 | 3.00 | 年末财政拨款结转和结余 | 1.00 | 1.00 |\n"
      "| 一般公共预算财政拨款 | 3.00 |  |  |  |\n"
      "| 总计 | 93.00 | 总计 | 93.00 | 93.00 |\n",
      "appropriation_totals");
  CHECK(shown ==
        "合计: scope=合计 general=90.00万元 income=90.00万元 opening=3.00万元 "
        "opening_general=3.00万元 income_all=93.00万元\n");
}

TEST_CASE("economic classes in blocks side by side, and their totals in one row") {
  const auto shown = read(
      "一般公共预算财政拨款基本支出决算表\n\n单位：万元\n\n"
      "\t人员经费\n\t公用经费\n\n"
      "\t科目编码\n\t科目名称\n\t金额\n\t科目编码\n\t科目名称\n\t金额\n\n"
      "\t301\n\t工资福利支出\n\t9.00\n\t302\n\t商品和服务支出\n\t2.00\n\n"
      "\t30101\n\t基本工资\n\t9.00\n\t30201\n\t办公费\n\t2.00\n\n"
      "\t人员经费合计\n\t9.00\n\t公用经费合计\n\t2.00\n",
      "economic");
  CHECK(shown ==
        "301: code=301 name=工资福利支出 amount=9.00万元\n"
        "30101: code=30101 name=基本工资 amount=9.00万元\n"
        "人员经费合计: code=人员经费合计 amount=9.00万元\n"
        "公用经费合计: code=公用经费合计 amount=2.00万元\n"
        "302: code=302 name=商品和服务支出 amount=2.00万元\n"
        "30201: code=30201 name=办公费 amount=2.00万元\n");
}

TEST_CASE("budget and actual above the three public expenses are two rows") {
  const std::string expected =
      "预算数: kind=预算数 total=7.50万元 abroad=blank vehicle=5.50万元 "
      "vehicle_purchase=blank vehicle_running=5.50万元 reception=2.00万元\n";
  const std::string actual =
      "决算数: kind=决算数 total=5.65万元 abroad=blank vehicle=4.30万元 "
      "vehicle_purchase=blank vehicle_running=4.30万元 reception=1.35万元\n";
  const std::string title = "财政拨款“三公”经费支出决算表\n\n单位：万元\n\n";
  CHECK(read(title +
                 "| 预算数 |  |  |  |  |  | 决算数 |  |  |  |  |  |\n"
                 "| 合计 | 因公出国（境）费 | 公务用车购置及运行维护费 |  |  | 公务接待费 "
                 "| 合计 | 因公出国（境）费 | 公务用车购置及运行维护费 |  |  | 公务接待费 |\n"
                 "|  |  | 小计 | 购置费 | 运行维护费 |  |  |  | 小计 | 购置费 | 运行维护费 |  |\n"
                 "| 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 |\n"
                 "| 7.50 |  | 5.50 |  | 5.50 | 2.00 | 5.65 |  | 4.30 |  | 4.30 | 1.35 |\n",
             "three_public") == actual + expected);
}

TEST_CASE("a code in three columns is one code") {
  const auto shown = read(
      "支出决算表\n\n单位：万元\n\n"
      "| 科目编码 |  |  | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 |\n"
      "| 类 | 款 | 项 |  |  |  |  |\n"
      "| 合计 |  |  |  | 9.00 | 9.00 |  |\n"
      "| 208 |  |  | 社会保障和就业支出 | 9.00 | 9.00 |  |\n"
      "| 208 | 05 |  | 养老支出 | 9.00 | 9.00 |  |\n"
      "|  |  | 05 | 养老保险缴费 | 9.00 | 9.00 |  |\n",
      "spending");
  CHECK(shown ==
        "合计: code=合计 name=blank total=9.00万元 basic=9.00万元 project=blank\n"
        "208: code=208 name=社会保障和就业支出 total=9.00万元 basic=9.00万元 project=blank\n"
        "20805: code=20805 name=养老支出 total=9.00万元 basic=9.00万元 project=blank\n"
        "2080505: code=2080505 name=养老保险缴费 total=9.00万元 basic=9.00万元 project=blank\n");
}

TEST_CASE("a part of a code that a sheet shows without its zero has two digits") {
  const auto shown = read(
      "支出决算表\n\n单位：万元\n\n"
      "| 科目编码 |  |  | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 |\n"
      "| 类 | 款 | 项 |  |  |  |  |\n"
      "| 208 | 5 | 5 | 养老保险缴费 | 9.00 | 9.00 |  |\n",
      "spending");
  CHECK(shown ==
        "2080505: code=2080505 name=养老保险缴费 total=9.00万元 basic=9.00万元 project=blank\n");
}

TEST_CASE("a table that goes on below its heads on the next page is one table") {
  const std::string heads = "| 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |\n";
  const auto shown = read("一般公共预算财政拨款支出决算表（单位：万元）\n\n" + heads +
                              "| 207 | 文化支出 | 3.00 | 2.00 | 1.00 |\n\n第 5 页\n\n" + heads +
                              "| 208 | 养老支出 | 5.00 | 5.00 |  |\n",
                          "general");
  CHECK(shown ==
        "207: code=207 name=文化支出 total=3.00万元 basic=2.00万元 project=1.00万元\n"
        "208: code=208 name=养老支出 total=5.00万元 basic=5.00万元 project=blank\n");
}

TEST_CASE("a head that the table does not have leaves its rows' sums open") {
  const auto shown = read(
      "支出决算表\n\n单位：万元\n\n"
      "| 科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 债务还本支出 |\n"
      "| 207 | 文化支出 | 3.00 | 2.00 | 1.00 |\n",
      "spending");
  CHECK(shown == "207: code=207 name=文化支出 total=3.00万元 basic=2.00万元 unread=债务还本支出\n");
}

TEST_CASE("the title above a table stands over blank rows and notes of units") {
  const std::string sheet =
      "| 一般公共预算财政拨款支出决算表 |  |  |  |  |\n"
      "| 编制单位：市图书馆 |  |  |  | 单位：万元 |\n"
      "|  |  |  |  |  |\n"
      "| 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |\n"
      "| 合计 |  | 93.00 | 80.00 | 13.00 |\n"
      "| 207 | 文化支出 | 93.00 | 80.00 | 13.00 |\n";
  CHECK(read(sheet, "general") ==
        "合计: code=合计 name=blank total=93.00万元 basic=80.00万元 project=13.00万元\n"
        "207: code=207 name=文化支出 total=93.00万元 basic=80.00万元 project=13.00万元\n");
  CHECK(read(sheet, "spending").empty());
}

TEST_CASE("cells that single spaces part are told by their number") {
  const std::string table =
      "支出决算表\n单位：万元\n科目编码 科目名称 本年支出合计 基本支出 项目支出\n栏次 1 2 3\n"
      "205 教育支出 95.00 60.00 35.00\n20502 普通教育 95.00 60.00 35.00\n"
      "2050201 学前教育 60.00 60.00 0.00\n2050202 小学教育 35.00 0.00 35.00\n";
  CHECK(read(table, "spending") ==
        "205: code=205 name=教育支出 total=95.00万元 basic=60.00万元 project=35.00万元\n"
        "20502: code=20502 name=普通教育 total=95.00万元 basic=60.00万元 project=35.00万元\n"
        "2050201: code=2050201 name=学前教育 total=60.00万元 basic=60.00万元 project=0.00万元\n"
        "2050202: code=2050202 name=小学教育 total=35.00万元 basic=0.00万元 project=35.00万元\n");
}

TEST_CASE("a row that leaves a cell out among single spaces says which only by what adds up") {
  const std::string heads =
      "支出决算表\n单位：万元\n科目编码 科目名称 本年支出合计 基本支出 项目支出\n";
  const std::string basic = "2050201: code=2050201 name=学前教育 total=60.00万元 basic=60.00万元";
  CHECK(read(heads + "205 教育支出 95.00 60.00 35.00\n20502 普通教育 95.00 60.00 35.00\n"
                     "2050201 学前教育 60.00 60.00\n2050202 小学教育 35.00 0.00 35.00\n",
             "spending")
            .find(basic) != std::string::npos);
  CHECK(read(heads + "205 教育支出 95.00 60.00 35.00\n20502 普通教育 95.00 60.00 30.00\n"
                     "2050201 学前教育 60.00 60.00\n2050202 小学教育 35.00 0.00 35.00\n",
             "spending")
            .find(basic) == std::string::npos);
}

TEST_CASE("more numbers of columns than heads: cells were left out, and no row is read") {
  const std::string heads =
      "某市图书馆2021年度部门决算\n\n政府性基金预算财政拨款收入支出决算表\n\n金额单位：万元\n\n"
      "项目 | 年初结转和结余 | 本年收入 | 本年支出 | 年末结转和结余 | |||\n"
      "科目编码 | 科目名称 | 小计 | 基本支出 | 项目支出 | |||\n";
  const std::string body =
      "229 | 其他支出 | 12.00 | 12.00 | 12.00 | |||\n"
      "22960 | 彩票公益金安排的支出 | 12.00 | 12.00 | 12.00 | |||\n";
  const auto report = read_accounts(heads + "栏次 | 1 | 2 | 3 | 4 | 5 | 6 | |\n" + body);
  CHECK(rows(report, "fund").find("total=") == std::string::npos);
}

TEST_CASE(
    "a row of 决算数 below the heads tells nothing; 类 款 项 in front of the total are heads") {
  const auto shown = read(
      "支出决算表\n\n单位：万元\n\n"
      "| 项目 |  |  |  | 本年支出合计 | 基本支出 | 项目支出 |\n"
      "| 功能分类科目编码 |  |  | 科目名称 |  |  |  |\n"
      "|  |  |  |  | 决算数 | 决算数 | 决算数 |\n"
      "| 类 | 款 | 项 | 合计 | 9.00 | 7.00 | 2.00 |\n"
      "| 207 |  |  | 文化旅游体育与传媒支出 | 9.00 | 7.00 | 2.00 |\n"
      "| 20701 |  |  | 文化和旅游 | 9.00 | 7.00 | 2.00 |\n"
      "| 2070104 |  |  | 图书馆 | 9.00 | 7.00 | 2.00 |\n",
      "spending");
  CHECK(shown ==
        "合计: code=合计 name=合计 total=9.00万元 basic=7.00万元 project=2.00万元\n"
        "207: code=207 name=文化旅游体育与传媒支出 total=9.00万元 basic=7.00万元 "
        "project=2.00万元\n"
        "20701: code=20701 name=文化和旅游 total=9.00万元 basic=7.00万元 project=2.00万元\n"
        "2070104: code=2070104 name=图书馆 total=9.00万元 basic=7.00万元 project=2.00万元\n");
}

TEST_CASE("a total below a head that says 决算数 is the total of what it heads") {
  const auto shown = read(
      "一般公共预算财政拨款支出决算表\n\n单位：万元\n\n"
      "| 项目 |  | 一般公共预算财政拨款支出决算数 |  |  |\n"
      "| 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |\n"
      "| 2070104 | 图书馆 | 9.00 | 7.00 | 2.00 |\n",
      "general");
  CHECK(shown ==
        "2070104: code=2070104 name=图书馆 total=9.00万元 basic=7.00万元 project=2.00万元\n");
}

TEST_CASE("a blank head belongs to the one on its left only where no other begins above it") {
  const auto shown = read(
      "财政拨款“三公”经费支出决算表\n\n单位：万元\n\n"
      "| 财政拨款“三公”经费 |  |  |  |  |  |  |  |  |  |  |  |\n"
      "| 合计 |  | 因公出国（境）费 |  | 公务用车购置及运行维护费 |  |  |  |  |  | 公务接待费 |  "
      "|\n"
      "|  |  |  |  | 小计 |  | 公务用车购置费 |  | 公务用车运行维护费 |  |  |  |\n"
      "| 预算数 | 决算数 | 预算数 | 决算数 | 预算数 | 决算数 | 预算数 | 决算数 | 预算数 | 决算数 | "
      "预算数 | 决算数 |\n"
      "| 9.00 | 6.00 | 1.00 | 0.00 | 7.50 | 5.90 | 3.00 | 2.50 | 4.50 | 3.40 | 0.50 | 0.10 |\n",
      "three_public");
  CHECK(shown ==
        "决算数: kind=决算数 total=6.00万元 abroad=0.00万元 vehicle=5.90万元 "
        "vehicle_purchase=2.50万元 vehicle_running=3.40万元 reception=0.10万元\n"
        "预算数: kind=预算数 total=9.00万元 abroad=1.00万元 vehicle=7.50万元 "
        "vehicle_purchase=3.00万元 vehicle_running=4.50万元 reception=0.50万元\n");
}

TEST_CASE("a row of names alone, all amounts blank, is no other head") {
  const auto shown = read(
      "收入支出决算总表\n\n单位：万元\n\n"
      "| 收入 |  | 支出 |  |\n"
      "| 项目 | 决算数 | 项目 | 决算数 |\n"
      "| 一、其他收入 | 95.00 | 一、教育支出 | 95.00 |\n"
      "| 本年收入合计 | 95.00 | 本年支出合计 | 95.00 |\n"
      "| 使用非财政拨款结余 |  | 结余分配 |  |\n"
      "| 年初结转和结余 |  | 年末结转和结余 |  |\n"
      "| 总计 | 95.00 | 总计 | 95.00 |\n",
      "totals");
  CHECK(shown ==
        "合计: scope=合计 income=95.00万元 reserve_used=blank opening=blank income_all=95.00万元 "
        "spending=95.00万元 distribution=blank closing=blank spending_all=95.00万元\n");
}

TEST_CASE(
    "columns laid out with spaces: a head of several lines over 类 款 项, a name of two lines") {
  const auto shown = read(
      "一般公共预算支出功能分类预算表\n"
      "编制部门：某局          单位：元\n"
      "                  项目                            一般公共预算支出\n"
      "  功能分类\n"
      "                   功能分类科目名称          合计      基本支出    项目支出\n"
      "  科目编码\n"
      " 类   款  项\n"
      "208           社会保障和就业支出           8,568,532   4,787,960   3,780,572\n"
      "208   05      行政事业单位养老支出         8,568,532   4,787,960   3,780,572\n"
      "              机关事业单位基本养老保险缴\n"
      "208   05  05                               8,568,532   4,787,960   3,780,572\n"
      "              费支出\n",
      "general");
  const std::string amounts = " total=8568532元 basic=4787960元 project=3780572元\n";
  CHECK(shown == "208: code=208 name=社会保障和就业支出" + amounts +
                     "20805: code=20805 name=行政事业单位养老支出" + amounts +
                     "2080505: code=2080505 name=机关事业单位基本养老保险缴费支出" + amounts);
}

TEST_CASE("an amount in front of the other side's name stands between the lines of its own") {
  const auto shown = read(
      "收入支出决算总表\n"
      "                                    单位：万元\n"
      "      项目        决算数        项目        决算数\n"
      "一、一般公共预算\n"
      "                   90.00  一、教育支出       92.00\n"
      "财政拨款收入\n"
      "二、政府性基金预\n"
      "                    2.00  二、文化支出\n"
      "算财政拨款收入\n"
      "本年收入合计       92.00  本年支出合计       92.00\n",
      "income_items");
  CHECK(shown ==
        "一、一般公共预算财政拨款收入: item=一、一般公共预算财政拨款收入 amount=90.00万元\n"
        "二、政府性基金预算财政拨款收入: item=二、政府性基金预算财政拨款收入 amount=2.00万元\n"
        "本年收入合计: item=本年收入合计 amount=92.00万元\n");
}

TEST_CASE(
    "a cell a line: 类 款 项 in front of the total below one head; heads over pairs of columns") {
  CHECK(read("支出决算表\n\n单位：万元\n\n"
             "\t科目编码\n\t科目名称\n\t本年支出合计\n\t基本支出\n\t项目支出\n\n"
             "\t类\n\t款\n\t项\n\t合计\n\t9.00\n\t7.00\n\t2.00\n\n"
             "\t2070104\n\t\n\t\n\t图书馆\n\t9.00\n\t7.00\n\t2.00\n",
             "spending") ==
        "合计: code=合计 name=合计 total=9.00万元 basic=7.00万元 project=2.00万元\n"
        "2070104: code=2070104 name=图书馆 total=9.00万元 basic=7.00万元 project=2.00万元\n");
  CHECK(read("财政拨款“三公”经费支出决算表\n\n单位：万元\n\n"
             "\t合计\n\t因公出国（境）费\n\t公务用车购置及运行维护费\n\t公务接待费\n\n"
             "\t\n\t\n\t小计\n\t公务用车购置费\n\t公务用车运行维护费\n\t\n\n"
             "\t预算数\n\t决算数\n\t预算数\n\t决算数\n\t预算数\n\t决算数\n"
             "\t预算数\n\t决算数\n\t预算数\n\t决算数\n\t预算数\n\t决算数\n\n"
             "\t9.00\n\t6.00\n\t1.00\n\t0.00\n\t7.50\n\t5.90\n"
             "\t3.00\n\t2.50\n\t4.50\n\t3.40\n\t0.50\n\t0.10\n",
             "three_public") ==
        "决算数: kind=决算数 total=6.00万元 abroad=0.00万元 vehicle=5.90万元 "
        "vehicle_purchase=2.50万元 vehicle_running=3.40万元 reception=0.10万元\n"
        "预算数: kind=预算数 total=9.00万元 abroad=1.00万元 vehicle=7.50万元 "
        "vehicle_purchase=3.00万元 vehicle_running=4.50万元 reception=0.50万元\n");
}

TEST_CASE("one row of figures below a title: the title says whether it was planned or spent") {
  const std::string figures =
      "单位：万元\n\n"
      "| 合计 | 因公出国（境）费 | 公务用车购置及运行费 |  |  | 公务接待费 |\n"
      "|  |  | 小计 | 购置费 | 运行费 |  |\n"
      "| 8.00 |  | 7.00 | 3.00 | 4.00 | 1.00 |\n";
  const std::string amounts =
      " total=8.00万元 abroad=blank vehicle=7.00万元 vehicle_purchase=3.00万元 "
      "vehicle_running=4.00万元 reception=1.00万元\n";
  CHECK(read("“三公”经费预算表\n\n" + figures, "three_public") == "预算数: kind=预算数" + amounts);
  CHECK(read("“三公”经费支出决算表\n\n" + figures, "three_public") ==
        "决算数: kind=决算数" + amounts);
}

TEST_CASE("single spaces: a table that goes on behind a broken name is not read in part") {
  const std::string rows_read =
      "一般公共预算财政拨款支出决算表\n单位：万元\n"
      "科目编码 科目名称 合计 基本支出 项目支出\n"
      "208 社会保障和就业支出 9.00 7.00 2.00\n"
      "20805 行政事业单位养老支出 9.00 7.00 2.00\n"
      "2080501 行政单位离退休 4.00 3.00 1.00\n";
  CHECK(read(rows_read + "其中有说明。\n", "general").find("2080501") != std::string::npos);
  CHECK(read(rows_read + "机关事业单位基本养老保险\n2080505 5.00 4.00 1.00\n", "general") == "");
  CHECK(read(rows_read + "机关事业单位基本养老保险\n2080505 5.00 4.00 1.00\n缴费支出\n", "general")
            .ends_with("2080505: code=2080505 name=机关事业单位基本养老保险缴费支出 "
                       "total=5.00万元 basic=4.00万元 project=1.00万元\n"));
}

TEST_CASE(
    "a cell a line: two rows of as many heads are of more columns than rows that lost cells") {
  CHECK(read("政府性基金预算财政拨款收入支出决算表\n单位：万元\n\n"
             "项目\n年初结转和结余\n本年收入\n本年支出\n年末结转和结余\n\n"
             "科目编码\n科目名称\n合计\n基本支出\n项目支出\n\n"
             "221\n住房保障支出\n5.00\n5.00\n5.00\n\n"
             "22101\n保障性安居工程支出\n5.00\n5.00\n5.00\n\n"
             "2210105\n农村危房改造\n5.00\n5.00\n5.00\n",
             "fund") == "");
}

TEST_CASE("项目 over 编码 and 名称 is over nothing else: the head beside it is over the figures") {
  const auto shown = read(
      "一般公共预算财政拨款支出决算表\n单位：万元\n\n"
      "\t项目\n\t一般公共预算财政拨款支出决算数\n\n"
      "\t科目编码\n\t科目名称\n\t合计\n\t基本支出\n\t项目支出\n\n"
      "\t类\n\t款\n\t项\n\t\n\t\n\t\n\t\n\n"
      "\t207\n\t\n\t\n\t文化支出\n\t30.00\n\t20.00\n\t10.00\n\n"
      "\t20701\n\t\n\t\n\t文化和旅游\n\t30.00\n\t20.00\n\t10.00\n",
      "general");
  CHECK(shown.find("total=30.00万元") != std::string::npos);
}
