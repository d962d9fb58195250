#!/usr/bin/python3
"""LibreOffice recomputes the working paper's formulas and comes to our numbers.

Wrong values are planted where a workbook keeps what its formulas came to, so that a program that
only repeats those is found out.

recalculated.py PROGRAM FOLDER REPORT...
"""
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import openpyxl

program, folder, *reports = sys.argv[1:]
folder = Path(folder)
shutil.rmtree(folder, ignore_errors=True)
profile = folder / "profile" / "user"
profile.mkdir(parents=True)
# 0: always recalculate.
(profile / "registrymodifications.xcu").write_text("""<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">
<value>0</value></prop></item>
</oor:items>
""")

ours = folder / "ours.xlsx"
planted = folder / "planted.xlsx"
subprocess.run([program, "check", "--lang", "zh", "--fail-on", "never", f"--output=xlsx={ours}", *reports],
               stdout=subprocess.DEVNULL, check=True)

formulas = 0
with zipfile.ZipFile(ours) as source, zipfile.ZipFile(planted, "w", zipfile.ZIP_DEFLATED) as target:
    for name in source.namelist():
        data = source.read(name)
        if name.startswith("xl/worksheets/"):
            data, changed = re.subn(rb"</f><v>[^<]*</v>", b"</f><v>987654321</v>", data)
            formulas += changed
        target.writestr(name, data)

subprocess.run(["soffice", f"-env:UserInstallation=file://{(folder / 'profile').resolve()}", "--headless",
                "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder / "out"), str(planted)],
               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True, timeout=300)

expected = openpyxl.load_workbook(ours, data_only=True)
written = openpyxl.load_workbook(ours)
actual = openpyxl.load_workbook(folder / "out" / "planted.xlsx", data_only=True)
compared = 0
live = 0
for sheet in written:
    for row in sheet.iter_rows():
        for cell in row:
            if not (isinstance(cell.value, str) and cell.data_type == "f"):
                continue
            wanted = expected[sheet.title][cell.coordinate].value
            found = actual[sheet.title][cell.coordinate].value
            rounded = cell.value.startswith("=ROUND(")
            live += rounded and "SUM(" in cell.value
            same = found == wanted if rounded else abs(found - wanted) <= 1e-9 * max(1, abs(wanted))
            if not same:
                sys.exit(f"{sheet.title} {cell.coordinate} {cell.value}: {found} instead of {wanted}")
            compared += 1
if compared != formulas or live < 30:
    sys.exit(f"{formulas} formulas, {compared} of them compared, {live} over figures")

texts = [cell for sheet in written for row in sheet.iter_rows() for cell in row
         if isinstance(cell.value, str) and cell.value[:1] in "=+-@" and cell.data_type == "f"
         and not re.match(r"=(ROUND|SUM|F\d|\()", cell.value)]
if texts:
    sys.exit(f"a text became a formula: {texts[0].value}")
print(f"{compared} formulas recalculated, {live} of them over figures")
