#!/usr/bin/env python3
"""The examples of README.md that run on one machine: GNU parallel with two local workers, and the questions in SQLite.

usage: scale_test.py PROGRAM [GROUP ...]
"""
import json
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
SAMPLE = HERE.parents[1] / "assets" / "samples" / "linhe-npc-2021-budget.txt"
PROGRAM = ""
COUNT = 60


def example(title):
    """The first block of commands below a heading of README.md."""
    section = (HERE / "README.md").read_text("utf-8").split(f"\n## {title}", 1)[1]
    return re.search(r"```\w+\n(.*?)```", section, re.S).group(1)


def questions():
    return re.findall(r"```sql\n(.*?)```", (HERE / "README.md").read_text("utf-8"), re.S)


class Case(unittest.TestCase):
    """A folder with grown files, one that is empty and one that is no disclosure."""

    @classmethod
    def setUpClass(cls):
        cls.kept = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.kept.name)
        subprocess.run([sys.executable, HERE / "grow.py", cls.folder / "FOLDER", str(COUNT), SAMPLE], check=True,
                       stdout=subprocess.DEVNULL)
        broken = next((cls.folder / "FOLDER").rglob("*000012-*"))
        broken.write_bytes(b"")
        three_public = next((cls.folder / "FOLDER").rglob("*000013-*"))
        three_public.write_text(SAMPLE.read_text("utf-8").replace("30.60元", "35.70万元"))
        # `mingzhang` of the examples is the built program.
        (cls.folder / "bin").mkdir()
        (cls.folder / "bin" / "mingzhang").symlink_to(PROGRAM)
        cls.environment = {**os.environ, "PATH": f"{cls.folder / 'bin'}:{os.environ['PATH']}", "HOME": cls.kept.name}
        cls.alone = cls.shell(cls, "mingzhang check --format ndjson FOLDER").stdout

    @classmethod
    def tearDownClass(cls):
        cls.kept.cleanup()

    def shell(self, script):
        return subprocess.run(["sh", "-c", script], cwd=self.folder, env=self.environment, capture_output=True)


class Parallel(Case):
    def setUp(self):
        if not shutil.which("parallel"):
            self.skipTest("GNU parallel is not here")
        self.script = example("Several machines: GNU parallel")

    def test_local_workers_write_what_one_process_writes(self):
        local = self.script.replace("--sshloginfile hosts", "--jobs 2").replace("--max-args 200", "--max-args 7")
        done = self.shell(local)
        self.assertEqual(done.returncode, 1, done.stderr.decode())  # of nine batches one has the empty file
        self.assertEqual((self.folder / "reports.ndjson").read_bytes(), self.alone)

    def test_a_run_that_was_stopped_goes_on_where_it_was(self):
        local = self.script.replace("--sshloginfile hosts", "--jobs 2").replace("--max-args 200", "--max-args 7")
        first = local.replace("<files", "--halt soon,fail=1 <files").replace("done.log", "half.log")
        self.shell(first)
        half = (self.folder / "reports.ndjson").read_bytes()
        self.shell(local.replace("done.log", "half.log --resume").replace(">reports", ">>reports"))
        whole = (self.folder / "reports.ndjson").read_bytes()
        self.assertTrue(whole.startswith(half))
        self.assertEqual(sorted(whole.splitlines()), sorted(self.alone.splitlines()))


class Sqlite(Case):
    def setUp(self):
        (self.folder / "reports.ndjson").write_bytes(self.alone)
        for _ in range(2):  # loading twice does no harm
            subprocess.run([sys.executable, HERE / "load.py", "province.sqlite", "reports.ndjson"], check=True,
                           cwd=self.folder, stdout=subprocess.DEVNULL)
        self.database = sqlite3.connect(self.folder / "province.sqlite")
        self.reports = [json.loads(line) for line in self.alone.splitlines()]

    def tearDown(self):
        self.database.close()

    def test_every_report_finding_and_fact_is_there_once(self):
        for table, key in (("finding", "findings"), ("fact", "facts")):
            (count,), = self.database.execute(f"select count(*) from {table}")
            self.assertEqual(count, sum(len(report.get(key, [])) for report in self.reports))
        self.assertEqual(self.database.execute("select count(*) from report").fetchone(), (COUNT,))

    def test_the_questions_have_their_answers(self):
        three_public, rules, reception, unread = (self.database.execute(q).fetchall() for q in questions())
        failing = [(r["disclosure"]["entity"], f["formula"]) for r in self.reports for f in r.get("findings", [])
                   if f["rule"] == "sum.three_public" and f["status"] == "fails"]
        self.assertGreaterEqual(len(failing), 1)
        self.assertEqual(sorted((row[0], row[2]) for row in three_public), sorted(failing))
        self.assertEqual(sum(row[2] for row in rules),
                         sum(f["status"] == "fails" for r in self.reports for f in r.get("findings", [])))
        self.assertGreaterEqual(len(reception), COUNT - 1)
        self.assertEqual(unread, [("file.empty", 1)])


def main():
    global PROGRAM
    PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])


if __name__ == "__main__":
    main()
