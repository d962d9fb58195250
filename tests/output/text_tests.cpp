// The formats for people.
#include "output/words.hpp"
#include "output/writer.hpp"
#include "sample.hpp"

#include <doctest/doctest.h>

#include <sstream>

using namespace tieout;
using source::Language;

namespace {

std::string written(std::string_view format, const std::vector<finding::Finding>& findings,
                    output::Style style) {
  std::ostringstream out;
  output::Summary summary;
  const auto report = sample::report(findings);
  const auto writer = output::make_writer(format, out, style);
  summary.add(report);
  writer->report(report);
  writer->finish(summary);
  return out.str();
}

const output::Style chinese = {.language = Language::zh};
const output::Style english = {.language = Language::en};

}  // namespace

TEST_CASE("pretty shows what was added up, where, and what rounding allows") {
  CHECK("\n" + written("pretty", {sample::units_rounding()}, chinese) == R"(
市科学技术协会，2017 年（samples/city.txt）
  检查结果：相符 0，尾差 1，不符 0，无法判断 0，不适用 0，出错 0

  说明  汇总数等于下级单位之和  spending.units  001122334455
    第143行第2列  支出 / 汇总 / 基本支出
    汇总为 359.39万元，各单位之和为 359.40万元。

        359.39 万元  汇总 / 基本支出（左边）  第143行第2列
         23.88 万元  机关 / 基本支出          第150行第2列
      + 283.54 万元  学会 / 基本支出          第159行第2列
      +  51.98 万元  科技馆 / 基本支出        第168行第2列
      = 359.40 万元  右边
      →  -0.01 万元  相差（左边减右边）；四舍五入最多可解释 0.02万元

    建议：核对各单位的数字
    依据：财预〔2013〕53号

共 1 份报告，1 项检查：相符 0，尾差 1，不符 0，无法判断 0，不适用 0，出错 0。退出状态 0：没有达到“错误”级别的问题。
)");
}

TEST_CASE("pretty in English, with a quotient") {
  CHECK("\n" + written("pretty", {sample::share_fails()}, english) == R"(
市科学技术协会, 2017 (samples/city.txt)
  Checks: holds 0, rounding 0, fails 1, undecided 0, not applicable 0, error 0

  warning  Shares agree with amounts  narrative.shares
    line 557 column 40  占比 / 占比
    占比 is 36%, the other figures give 69.7%; the difference is -

          36      %       占比 (left side)  line 557 column 40
      · 1003.30   万元    总额              line 141 column 2
      ·  699.34   万元    金额              line 557 column 2
      =  ≈69.7040 %       right side
      → ≈-33.7040 百分点  difference (left - right)

1 report(s), 1 check(s): holds 0, rounding 0, fails 1, undecided 0, not applicable 0, error 0. Exit status 0: no findings of severity error or graver.
)");
}

TEST_CASE("graver findings come first") {
  const auto text = written(
      "pretty", {sample::units_rounding(), sample::share_fails(), sample::logic_fails()}, chinese);
  const auto error = text.find("grade.known");
  const auto warning = text.find("narrative.shares");
  const auto note = text.find("spending.units");
  CHECK(error < warning);
  CHECK(warning < note);
  CHECK(note != std::string::npos);
}

TEST_CASE("figures in another unit are shown in the left side's, with what was written") {
  auto found = sample::units_rounding();
  auto& piece = found.outcome.evidence[1];
  piece.figure = sample::figure_of("238800", "元", piece.place);
  piece.raw = "238,800元";
  const auto text = written("pretty", {found}, chinese);
  CHECK(text.find("  23.88 万元  机关 / 基本支出 “238,800元”") != std::string::npos);
}

TEST_CASE("factors and constants of a sum are shown") {
  auto found = sample::units_rounding();
  found.outcome.evidence[2].coefficient = -2;  // 2 x 283.54
  found.outcome.evidence[3].coefficient = 1;   // - 51.98
  found.outcome.right->base = 5'469'800;       // 23.88 + 567.08 - 51.98 + 8
  found.right->value = "546.98";
  const auto text = written("pretty", {found}, chinese);
  CHECK(text.find("+2 × 283.54 万元  学会") != std::string::npos);
  CHECK(text.find("-     51.98 万元  科技馆") != std::string::npos);
  CHECK(text.find("+      8    万元  规则中的常数") != std::string::npos);
}

