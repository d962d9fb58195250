#!/usr/bin/python3
"""Makes the seeds of the fuzz targets in tests/fuzz/corpus, of our own samples and of what other
programs make of a short report. Usage: seeds.py

What fuzzing found stands there too, as found-*; it is left alone."""

import json
import pathlib
import re
import shutil
import subprocess
import tempfile
import zipfile

here = pathlib.Path(__file__).resolve().parent
root = here.parent.parent

SHORT = """青石市图书馆2021年度部门整体支出绩效自评报告

核定编制40人，实有在职人数38人，其中：行政人员11人，事业人员27人。

年度收入情况（单位：万元）

| 机构名称 | 收入合计 | 其中 | < |
|---|---|---|---|
| ^ | ^ | 上年结转 | 财政拨款 |
| 部门汇总 | 1,200.00 | 120.00 | 1080.00 |
| 馆本级 | 800.00 | 80.00 | 720.00 |

本年支出1,180.05万元，比上年增长12.3%，其中基本支出占63.6%。
"""

# What the short report has none of.
WORD = """=== _rels/.rels
<Relationships><Relationship Id="r1" Type="x/officeDocument" Target="word/document.xml"/></Relationships>
=== word/_rels/document.xml.rels
<Relationships><Relationship Id="r1" Type="x/numbering" Target="numbering.xml"/><Relationship Id="r2" Type="x/footnotes" Target="footnotes.xml"/><Relationship Id="r3" Type="x/styles" Target="styles.xml"/></Relationships>
=== word/document.xml
<w:document xmlns:w="w" xmlns:mc="m" xmlns:wps="s"><w:body><w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>情况</w:t></w:r><w:ins><w:r><w:t>3</w:t></w:r></w:ins><w:del><w:r><w:delText>2</w:delText></w:r></w:del><w:r><w:footnoteReference w:id="2"/><w:tab/><w:br/></w:r></w:p><w:sdt><w:sdtContent><w:tbl><w:tblGrid><w:gridCol/><w:gridCol/><w:gridCol/></w:tblGrid><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>1.5</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:trPr><w:gridAfter w:val="1"/></w:trPr><w:tc><w:p/></w:tc><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:tbl><w:tr><w:tc><w:p><w:r><w:t>7</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/></w:tc></w:tr></w:tbl></w:sdtContent></w:sdt><w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback/></mc:AlternateContent></w:r></w:p></w:body></w:document>
=== word/numbering.xml
<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="2"/></w:lvlOverride></w:num></w:numbering>
=== word/footnotes.xml
<w:footnotes xmlns:w="w"><w:footnote w:id="2"><w:p><w:r><w:t>注</w:t></w:r></w:p></w:footnote></w:footnotes>
=== word/styles.xml
<w:styles xmlns:w="w"><w:style w:styleId="h1"><w:basedOn w:val="h0"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style></w:styles>
"""
EXCEL = """=== _rels/.rels
<Relationships><Relationship Id="r1" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>
=== xl/_rels/workbook.xml.rels
<Relationships><Relationship Id="r1" Type="x/worksheet" Target="s.xml"/><Relationship Id="r2" Type="x/sharedStrings" Target="t.xml"/><Relationship Id="r3" Type="x/styles" Target="f.xml"/></Relationships>
=== xl/workbook.xml
<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="一" sheetId="1" state="hidden" r:id="r1"/></sheets></workbook>
=== xl/t.xml
<sst><si><t>项</t></si><si><r><t>富</t></r><r><t>文</t></r><rPh><t>x</t></rPh></si></sst>
=== xl/f.xml
<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[Red]#,##0.00_);(#,##0.00);&quot;-&quot;"/><numFmt numFmtId="171" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="10"/><xf numFmtId="11"/></cellXfs></styleSheet>
=== xl/s.xml
<worksheet><cols><col min="2" max="3" hidden="1"/></cols><sheetData><row r="1" hidden="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>内</t></is></c></row><row r="2"><c r="A2" s="1"><v>0.57999999999999996</v></c><c r="B2" s="2"><v>43100</v></c><c s="3"><f>A1/B2</f><v>1.5E-3</v></c><c r="D2" t="e"><v>#DIV/0!</v></c><c r="E2"><f>SUM(A1:A2)</f></c><c r="F2" t="b"><v>1</v></c></row><row><c t="str"><v>文</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="C1:D1"/></mergeCells></worksheet>
"""
CAPTURED = """{"row":"甲局 2023","values":{"report.source":{"text":"a.txt","place":{"source":"a.txt"}},"report.entity":{"text":"甲局"},"report.period":{"value":"2023","decimals":0,"unit":"","exact":true},"report.date":{"date":"2024年3月","year":2024,"month":3,"day":0},"prior_balance":{"value":"1.5","decimals":1,"unit":"亿元","approximate":true,"unit_assumed":true,"fitted":true,"raw":"约1.5","certainty":"low","place":{"source":"a.pdf","line":3,"page":2}},"closing_balance":{"unreadable":"约三"},"evaluators_present":{"boolean":true},"budget":{"blank":"-"},"spending":[{"row":"合计","key":"合计","doubt":"不明","values":{"total":{"value":"3.00","decimals":2,"unit":"万元"}}}],"targets":[{"row":"","values":{"target":{"target":5,"low":{"value":"5","decimals":0},"high":{"value":"10","decimals":0},"raw":"5-10"}}}]}}"""
OPEN = """=== content.xml
<o:d xmlns:o="o" xmlns:t="t" xmlns:b="b" xmlns:s="s"><o:automatic-styles><t:list-style s:name="L"><t:list-level-style-number t:level="1" s:num-format="一, 二, 三, ..." s:num-suffix="、" t:start-value="2"/></t:list-style><s:style s:name="x"><s:table-properties b:display="false"/></s:style></o:automatic-styles><o:body><o:text><t:tracked-changes/><t:h t:outline-level="1">一</t:h><t:list t:style-name="L"><t:list-item><t:p>甲<t:s t:c="2"/>乙<t:tab/><t:note><t:note-citation>1</t:note-citation><t:note-body><t:p>注</t:p></t:note-body></t:note></t:p></t:list-item></t:list><b:table><b:table-column b:number-columns-repeated="3"/><b:table-header-rows><b:table-row><b:table-cell b:number-rows-spanned="2" b:number-columns-spanned="2"><t:p>1.5</t:p></b:table-cell><b:covered-table-cell/></b:table-row></b:table-header-rows><b:table-row><b:covered-table-cell b:number-columns-repeated="2"/><b:table-cell><b:table><b:table-row><b:table-cell><t:p>2</t:p></b:table-cell></b:table-row></b:table></b:table-cell></b:table-row></b:table></o:text><o:spreadsheet><b:table b:name="一" b:style-name="x"><b:table-column b:visibility="collapse"/><b:table-row b:number-rows-repeated="3"><b:table-cell b:number-columns-repeated="2" o:value-type="float"><t:p>3.10</t:p></b:table-cell><b:table-cell b:formula="of:=1/0"><t:p>#DIV/0!</t:p></b:table-cell></b:table-row></b:table></o:spreadsheet></o:body></o:d>
=== styles.xml
<o:d xmlns:o="o" xmlns:t="t"><o:styles/></o:d>
"""


