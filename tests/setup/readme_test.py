"""The README's example is what the program really prints.

usage: readme_test.py PROGRAM
"""
import pathlib
import re
import subprocess
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(sys.argv.pop(1)).resolve()


class Readme(unittest.TestCase):
    def test_the_example_is_true(self):
        text = (ROOT / "README.md").read_text(encoding="utf-8")
        command, shown, status = re.search(r"```console\n\$ build/native/mingzhang (.*)\n([^$]*)\$ echo \$\?\n(\d)\n```",
                                           text).groups()
        result = subprocess.run([PROGRAM, *command.split()], cwd=ROOT, capture_output=True, text=True)
        self.assertEqual(result.returncode, int(status))
        printed = iter(result.stdout.splitlines())
        for line in shown.splitlines():
            if line != "...":
                self.assertTrue(line in printed, f"not printed: {line}")  # goes on from the line before

    def test_every_path_that_it_links_to_is_there(self):
        for page in [ROOT / "README.md", *ROOT.glob("*/README.md"), *ROOT.glob("*/*/README.md")]:
            if "node_modules" in page.parts or "build" in page.parts:
                continue
            for link in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
                self.assertTrue((page.parent / link).exists(), f"{page.relative_to(ROOT)} links to {link}")


if __name__ == "__main__":
    unittest.main()
