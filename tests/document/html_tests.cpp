// Web pages.
#include "document/html_reader.hpp"

#include "failure.hpp"
#include "packages.hpp"

#include <doctest/doctest.h>

using namespace tieout;
using namespace tieout::document;

namespace {

Document read_page(const std::string& html, const source::Limits& limits = {}) {
  return read_html(source::Source("t.html", html), limits);
}

std::string repeated(const std::string& text, int count) {
  std::string all;
  for (; count > 0; --count) all += text;
  return all;
}

}  // namespace

TEST_CASE("html: paragraphs and headings with their lines; white space collapses") {
  CHECK(shown(read_page("<html><head><title>x</title></head><body>\n<h2>一、概况</h2>\n"
                        "<p>支出\n  <b>12.5</b>&nbsp;万元<br>收入<!-- 不 -->15</p>"
                        "<script>var x = '<p>1</p>';</script><p style='display: none'>藏</p>尾")) ==
        "2:5 一、概况\n3:4 支出 12.5\u00A0万元\n4:26 收入15\n4:110 尾\n");
}

TEST_CASE("html: merged cells, sections, and cells of several paragraphs") {
  CHECK(shown_cells(read_page(
            "<table><caption>收入情况</caption><thead>"
            "<tr><th rowspan=2>机构<th colspan=2>其中</tr><tr><td>基本<td>项目</tr></thead>"
            "<tbody><tr><td><p>本</p><p>级</p></td><td>1.50</td><td></td></tr></table>")) ==
        "p0 收入情况\n"
        "[t1r1c1 0:机构 down 2][t1r1c2 1:其中 over 2]\n"
        "[t1r2c1 0:][t1r2c2 1:基本][t1r2c3 2:项目]\n"
        "[t1r3c1 0:本*级][t1r3c2 1:1.50][t1r3c3 2:]\n");
}

TEST_CASE("html: two figures of one text have places of their own") {
  const auto page = read_page("<p>支出12.5万元，&nbsp;收入15万元</p>");
  const auto& text = std::get<Paragraph>(page.blocks.at(0)).text;
  CHECK(text.place(text.text().find("12.5")) != text.place(text.text().find("15万")));
}

TEST_CASE("html: columns are exact behind what stands for characters") {
  const auto column_of = [](const std::string& line, const std::string& word) {
    const auto page = read_page("<p>" + line);
    const auto& text = std::get<Paragraph>(page.blocks.at(0)).text;
    return text.place(text.text().find(word)).column;
  };
  CHECK(column_of("支出&nbsp;&nbsp;12.5", "12.5") == 18);
  CHECK(column_of("支出&nbsp12.5", "12.5") == 11);
  CHECK(column_of("甲&amp;乙&#160;12.5", "12.5") == 17);
  CHECK(column_of("甲 & 乙 &#x4E07;元 &lt;12.5&gt;", "12.5") == 24);
  CHECK(column_of("1&#44;003.30", "003.30") == 10);
  CHECK(column_of("&ampx &unknown; 7", "7") == 20);
  CHECK(column_of("甲</i>乙&nbsp;</b>7", "7") == 20);
  CHECK(column_of("甲&#xaaaaaaaa;7", "7") == 17);
}

TEST_CASE("html: a reference to no character is read as the mark of what cannot be read") {
  const auto page = read_page("<p>甲&#xaaaaaaaa;&#xD800;&#x110000;乙");
  CHECK(std::get<Paragraph>(page.blocks.at(0)).text.text() == "甲\uFFFD\uFFFD\uFFFD乙");
}

TEST_CASE("html: a table that lays out others is read as what stands in it") {
  CHECK(shown_cells(read_page("<table><tr><td>左<td><table><tr><td>机构<td>合计</table>"
                              "<p>右</p></table>")) ==
        "p0 左\n[t1r1c1 0:机构][t1r1c2 1:合计]\np0 右\n");
}

TEST_CASE("html: hostile pages are refused before they become trees") {
  const auto depth = [](const std::string& page) {
    return failure_of([&] { (void)read_page(page); });
  };
  const std::string too_deep =
      "t.html: Levels of nested elements beyond the limit of 256; not read. If the file can be "
      "trusted, raise the limit with --limit xml-depth=NUMBER.";
  CHECK(depth(repeated("<div>", 300)) == too_deep);
  CHECK(depth(repeated("<div></p><table></div>", 100'000)) == too_deep);
  CHECK(depth(repeated("<b>", 200) + repeated("<p>x</p>", 5'000)) ==
        "t.html: Elements and attributes beyond the limit of 1000000; not read. If the file can "
        "be trusted, raise the limit with --limit xml-nodes=NUMBER.");
}

TEST_CASE("html: spans without end are bounded by the table") {
  CHECK(shown_cells(read_page("<table><tr><td rowspan=99999999>甲<td>1<tr><td>2</table>")) ==
        "[t1r1c1 0:甲 down 2][t1r1c2 1:1]\n[t1r2c1 0:][t1r2c2 1:2]\n");
  source::Limits limits;
  limits.table_cells = 5'000;
  CHECK(failure_of(
            [&] { (void)read_page("<table>" + repeated("<tr><td colspan=1000>1", 10), limits); }) ==
        "t.html: Paragraphs and table cells beyond the limit of 5000; not read. If the file can be "
        "trusted, "
        "raise the limit with --limit table-cells=NUMBER.");
}