def write(target, name, content):
    file = here / "corpus" / target / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())


def parts_of(package, wanted):
    """The parts of a package, in the form that targets take them in."""
    with zipfile.ZipFile(package) as archive:
        return b"\n".join(b"=== " + name.encode() + b"\n" + archive.read(name).replace(b"\n", b" ")
                          for name in archive.namelist() if re.fullmatch(wanted, name))


def repacked(package, wanted):
    """A package with these parts only, so that it is small."""
    with tempfile.TemporaryFile() as file:
        with zipfile.ZipFile(package) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
            for name in old.namelist():
                if re.fullmatch(wanted, name):
                    new.writestr(zipfile.ZipInfo(name), old.read(name), zipfile.ZIP_DEFLATED)
        file.seek(0)
        return file.read()


def shortened(report):
    """JSON data with one row a table."""
    if isinstance(report, list):
        return [shortened(row) for row in report[:1]]
    if isinstance(report, dict):
        return {name: shortened(value) for name, value in report.items()}
    return report


WORD_PARTS = r"_rels/\.rels|word/(_rels/)?(document|numbering|footnotes)\.xml(\.rels)?"
EXCEL_PARTS = r"_rels/\.rels|xl/(_rels/)?(workbook|sharedStrings|styles)\.xml(\.rels)?|xl/worksheets/sheet1\.xml"
OPEN_PARTS = r"mimetype|content\.xml"