TEST_CASE("of many addends the largest are shown, in the order of the report") {
  auto found = sample::units_rounding();
  found.outcome.evidence.resize(1);
  for (std::uint32_t i = 1; i <= 30; ++i) {
    found.outcome.evidence.push_back(sample::evidence(
        "单位" + std::to_string(i), std::to_string(i) + ".00", check::Side::right, -1, 200 + i));
  }
  found.outcome.right->base = 4'650'000;
  const auto text = written("pretty", {found}, chinese);
  CHECK(text.find("单位10 /") == std::string::npos);
  CHECK(text.find("单位11 /") < text.find("单位30 /"));
  CHECK(text.find("…") != std::string::npos);
  CHECK(text.find("另有 10 项") != std::string::npos);
}

TEST_CASE("what a report holds cannot speak to the terminal") {
  const auto text = written("pretty", {sample::logic_fails()}, chinese);
  CHECK(text.find('\x1b') == std::string::npos);
  CHECK(text.find("评价等次 “很 [2J好”  第12行第5列") != std::string::npos);
}

TEST_CASE("colours are used only where they are wanted") {
  auto colored = chinese;
  colored.color = true;
  CHECK(written("pretty", {sample::units_rounding()}, colored).find("\x1b[") != std::string::npos);
  CHECK(written("pretty", {sample::units_rounding()}, chinese).find("\x1b[") == std::string::npos);
}

TEST_CASE("a report in which nothing was decided says so") {
  const auto text = written("pretty", {sample::undecided()}, chinese);
  CHECK(text.find("没有一项检查得出结论") != std::string::npos);
  CHECK(text.find("退出状态 2：有 1 份报告没有一项检查得出结论。") != std::string::npos);
}

TEST_CASE("with all checks, those that are no findings follow with their reason") {
  auto all = english;
  all.all_checks = true;
  const auto text = written("pretty", {sample::undecided(), sample::logic_fails()}, all);
  CHECK(
      text.find("  undecided  balance.carried  上年结余  上年结余 (prior_balance) is missing\n") !=
      std::string::npos);
}

TEST_CASE("concise is a line a finding that editors can jump to, then the counts") {
  CHECK("\n" + written("concise", {sample::logic_fails(), sample::units_rounding()}, english) == R"(
samples/city.txt:12:5: error: grade.known: 评价等次: grade in ("优") is not satisfied
samples/city.txt:143:2: note: spending.units: The summary is 359.39万元, the units come to 359.40万元.
1 report(s), 2 check(s): holds 0, rounding 1, fails 1, undecided 0, not applicable 0, error 0. Exit status 1: 1 finding(s) of severity error or graver.
)");
}

TEST_CASE("concise lists what could not be read") {
  std::ostringstream out;
  output::Summary summary;
  summary.unreadable.push_back({"a.txt", source::Message("source.not_found"), {}});
  output::make_writer("concise", out, english)->finish(summary);
  CHECK(out.str() ==
        "a.txt: error: There is no such file; check that its path is right.\n"
        "0 report(s), 0 check(s): holds 0, rounding 0, fails 0, undecided 0, not applicable 0, "
        "error 0. Exit status 2: 1 file(s) or report(s) could not be read.\n");
}

TEST_CASE("places read as people say them") {
  source::Place cell;
  cell.source = sample::place(1).source;
  cell.table = 2;
  cell.row = 3;
  cell.cell = 4;
  source::Place sheet;
  sheet.sheet = "表一";
  sheet.address = "B3";
  source::Place pointer;
  pointer.pointer = "/spending/0/total";
  CHECK(output::place_words(cell, "samples/city.txt", Language::zh) == "表2第3行第4格");
  CHECK(output::place_words(cell, "samples/city.txt", Language::en) == "table 2 row 3 cell 4");
  CHECK(output::place_words(sheet, "", Language::zh) == "工作表“表一”B3");
  CHECK(output::place_words(pointer, "", Language::en) == "/spending/0/total");
  CHECK(output::place_words({}, "samples/city.txt", Language::en) == "");
  CHECK(output::place_words(sample::place(7), "this-year.txt", Language::zh) ==
        "samples/city.txt 第7行第2列");
}

TEST_CASE("there is a writer for each format and for no other") {
  std::ostringstream out;
  for (const auto format : output::formats()) {
    CHECK(output::make_writer(format, out, english) != nullptr);
  }
  CHECK(output::make_writer("yaml", out, english) == nullptr);
}
