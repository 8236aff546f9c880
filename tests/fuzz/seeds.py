#!/usr/bin/env python3
"""Makes the first inputs of the fuzz targets, and their dictionary, out of files that the repository has.

usage: seeds.py FOLDER GENERATE_DISCLOSURE       writes FOLDER/TARGET/…, FOLDER/words.dict and FOLDER/made
"""
import json
import pathlib
import re
import subprocess
import sys
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
GENERATED = 24  # disclosures of the generator
FORMATS = ["General", "0.00", "#,##0.00", '#,##0.00_);[Red](#,##0.00)', '0.00"万元"', "0%", "yyyy年m月d日", "[h]:mm:ss.00",
           "# ?/?", "0.00E+00", '[>=10000]0,"万";0', "@", "* 0_ ", "[DBNum1]0", ";;;"]
NUMBERS = ["0", "1234567.891", "-0.005", "1E+15", "44197.5", "9.999999999999999E-308", "text", "00012"]
TAGS = ["w:p", "w:r", "w:t", "w:tbl", "w:tr", "w:tc", "w:gridSpan", "w:vMerge", "w:numPr", "w:ilvl", "w:numId", "w:del", "w:ins",
        "mc:AlternateContent", "mc:Fallback", "w:txbxContent", "w:footnoteReference", "w:fldChar", "sheet", "row", "c", "v", "is",
        "mergeCell", "si", "xf", "numFmt", "table", "thead", "tr", "td", "th", "colspan", "rowspan", "caption", "li", "ol",
        "ofd:Page", "ofd:TextObject", "ofd:TextCode", "ofd:PathObject", "DeltaX", "CTM"]
SIGNS = ["\t", "\n", "\f", "\r\n", " | ", "　", "\u202e", "\ufeff", "\x00", "\ud7ff", "\U00010000", "≥", "%", "％", "〔", "〕", "…", "——",
         "&nbsp;", "&#x", "<!--", "-->", "]]>", "<![CDATA[", "<!DOCTYPE", "<?xml", "\x01"]


def parts_of(package):
    """The package as the target `package` reads it."""
    with zipfile.ZipFile(package) as archive:
        return b"".join(b"\x01" + name.encode() + b"\n" + archive.read(name) for name in archive.namelist()
                        if name.endswith((".xml", ".rels")) and "theme" not in name)


def words():
    """Words that readers look for: of the vocabulary, of tables, tags and signs."""
    concepts = json.loads((ROOT / "assets/vocabulary/concepts.json").read_text("utf-8"))
    found = set(re.findall(r'"([\u4e00-\u9fff“”（）]{2,16})"', json.dumps(concepts, ensure_ascii=False)))
    return sorted(found) + TAGS + [f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS] + SIGNS


def pages_of(text):
    """Lines of a disclosure on pages as the target `pages` reads them, what tabs part in cells between drawn lines."""
    out, y = [], 20
    for line in text.decode().splitlines():
        if y > 200:
            out.append(b"")
            y = 20
        cells = line.split("\t")
        if len(cells) > 1:
            out += [b"-" + bytes([20, y - 3]) + b"x" * 48] + [b"|" + bytes([20 + i * 120 // len(cells), y - 3]) + b"x"
                                                            for i in range(len(cells) + 1)]
        out += [b" " + bytes([20 + i * 120 // len(cells), y]) + cell.encode() for i, cell in enumerate(cells) if cell.strip()]
        y += 4
    return b"\n".join(out).replace(b"\n\x0a", b"\n\x0b")


def main(folder, generate):
    out = pathlib.Path(folder)

    def keep(target, name, content):
        (out / target).mkdir(parents=True, exist_ok=True)
        (out / target / name).write_bytes(content)

    texts = {path.stem: path.read_bytes() for path in sorted((ROOT / "assets/samples").glob("*.txt"))}
    for i in range(GENERATED):
        texts[f"generated-{i}"] = subprocess.run([generate, str(i)], check=True, capture_output=True).stdout
    for name, text in texts.items():
        keep("whole_way", name, text)
        keep("pages", name, pages_of(text)[:20000])
        keep("document", name, text)
    sample = next(iter(texts.values())).decode()
    for encoding in ("gb18030", "utf-16-le", "utf-16-be"):
        keep("document", encoding, ("\ufeff" + sample[:3000]).encode(encoding))
    lines = {line.strip() for text in texts.values() for line in text.decode().splitlines() if re.search(r"\d", line)}
    for i, line in enumerate(sorted(lines)[::7]):
        keep("scan", f"{i:04}", line[:400].encode())
    for i, form in enumerate(FORMATS):
        for j, number in enumerate(NUMBERS):
            keep("cell_format", f"{i:02}-{j}", f"{form}\n{number}".encode())
    for path in sorted((ROOT / "tests/unit/document/files").iterdir()):
        if path.suffix in (".docx", ".xlsx", ".ofd", ".html", ".csv"):
            keep("document", path.name, path.read_bytes())
        if path.suffix in (".docx", ".xlsx", ".ofd"):
            keep("package", path.name, parts_of(path))
        if path.suffix in (".doc", ".xls"):
            keep("old_office", path.name, path.read_bytes())
    keep("document", "table.csv", "项目,预算数（万元）,上年\n合计,100.5,90\n基本支出,60,50\n项目支出,40.5,40\n".encode())
    escaped = ("".join(f"\\x{byte:02x}" for byte in word.encode("utf-8", "surrogatepass")) for word in words())
    (out / "words.dict").write_text("".join(f'"{word}"\n' for word in escaped))
    (out / "made").touch()


if __name__ == "__main__":
    main(*sys.argv[1:])
