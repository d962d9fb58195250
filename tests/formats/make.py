#!/usr/bin/python3
"""Makes one report in many formats, by programs that are not ours: python-docx, openpyxl and
LibreOffice. Usage: make.py REPORT.txt FOLDER: the report in all formats, as report.docx and so on
                    make.py LAYOUTS FOLDER: each .txt of a folder in some formats, by its name

A report is text with paragraphs and tables in Markdown. A merged cell says in the others that it
covers from where it goes on: "^" from above, "<" from the left."""

import csv
import html
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
from decimal import Decimal, InvalidOperation

import docx
import openpyxl
from docx.oxml import OxmlElement
from openpyxl.styles import Alignment


class Cell:
    def __init__(self, text):
        self.text = text
        self.rows = 1
        self.columns = 1


class Grid(list):
    """Rows of cells; a position that a merged cell covers holds the same Cell."""
    heads = 0  # rows that are repeated on each page


def grid_of(lines):
    rows = Grid()
    for line in lines:
        texts = [text.strip() for text in line.strip().strip("|").split("|")]
        if all(re.fullmatch(r":?-+:?", text) for text in texts):
            rows.heads = max((row + cell.rows for row, _, cell in firsts(rows)), default=0)
            continue
        row = []
        for column, text in enumerate(texts):
            if text == "<":
                row.append(row[-1])
                row[-1].columns += 1
            elif text == "^":
                row.append(rows[-1][column])
            else:
                row.append(Cell(text))
        for column, cell in enumerate(row):
            if texts[column] == "^" and (column == 0 or row[column - 1] is not cell):
                cell.rows += 1
        rows.append(row)
    return rows


def blocks_of(text):
    """Paragraphs as texts, tables as grids."""
    table = []
    for line in text.splitlines() + [""]:
        if line.startswith("|"):
            table.append(line)
            continue
        if table:
            yield grid_of(table)
            table = []
        if line.strip():
            yield line.strip()


def firsts(grid):
    """Each cell once, with the position at which it begins."""
    seen = set()
    for row, cells in enumerate(grid):
        for column, cell in enumerate(cells):
            if id(cell) not in seen:
                seen.add(id(cell))
                yield row, column, cell


def make_docx(blocks, path):
    document = docx.Document()
    for block in blocks:
        if isinstance(block, str):
            document.add_paragraph(block)
            continue
        table = document.add_table(len(block), len(block[0]))
        for row in table.rows[:block.heads]:
            row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        for row, column, cell in firsts(block):
            own = table.cell(row, column)
            if cell.rows > 1 or cell.columns > 1:
                own = own.merge(table.cell(row + cell.rows - 1, column + cell.columns - 1))
            own.text = cell.text
    document.save(path)


def number_of(text):
    """The number that a cell holds in a spreadsheet, and the format that shows it as it is here."""
    match = re.fullmatch(r"(-?[\d,]+(?:\.(\d+))?)(%?)", text)
    if not match:
        return None
    try:
        number = Decimal(match[1].replace(",", ""))
    except InvalidOperation:
        return None
    code = "0" + ("." + "0" * len(match[2]) if match[2] else "")
    if "," in match[1]:
        code = "#,##" + code
    return (float(number / 100) if match[3] else float(number)), code + match[3]


