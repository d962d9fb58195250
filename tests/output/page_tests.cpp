// The page's data, and where figures stand in documents.
#include "output/marks.hpp"
#include "output/page_shape.hpp"
#include "output/writer.hpp"
#include "sample.hpp"

#include <doctest/doctest.h>

#include <sstream>

using namespace tieout;
using output::Json;
using output::Marks;
using source::Language;

namespace {

document::PlacedText line(std::string_view text, std::uint32_t number, std::uint32_t column = 1) {
  return {text, sample::place(number, column)};
}

std::string written(const finding::CheckedReport& report) {
  std::ostringstream out;
  const auto writer = output::make_writer("html", out, {.language = Language::en});
  writer->report(report);
  output::Summary summary;
  summary.add(report);
  writer->finish(summary);
  return out.str();
}

}  // namespace

TEST_CASE("a figure is marked where it stands, and only there") {
  Marks marks;
  const auto id = marks.add(sample::place(7, 5), "359.39");
  CHECK(marks.add(sample::place(7, 5), "359.39") == id);
  const auto found = marks.in(line("支出合计359.39万元", 7));
  REQUIRE(found.size() == 1);
  CHECK(found[0].begin == 12);
  CHECK(found[0].end == 18);
  CHECK(marks.in(line("支出合计359.39万元", 8)).empty());
  CHECK(marks.in(line("支出合计359.39万元", 7, 50)).empty());
}

TEST_CASE("figures of a paragraph of several lines are found in each") {
  Marks marks;
  const auto second = marks.add(sample::place(8, 1), "52");
  const auto first = marks.add(sample::place(7, 3), "12");
  auto text = line("共计12", 7);
  text.append("52项", sample::place(8, 1));
  const auto found = marks.in(text);
  REQUIRE(found.size() == 2);
  CHECK(found[0].id == first);
  CHECK(found[1].id == second);
  CHECK(found[1].begin == 8);
}

TEST_CASE("cells of documents and of sheets are told apart by all that their places say") {
  source::Place cell;
  cell.table = 2;
  cell.row = 3;
  cell.cell = 4;
  cell.paragraph = 1;
  cell.column = 1;
  source::Place sheet;
  sheet.sheet = "表1";
  sheet.address = "B7";
  Marks marks;
  marks.add(cell, "1.00");
  marks.add(sheet, "");
  CHECK(marks.in({"1.00", cell}).size() == 1);
  auto other = cell;
  other.row = 5;
  CHECK(marks.in({"1.00", other}).empty());
  CHECK(marks.in({"58%", sheet}).front().end == 3);
}

TEST_CASE("a document is its paragraphs and tables, figures with their ids") {
  document::Document document;
  document.blocks.emplace_back(document::Paragraph{line("一、支出", 1), 1});
  document::Table table;
  document::Cell cell{
      .paragraphs = {line("359.39", 2, 2)}, .row = 0, .column = 1, .column_span = 2};
  table.rows.push_back({{cell}, {}});
  document.blocks.emplace_back(table);
  Marks marks;
  marks.add(sample::place(2, 2), "359.39");
  CHECK(output::page_document(document, marks).dump() ==
        R"({"blocks":[{"heading":1,"text":["一、支出"]},{"rows":[[{"column":1,"span":2,)"
        R"("text":[[[0,"359.39"]]]}]]}],"omitted":0})");
}

TEST_CASE("text is one string where both languages agree, else a pair") {
  CHECK(output::both("359.39", "359.39") == "359.39");
  CHECK(output::both("表", "table").dump() == R"(["表","table"])");
}

TEST_CASE("each line of the arithmetic leads to its figure") {
  Marks marks;
  const auto json = output::page_report(sample::report({sample::units_rounding()}), marks);
  const auto& lines = json["findings"][0]["working"];
  REQUIRE(lines.size() == 6);
  for (std::size_t i = 0; i < 4; ++i) CHECK(lines[i]["mark"] == i);
  CHECK_FALSE(lines[5].contains("mark"));
  CHECK(lines[0]["label"].dump() ==
        R"x(["汇总 / 基本支出（左边）","汇总 / 基本支出 (left side)"])x");
  CHECK(lines[5]["number"] == "-0.01");
}

TEST_CASE("what a report says cannot end the element that it stands in") {
  auto report = sample::report({sample::logic_fails()});
  report.rules.push_back({report.findings.front().rule, {}});
  report.entity = "</script><script>alert(1)</script><!--";
  const auto page = written(report);
  CHECK(page.find("</script><script>alert") == std::string::npos);
  CHECK(page.find(R"(\u003c/script>\u003cscript>alert(1)\u003c/script>\u003c!--)") !=
        std::string::npos);
}

TEST_CASE("the page allows its own style and script, and nothing else") {
  const auto page = written(sample::report({}));
  CHECK(page.find("content=\"default-src 'none'; style-src 'sha256-") != std::string::npos);
  CHECK(page.find("http://www.w3.org/2000/svg") != std::string::npos);  // a name, not an address
  CHECK(page.find("https:") == std::string::npos);
  CHECK(page.find(" src=") == std::string::npos);
  CHECK(page.find(" style=") == std::string::npos);
}
