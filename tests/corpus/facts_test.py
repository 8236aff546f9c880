"""Facts of real disclosures against lists made by hand and checked by eye against the printed pages.

usage: facts_test.py PROGRAM                  compares every document for which facts/NAME.tsv stands here
       facts_test.py PROGRAM --write NAME     prints what the program finds now, in the form of those lists: to be
                                              held against the pages, line by line, before it becomes one

A list is complete for the pages that its first line names (all, or 3-12), so that a fact too many counts as much as one
missing. Its columns: concept, subject, scope, part, stage, period, measure, of, base, level, value, unit; '-' for none.
A subject stands in clear where it is a word of assets/ (an item of the classifications, a use of vehicles), else as the
start of its hash: no sentence and no name of the documents is kept here. Needs the corpus in ../shared/corpus beside the
repository, or in the folder that MINGZHANG_CORPUS names; without it the test is skipped.
"""
import collections
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ASSETS = HERE.parents[1] / "assets"
CORPUS = pathlib.Path(os.environ.get("MINGZHANG_CORPUS", HERE.parents[1] / "../shared/corpus"))
COLUMNS = ("concept", "subject", "scope", "part", "stage", "period", "measure", "of", "base", "level", "value", "unit")
LEAST_RECALL, LEAST_PRECISION = 98.5, 99.5
LEAST_SHARED = 98.0  # of the facts of a PDF and of its laid-out text
SKIPPED = 77


def folded(words):
    return re.sub(r"\s", "", words).replace("（", "(").replace("）", ")")


def standard_words():
    """Every word of the data: these are the standard's, not a document's."""
    words = set()

    def walk(data):
        if isinstance(data, str):
            words.add(folded(data))
        for part in data.values() if isinstance(data, dict) else data if isinstance(data, list) else []:
            walk(part)

    for path in [*ASSETS.glob("vocabulary/*.json"), *ASSETS.glob("classification/*.json")]:
        walk(json.loads(path.read_text(encoding="utf-8")))
    return words


STANDARD = standard_words()


def subject_of(words):
    if words is None:
        return "-"
    bare = folded(words)
    known = bare in STANDARD or bare + "支出" in STANDARD or bare.removesuffix("支出") in STANDARD
    return bare if known else "#" + hashlib.sha1(bare.encode()).hexdigest()[:8]


def line_of(fact):
    cells = [subject_of(fact["subject"]) if name == "subject" else fact[name] for name in COLUMNS]
    return "\t".join("-" if cell is None else str(cell) for cell in cells)


def facts_of(program, path):
    """None where the program has nothing to read PDF with."""
    run = subprocess.run([program, "facts", "--format", "json", path], capture_output=True)
    if run.returncode == 2 and path.suffix == ".pdf":
        return None
    if run.returncode != 0:
        sys.exit(f"{path.name}: {run.stderr.decode()}")
    return json.loads(run.stdout)


class Golden:
    def __init__(self, path):
        head, *lines = path.read_text(encoding="utf-8").splitlines()
        self.name = path.stem
        pages = head.removeprefix("# pages ")
        self.first, self.last = (None, None) if pages == "all" else map(int, pages.split("-"))
        self.lines = [line for line in lines if line and not line.startswith("#")]

    def covers(self, fact):
        page = fact["source"]["page"]
        return self.first is None or (page is not None and self.first <= page + 1 <= self.last)


def document_named(name):
    """The PDF where there is one: the lists were held against its pages."""
    for suffix in (".pdf", ".txt"):
        if (CORPUS / (name + suffix)).exists():
            return CORPUS / (name + suffix)
    sys.exit(f"{name}: not in the corpus")


def rate(part, whole):
    return 100.0 * part / whole if whole else 100.0


def lines_of(facts):
    return collections.Counter(line_of(fact) for fact in facts)


def compare_with_lists(program):
    all_right = all_wanted = all_found = 0
    print(f"{'document':44} {'wanted':>7} {'found':>7} {'right':>7} {'recall':>8} {'precision':>10}")
    for path in sorted(HERE.glob("facts/*.tsv")):
        golden = Golden(path)
        facts = facts_of(program, document_named(golden.name))
        if facts is None:
            print(f"{golden.name:44} not read: no Node.js or no packages for PDF")
            continue
        found, wanted = lines_of(fact for fact in facts if golden.covers(fact)), collections.Counter(golden.lines)
        right = sum((found & wanted).values())
        recall, precision = rate(right, sum(wanted.values())), rate(right, sum(found.values()))
        print(f"{golden.name:44} {sum(wanted.values()):7} {sum(found.values()):7} {right:7} {recall:7.2f}% {precision:9.2f}%")
        for sign, lines in (("missing", wanted - found), ("wrong", found - wanted)):
            for line in list(lines.elements())[:12]:
                print(f"    {sign}: " + line.replace("\t", " "))
        all_right, all_wanted, all_found = all_right + right, all_wanted + sum(wanted.values()), all_found + sum(found.values())
    recall, precision = rate(all_right, all_wanted), rate(all_right, all_found)
    print(f"{'all':44} {all_wanted:7} {all_found:7} {all_right:7} {recall:7.2f}% {precision:9.2f}%")
    if recall < LEAST_RECALL or precision < LEAST_PRECISION:
        print(f"recall must be at least {LEAST_RECALL} %, precision {LEAST_PRECISION} %")
        return False
    return True


def compare_pdf_with_text(program):
    """Shared facts, of the larger of both readings: nothing is counted as right here, only as the same."""
    all_shared = all_of_larger = 0
    print(f"\n{'document':44} {'PDF':>7} {'text':>7} {'shared':>7}")
    for pdf in sorted(CORPUS.glob("*.pdf")):
        text = pdf.with_name(pdf.stem + ".layout.txt")
        facts = facts_of(program, pdf) if text.exists() else None
        if facts is None:
            continue
        printed, laid_out = lines_of(facts), lines_of(facts_of(program, text))
        shared, larger = sum((printed & laid_out).values()), max(sum(printed.values()), sum(laid_out.values()))
        print(f"{pdf.stem:44} {sum(printed.values()):7} {sum(laid_out.values()):7} {rate(shared, larger):6.2f}%")
        all_shared, all_of_larger = all_shared + shared, all_of_larger + larger
    print(f"{'all':44} {'':7} {'':7} {rate(all_shared, all_of_larger):6.2f}%")
    if rate(all_shared, all_of_larger) < LEAST_SHARED:
        print(f"a PDF and its laid-out text must share at least {LEAST_SHARED} %")
        return False
    return True


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    if not CORPUS.exists():
        print(f"the corpus ({CORPUS}) is not here: skipped")
        sys.exit(SKIPPED)
    if sys.argv[2:3] == ["--write"]:
        print("# pages all")
        for fact in facts_of(program, document_named(sys.argv[3])):
            print(line_of(fact))
        return
    sys.exit(0 if compare_with_lists(program) & compare_pdf_with_text(program) else 1)


if __name__ == "__main__":
    main()