def make_xlsx(blocks, path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "自评报告"
    row = 1
    for block in blocks:
        if isinstance(block, str):
            sheet.cell(row, 1, block)
            row += 1
            continue
        for offset, column, cell in firsts(block):
            own = sheet.cell(row + offset, column + 1)
            number = number_of(cell.text)
            if number:
                own.value, own.number_format = number
            elif cell.text:
                own.value = cell.text
                own.alignment = Alignment(wrap_text=True)
            if cell.rows > 1 or cell.columns > 1:
                sheet.merge_cells(start_row=own.row, start_column=own.column,
                                  end_row=own.row + cell.rows - 1,
                                  end_column=own.column + cell.columns - 1)
        row += len(block)
    book.save(path)


def html_of(blocks, repeated_heads):
    parts = ["<!DOCTYPE html>\n<html><head><meta charset='utf-8'><title>报告</title></head>\n<body>\n"]
    for block in blocks:
        if isinstance(block, str):
            parts.append(f"<p>{html.escape(block)}</p>\n")
            continue
        parts.append("<table border='1'>\n")
        cells = {(row, column): cell for row, column, cell in firsts(block)}
        for row in range(len(block)):
            if repeated_heads and row == 0:
                parts.append("<thead>")
            elif repeated_heads and row == block.heads:
                parts.append("</thead>")
            parts.append("<tr>")
            for column in range(len(block[row])):
                cell = cells.get((row, column))
                if cell is None:
                    continue
                spans = "".join(f" {name}='{count}'" for name, count in
                                (("rowspan", cell.rows), ("colspan", cell.columns)) if count > 1)
                parts.append(f"<td{spans}>{html.escape(cell.text)}</td>")
            parts.append("</tr>\n")
        parts.append("</table>\n")
    return "".join(parts) + "</body></html>\n"


def make_text(blocks, path):
    parts = []
    for block in blocks:
        if isinstance(block, str):
            parts.append(block)
            continue
        starts = {(row, column): cell.text for row, column, cell in firsts(block)}
        lines = ["| " + " | ".join(starts.get((row, column), "") for column in range(len(cells)))
                 + " |" for row, cells in enumerate(block)]
        parts.append("\n".join(lines))
    path.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def make_folder(blocks, folder):
    """The tables as CSV, the text before and between them as text files."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    files = []
    paragraphs = []

    def end_text():
        if paragraphs:
            name = f"{len(files) + 1}.txt"
            (folder / name).write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")
            files.append(name)
            paragraphs.clear()

    for block in blocks:
        if isinstance(block, str):
            paragraphs.append(block)
            continue
        end_text()
        name = f"{len(files) + 1}.csv"
        starts = {(row, column): cell.text for row, column, cell in firsts(block)}
        with open(folder / name, "w", encoding="gb18030", newline="") as out:
            csv.writer(out).writerows([starts.get((row, column), "") for column in range(len(cells))]
                                      for row, cells in enumerate(block))
        files.append(name)
    end_text()
    manifest = json.dumps({"files": files}, ensure_ascii=False, indent=2)
    (folder / "manifest.json").write_text(manifest + "\n", encoding="utf-8")


# Lines are broken, and PDFs laid out, with these fonts alone, whatever others a machine has.
FONTS = """<?xml version="1.0"?>
<fontconfig>
  <dir>/usr/share/fonts/truetype/dejavu</dir>
  <dir>/usr/share/fonts/truetype/liberation2</dir>
  <dir>/usr/share/fonts/truetype/libreoffice</dir>
  <include>/etc/fonts/conf.d</include>
  <cachedir>{work}/fonts</cachedir>
</fontconfig>
"""


def convert(sources, to, folder, infilter=None):
    """Has LibreOffice convert files; `to` is an extension, with a filter's name if need be."""
    with tempfile.TemporaryDirectory() as work:
        fonts = pathlib.Path(work, "fonts.conf")
        fonts.write_text(FONTS.format(work=work), encoding="utf-8")
        command = ["soffice", f"-env:UserInstallation=file://{work}/profile", "--headless"]
        if infilter:
            command.append(f"--infilter={infilter}")
        command += ["--convert-to", to, "--outdir", f"{work}/out"]
        subprocess.run(command + [str(source) for source in sources], check=True,
                       env=os.environ | {"FONTCONFIG_FILE": str(fonts)},
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for made in pathlib.Path(work, "out").iterdir():
            shutil.move(made, folder / made.name)


WRITER = "HTML (StarWriter)"


def make_report(text, folder):
    blocks = list(blocks_of(text))
    make_text(blocks, folder / "report.txt")
    page = folder / "report.html"
    page.write_text(html_of(blocks, False), encoding="utf-8")
    convert([page], "docx:MS Word 2007 XML", folder, WRITER)
    (folder / "report.docx").rename(folder / "office.docx")
    for to in ("odt:writer8", "doc:MS Word 97", "rtf:Rich Text Format", "pdf:writer_pdf_Export"):
        convert([page], to, folder, WRITER)
    make_docx(blocks, folder / "report.docx")
    make_xlsx(blocks, folder / "report.xlsx")
    make_folder(blocks, folder / "tables")
    # HTML has no formats of numbers: the sheets are converted from one that has.
    convert([folder / "report.xlsx"], "ods:calc8", folder)
    convert([folder / "report.xlsx"], "xls:MS Excel 97", folder)
    shutil.copy(folder / "report.ods", folder / "office.ods")
    convert([folder / "office.ods"], "xlsx:Calc MS Excel 2007 XML", folder)
    (folder / "office.ods").unlink()


def make_layouts(layouts, folder):
    pages = []
    for layout in sorted(layouts.glob("*.txt")):
        blocks = list(blocks_of(layout.read_text(encoding="utf-8")))
        make_text(blocks, folder / layout.name)
        make_docx(blocks, folder / f"{layout.stem}.docx")
        make_xlsx(blocks, folder / f"{layout.stem}.xlsx")
        pages.append(folder / f"{layout.stem}.html")
        pages[-1].write_text(html_of(blocks, True), encoding="utf-8")
    convert(pages, "pdf:writer_pdf_Export", folder, WRITER)


def main():
    source, folder = map(pathlib.Path, sys.argv[1:])
    folder.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        make_layouts(source, folder)
    else:
        make_report(source.read_text(encoding="utf-8"), folder)


if __name__ == "__main__":
    main()
