#!/usr/bin/python3
"""Runs the built program as a user's shell would and checks what comes out: streams, exit statuses, formats.

usage: cli_test.py PROGRAM [GROUP ...]     groups are the classes below
       cli_test.py PROGRAM --update        writes golden/ anew; read the difference before committing it
"""
import csv
import hashlib
import io
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SAMPLES = ROOT / "assets" / "samples"
SAMPLE = SAMPLES / "linhe-npc-2021-budget.txt"
GOLDEN = {"linhe.zh.txt": [], "linhe.en.txt": ["--lang", "en"], "linhe.zh.md": ["--format", "markdown"]}
POEM = "床前明月光\n疑是地上霜\n"
PROGRAM = ""


class Answer:
    def __init__(self, completed):
        self.code = completed.returncode
        self.out = completed.stdout
        self.text = completed.stdout.decode("utf-8")
        self.err = completed.stderr.decode("utf-8")

    def json(self):
        return json.loads(self.text)


def run(*arguments, stdin=b"", folder=ROOT, **environment):
    plain = {"PATH": os.environ.get("PATH", ""), **environment}
    return Answer(subprocess.run([PROGRAM, *map(str, arguments)], input=stdin, capture_output=True, timeout=60,
                                 cwd=folder, env=plain))


def report_of(options):
    # Relative to the repository, so that the name in the report is the same on every machine.
    return run("check", *options, SAMPLE.relative_to(ROOT)).out


