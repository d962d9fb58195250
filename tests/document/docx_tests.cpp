// Word documents.
#include "packages.hpp"

#include <doctest/doctest.h>

using namespace tieout;
using namespace tieout::document;

namespace {

std::string p(const std::string& text, const std::string& properties = "") {
  return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t xml:space='preserve'>" + text +
         "</w:t></w:r></w:p>";
}

std::string tc(const std::string& text, const std::string& properties = "") {
  return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + p(text) + "</w:tc>";
}

std::string shown_docx(const std::string& body, const std::vector<ZipPart>& more = {}) {
  return shown_cells(read_bytes("report.docx", docx(body, more)));
}

const std::string begins = "<w:vMerge w:val='restart'/>";
const std::string goes_on = "<w:vMerge/>";
const std::string wide = "<w:gridSpan w:val='2'/>";

}  // namespace

TEST_CASE("docx: paragraphs are numbered without the blank ones, spaces within are kept") {
  CHECK(shown_docx(p("2021年度报告") + p("  ") + p("支出 12.5 万元")) ==
        "p1 2021年度报告\np2 支出 12.5 万元\n");
}

TEST_CASE("docx: merged cells stand once, those below them are blank") {
  CHECK(shown_docx("<w:tbl>"
                   "<w:tr>" +
                   tc("机构", begins) + tc("其中", wide) +
                   "</w:tr>"
                   "<w:tr>" +
                   tc("", goes_on) + tc("基本") + tc("项目") +
                   "</w:tr>"
                   "<w:tr>" +
                   tc("本级") + tc("1.50") + tc("") +
                   "</w:tr>"
                   "</w:tbl>") ==
        "[t1r1c1 0:机构 down 2][t1r1c2 1:其中 over 2]\n"
        "[t1r2c1 0:][t1r2c2 1:基本][t1r2c3 2:项目]\n"
        "[t1r3c1 0:本级][t1r3c2 1:1.50][t1r3c3 2:]\n");
}

TEST_CASE("docx: columns left out before a row, and borders that do not quite meet") {
  const std::string grid =
      "<w:tblGrid><w:gridCol w:w='1000'/><w:gridCol w:w='40'/><w:gridCol w:w='1000'/></w:tblGrid>";
  CHECK(shown_docx("<w:tbl>" + grid + "<w:tr>" + tc("机构", wide) + tc("合计") +
                   "</w:tr>"
                   "<w:tr>" +
                   tc("本级") + tc("5", wide) +
                   "</w:tr>"
                   "<w:tr><w:trPr><w:gridBefore w:val='2'/></w:trPr>" +
                   tc("6") +
                   "</w:tr>"
                   "</w:tbl>") ==
        "[t1r1c1 0:机构][t1r1c2 1:合计]\n"
        "[t1r2c1 0:本级][t1r2c2 1:5]\n"
        "[t1r3c1 1:6]\n");
}

TEST_CASE("docx: content controls are gone through, tables in cells follow") {
  CHECK(shown_docx("<w:sdt><w:sdtContent>" + p("标题") +
                   "</w:sdtContent></w:sdt>"
                   "<w:tbl><w:sdt><w:sdtContent><w:tr><w:sdt><w:sdtContent>" +
                   tc("外") + "</w:sdtContent></w:sdt><w:tc>" + p("一") + p("二") +
                   "<w:tbl><w:tr>" + tc("内") +
                   "</w:tr></w:tbl></w:tc></w:tr></w:sdtContent>"
                   "</w:sdt></w:tbl>" +
                   p("后")) ==
        "p1 标题\n"
        "[t1r1c1 0:外][t1r1c2 1:一*二]\n"
        "[t2r1c1 0:内]\n"
        "p2 后\n");
}

TEST_CASE("docx: changes are read as accepted, and told") {
  const auto document = read_bytes(
      "report.docx",
      docx("<w:p><w:r><w:t>支出</w:t></w:r><w:del><w:r><w:delText>12</w:delText></w:r></w:del>"
           "<w:ins><w:r><w:t>15</w:t></w:r></w:ins><w:r><w:t>万元</w:t></w:r></w:p>"
           "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>前半</w:t></w:r></w:p>" +
           p("后半") + "<w:tbl><w:tr><w:trPr><w:del/></w:trPr>" + tc("删去") + "</w:tr><w:tr>" +
           tc("留下") + "</w:tr></w:tbl>"));
  CHECK(shown_cells(document) == "p1 支出15万元\np2 前半后半\n[t1r1c1 0:留下]\n");
  CHECK(notes_of(document) ==
        "The document has tracked changes; it was read as if all were accepted.\n");
}

