"""What someone who edits assets/ hears: a right addition passes, each mistake names the file, the place and the reason."""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

ASSETS = pathlib.Path(__file__).resolve().parents[2] / "assets"
CONCEPTS = "vocabulary/concepts.json"


class Editing(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        shutil.copytree(ASSETS, self.folder / "assets")

    def embed(self, text):
        (self.folder / "assets" / CONCEPTS).write_text(text, encoding="utf-8")
        return subprocess.run([sys.executable, "embed.py", self.folder / "assets.cpp", "asset", CONCEPTS],
                              cwd=self.folder / "assets", capture_output=True, text=True)

    def concepts(self):
        return json.loads((ASSETS / CONCEPTS).read_text(encoding="utf-8"))

    def expect_refusal(self, text, *parts):
        result = self.embed(text)
        self.assertNotEqual(result.returncode, 0)
        for part in (CONCEPTS, *parts):
            self.assertIn(part, result.stderr)

    def test_a_new_wording_is_built_in(self):
        data = self.concepts()
        reception = next(it for it in data["concepts"] if it["id"] == "three_public.reception")
        reception["words"].append("来宾招待开销")
        result = self.embed(json.dumps(data, ensure_ascii=False))
        self.assertEqual(result.returncode, 0, result.stderr)
        octal = "".join(f"\\{byte:03o}" for byte in "来宾招待开销".encode())
        source = (self.folder / "assets.cpp").read_text(encoding="utf-8").replace('"\n    "', "")
        self.assertIn(octal, source)

    def test_a_missing_comma(self):
        text = (ASSETS / CONCEPTS).read_text(encoding="utf-8")
        self.expect_refusal(text.replace('", "', '" "', 1), "line ")

    def test_a_concept_without_a_name(self):
        data = self.concepts()
        del data["concepts"][0]["zh"]
        self.expect_refusal(json.dumps(data), "concepts/0", "'zh'")

    def test_a_key_stated_twice(self):
        text = (ASSETS / CONCEPTS).read_text(encoding="utf-8")
        self.expect_refusal(text.replace('"id": "revenue.total",', '"id": "revenue.total", "id": "revenue.total",', 1), "id")


if __name__ == "__main__":
    unittest.main()
