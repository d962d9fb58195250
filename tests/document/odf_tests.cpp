// OpenDocument text and spreadsheets.
#include "packages.hpp"

#include <doctest/doctest.h>

using namespace tieout;
using namespace tieout::document;

namespace {

std::string p(const std::string& text) { return "<text:p>" + text + "</text:p>"; }

std::string cell(const std::string& content, const std::string& attributes = "") {
  return "<table:table-cell " + attributes + ">" + content + "</table:table-cell>";
}

}  // namespace

TEST_CASE("odt: paragraphs, spaces, notes, boxes; tables with merged cells and tables in them") {
  CHECK(shown_cells(read_bytes(
            "r.odt", odt(p("支出<text:s text:c='2'/>12.5\n  万元<text:note><text:note-citation>1"
                           "</text:note-citation><text:note-body>" +
                           p("注") + "</text:note-body></text:note><draw:frame><draw:text-box>" +
                           p("框") + "</draw:text-box></draw:frame>") +
                         "<table:table><table:table-header-rows><table:table-row>" +
                         cell(p("机构"), "table:number-rows-spanned='2'") +
                         cell(p("其中"), "table:number-columns-spanned='2'") +
                         "<table:covered-table-cell/></table:table-row></table:table-header-rows>"
                         "<table:table-row><table:covered-table-cell/>" +
                         cell(p("基本")) +
                         cell(p("项目") + "<table:table><table:table-row>" + cell(p("内")) +
                              "</table:table-row></table:table>") +
                         "</table:table-row></table:table>"))) ==
        "p1 支出  12.5 万元\np2 注\np3 框\n"
        "[t1r1c1 0:机构 down 2][t1r1c2 1:其中 over 2]\n"
        "[t1r2c1 0:][t1r2c2 1:基本][t1r2c3 2:项目]\n"
        "[t2r1c1 0:内]\n");
}

TEST_CASE("odt: numbers of lists stand in the text; a list may go on") {
  const std::string styles =
      "<text:list-style style:name='L1'>"
      "<text:list-level-style-number text:level='1' style:num-format='一, 二, 三, ...' "
      "style:num-suffix='、'/>"
      "<text:list-level-style-number text:level='2' style:num-format='1' style:num-prefix='（' "
      "style:num-suffix='）'/></text:list-style>";
  const auto list = [](const std::string& attributes, const std::string& items) {
    return "<text:list text:style-name='L1' " + attributes + ">" + items + "</text:list>";
  };
  const auto item = [](const std::string& content) {
    return "<text:list-item>" + content + "</text:list-item>";
  };
  CHECK(shown_cells(read_bytes(
            "r.odt",
            odt(list("xml:id='a'", item(p("概况") + list("", item(p("人员")) + item(p("机构"))))) +
                    list("text:continue-list='a'", item(p("收支") + p("续"))) +
                    list("", item(p("另起"))),
                styles))) ==
        "p1 一、概况\np2 （1）人员\np3 （2）机构\np4 二、收支\np5 续\np6 一、另起\n");
}

TEST_CASE("odt: changes are read as accepted, and told") {
  const auto document = read_bytes(
      "r.odt", odt("<text:tracked-changes><text:changed-region><text:deletion>" + p("12") +
                   "</text:deletion></text:changed-region></text:tracked-changes>" +
                   p("支出<text:change text:change-id='1'/>15")));
  CHECK(shown_cells(document) == "p1 支出15\n");
  CHECK(notes_of(document) ==
        "The document has tracked changes; it was read as if all were accepted.\n");
}

TEST_CASE("ods: cells as they are shown, repeated and merged; blank rows without end") {
  const auto document = read_bytes(
      "r.ods", ods("<table:table table:name='支出' table:style-name='hid'><table:table-row>" +
                       cell(p("机构"), "table:number-rows-spanned='2' office:value-type='string'") +
                       cell(p("5.00"),
                            "table:number-columns-repeated='2' office:value-type='float' "
                            "office:value='5'") +
                       "</table:table-row><table:table-row table:visibility='collapse'>"
                       "<table:covered-table-cell/>" +
                       cell(p("92.31%")) +
                       "</table:table-row><table:table-row table:number-rows-repeated='1048574'>" +
                       cell("", "table:number-columns-repeated='16384'") +
                       "</table:table-row></table:table>",
                   "<style:style style:name='hid'><style:table-properties table:display='false'/>"
                   "</style:style>"));
  CHECK(shown_cells(document) ==
        "[支出!A1 0:机构 down 2][支出!B1=5 1:5.00][支出!C1=5 2:5.00]\n"
        "[支出!A2 0:][支出!B2 1:92.31%][支出!C2 2:]\n");
  CHECK(notes_of(document) ==
        "The sheet \"支出\" is hidden; it was read like the others.\n"
        "The sheet \"支出\" has 1 hidden row(s); they were read like the others.\n");
}
