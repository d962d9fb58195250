#!/usr/bin/python3
"""Makes the files that take the most memory for their format: reports as dense as the limits let
them be, and some that are denser. Usage: dense.py FOLDER"""

import pathlib
import random
import sys
import zipfile

TITLE = "青石市图书馆2021年度部门整体支出绩效自评报告"
CELLS = 250_000  # Limits::table_cells
TEXT = 8 << 20  # Limits::text_bytes
INFLATED = 32 << 20  # Limits::inflated_bytes

random.seed(1)


def noise(size):
    """Text that does not pack well, so that no ratio gives it away."""
    return random.randbytes(size // 2).hex()


def package(path, parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            if content.endswith(">"):
                content += f"<!--{noise(len(content) // 60)}-->"
            archive.writestr(name, content)


def relations(**targets):
    return "<Relationships>" + "".join(
        f'<Relationship Id="{kind}" Type="x/{kind}" Target="{target}"/>'
        for kind, target in targets.items()) + "</Relationships>"


def docx(path, body):
    package(path, {"_rels/.rels": relations(officeDocument="word/document.xml"),
                   "word/document.xml": f'<w:document xmlns:w="w"><w:body>{body}</w:body></w:document>'})


def word_paragraph(text):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def xlsx(path, content, strings=""):
    package(path, {"_rels/.rels": relations(officeDocument="xl/workbook.xml"),
                   "xl/workbook.xml": '<workbook xmlns:r="r"><sheets><sheet name="'
                                      + "一" * 31 + '" r:id="worksheet"/></sheets></workbook>',
                   "xl/_rels/workbook.xml.rels": relations(worksheet="s.xml", sharedStrings="t.xml"),
                   "xl/s.xml": f"<worksheet><sheetData>{content}</sheetData></worksheet>",
                   "xl/t.xml": f"<sst>{strings}</sst>"})


def odf(path, kind, content):
    package(path, {"mimetype": f"application/vnd.oasis.opendocument.{kind}",
                   "content.xml": f'<o:d xmlns:o="o" xmlns:t="t" xmlns:b="b"><o:body><o:{kind}>'
                                  f"{content}</o:{kind}></o:body></o:d>"})


def text(path, content):
    path.write_bytes(content.encode()[:TEXT - 1])


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    docx(folder / "cells.docx", word_paragraph(TITLE) + "<w:tbl>"
         + ("<w:tr>" + "<w:tc/>" * 240 + "</w:tr>") * (CELLS // 250) + "</w:tbl>")
    docx(folder / "text.docx", word_paragraph(TITLE) + word_paragraph(noise(INFLATED - (2 << 20))))
    xlsx(folder / "cells.xlsx", ("<row>" + "<c><v>1</v></c>" * 248 + "</row>") * (CELLS // 250))
    xlsx(folder / "shared.xlsx", '<row><c t="s"><v>0</v></c></row>' * 10_000,
         f"<si><t>{noise(1 << 20)}</t></si>")
    xlsx(folder / "strings.xlsx", "", "<si/>" * (INFLATED // 6))
    odf(folder / "repeated.ods", "spreadsheet",
        '<b:table><b:table-row b:number-rows-repeated="1000000"><b:table-cell '
        'b:number-columns-repeated="16000"><t:p>1</t:p></b:table-cell></b:table-row></b:table>')
    odf(folder / "paragraphs.odt", "text", "<t:p>1</t:p>" * (CELLS - 10))
    text(folder / "paragraphs.html", "<html><body><p>" + TITLE + "<p>1" * (CELLS - 10))
    text(folder / "fields.csv", ",".join("1" * TEXT))


main()
