#!/usr/bin/env python3
"""No two headers define types of one name in one namespace: the linker would take one's functions for the other's, silently.

A type within another, or within a source file's unnamed namespace, is nobody else's.
"""
import collections
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
TYPE = re.compile(r"^(?:template <.*>\s*)?(?:struct|class|enum class|union)\s+(\w+)\b(?!::)[^;(]*(?:\{|$)", re.MULTILINE)
SPACE = re.compile(r"^namespace ([\w:]+) \{|^\}  // namespace ([\w:]+)", re.MULTILINE)


def types_of(header):
    """(namespace, name) of each type that begins a line."""
    text = header.read_text("utf-8")
    spaces = [(m.start(), m[1]) for m in SPACE.finditer(text)]
    for found in TYPE.finditer(text):
        yield next((name for start, name in reversed(spaces) if start < found.start()), None), found[1]


def main():
    places = collections.defaultdict(list)
    for header in sorted((ROOT / "src").rglob("*.h")):
        for key in types_of(header):
            places[key].append(str(header.relative_to(ROOT)))
    twice = {key: files for key, files in places.items() if len(set(files)) > 1}
    for (space, name), files in twice.items():
        print(f"{space}::{name} is defined in {' and '.join(files)}")
    print(f"{len(places)} types of headers, {len(twice)} of them twice")
    return bool(twice) or not places


if __name__ == "__main__":
    sys.exit(main())
