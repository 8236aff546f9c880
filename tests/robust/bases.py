"""A sound file of each format, made of bundled ones: what damage.py then damages."""
import io
import pathlib
import struct
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
FILES = ROOT / "tests" / "unit" / "document" / "files"
SAMPLE = (ROOT / "assets" / "samples" / "linhe-npc-2021-budget.txt").read_text("utf-8")
OFD = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def packed(parts):
    """A ZIP archive of names and bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def unpacked(package):
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def pages():
    """The sample's lines, forty a page, as (x, y, words) in millimetres; cells of its tables side by side."""
    lines = [line for line in SAMPLE.splitlines() if line.strip()][:240]
    for start in range(0, len(lines), 40):
        page = []
        for i, line in enumerate(lines[start:start + 40]):
            cells = line.strip().split("\t")
            page += [(20 + 170 * j / len(cells), 20 + 6 * i, cell.strip()[:48]) for j, cell in enumerate(cells) if cell.strip()]
        yield page


def layout_text():
    """As pdftotext -layout prints it: columns of spaces, a form feed behind each page."""
    out = []
    for number, page in enumerate(pages(), 1):
        rows = {}
        for x, y, words in page:
            rows[y] = rows.get(y, "").ljust(int(x / 2)) + "  " + words
        out.append("\n".join(rows.values()) + f"\n\n\n{' ' * 40}{number}\n\f")
    return "".join(out).encode()


def ofd():
    def escaped(words):
        return words.replace("&", "&amp;").replace("<", "&lt;")
    parts, listed = {}, ""
    for number, page in enumerate(pages()):
        objects = "".join(f'<ofd:TextObject Boundary="{x:.2f} {y:.2f} 170 5" Size="3.5"><ofd:TextCode X="0" Y="4" '
                          f'DeltaX="g {len(words)} 3.5">{escaped(words)}</ofd:TextCode></ofd:TextObject>'
                          f'<ofd:PathObject Boundary="{x:.2f} {y:.2f} 60 6"><ofd:AbbreviatedData>M 0 0 L 60 0 L 60 6 L 0 6 C'
                          "</ofd:AbbreviatedData></ofd:PathObject>" for x, y, words in page)
        parts[f"Doc_0/Pages/{number}.xml"] = f"<ofd:Page {OFD}><ofd:Content><ofd:Layer>{objects}</ofd:Layer></ofd:Content></ofd:Page>"
        listed += f'<ofd:Page ID="{number}" BaseLoc="Pages/{number}.xml"/>'
    parts["Doc_0/Document.xml"] = f"<ofd:Document {OFD}><ofd:Pages>{listed}</ofd:Pages></ofd:Document>"
    parts["OFD.xml"] = f"<ofd:OFD {OFD}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
    return packed({name: part.encode() for name, part in reversed(parts.items())})


def stream():
    """What web/pdf/stream.ts writes of a PDF's pages."""
    out, count = b"", 0
    for page in pages():
        rulings = b"".join(struct.pack("<4f", x * 2.8, y * 2.8, x * 2.8 + 160, y * 2.8) for x, y, _ in page)
        runs = b"".join(struct.pack("<4fBH", x * 2.8, y * 2.8 + 12, 10 * len(words), 10, 0, 0)
                        + struct.pack("<H", len(words.encode())) + words.encode() for x, y, words in page)
        out += struct.pack("<2f2IB2I", 595, 842, 0, 0, 0, len(page), len(page)) + rulings + runs
        count += 1
    media = b"application/pdf"
    return b"MZPAGES1" + struct.pack("<H", len(media)) + media + struct.pack("<Q32sBI", 1000, bytes(32), 0, count) + out


def pdf():
    """Text in a Chinese font that is not embedded, and a line below each piece of it; nothing is compressed."""
    objects = ["<</Type/Catalog/Pages 2 0 R>>", "", "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H"
               "/DescendantFonts[4 0 R]>>", "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo"
               "<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 5 0 R>>",
               "<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/Ascent 880/Descent -120"
               "/CapHeight 880/StemV 93/ItalicAngle 0>>"]
    kids = []
    for page in pages():
        content = "".join(f"BT /F1 9 Tf {x * 2.8:.1f} {820 - y * 2.8:.1f} Td <{words.encode('utf-16-be', 'replace').hex()}> Tj ET\n"
                          f"{x * 2.8:.1f} {818 - y * 2.8:.1f} m {x * 2.8 + 150:.1f} {818 - y * 2.8:.1f} l S\n" for x, y, words in page)
        objects.append(f"<</Length {len(content)}>>stream\n{content}endstream")
        objects.append(f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents {len(objects)} 0 R>>")
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>"
    out, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    count = len(objects) + 1
    return (out + f"xref\n0 {count}\n0000000000 65535 f \n{table}trailer\n<</Size {count}/Root 1 0 R>>\nstartxref\n{len(out)}\n"
            "%%EOF\n").encode()


def csv():
    rows = "".join(f"{i},项目{i},{1000 + i}.5,{i}%,“用于第{i}项工作”\n" for i in range(60))
    return ("序号,名称,预算数（万元）,占比,说明\n" + rows).encode()


def bases():
    """Format: bytes."""
    def read(name):
        return (FILES / name).read_bytes()
    return {
        "txt": SAMPLE.encode(), "gb18030": SAMPLE.encode("gb18030"), "utf16": SAMPLE.encode("utf-16"), "layout": layout_text(),
        "html": read("yunling-archive-2022.html"), "csv": csv(), "docx": read("yunling-archive-2022.docx"),
        "xlsx": read("yunling-archive-2022-tables.xlsx"), "doc": read("yunling-archive-2022.doc"),
        "xls": read("yunling-archive-2022-tables.xls"), "ofd": ofd(), "pages": stream(), "pdf": pdf(),
        "zip": packed({"一.txt": SAMPLE.encode(), "二.docx": read("yunling-archive-2022.docx"), "三/四.csv": csv()}),
    }
