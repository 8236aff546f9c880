#!/usr/bin/python3
"""Checks the files of assets/ against their schemas and writes them as one C++ source.

usage: embed.py OUTPUT FUNCTION FILE ...        run in assets/; a JSON file x/y.json is checked against schema/y.json if present,
                                       else schema/x.json
A mistake in the data ends the build with the file, the place and the reason.
"""
import json
import pathlib
import sys

import jsonschema


def schema_of(path: pathlib.Path):
    for name in (path.name, f"{path.parent.name}.json"):
        schema = pathlib.Path("schema") / name
        if schema.exists():
            return json.loads(schema.read_text(encoding="utf-8"))
    sys.exit(f"assets/{path}: there is no schema for it in assets/schema/")


def without_duplicates(pairs):
    keys = [key for key, _ in pairs]
    repeated = {key for key in keys if keys.count(key) > 1}
    if repeated:
        raise ValueError(f"stated twice: {', '.join(sorted(repeated))}")
    return dict(pairs)


def checked(path: pathlib.Path) -> bytes:
    if path.suffix != ".json":
        return path.read_bytes()
    try:
        data = json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=without_duplicates)
    except ValueError as problem:
        sys.exit(f"assets/{path}: {problem}")
    schema = schema_of(path)
    problems = sorted(jsonschema.Draft202012Validator(schema).iter_errors(data), key=lambda p: list(map(str, p.path)))
    for problem in problems[:10]:
        place = "/".join(map(str, problem.absolute_path)) or "(top)"
        print(f"assets/{path}: {place}: {problem.message}", file=sys.stderr)
    if problems:
        sys.exit(1)
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def literal(data: bytes) -> str:
    """C++ string pieces of the bytes; octal escapes end after three digits, so neighbours never run together."""
    pieces = []
    for start in range(0, len(data), 4096):
        piece = "".join(chr(b) if 32 <= b < 127 and b not in b'"\\?' else f"\\{b:03o}" for b in data[start:start + 4096])
        pieces.append(f'"{piece}"')
    return "\n    ".join(pieces) or '""'


def main() -> None:
    output, function = pathlib.Path(sys.argv[1]), sys.argv[2]
    files = sorted(pathlib.Path(name) for name in sys.argv[3:])
    entries = []
    for path in files:
        data = checked(path)
        entries.append(f'    {{"{path.as_posix()}", {{\n    {literal(data)}, {len(data)}}}}},')
    output.write_text("// Made by assets/embed.py.\n"
                      "// Longer literals than the standard promises; every compiler in use takes them.\n"
                      "#pragma GCC diagnostic ignored \"-Woverlength-strings\"\n#include \"assets/assets.h\"\n\nnamespace mingzhang {\nnamespace {\n"
                      "struct Entry {\n  std::string_view path;\n  std::string_view bytes;\n};\n"
                      "constexpr Entry entries[] = {\n" + "\n".join(entries) + "\n};\n}  // namespace\n\n"
                      f"std::string_view {function}(std::string_view path) {{\n"
                      "  for (const Entry& entry : entries) {\n    if (entry.path == path) return entry.bytes;\n  }\n"
                      "  return {};\n}\n\n}  // namespace mingzhang\n", encoding="utf-8")


if __name__ == "__main__":
    main()
