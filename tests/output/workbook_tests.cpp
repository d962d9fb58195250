// The working paper as Excel's readers take it.
#include "document/reader.hpp"
#include "output/workbook.hpp"
#include "output/writer.hpp"
#include "sample.hpp"

#include <doctest/doctest.h>

#include <map>
#include <sstream>

using namespace tieout;
using output::Workbook;
using source::Language;

namespace {

std::string bytes_of(Workbook& book) {
  std::ostringstream out;
  book.write_to(out);
  return out.str();
}

/// What our own reader reads: sheet and address to text.
std::map<std::string, std::string> cells_of(const std::string& bytes) {
  const source::Limits limits;
  const auto recognised = document::recognise_format("book.xlsx", bytes, limits, 1);
  const auto read = document::read_document(recognised, "book.xlsx", bytes, limits);
  std::map<std::string, std::string> cells;
  for (const auto& block : read.blocks) {
    const auto* table = std::get_if<document::Table>(&block);
    if (table == nullptr) continue;
    for (const auto& row : table->rows) {
      for (const auto& cell : row.cells) {
        std::string text;
        for (const auto& paragraph : cell.paragraphs) {
          text += (text.empty() ? "" : "\n") + paragraph.text();
        }
        const auto place = cell.joined().place(0);
        if (!text.empty()) cells[place.sheet + "!" + place.address] = text;
      }
    }
  }
  return cells;
}

std::string written(const std::vector<finding::Finding>& findings, Language language) {
  std::ostringstream out;
  output::Summary summary;
  const auto report = sample::report(findings);
  const auto writer = output::make_writer("xlsx", out, {.language = language});
  summary.add(report);
  writer->report(report);
  writer->finish(summary);
  return out.str();
}

}  // namespace

TEST_CASE("text stays text, whatever it begins with and holds") {
  Workbook book;
  auto& sheet = book.add_sheet("one", {"a", "b", "c", "d"});
  sheet.add({output::Text{"=1+1"}, output::Text{"+A1\n-2"}, output::Text{"@x\x1b[2J\xff"},
             output::Text{"_x0041_ <&>"}});
  const auto cells = cells_of(bytes_of(book));
  CHECK(cells.at("one!A2") == "=1+1");
  CHECK(cells.at("one!B2") == "+A1\n-2");
  CHECK(cells.at("one!C2") == "@x [2J\uFFFD");
  CHECK(cells.at("one!D2") == "_x0041_ <&>");
}

TEST_CASE("numbers are shown with the decimals and the unit that they were stated with") {
  Workbook book;
  auto& sheet = book.add_sheet("one", {"a", "b", "c"});
  sheet.add({output::Number{"1003.30", "万元"}, output::Number{"12345678901234567.89", "元"},
             output::Formula{"A2*2", {"2006.60", "万元"}}});
  const auto cells = cells_of(bytes_of(book));
  CHECK(cells.at("one!A2") == "1003.30万元");
  CHECK(cells.at("one!B2") == "12345678901234567.89元");
  CHECK(cells.at("one!C2") == "2006.60万元");
}

TEST_CASE("a sheet says how much room it has") {
  Workbook book;
  auto& sheet = book.add_sheet("one", {"a"});
  CHECK(sheet.next_row() == 2);
  CHECK(sheet.has_room(1'048'574));
  CHECK_FALSE(sheet.has_room(1'048'575));
}

TEST_CASE("fifteen digits are a number, more are not") {
  CHECK(output::fits_number("0.00123456789012345"));
  CHECK(output::fits_number("-123456789012.345"));
  CHECK_FALSE(output::fits_number("1234567890123456"));
}

TEST_CASE("the working paper has the check sheet, the findings and their figures, in Chinese") {
  auto found = sample::units_rounding();
  auto report = sample::report({found, sample::logic_fails()});
  report.rules = {{report.findings[0].rule, {0, 1, 0, 2, 0, 0}},
                  {report.findings[1].rule, {0, 0, 1, 0, 0, 0}}};
  std::ostringstream out;
  output::Summary summary;
  const auto writer = output::make_writer("xlsx", out, {.language = Language::zh});
  summary.add(report);
  writer->report(report);
  writer->finish(summary);
  const auto cells = cells_of(out.str());
  CHECK(cells.at("检查表!C1") == "检查内容");
  CHECK(cells.at("检查表!D2") == "是");
  CHECK(cells.at("检查表!F2") == "其中 1 处为尾差；另有 2 处无法判断\n依据：财预〔2013〕53号");
  CHECK(cells.at("检查表!D3") == "否");
  CHECK(cells.at("问题!E2") == "汇总为 359.39万元，各单位之和为 359.40万元。");
  CHECK(cells.at("问题!H2") == "-0.01万元");
  CHECK(cells.at("问题!J2") == "第143行第2列");
  CHECK(cells.at("计算!D2") == "汇总 / 基本支出");
  CHECK(cells.at("计算!F3") == "23.88");
  CHECK(cells.at("全部检查!C2") == "尾差");
  CHECK(cells.at("汇总!M1") == "说明");
  CHECK(cells.at("汇总!N1") == "涉及金额");
  CHECK(cells.at("汇总!O1") == "备注");
  CHECK(cells.at("汇总!A3") == "合计");
}

TEST_CASE("the same findings give the same bytes, and English has its own words") {
  CHECK(written({sample::share_fails()}, Language::zh) ==
        written({sample::share_fails()}, Language::zh));
  const auto cells = cells_of(written({sample::share_fails()}, Language::en));
  CHECK(cells.at("Findings!B2") == "warning");
  CHECK(cells.at("Findings!G2") == "69.70397688%");
}

TEST_CASE("the summary says what is at stake in a report") {
  auto found = sample::units_rounding();
  found.severity = language::Severity::error;
  found.outcome.verdict = figure::Verdict::fails;
  found.outcome.difference = 30'000;
  CHECK(cells_of(written({found}, Language::zh)).at("汇总!N2") == "3.00万元");
}
