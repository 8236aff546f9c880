"""One name, one type: all rooms share the namespace mingzhang, and the linker takes the functions of two types of one name for the
same (one-definition rule), whichever room they are from. A type that only one file uses belongs in an unnamed namespace, one that a
room needs for itself beside another's in an inline namespace of that room."""
import pathlib
import re
import unittest

SOURCES = pathlib.Path(__file__).resolve().parents[2] / "src"
TYPE = re.compile(r"(?:template <.*>\s*)?(?:struct|class|enum class|union)\s+([\w:]+)\s*(?:final\s*)?(?::\s[^;]*)?(?:\{|$)")
# Of two that are never in one program: the command line with and without a converter.
KNOWN = {"cli::Converter::Process"}


def types_of(path):
    """Types at the level of a namespace, with the namespaces inside mingzhang that hold them."""
    inside = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("namespace {"):
            inside.append(None)
        elif (opened := re.match(r"(?:inline )?namespace ([\w:]+) \{", line)) and "}" not in line:
            inside.append(opened[1])
        elif line.startswith("}  // namespace"):
            inside.pop()
        elif (found := TYPE.match(line)) and None not in inside:
            yield "::".join([*inside, found[1]]).removeprefix("mingzhang::")


class Names(unittest.TestCase):
    def test_no_two_types_have_one_name(self):
        places = {}
        for path in sorted([*SOURCES.glob("**/*.h"), *SOURCES.glob("**/*.cpp")]):
            for name in types_of(path):
                places.setdefault(name, set()).add(str(path.relative_to(SOURCES)))
        twice = {name: sorted(found) for name, found in places.items() if len(found) > 1 and name not in KNOWN}
        self.assertEqual(twice, {})
        self.assertGreater(len(places), 200)


if __name__ == "__main__":
    unittest.main()
