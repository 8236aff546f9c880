#!/usr/bin/env python3
"""Makes many disclosures of a few: each copy has some of its figures changed, so that no two are alike.

usage: grow.py FOLDER COUNT FILE [FILE ...]

FILE: disclosures as plain text in UTF-8. The copies stand in folders of a thousand; the same arguments give the same
bytes. For tests and measurements of long runs (README.md beside this file).
"""
import pathlib
import random
import re
import sys

CHANGED = 6  # figures a copy
FIGURE = re.compile(rb"(?<![\d.])[1-9]\d*(?:\.\d+)?(?=\s*\xe4\xb8\x87|\s*%|\t|\n)")  # before 万 or %, or in a cell


def copy_of(text, places, rng):
    """The text with other last digits in some of its figures."""
    out, end = [], 0
    for start, stop in sorted(rng.sample(places, min(CHANGED, len(places)))):
        out += [text[end:stop - 1], b"%d" % rng.randrange(10)]
        end = stop
    return b"".join(out) + text[end:]


def main(folder, count, *names):
    bases = []
    for name in names:
        text = pathlib.Path(name).read_bytes()
        bases.append((pathlib.Path(name).stem, text, [found.span() for found in FIGURE.finditer(text)]))
    rng, size = random.Random(7), 0
    for i in range(int(count)):
        stem, text, places = bases[i % len(bases)]
        path = pathlib.Path(folder) / f"{i // 1000:03}" / f"{i:06}-{stem}.txt"
        if i % 1000 == 0:
            path.parent.mkdir(parents=True, exist_ok=True)
        size += path.write_bytes(copy_of(text, places, rng))
    print(f"{count} files, {size} bytes")


if __name__ == "__main__":
    main(*sys.argv[1:])
