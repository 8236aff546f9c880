"""Failing findings of real disclosures against a list of them that was reviewed by eye.

usage: findings_test.py PROGRAM            every failing finding is in findings.tsv, and the other way round
       findings_test.py PROGRAM --write    prints the list as the program finds it now: each new line is to be held
                                           against the printed page before it gets its verdict

Columns of findings.tsv: document, the forms of it that show the finding (pdf, text), rule, severity, its formula (without
one: the start of the hash of the words it quotes), verdict. Verdicts: contradiction (the printed figures cannot all be
right), rounding (only in their last place), unsaid (what a reader would ask about is not there), form (placeholders, names,
punctuation: the page has them). A finding that rests on a misreading is a bug and has
no verdict: it is mended, not listed. Needs the corpus as facts_test.py does.
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
CORPUS = pathlib.Path(os.environ.get("MINGZHANG_CORPUS", HERE.parents[1] / "../shared/corpus"))
VERDICTS = {"contradiction", "rounding", "unsaid", "form"}
SKIPPED = 77


def hash_of(finding):
    words = "|".join(re.sub(r"\s", "", source["text"]) for source in finding["sources"])
    return "#" + hashlib.sha1(words.encode()).hexdigest()[:8]


def reports_of(program, paths):
    run = subprocess.run([program, "check", "--format", "ndjson", *paths], capture_output=True)
    if run.returncode not in (0, 1):
        sys.exit(run.stderr.decode())
    return [json.loads(line) for line in run.stdout.splitlines()]


def form_of(path):
    return "pdf" if path.suffix == ".pdf" else "text"


def all_found(program):
    """(document, rule, severity, formula) -> forms, and the number of relations that got a verdict."""
    found, evaluated = collections.defaultdict(set), 0
    paths = sorted(CORPUS.glob("*.txt")) + sorted(CORPUS.glob("*.pdf"))
    for path, report in zip(paths, reports_of(program, paths), strict=True):
        name = path.name.removesuffix(".pdf").removesuffix(".txt").removesuffix(".layout")
        for finding in report["findings"]:
            evaluated += finding["status"] in ("holds", "fails")
            if finding["status"] == "fails":
                key = (name, finding["rule"], finding["severity"], finding["formula"] or hash_of(finding))
                found[key].add(form_of(path))
    return found, evaluated


def reviewed():
    listed = {}
    for line in (HERE / "findings.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        name, forms, *finding, verdict = line.split("\t")
        assert verdict in VERDICTS, line
        listed[(name, *finding)] = set(forms.split("+"))
    return listed


def main():
    program = sys.argv[1]
    if not CORPUS.is_dir():
        print(f"the corpus is not here ({CORPUS}): skipped")
        return SKIPPED
    found, evaluated = all_found(program)
    if "--write" in sys.argv:
        for key, forms in sorted(found.items()):
            print(key[0], "+".join(sorted(forms)), *key[1:], "?", sep="\t")
        return 0
    listed = reviewed()
    wrong = 0
    for key in sorted(found.keys() | listed.keys()):
        now, then = found.get(key, set()), listed.get(key, set())
        for form in sorted(now - then):
            wrong += 1
            print(f"not reviewed: {key[0]} ({form}): {' '.join(key[1:])}")
        for form in sorted(then - now):
            print(f"no longer found: {key[0]} ({form}): {' '.join(key[1:])}")
    lost = sum(len(then - found.get(key, set())) for key, then in listed.items())
    failing = sum(map(len, found.values()))
    print(f"{evaluated} relations evaluated, {failing} fail, {wrong} of them not reviewed: "
          f"{10000 * wrong / max(evaluated, 1):.1f} false findings in 10,000 relations; {lost} no longer found")
    return 1 if wrong or lost else 0


sys.exit(main())
