"""Ways to damage a file. Each takes a random number generator and bytes and gives bytes; those of WORDS and MARKUP change the
text of a document, and the parts of a package before it is packed again."""
import io
import re
import zipfile

from bases import packed, unpacked

PACKAGES = {"docx", "xlsx", "ofd", "zip"}
TEXTS = {"txt": "utf-8", "gb18030": "gb18030", "utf16": "utf-16-le", "layout": "utf-8", "html": "utf-8", "csv": "utf-8"}


def cut(rng, data):
    return data[:rng.randrange(len(data))]


def flip(rng, data):
    out = bytearray(data)
    for _ in range(rng.choice([1, 2, 8, 64, 512])):
        out[rng.randrange(len(out))] = rng.choice([0, 1, 0x7F, 0x80, 0xFF, rng.randrange(256)])
    return bytes(out)


def swap(rng, data):
    """Three parts in another order."""
    a, b, c = sorted(rng.randrange(len(data)) for _ in range(3))
    return data[:a] + data[b:c] + data[a:b] + data[c:]


def leave_out(rng, data):
    a = rng.randrange(len(data))
    return data[:a] + data[a + rng.choice([1, 2, 16, 300, 5000]):]


def repeat(rng, data):
    a = rng.randrange(len(data))
    piece = data[a:a + rng.choice([1, 7, 100, 3000])]
    return data[:a] + piece * min(rng.choice([2, 100, 50_000]), 4_000_000 // max(1, len(piece))) + data[a:]


def big_number(rng, data):
    """Four bytes are a huge count, or -1, or all the same."""
    a = rng.randrange(len(data))
    return data[:a] + rng.choice([b"\xff" * 4, b"\xff\xff\xff\x7f", b"\0" * 4, b"\x01\0\0\0"]) + data[a + 4:]


def bytes_inserted(rng, data):
    """NUL, what is no UTF-8, halves of surrogates, marks of right-to-left script, control characters."""
    pieces = [b"\0", b"\xc3\x28", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", "\u202e".encode(), "\u2067".encode(), "\ufeff".encode(), b"\x1b[2J",
              b"\xff\xfe", "\U000e0001".encode(), "\u0301".encode() * 3000]
    for _ in range(rng.choice([1, 5, 200])):
        a = rng.randrange(len(data))
        data = data[:a] + rng.choice(pieces) + data[a:]
    return data


def long_number(rng, text):
    """Some numbers have 400 digits."""
    digits = "".join(rng.choice("0123456789") for _ in range(400))
    places = [m.span() for m in re.finditer(r"\d+(?:\.\d+)?", text)]
    for start, end in sorted(rng.sample(places, min(len(places), rng.choice([1, 5, 40]))), reverse=True):
        text = text[:start] + rng.choice([digits, digits + "." + digits, "0." + digits, "-" + digits]) + text[end:]
    return text


def ragged(rng, text):
    """Separators of cells are missing, doubled or others."""
    signs = [m.span() for m in re.finditer(r"\t|,|</?(?:\w+:)?(?:tc|tr|td|th|c|row)\b[^>]*>|  +", text)]
    for start, end in sorted(rng.sample(signs, min(len(signs), rng.choice([1, 10, 200]))), reverse=True):
        text = text[:start] + rng.choice(["", text[start:end] * 2, "\t", text[start:end] * 300]) + text[end:]
    return text


def many_columns(rng, text):
    """A line of 100,000 cells."""
    cell = rng.choice(["1\t", "合计\t1.5\t", "1,", "<w:tc><w:p/></w:tc>", "<td>1</td>", '<c><v>1</v></c>', "12  ", "| "])
    return inserted(rng, text, cell * 100_000)


def deep(rng, text):
    """10,000 elements or brackets within one another."""
    opening, closing = rng.choice([("<div>", "</div>"), ("<table><tr><td>", "</td></tr></table>"), ("（", "）"), ("“", "”"),
                                   ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"), ("<ofd:PageBlock>", "</ofd:PageBlock>"),
                                   ("其中：", ""), ("第一部分 一、（一）1、（1）", ""), ("<b><i><p>", ""), ("(1+", ")")])
    return inserted(rng, text, opening * 10_000 + "1万元" + closing * rng.choice([10_000, 0]))


def huge_extent(rng, text):
    """Cells that reach far, references far away, numbers of columns and rows beyond any."""
    changed = re.sub(r'((?:col|row)span|w:val|(?<=\s)[rs]|ID|Boundary|DeltaX)="[^"]*"',
                     lambda m: f'{m[1]}="{rng.choice(["65535", "-1", "4294967296", "XFD1048576", "g 99999999 1", ""])}"'
                     if rng.random() < 0.2 else m[0], text)
    return changed if changed != text else inserted(rng, text, '<td colspan="99999999" rowspan="99999999">1</td>' * 50)


def long_line(rng, text):
    """No end of a line, a sentence, a list for a megabyte."""
    piece = rng.choice(["预算", "1", "一", "，其中：人员经费1万元", "%", "万", "<", "&", "&#x4e00;", "2020年", "增长1%，", "一、", " ", "\n", "元", "."])
    return inserted(rng, text, piece * (1_000_000 // len(piece)))


def inserted(rng, text, piece):
    a = rng.randrange(len(text))
    if rng.random() < 0.5 and text.find(">", a) >= 0:
        a = text.find(">", a) + 1
    return text[:a] + piece + text[a:]


def bomb(rng, data):
    """A part that unpacks to a thousand times its size, or lies about it."""
    parts = unpacked(data)
    name = rng.choice([name for name in parts if not name.endswith("/")])
    parts[name] = rng.choice([b" ", b"<a/>", b"1,", b"\0"]) * rng.choice([1_000_000, 20_000_000])
    out = bytearray(packed(parts))
    if rng.random() < 0.3:
        at = out.rfind(b"PK\x01\x02")
        out[at + 24:at + 28] = b"\x10\0\0\0"
    return bytes(out)


def many_parts(rng, data):
    """Ten thousand files, or the archive within itself."""
    if rng.random() < 0.5:
        for _ in range(12):
            data = packed({"a.zip": data, "b.zip": data[:1000]})
        return data
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in unpacked(data).items():
            archive.writestr(name, content)
        for i in range(rng.choice([9_000, 11_000])):
            archive.writestr(f"{i}.csv", "1,2\n")
    return out.getvalue()


BYTES = [cut, flip, swap, leave_out, repeat, big_number, bytes_inserted]
WORDS = [long_number, ragged, many_columns, deep, huge_extent, long_line]


def damaged(rng, kind, data):
    """(name of the damage, bytes)."""
    if kind in PACKAGES:
        how = rng.choice([*BYTES, *WORDS, *WORDS, bomb, many_parts])
        if how in (bomb, many_parts):
            return how.__name__, how(rng, data)
        if rng.random() < 0.8:
            parts = unpacked(data)
            name = rng.choice([name for name in parts if len(parts[name]) > 60])
            part = parts[name]
            parts[name] = how(rng, part.decode("utf-8", "replace")).encode("utf-8", "replace") if how in WORDS else how(rng, part)
            return f"{how.__name__} in {name}", packed(parts)
        how = rng.choice(BYTES)
        return how.__name__, how(rng, data)
    encoding = TEXTS.get(kind)
    how = rng.choice([*BYTES, *(WORDS if encoding else [])])
    if how in WORDS:
        return how.__name__, how(rng, data.decode(encoding, "replace")).encode(encoding, "replace")
    return how.__name__, how(rng, data)