class Case(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.kept = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self.kept.name)

    def tearDown(self):
        self.kept.cleanup()

    def file(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path


class Golden(Case):
    """The sample's report, read by eye before it was committed."""

    def test_reports_read_as_they_were_approved(self):
        for name, options in GOLDEN.items():
            with self.subTest(name):
                self.assertMultiLineEqual(report_of(options).decode(), (HERE / "golden" / name).read_text("utf-8"))


class Json(Case):
    def test_a_contradiction_is_reported_with_exit_status_1(self):
        answer = run("check", "--format", "json", SAMPLE)
        self.assertEqual(answer.code, 1)
        self.assertEqual(answer.err, "")
        (report,) = answer.json()
        self.assertEqual(report["format"], "mingzhang-report/1")
        self.assertEqual(report["disclosure"]["year"], 2021)
        self.assertEqual(report["input"]["name"], str(SAMPLE))
        self.assertEqual(report["input"]["bytes"], SAMPLE.stat().st_size)
        self.assertEqual(report["input"]["sha256"], hashlib.sha256(SAMPLE.read_bytes()).hexdigest())
        failing = {f["rule"] for f in report["findings"] if f["status"] == "fails" and f["severity"] == "error"}
        self.assertEqual(failing, {"unit.suspect", "part.of_which"})

    def test_every_source_quotes_the_text_at_its_offsets(self):
        text = run("text", SAMPLE).out
        (report,) = run("check", "--format", "json", SAMPLE).json()
        sources = [f["source"] for f in report["facts"]] + report["unplaced"]
        sources += [s for f in report["findings"] for s in f["sources"]]
        self.assertGreater(len(sources), 100)
        for source in sources:
            self.assertEqual(text[source["start"]:source["end"]].decode(), source["text"])

    def test_a_document_without_contradiction_has_exit_status_0(self):
        sound = SAMPLE.read_text("utf-8").replace("30.60元", "30.60万元").replace("其中：汽车", "汽车")
        sound = sound.replace("\t131\n", "\t137\n")
        path = self.file("sound.txt", sound)
        answer = run("check", "--format", "json", path)
        errors = [f["formula"] for f in answer.json()[0]["findings"]
                  if f["status"] == "fails" and f["severity"] == "error"]
        self.assertEqual(errors, [])
        self.assertEqual(answer.code, 0)

    def test_a_text_that_is_no_disclosure_is_reported_with_exit_status_0(self):
        poem = self.file("poem.txt", POEM)
        answer = run("check", "--format", "json", poem)
        self.assertEqual(answer.code, 0)
        (report,) = answer.json()
        self.assertIsNone(report["disclosure"])
        self.assertEqual(report["findings"], [])

    def test_ndjson_is_a_report_a_line(self):
        poem = self.file("poem.txt", POEM)
        lines = run("check", "--format", "ndjson", SAMPLE, poem).text.splitlines()
        self.assertEqual([json.loads(line)["input"]["name"] for line in lines], [str(SAMPLE), str(poem)])
        self.assertEqual(json.loads(lines[0]), run("check", "--format", "json", SAMPLE).json()[0])

    def test_other_encodings_are_read_and_offsets_count_in_utf8(self):
        words = SAMPLE.read_text("utf-8")
        for encoding in ("gb18030", "utf-16"):
            with self.subTest(encoding):
                path = self.file(f"{encoding}.txt", words.encode(encoding))
                self.assertIn("512.36万元", run("text", path).text)
                (report,) = run("check", "--format", "json", path).json()
                (same,) = run("check", "--format", "json", SAMPLE).json()
                self.assertEqual([f["value"] for f in report["facts"]], [f["value"] for f in same["facts"]])


class Figures(Case):
    def test_csv_has_a_head_and_a_line_for_each_fact(self):
        answer = run("facts", SAMPLE)
        self.assertEqual(answer.code, 0)
        rows = list(csv.DictReader(io.StringIO(answer.text, newline="")))
        (report,) = run("check", "--format", "json", SAMPLE).json()
        self.assertEqual([row["value"] for row in rows], [fact["value"] for fact in report["facts"]])
        self.assertEqual({row["input"] for row in rows}, {str(SAMPLE)})
        self.assertTrue(all(None not in row and None not in row.values() for row in rows))

    def test_no_cell_is_a_formula(self):
        path = self.file("=1+1.txt", SAMPLE.read_bytes())
        for row in csv.reader(io.StringIO(run("facts", path.name, folder=self.folder).text, newline="")):
            for cell in row:
                self.assertFalse(cell.startswith(("=", "@")), cell)

    def test_json_holds_the_facts_of_all_inputs_in_one_array(self):
        poem = self.file("poem.txt", POEM)
        facts = run("facts", "--format", "json", poem, SAMPLE, SAMPLE).json()
        (report,) = run("check", "--format", "json", SAMPLE).json()
        self.assertEqual(len(facts), 2 * len(report["facts"]))
        self.assertEqual(run("facts", "--format", "json", poem).json(), [])


class Text(Case):
    def test_text_is_the_file_byte_for_byte(self):
        self.assertEqual(run("text", SAMPLE).out, SAMPLE.read_bytes())
        marked = self.file("bom.txt", b"\xef\xbb\xbf" + SAMPLE.read_bytes())
        self.assertEqual(run("text", marked).out, marked.read_bytes())

    def test_blocks_lists_tables_and_cells_with_their_offsets(self):
        text = SAMPLE.read_bytes()
        lines = [line.split("\t") for line in run("text", "--blocks", SAMPLE).text.splitlines()]
        kinds = {line[0] for line in lines}
        self.assertLessEqual({"heading", "paragraph", "table", "cell"}, kinds)
        (cell,) = [line for line in lines if line[0] == "cell" and line[-1] == "116.40"]
        self.assertEqual(text[int(cell[1]):int(cell[2])], b"116.40")
        (report,) = run("check", "--format", "json", SAMPLE).json()
        (fact,) = [f for f in report["facts"] if f["source"]["text"] == "116.40"]
        self.assertEqual([int(value) for value in cell[3:6]],
                         [fact["source"][key] for key in ("table", "row", "column")])


class Rules(Case):
    def test_every_rule_that_a_report_names_is_in_the_list(self):
        rules = run("rules", "--format", "json").json()
        self.assertEqual([sorted(rule) for rule in rules], [["formula", "id", "severity", "source"]] * len(rules))
        (report,) = run("check", "--format", "json", SAMPLE).json()
        self.assertLessEqual({f["rule"] for f in report["findings"]}, {rule["id"] for rule in rules})

    def test_text_and_markdown_name_every_rule_in_either_language(self):
        ids = [rule["id"] for rule in run("rules", "--format", "json").json()]
        for options in (["--lang", "en"], ["--format", "markdown"]):
            listed = run("rules", *options).text
            self.assertEqual([i for i in ids if i not in listed], [])


class Inputs(Case):
    def test_a_folder_is_read_with_its_subfolders_in_byte_order(self):
        for name in ("b.txt", "a/z.txt", "a.txt", "中.txt", "B.txt"):
            self.file(name, POEM)
        reports = run("check", "--format", "json", self.folder).json()
        names = [report["input"]["name"] for report in reports]
        expected = [f"{self.folder}/{name}" for name in ("B.txt", "a.txt", "a/z.txt", "b.txt", "中.txt")]
        self.assertEqual(names, expected)
        with_slash = run("check", "--format", "json", f"{self.folder}/").json()
        self.assertEqual([report["input"]["name"] for report in with_slash], expected)

    def test_a_folder_that_links_to_itself_is_read_once(self):
        self.file("inner/a.txt", POEM)
        (self.folder / "inner" / "again").symlink_to(self.folder)
        answer = run("check", "--format", "json", self.folder)
        self.assertEqual([r["input"]["name"] for r in answer.json()], [f"{self.folder}/inner/a.txt"])

    def test_standard_input_is_named_by_a_hyphen(self):
        (report,) = run("check", "--format", "json", "-", stdin=SAMPLE.read_bytes()).json()
        self.assertEqual(report["input"]["name"], "-")
        self.assertEqual(report["disclosure"]["year"], 2021)
        self.assertEqual(run("text", "-", stdin=POEM.encode()).text, POEM)

    def test_an_archive_is_as_many_inputs_as_it_holds(self):
        path = self.folder / "公开.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("乙/poem.txt", POEM)
            archive.writestr("a.txt", SAMPLE.read_bytes())
            archive.writestr("b.png", b"\x89PNG\r\n\x1a\n")
        answer = run("check", "--format", "json", path)
        self.assertEqual(answer.code, 2)
        self.assertEqual([report["input"]["name"] for report in answer.json()],
                         [f"{path}/{name}" for name in ("a.txt", "b.png", "乙/poem.txt")])
        sample, picture, poem = answer.json()
        self.assertEqual(sample["input"]["sha256"], hashlib.sha256(SAMPLE.read_bytes()).hexdigest())
        self.assertEqual(sample["input"]["bytes"], SAMPLE.stat().st_size)
        self.assertEqual(picture["error"]["code"], "file.format")
        self.assertIsNone(poem["disclosure"])
        self.assertEqual(run("text", "-", stdin=path.read_bytes()).out, SAMPLE.read_bytes() + POEM.encode())

    def test_after_two_hyphens_all_are_files(self):
        self.file("--lang", POEM)
        self.assertEqual(run("check", "--", "--lang", folder=self.folder).code, 0)

    def test_a_name_that_is_no_utf8_is_read_and_reported_in_valid_utf8(self):
        path = os.path.join(os.fsencode(self.folder), b"\xff.txt")
        with open(path, "wb") as file:
            file.write(POEM.encode())
        answer = run("check", "--format", "json", self.folder)
        self.assertEqual(answer.code, 0)
        self.assertTrue(answer.json()[0]["input"]["name"].endswith("\ufffd.txt"))


class Together(Case):
    NARRATIVE = "平川县民政局2021年部门预算说明\n一、收支情况\n2021年收入预算100.00万元，支出预算100.00万元。\n"
    TABLES = "平川县民政局2021年部门预算表\n二、支出情况\n2021年支出预算{total}万元，其中：基本支出60.00万元，项目支出40.00万元。\n"

    def together(self, total, *more):
        narrative = self.file("说明.txt", self.NARRATIVE)
        tables = self.file("表格.txt", self.TABLES.format(total=total))
        return run("check", "--together", "--format", "json", narrative, tables, *more)

    def test_one_report_lists_its_inputs_and_each_place_says_which_it_is_from(self):
        answer = self.together("100.00")
        self.assertEqual(answer.code, 0)
        (report,) = answer.json()
        self.assertEqual([pathlib.Path(one["name"]).name for one in report["inputs"]], ["说明.txt", "表格.txt"])
        texts = [self.NARRATIVE.encode(), self.TABLES.format(total="100.00").encode()]
        self.assertEqual([one["sha256"] for one in report["inputs"]], [hashlib.sha256(text).hexdigest() for text in texts])
        for fact in report["facts"]:
            source = fact["source"]
            self.assertEqual(texts[source["input"]][source["start"]:source["end"]].decode(), source["text"])
        pair = [finding for finding in report["findings"] if finding["rule"] == "equal.narrative_pair"]
        self.assertEqual([finding["status"] for finding in pair], ["holds"])

    def test_two_inputs_that_differ_contradict_each_other(self):
        answer = self.together("102.00")
        self.assertEqual(answer.code, 1)
        (report,) = answer.json()
        (pair,) = [finding for finding in report["findings"] if finding["rule"] == "equal.narrative_pair"]
        self.assertEqual((pair["status"], pair["formula"]), ("fails", "100.00 ≠ 102.00"))
        self.assertEqual({source["input"] for source in pair["sources"]}, {0, 1})

    def test_an_input_that_cannot_be_read_is_said_and_the_others_are_judged(self):
        answer = self.together("100.00", self.file("empty.txt", b""))
        self.assertEqual(answer.code, 2)
        report, error = answer.json()
        self.assertEqual(len(report["inputs"]), 2)
        self.assertEqual(error["error"]["code"], "file.empty")

    def test_an_input_beyond_the_limit_is_named_with_its_own_size(self):
        answer = self.together("100.00", self.file("large.txt", b"a" * (40 << 20)))
        self.assertEqual(answer.code, 2)
        _, error = answer.json()
        self.assertEqual((error["error"]["code"], error["input"]["bytes"]), ("file.too_large", 40 << 20))

    def test_without_it_reports_have_no_list_of_inputs(self):
        (report,) = run("check", "--format", "json", SAMPLE).json()
        self.assertNotIn("inputs", report)
        self.assertNotIn("input", report["facts"][0]["source"])

    def test_it_does_not_go_with_skip_done(self):
        answer = run("check", "--together", "--format", "ndjson", "--skip-done", "none", SAMPLE)
        self.assertEqual(answer.code, 2)


class Errors(Case):
    def assert_unreadable(self, path, code, words):
        answer = run("check", "--format", "json", "--lang", "en", path)
        self.assertEqual(answer.code, 2)
        self.assertEqual(answer.err, f"{path}: {words}\n")
        (report,) = answer.json()
        self.assertEqual(list(report), ["format", "input", "error"])
        self.assertEqual(report["error"]["code"], code)
        self.assertEqual(report["error"]["message"]["en"], words)
        self.assertEqual(list(report["input"]), ["name", "media", "bytes", "sha256"])

    def test_an_empty_file(self):
        self.assert_unreadable(self.file("empty.txt", b""), "file.empty", "the file is empty: there is no text in it")

    def test_a_binary_file(self):
        answer = run("check", "--lang", "en", self.file("noise.bin", bytes(range(256)) * 64))
        self.assertEqual(answer.code, 2)
        self.assertRegex(answer.err, r"^[^\n]*noise\.bin: [^\n]+\n$")

    def test_a_pdf_that_is_cut_short(self):
        path = self.file("a.pdf", b"%PDF-1.7\n1 0 obj\n")
        self.assert_unreadable(path, "pdf.damaged", "this PDF is damaged and cannot be opened")

    def test_a_file_beyond_the_limit(self):
        path = self.file("large.txt", b"a" * (40 << 20))
        answer = run("check", "--format", "json", path)
        self.assertEqual(answer.code, 2)
        (report,) = answer.json()
        self.assertEqual(report["error"]["code"], "file.too_large")
        self.assertEqual(report["input"]["bytes"], 40 << 20)

    def test_a_file_that_is_not_there(self):
        self.assert_unreadable(self.folder / "none.txt", "file.not_found", "there is no such file or folder")

    def test_an_empty_folder(self):
        self.assert_unreadable(self.folder, "folder.empty", "there is no file in this folder")

    def test_the_others_are_still_reported_and_2_wins(self):
        empty = self.file("empty.txt", b"")
        for form in ("json", "ndjson", "text", "markdown", "csv"):
            answer = run("check", "--format", form, empty, SAMPLE)
            self.assertEqual(answer.code, 2, form)
            self.assertIn("unit.suspect", answer.text)
            self.assertEqual(answer.err.count("\n"), 1)
        self.assertIn("f0", run("facts", empty, SAMPLE).text)
        self.assertEqual(run("text", empty, SAMPLE).out, SAMPLE.read_bytes())

    def test_errors_speak_the_language_asked_for(self):
        empty = self.file("empty.txt", b"")
        self.assertIn("文件是空的", run("check", empty).err)
        self.assertIn("the file is empty", run("text", "--lang", "en", empty).err)

    def test_every_code_in_the_sources_has_words(self):
        families = "file|folder|text|table|document|zip|xml|package|ole|doc|docx|xls|xlsx|ofd|vocabulary|rules|messages|output"
        known = json.loads((ROOT / "assets/words/errors.json").read_text("utf-8"))
        used = set()
        loaders = [ROOT / "src" / path for path in
                   ("disclosure/vocabulary.cpp", "checks/rule_book.cpp", "checks/message.cpp")]
        rooms = [path for room in ("document", "views", "report", "cli") for path in (ROOT / "src" / room).rglob("*.cpp")]
        for path in loaders + rooms:
            used |= set(re.findall(rf'"((?:{families})\.[a-z_]+)"', path.read_text("utf-8")))
        self.assertIn("file.empty", used)
        self.assertEqual(sorted(used - set(known)), [])

    @unittest.skipUnless(os.path.exists("/dev/full"), "no /dev/full here")
    def test_output_that_cannot_be_written_is_no_success(self):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([PROGRAM, "text", str(SAMPLE)], stdout=full, stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, 2)
        self.assertEqual(done.stderr.count(b"\n"), 1)


class Usage(Case):
    def test_wrong_usage_has_exit_status_2_and_prints_nothing(self):
        for arguments in ([], ["look"], ["check"], ["check", "--no-such-option", "a"], ["check", "--format"],
                          ["check", "--format", "xml", "a"], ["check", "--jobs", "0", "a"], ["check", "--jobs", "x", "a"],
                          ["check", "--unit", "角", "a"], ["check", "--blocks", "a"], ["facts", "--format", "text", "a"],
                          ["rules", "a"], ["check", "--lang", "fr", "a"], ["check", "-", "-"],
                          ["check", "--together=1", "a"]):
            with self.subTest(arguments):
                answer = run(*arguments)
                self.assertEqual(answer.code, 2)
                self.assertEqual(answer.out, b"")
                self.assertTrue(answer.err.startswith("mingzhang: "))

    def test_help_and_version_answer(self):
        self.assertIn("usage: mingzhang check", run("--help").text)
        self.assertIn("用法：mingzhang check", run("--help", "--lang", "zh").text)
        self.assertIn("用法：mingzhang check", run("--help", LANG="zh_CN.UTF-8").text)
        self.assertIn("usage: mingzhang check", run("--help", LANG="zh_CN.UTF-8", LC_ALL="C").text)
        version = run("--version", "--lang", "en")
        self.assertEqual(version.code, 0)
        (report,) = run("check", "--format", "json", SAMPLE).json()
        self.assertIn(report["generator"]["version"], version.text)
        self.assertIn(report["generator"]["rules"], version.text)

    def test_options_take_their_value_either_way_and_stand_anywhere(self):
        one = run("check", "--format=json", SAMPLE)
        self.assertEqual(one.out, run("--format", "json", "check", SAMPLE).out)
        self.assertEqual(one.out, run("check", SAMPLE, "--format", "json").out)

    def test_money_is_shown_in_the_unit_asked_for(self):
        self.assertRegex(run("check", "--unit", "元", SAMPLE).text, r" 5123600 +元 ")
        self.assertRegex(run("check", "--unit", "亿元", SAMPLE).text, r" 0\.051236 +亿元 ")


class Jobs(Case):
    def test_the_output_is_the_same_for_any_number_of_jobs(self):
        words = SAMPLE.read_text("utf-8")
        for i in range(24):
            self.file(f"{i:02}.txt", "" if i % 7 == 3 else words.replace("512.36", f"5{i:02}.36"))
        for form in ("json", "ndjson", "text", "markdown", "csv"):
            one = run("check", "--format", form, "--jobs", "1", self.folder)
            self.assertEqual(one.code, 2)
            for jobs in ("2", "5", "64"):
                many = run("check", "--format", form, "--jobs", jobs, self.folder)
                self.assertEqual((one.code, one.out, one.err), (many.code, many.out, many.err), form)
        self.assertEqual(run("facts", "--jobs", "1", self.folder).out, run("facts", "--jobs", "3", self.folder).out)

    def test_ndjson_lines_come_as_soon_as_they_are_ready(self):
        # The second input stays open: the first report must not wait for it.
        with subprocess.Popen([PROGRAM, "check", "--format", "ndjson", "--jobs", "2", str(SAMPLE), "-"],
                              stdin=subprocess.PIPE, stdout=subprocess.PIPE) as running:
            first = json.loads(running.stdout.readline() or "null")
            running.stdin.write(POEM.encode())
            running.stdin.close()
            second = json.loads(running.stdout.readline() or "null")
        self.assertEqual(first["disclosure"]["year"], 2021)
        self.assertIsNone(second["disclosure"])


class Long(Case):
    """Runs over many files: stopped and taken up again, and how far they are."""

    def setUp(self):
        super().setUp()
        words = SAMPLE.read_text("utf-8")
        for i in range(12):
            content = "" if i == 4 else POEM if i == 7 else words.replace("512.36", f"5{i:02}.36")
            self.file(f"in/{i:02}.txt", content)
        self.whole = self.check()

    def check(self, *options):
        return run("check", "--format", "ndjson", *options, "in", folder=self.folder)

    def take_up(self, reports):
        """As a shell does: ... --skip-done REPORTS >>REPORTS."""
        with open(reports, "ab") as output:
            return subprocess.run([PROGRAM, "check", "--format", "ndjson", "--skip-done", str(reports), "in"],
                                  cwd=self.folder, stdout=output, stderr=subprocess.PIPE)

    def test_a_run_that_was_stopped_anywhere_ends_as_if_it_had_not_been(self):
        lines = self.whole.out.splitlines(keepends=True)
        self.assertEqual(len(lines), 12)
        within = len(b"".join(lines[:3])) + 5000
        for stopped_at in (0, 1, within, len(self.whole.out) - len(lines[-1]), len(self.whole.out) - 1, len(self.whole.out)):
            with self.subTest(stopped_at):
                reports = self.file("reports.ndjson", self.whole.out[:stopped_at])
                taken_up = self.take_up(reports)
                self.assertEqual(reports.read_bytes(), self.whole.out)
                self.assertEqual(taken_up.returncode, self.whole.code)

    def test_a_file_whose_content_has_changed_is_checked_again(self):
        reports = self.file("reports.ndjson", self.whole.out)
        self.file("in/02.txt", SAMPLE.read_text("utf-8").replace("512.36", "777.77"))
        answer = self.check("--skip-done", reports)
        self.assertEqual([json.loads(line)["input"]["name"] for line in answer.text.splitlines()], ["in/02.txt"])

    def test_lines_that_are_no_reports_count_for_nothing(self):
        lines = self.whole.text.splitlines()
        broken = ["", "{}", "[1, 2]", lines[0][:200], lines[1][:-1], lines[2][:300] + lines[3], '{"format":"mingzhang-report/1"}']
        answer = self.check("--skip-done", self.file("reports.ndjson", "\n".join(broken) + "\n" + lines[5]))
        self.assertEqual(answer.out, self.whole.out)

    def test_reports_that_are_not_there_are_an_error_before_anything_is_read(self):
        answer = self.check("--skip-done", self.folder / "none.ndjson")
        self.assertEqual((answer.code, answer.out, answer.err.count("\n")), (2, b"", 1))

    def test_skipping_goes_with_ndjson_only(self):
        answer = run("check", "--format", "json", "--skip-done", "a", "in", folder=self.folder)
        self.assertEqual((answer.code, answer.out), (2, b""))

    def test_progress_says_how_a_run_ended(self):
        answer = self.check("--progress", "--lang", "en")
        self.assertEqual(answer.out, self.whole.out)
        self.assertRegex(answer.err.splitlines()[-1], r"^12 done in \d\d:\d\d, \d+ a second, 1 not read$")
        self.assertEqual(self.whole.err.count("\n"), 1)


def main():
    global PROGRAM
    PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
    if "--update" in sys.argv:
        for name, options in GOLDEN.items():
            (HERE / "golden" / name).write_bytes(report_of(options))
        return
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])


if __name__ == "__main__":
    main()