TEST_CASE("docx: hidden text is left out, and told") {
  const auto document = read_bytes(
      "report.docx", docx("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>12</w:t></w:r>"
                          "<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>15</w:t></w:r></w:p>"));
  CHECK(shown_cells(document) == "p1 15\n");
  CHECK(notes_of(document) ==
        "The document has hidden text, which is not printed and was not "
        "read.\n");
}

TEST_CASE("docx: text boxes are read once, notes behind their paragraph, fields by their result") {
  const std::string box = "<w:txbxContent>" + p("框中") + "</w:txbxContent>";
  CHECK(shown_docx("<w:p><w:r><w:t>正文</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r>"
                   "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>" +
                       box + "</w:drawing></mc:Choice><mc:Fallback><w:pict>" + box +
                       "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
                       "<w:r><w:instrText>PAGE 7</w:instrText></w:r><w:r><w:t>完</w:t></w:r></w:p>",
                   {{"footnotes.xml",
                     "<w:footnotes xmlns:w='w'><w:footnote w:id='0' w:type='separator'>" + p("—") +
                         "</w:footnote><w:footnote w:id='2'>" + p("脚注") +
                         "</w:footnote></w:footnotes>"}}) == "p1 正文完\np2 框中\np3 脚注\n");
}

TEST_CASE("docx: a line that the author broke is a paragraph of its own, at its place") {
  const auto document = read_bytes(
      "report.docx", docx("<w:p><w:r><w:t>甲：1</w:t><w:br/><w:t>乙：2</w:t></w:r></w:p>"));
  REQUIRE(document.blocks.size() == 2);
  const auto& second = std::get<Paragraph>(document.blocks[1]).text;
  CHECK(second.text() == "乙：2");
  CHECK(second.place(0).paragraph == 1);
  CHECK(second.place(0).column == 5);
}

TEST_CASE("docx: numbers that Word generates stand in the text") {
  const auto level = [](int number, const std::string& format, const std::string& text,
                        const std::string& more = "") {
    return "<w:lvl w:ilvl='" + std::to_string(number) + "'><w:start w:val='1'/><w:numFmt w:val='" +
           format + "'/>" + more + "<w:lvlText w:val='" + text + "'/></w:lvl>";
  };
  const std::string numbering =
      "<w:numbering xmlns:w='w'><w:abstractNum w:abstractNumId='4'>" +
      level(0, "chineseCounting", "%1、") + level(1, "chineseCounting", "（%2）") +
      level(2, "decimal", "%1.%3", "<w:isLgl/>") + level(3, "bullet", "•") +
      "</w:abstractNum>"
      "<w:num w:numId='1'><w:abstractNumId w:val='4'/></w:num>"
      "<w:num w:numId='2'><w:abstractNumId w:val='4'/><w:lvlOverride w:ilvl='0'>"
      "<w:startOverride w:val='1'/></w:lvlOverride></w:num></w:numbering>";
  const std::string styles =
      "<w:styles xmlns:w='w'><w:style w:type='paragraph' w:styleId='a1'><w:pPr>"
      "<w:numPr><w:numId w:val='1'/></w:numPr><w:outlineLvl w:val='0'/></w:pPr></w:style>"
      "<w:style w:type='paragraph' w:styleId='a2'><w:basedOn w:val='a1'/></w:style></w:styles>";
  const auto in_list = [](const char* list, const char* depth) {
    return std::string("<w:numPr><w:ilvl w:val='") + depth + "'/><w:numId w:val='" + list +
           "'/></w:numPr>";
  };
  CHECK(shown_docx(p("概况", "<w:pStyle w:val='a1'/>") + p("人员", in_list("1", "1")) +
                       p("机构", in_list("1", "1")) + p("收支", "<w:pStyle w:val='a2'/>") +
                       p("2021年收入", in_list("1", "2")) + p("支出", in_list("1", "1")) +
                       p("圆点", in_list("1", "3")) + p("附录", in_list("2", "0")),
                   {{"numbering.xml", numbering}, {"styles.xml", styles}}) ==
        "p1 一、概况 (h1)\np2 （一）人员\np3 （二）机构\np4 二、收支 (h1)\n"
        "p5 2.1 2021年收入\np6 （一）支出\np7 圆点\np8 一、附录\n");
}
