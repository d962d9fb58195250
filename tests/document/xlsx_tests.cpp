// Excel workbooks.
#include "packages.hpp"

#include <doctest/doctest.h>

using namespace tieout;
using namespace tieout::document;

namespace {

std::string row(const std::string& number, const std::string& cells, const std::string& more = "") {
  return "<row r='" + number + "' " + more + ">" + cells + "</row>";
}

std::string number(const std::string& address, const std::string& value, int style = 0) {
  return "<c r='" + address + "' s='" + std::to_string(style) + "'><v>" + value + "</v></c>";
}

std::string words(const std::string& address, const std::string& text) {
  return "<c r='" + address + "' t='inlineStr'><is><t>" + text + "</t></is></c>";
}

Document read_sheet(const Sheet& sheet) { return read_bytes("report.xlsx", xlsx(sheet)); }

}  // namespace

TEST_CASE("xlsx: shared, rich and inline strings, with the cells' addresses") {
  CHECK(
      shown_cells(read_sheet(
          {.content = "<sheetData>" +
                      row("2", "<c r='B2' t='s'><v>1</v></c>" + words("C2", "公共财\n政拨款")) +
                      row("3", "<c r='B3' t='s'><v>0</v></c>" + number("C3", "5")) + "</sheetData>",
           .strings =
               {"<t>本级</t>",
                "<r><t>机构</t></r><r><t>名称</t></r><rPh sb='0' eb='2'><t>kana</t></rPh>"}})) ==
      "[收入!B2 0:机构名称][收入!C2 1:公共财*政拨款]\n[收入!B3 0:本级][收入!C3 1:5]\n");
}

TEST_CASE(
    "xlsx: a number is what the sheet shows, what it stores is kept beside; one without a format "
    "is what is stored") {
  CHECK(shown_cells(read_sheet(
            {.content =
                 "<sheetData>" +
                 row("1", number("A1", "1003.3", 1) + number("B1", "1003.3") +
                              number("C1", "0.57999999999999996") +
                              number("D1", "0.92310000000000003", 2) + number("E1", "43261", 3) +
                              number("F1", "-1234567.5", 4) + number("G1", "1234.5", 5)) +
                 "</sheetData>",
             .codes = {"0.00", "0.00%", "yyyy\"年\"m\"月\"d\"日\"",
                       "#,##0.00_ ;[Red]\\-#,##0.00\\ ", "0.0\"万元\""}})) ==
        "[收入!A1=1003.3 0:1003.30][收入!B1 1:1003.3][收入!C1=0.57999999999999996 2:0.58]"
        "[收入!D1=0.92310000000000003 3:92.31%][收入!E1=43261 4:2018年6月10日]"
        "[收入!F1=-1234567.5 5:-1,234,567.50][收入!G1=1234.5 6:1234.5万元]\n");
}

TEST_CASE("xlsx: days are counted from 1904 where the workbook says so") {
  const Sheet sheet{.content = "<sheetData>" + row("1", number("A1", "41799", 1)) + "</sheetData>",
                    .codes = {"yyyy-mm-dd"},
                    .workbook_properties = "<workbookPr date1904='1'/>"};
  CHECK(shown_cells(read_sheet(sheet)) == "[收入!A1=41799 0:2018-06-10]\n");
}

TEST_CASE("xlsx: merged cells, blank columns before the table and blank rows in it") {
  CHECK(shown_cells(read_sheet(
            {.content = "<sheetData>" + row("3", words("C3", "机构") + words("D3", "其中")) +
                        row("4", words("D4", "基本") + words("E4", "项目")) +
                        row("7", words("C7", "本级") + number("E7", "2")) +
                        "</sheetData><mergeCells><mergeCell ref='C3:C4'/><mergeCell ref='D3:E3'/>"
                        "</mergeCells>"})) ==
        "[收入!C3 0:机构 down 2][收入!D3 1:其中 over 2]\n"
        "[收入!C4 0:][收入!D4 1:基本][收入!E4 2:项目]\n"
        "[收入!C7 0:本级][收入!D7 1:][收入!E7 2:2]\n");
}

TEST_CASE("xlsx: a cell that strayed far away makes the table neither wide nor long") {
  CHECK(shown_cells(read_sheet(
            {.content = "<sheetData>" + row("1", words("A1", "机构") + words("C1", "合计")) +
                        row("1000000", words("A1000000", "甲") + number("XFD1000000", "5")) +
                        "</sheetData><mergeCells><mergeCell ref='A1:B1'/></mergeCells>"})) ==
        "[收入!A1 0:机构][收入!C1 1:合计][收入!XFD1 2:]\n"
        "[收入!A1000000 0:甲][收入!C1000000 1:][收入!XFD1000000 2:5]\n");
}

TEST_CASE("xlsx: a text that is alone in its row reaches over the cells to its right") {
  CHECK(shown_cells(read_sheet({.content = "<sheetData>" + row("1", words("A1", "收入情况")) +
                                           row("2", words("B2", "单位：万元")) +
                                           row("3", words("A3", "机构") + words("B3", "合计")) +
                                           row("4", number("B4", "5")) + "</sheetData>"})) ==
        "[收入!A1 0:收入情况 over 2]\n[收入!A2 0:][收入!B2 1:单位：万元]\n"
        "[收入!A3 0:机构][收入!B3 1:合计]\n[收入!A4 0:][收入!B4 1:5]\n");
}

TEST_CASE("xlsx: formulas are what they came to; what is unknown, in error or hidden is told") {
  const auto document =
      read_sheet({.content = "<cols><col min='2' max='2' hidden='1'/></cols><sheetData>" +
                             row("1",
                                 "<c r='A1'><f>SUM(B1:B2)</f><v>7.5</v></c>"
                                 "<c r='B1'><f>SUM(C1:C2)</f></c>"
                                 "<c r='C1' t='e'><f>A1/0</f><v>#DIV/0!</v></c>",
                                 "hidden='1'") +
                             row("2",
                                 "<c r='A2' t='str'><f>\"x\"</f><v>文字</v></c>"
                                 "<c r='B2' t='b'><v>1</v></c>") +
                             "</sheetData>",
                  .state = "veryHidden"});
  CHECK(shown_cells(document) ==
        "[收入!A1 0:7.5][收入!B1 1:=SUM(C1:C2)][收入!C1 2:#DIV/0!]\n"
        "[收入!A2 0:文字][收入!B2 1:TRUE][收入!C2 2:]\n");
  CHECK(notes_of(document) ==
        "The sheet \"收入\" is hidden; it was read like the others.\n"
        "The sheet \"收入\" has 1 hidden row(s); they were read like the others.\n"
        "The sheet \"收入\" has hidden columns; they were read like the others.\n"
        "In the sheet \"收入\", B1 are formulas without a calculated value, so that theirs is not "
        "known; open the file in an office program and save it.\n"
        "In the sheet \"收入\", C1 show errors such as #DIV/0!; mend their formulas.\n");
}
