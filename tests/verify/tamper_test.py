#!/usr/bin/env python3
"""verify.py accepts every report of the bundled samples and of the corpus, and rejects 1,000 that were tampered with.

usage: tamper_test.py PROGRAM [CORPUS]     CORPUS: folder of real disclosures; without it the samples alone

Each tampering changes one claim of a report, some of them with everything that follows from it, as somebody would who
wants the figures to agree. The kinds are the functions below; the seed is fixed.
"""
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile
from fractions import Fraction

from verify import YUAN, problems

ROOT = pathlib.Path(__file__).resolve().parents[2]
TIMES = 1000


def read(program, path):
    report = json.loads(subprocess.run([program, "check", "--format", "ndjson", path], capture_output=True).stdout)
    return report, subprocess.run([program, "text", path], check=True, capture_output=True).stdout


def written(value):
    """A fraction as a plain decimal number."""
    places = next(n for n in range(40) if (value * 10 ** n).denominator == 1)
    digits = str(abs(value.numerator * 10 ** places // value.denominator)).rjust(places + 1, "0")
    return ("-" if value < 0 else "") + digits[:len(digits) - places] + ("." + digits[-places:] if places else "")


def other_digit(rng, words):
    """One digit of the words is another."""
    at = rng.choice([i for i, c in enumerate(words) if c in "0123456789"])
    return words[:at] + rng.choice([d for d in "0123456789" if d != words[at]]) + words[at + 1:]


def failing(report, rng, arithmetic=False):
    return rng.choice([f for f in report["findings"] if f["status"] == "fails" and (f["difference"] or not arithmetic)])


def fact_of(report, rng):
    """Rather a fact that some failing finding uses."""
    used = {i for f in report["findings"] if f["status"] == "fails" for i in f["facts"]}
    facts = [f for f in report["facts"] if f["id"] in used] if rng.random() < 0.7 else report["facts"]
    return rng.choice(facts)


def value_of_a_fact(report, rng):
    fact = fact_of(report, rng)
    fact["value"] = other_digit(rng, fact["value"])
    if fact["yuan"] is not None:
        fact["yuan"] = written(Fraction(fact["value"]) * 10 ** YUAN[fact["unit"]])


def value_with_its_words(report, rng):
    fact = fact_of(report, rng)
    fact["value"] = fact["source"]["text"] = other_digit(rng, fact["value"])


def sign_or_point_of_a_fact(report, rng):
    fact = fact_of(report, rng)
    fact["value"] = written(Fraction(fact["value"]) * rng.choice([10, 100, Fraction(1, 10)]))


def unit_of_a_fact(report, rng):
    fact = rng.choice([f for f in report["facts"] if f["unit"] in YUAN])
    fact["unit"] = rng.choice([unit for unit in ("元", "万元", "亿元") if unit != fact["unit"]])
    fact["yuan"] = written(Fraction(fact["value"]) * 10 ** YUAN[fact["unit"]])


def yuan_of_a_fact(report, rng):
    fact = rng.choice([f for f in report["facts"] if f["yuan"] is not None])
    fact["yuan"] = other_digit(rng, fact["yuan"])


def words_of_a_fact(report, rng):
    source = fact_of(report, rng)["source"]
    source["text"] = other_digit(rng, source["text"])


def offsets_of_a_fact(report, rng):
    source = fact_of(report, rng)["source"]
    moved = rng.choice([-7, -3, -1, 1, 3, 7, 12])
    source["start"], source["end"] = source["start"] + moved, source["end"] + rng.choice([0, moved])


def range_of_a_fact(report, rng):
    fact = rng.choice([f for f in report["facts"] if f["range"]])
    fact["range"][rng.randrange(2)] = written(Fraction(fact["value"]) + rng.choice([-3, -1, 1, 2]))


def exactness_of_a_fact(report, rng):
    fact = rng.choice([f for f in report["facts"] if f["unit"] in YUAN])
    fact["range"] = [fact["value"], fact["value"]]


def fact_of_a_finding(report, rng):
    finding = rng.choice([f for f in report["findings"] if f["status"] == "fails" and f["facts"]])
    at = rng.randrange(len(finding["facts"]))
    values = {f["id"]: f["value"] for f in report["facts"]}
    others = [i for i in values if values[i] != values[finding["facts"][at]] and i not in finding["facts"]]
    finding["facts"][at] = rng.choice(others)


def term_of_a_formula(report, rng):
    finding = failing(report, rng)
    finding["formula"] = other_digit(rng, finding["formula"])


def operator_of_a_formula(report, rng):
    finding = failing(report, rng, arithmetic=True)
    signs = [i for i, c in enumerate(finding["formula"]) if c in "+−÷≠>"]
    at = rng.choice(signs)
    turned = {"+": "−", "−": "+", "÷": "×", "≠": "=", ">": "≤"}[finding["formula"][at]]
    finding["formula"] = finding["formula"][:at] + turned + finding["formula"][at + 1:]


def term_left_out(report, rng):
    finding = rng.choice([f for f in report["findings"] if re.search(r"\d \+ ", f["formula"]) and f["difference"]])
    finding["formula"] = finding["formula"].replace(" + ", " + 0 + ", 1)[finding["formula"].index(" + ") + 3:]


def one_of_its_four_figures(report, rng):
    finding = failing(report, rng)
    key = rng.choice([k for k in ("stated", "expected", "difference", "tolerance") if finding[k]] or ["difference"])
    finding[key] = other_digit(rng, finding[key]) if finding[key] else "1"


def tolerance_above_the_difference(report, rng):
    finding = failing(report, rng, arithmetic=True)
    finding["tolerance"] = written(abs(Fraction(finding["difference"])) * 2)


def no_difference(report, rng):
    finding = failing(report, rng, arithmetic=True)
    finding["difference"], finding["expected"] = "0", finding["stated"]


def stated_with_all_that_follows(report, rng):
    finding = failing(report, rng, arithmetic=True)
    old = finding["stated"]
    finding["stated"] = other_digit(rng, old)
    finding["formula"] = finding["formula"].replace(old.lstrip("-"), finding["stated"].lstrip("-"))
    finding["difference"] = written(Fraction(finding["stated"]) - Fraction(finding["expected"]))


def status_of_a_finding(report, rng):
    finding = rng.choice(report["findings"]) if rng.random() < 0.4 else failing(report, rng)
    finding["status"] = rng.choice([s for s in ("holds", "fails", "unknown") if s != finding["status"]])


def status_with_the_verdict(report, rng):
    finding = failing(report, rng, arithmetic=True)
    finding["status"] = "holds"
    report["verdict"][finding["severity"]] -= 1
    report["verdict"]["holds"] += 1


def accusation_with_the_verdict(report, rng):
    finding = rng.choice([f for f in report["findings"] if f["status"] == "holds" and f["difference"]])
    finding["status"], finding["formula"] = "fails", "≠".join(finding["formula"].rsplit("=", 1)).replace("≤", ">")
    report["verdict"][finding["severity"]] += 1
    report["verdict"]["holds"] -= 1


def severity_of_a_finding(report, rng):
    finding = failing(report, rng)
    finding["severity"] = rng.choice([s for s in ("error", "warning", "notice") if s != finding["severity"]])


def finding_removed(report, rng):
    report["findings"].remove(failing(report, rng))


def unit_of_a_finding(report, rng):
    finding = rng.choice([f for f in report["findings"] if f["unit"] in YUAN and f["difference"]])
    finding["unit"] = rng.choice([unit for unit in ("元", "万元", "亿元") if unit != finding["unit"]])


def words_of_a_place(report, rng):
    source = rng.choice(rng.choice([f for f in report["findings"] if f["sources"]])["sources"])
    at = rng.randrange(len(source["text"]))
    source["text"] = source["text"][:at] + rng.choice("增减无预算") * 2 + source["text"][at + 1:]


def offsets_of_a_place(report, rng):
    source = rng.choice(rng.choice([f for f in report["findings"] if f["status"] == "fails" and f["sources"]])["sources"])
    moved = rng.choice([-30, -3, 3, 30])
    source["start"], source["end"] = source["start"] + moved, source["end"] + moved


def repair_of_a_suspect(report, rng):
    repair = rng.choice([f for f in report["findings"] if f["rule"] == "unit.suspect"])["repair"][0]
    repair["value"] = other_digit(rng, repair["value"])


KINDS = [value_of_a_fact, value_with_its_words, sign_or_point_of_a_fact, unit_of_a_fact, yuan_of_a_fact, words_of_a_fact,
         offsets_of_a_fact, range_of_a_fact, exactness_of_a_fact, fact_of_a_finding, term_of_a_formula,
         operator_of_a_formula, term_left_out, one_of_its_four_figures, tolerance_above_the_difference, no_difference,
         stated_with_all_that_follows, status_of_a_finding, status_with_the_verdict, accusation_with_the_verdict,
         severity_of_a_finding, finding_removed, unit_of_a_finding, words_of_a_place, offsets_of_a_place,
         repair_of_a_suspect]


def statuses_of_the_command(program):
    """Exit statuses of verify.py: proved, not proved, not to be read."""
    sample = ROOT / "assets" / "samples" / "linhe-npc-2021-budget.txt"
    out = subprocess.run([program, "check", "--format", "json", sample], capture_output=True).stdout.decode()
    statuses = []
    with tempfile.TemporaryDirectory() as folder:
        for content in (out, out.replace('"difference": "', '"difference": "1'), out[:200]):
            path = pathlib.Path(folder) / "report.json"
            path.write_text(content)
            command = [sys.executable, pathlib.Path(__file__).with_name("verify.py"), path]
            statuses.append(subprocess.run(command, capture_output=True).returncode)
    return statuses


def main(program, corpus=None):
    files = sorted((ROOT / "assets" / "samples").glob("*.txt"))
    if corpus and pathlib.Path(corpus).is_dir():
        files += sorted(pathlib.Path(corpus).glob("*.txt"))
    else:
        print("the corpus is not here: samples only")
    documents = [read(program, path) for path in files]
    wrong = 0 if statuses_of_the_command(program) == [0, 1, 2] else 1
    for path, (report, text) in zip(files, documents):
        for line in problems(report, text):
            wrong += 1
            print(f"not accepted: {path.name}: {line}")
    rng = random.Random(20261127)
    written_reports = [(json.dumps(report), report, text) for report, text in documents]
    done, missed, tries = dict.fromkeys((kind.__name__ for kind in KINDS), 0), [], 0
    while sum(done.values()) < TIMES and tries < 20 * TIMES:
        kind, tries = KINDS[tries % len(KINDS)], tries + 1
        written_report, report, text = rng.choice(written_reports)
        tampered = json.loads(written_report)
        try:
            kind(tampered, rng)
        except IndexError:  # nothing of the kind in this report
            continue
        if tampered == report:
            continue
        done[kind.__name__] += 1
        if next(problems(tampered, text), None) is None:
            missed.append((kind.__name__, report["input"]["name"], difference(report, tampered)))
    for name, count in done.items():
        print(f"{count:5} {name.replace('_', ' ')}")
    for miss in missed[:20]:
        print("accepted although tampered with:", *miss)
    tampered = sum(done.values())
    print(f"{len(documents)} reports, {wrong} claims not accepted; {tampered} tampered with, {len(missed)} of them accepted")
    return wrong or missed or tampered < TIMES or not all(done.values())


def difference(before, after, where=""):
    """The first place where two reports differ, for the message of a failure."""
    if isinstance(before, dict):
        pairs = [(before[k], after[k], f"{where}.{k}") for k in before]
    elif isinstance(before, list) and len(before) == len(after):
        pairs = [(a, b, f"{where}[{i}]") for i, (a, b) in enumerate(zip(before, after))]
    else:
        return f"{where}: {before!r} became {after!r}"[:300]
    return next(difference(a, b, at) for a, b, at in pairs if a != b)


if __name__ == "__main__":
    sys.exit(1 if main(*sys.argv[1:]) else 0)
