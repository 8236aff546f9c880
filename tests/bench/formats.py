"""Writes an invented disclosure of many pages in each format that the core reads: formats.py FOLDER

Its paragraphs and tables are those of the bundled sample over and over, some megabytes of XML in all.
"""
import html
import pathlib
import sys
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
TIMES = 120
ROWS = 300


def rows_of(part):
    yield ["科目编码", "科目名称", "合计", "基本支出", "项目支出"]
    for i in range(ROWS):
        yield [f"{2010101 + i}", f"事项{part}之{i}", f"{i * 37 % 9973 + .25:.2f}", f"{i * 13 % 997:.2f}", f"{i * 7 % 89 + .5:.2f}"]


def paragraphs():
    text = (ROOT / "assets/samples/linhe-npc-2021-budget.txt").read_text("utf-8")
    return [line.strip() for line in text.split("\n") if line.strip() and not line.startswith("\t")]


def package(path, parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def word(path, sentences):
    run = '<w:r><w:rPr><w:rFonts w:hint="eastAsia" w:ascii="仿宋" w:eastAsia="仿宋"/><w:sz w:val="32"/></w:rPr><w:t>{}</w:t></w:r>'
    body = []
    for part in range(TIMES // 10):
        for _ in range(10):
            body += [f'<w:p><w:pPr><w:spacing w:line="560"/></w:pPr>{run.format(html.escape(s))}</w:p>' for s in sentences]
        body.append("<w:tbl>")
        for row in rows_of(part):
            body.append("<w:tr>" + "".join(f'<w:tc><w:tcPr><w:tcW w:w="1800" w:type="dxa"/></w:tcPr><w:p>{run.format(c)}</w:p></w:tc>'
                                           for c in row) + "</w:tr>")
        body.append("</w:tbl>")
    package(path, {"[Content_Types].xml": "<Types/>",
                   "word/document.xml": '<w:document xmlns:w="w"><w:body>' + "".join(body) + "</w:body></w:document>"})


def workbook(path):
    parts, sheets, relations, strings = {"[Content_Types].xml": "<Types/>"}, "", "", {}
    for part in range(TIMES // 4):
        rows = ""
        for r, row in enumerate(rows_of(part), 1):
            rows += f'<row r="{r}" spans="1:5" ht="21" customHeight="1">'
            for c, value in zip("ABCDE", row):
                if r > 1 and c > "B":
                    rows += f'<c r="{c}{r}" s="1"><v>{value}</v></c>'
                else:
                    rows += f'<c r="{c}{r}" s="0" t="s"><v>{strings.setdefault(value, len(strings))}</v></c>'
            rows += "</row>"
        parts[f"xl/worksheets/sheet{part}.xml"] = f"<worksheet><sheetData>{rows}</sheetData></worksheet>"
        sheets += f'<sheet name="表{part}" sheetId="{part + 1}" r:id="r{part}"/>'
        relations += f'<Relationship Id="r{part}" Type="x/worksheet" Target="worksheets/sheet{part}.xml"/>'
    parts["xl/workbook.xml"] = f'<workbook xmlns:r="r"><sheets>{sheets}</sheets></workbook>'
    parts["xl/styles.xml"] = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="4"/></cellXfs></styleSheet>'
    parts["xl/sharedStrings.xml"] = "<sst>" + "".join(f"<si><t>{s}</t></si>" for s in strings) + "</sst>"
    parts["xl/_rels/workbook.xml.rels"] = (f'<Relationships>{relations}<Relationship Id="s" Type="x/styles" Target="styles.xml"/>'
                                           '<Relationship Id="t" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>')
    package(path, parts)


def page(path, sentences):
    out = ["<!DOCTYPE html><html><head><title>公开</title></head><body>"]
    for part in range(TIMES // 10):
        for _ in range(10):
            out += [f'<p style="text-indent: 2em; line-height: 28pt"><span style="font-family: 仿宋">{html.escape(s)}</span></p>\n'
                    for s in sentences]
        out.append('<table border="1" cellspacing="0">')
        for row in rows_of(part):
            out.append("<tr>" + "".join(f'<td width="120" style="border: 1px solid">{c}</td>' for c in row) + "</tr>\n")
        out.append("</table>")
    path.write_text("".join(out), "utf-8")


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    sentences = paragraphs()
    word(folder / "bench.docx", sentences)
    workbook(folder / "bench.xlsx")
    page(folder / "bench.html", sentences)
    lines = [",".join(row) for part in range(TIMES) for row in rows_of(part)]
    (folder / "bench.csv").write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