def main():
    for old in (here / "corpus").glob("*/*"):
        if not old.name.startswith("found-"):
            old.unlink()
    with tempfile.TemporaryDirectory() as folder:
        made = pathlib.Path(folder)
        (made / "short.txt").write_text(SHORT, encoding="utf-8")
        subprocess.run([root / "tests/formats/make.py", made / "short.txt", made], check=True)
        for name in ("report", "office"):
            write("docx", name, parts_of(made / f"{name}.docx", WORD_PARTS))
            write("xlsx", name, parts_of(made / f"{name}.xlsx", EXCEL_PARTS))
        write("docx", "parts", WORD)
        write("xlsx", "parts", EXCEL)
        write("odf", "parts", OPEN)
        write("odf", "text", parts_of(made / "report.odt", OPEN_PARTS))
        write("odf", "sheets", parts_of(made / "report.ods", OPEN_PARTS))
        for name, parts in (("report.docx", WORD_PARTS), ("report.xlsx", EXCEL_PARTS),
                            ("report.odt", OPEN_PARTS), ("report.ods", OPEN_PARTS)):
            write("package", name, repacked(made / name, parts))
        write("html", "report", (made / "report.html").read_bytes())
        write("delimited", "comma", (made / "tables/2.csv").read_bytes())
        write("delimited", "tab", '名称\t"金\n额"\r\n甲\t"1,003.30"\r\n')
        write("manifest", "report", (made / "tables/manifest.json").read_bytes())
        write("text", "report", (made / "report.txt").read_bytes())
        subprocess.run(["pdftotext", "-bbox", made / "report.pdf", made / "words.html"], check=True)
        write("pdf", "report", (made / "words.html").read_bytes())
    write("html", "repairs", "<!DOCTYPE html><style>p{}</style><table><caption>甲</caption><tr><th "
          "colspan=2 rowspan=0>&nbsp;&#x31;<td style='display:none'>2<tbody><tr><td><table><tr><td>"
          "3</table><b><p>四<br></b>五<svg><title>六</svg><template>七</template><!-- 八 -->")
    write("manifest", "titles", '{"title":"甲单位","files":["收入.csv",{"file":"text/1.txt",'
          '"title":"说明","unit":"万元"}]}')
    write("delimited", "named", "sep=;\n甲;1\n乙;2")
    write("text", "exported", "单位：万元\n\n\t项目\n\t金额\n\n\t合\n计\n\t359.39\n\n\t\t乙\n")
    write("text", "laid-out", "项目        预算数      决算数\n基本支出    283.54      283.54\n"
          "项目支出     75.85       75.86\n合计        359.39      359.40\n")
    for sample in ("yueyang-2017", "ganzhou-2018"):
        report = shortened(json.loads((root / f"samples/{sample}.json").read_text()))
        write("json", sample, json.dumps(report, ensure_ascii=False))
    write("json", "figures", '{"schema":"department-spending","entity":"甲","period":"2017",'
          '"spending":[{"unit":"甲","basic":{"value":"1,003.30","unit":"万元","decimals":2,'
          '"approximate":true,"place":{"source":"a.txt","line":3}}}]}')
    write("report", "short", SHORT)
    for sample in ("yueyang-2017", "ganzhou-2018", "archives-2023", "library-2022"):
        write("report", sample, (root / f"samples/{sample}.txt").read_bytes())
    write("line", "plain", '{"schema":"department-spending","entity":"甲","period":"2023","posts":40,'
          '"staffing":[{"kind":"行政","established":12,"actual":11}],"spending":[{"unit":"合计",'
          '"total":1003.30,"basic":"359.39万元","project":{"value":"64391","unit":"元"},"public":null}],'
          '"shares":[{"name":"基本支出","part":"359.39万元","whole":"1003.30万元","percent":35.82}]}')
    write("captured", "kinds", CAPTURED)
    write("schema_file", "statements", (root / "schemas/statements.json").read_bytes())
    shutil.copy(root / "tests/language/sample.tie", here / "corpus/rule_language/sample")
    for pack in sorted((root / "rules").glob("*/*.tie")):
        shutil.copy(pack, here / "corpus/rule_language" / f"{pack.parent.name}-{pack.stem}")


(here / "corpus/rule_language").mkdir(parents=True, exist_ok=True)
main()
