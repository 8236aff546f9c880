#!/usr/bin/env python3
"""Damaged files of every format give a report or a clear error, within seconds and 512 MB.

usage: robust_test.py PROGRAM [COUNT [FORMAT ...]]     COUNT variants of each format; MINGZHANG_DAMAGED or 100 unless given

The seed is fixed, so that a variant that fails can be made again: `robust_test.py PROGRAM COUNT FORMAT` keeps those in
build/robust/. Time is that of the processor and memory the whole address space, so that neither depends on what else
the machine does. Two seconds are promised for a machine of today; the test ends a program after five, as shared ones are
slower by half and more, and prints the slowest of each format. Files of PDF go through one Node.js process, for which
there is no such bound.
"""
import collections
import concurrent.futures
import json
import os
import pathlib
import random
import resource
import subprocess
import sys
import tempfile

from bases import ROOT, bases
from damage import damaged

SECONDS, MEMORY = 5, 512 << 20
KEPT = ROOT / "build" / "robust"


def limit():
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def judge(line):
    """What a line of ndjson says: "report", the code of a clear error, or None."""
    try:
        report = json.loads(line)
    except ValueError:
        return None
    if "error" not in report:
        return "report" if "verdict" in report else None
    error = report["error"]
    clear = error["code"] and all(len(error["message"][language]) > 4 for language in ("zh", "en"))
    return error["code"] if clear else None


def run(program, path):
    """(what came of it or None, the reason, seconds of the processor)."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as complaints:
        started = subprocess.Popen([program, "check", "--jobs", "1", "--format", "ndjson", path], preexec_fn=limit, stdout=out, stderr=complaints)
        _, status, usage = os.wait4(started.pid, 0)
        started.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        complaints.seek(0)
        printed, complaint = out.read(), complaints.read()
    seconds = usage.ru_utime + usage.ru_stime
    verdicts = [judge(line) for line in printed.splitlines()]
    if started.returncode not in (0, 1, 2) or not verdicts or None in verdicts:
        reason = complaint.decode(errors="replace").strip()[-200:]
        return None, f"ended with {started.returncode} after {seconds:.1f} s: {reason or printed[-200:]}", seconds
    return verdicts[0] if len(verdicts) == 1 else "report", "", seconds


def try_format(program, kind, base, count, folder):
    results, broken, slowest = collections.Counter(), [], 0
    variants = []
    for i in range(count):
        name, data = damaged(random.Random(f"{kind} {i}"), kind, base)
        path = pathlib.Path(folder) / f"{kind}-{i}.{kind}"
        path.write_bytes(data)
        variants.append((path, name))
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for (path, name), (verdict, reason, seconds) in zip(variants, pool.map(lambda v: run(program, v[0]), variants)):
            results[verdict or "BROKEN"] += 1
            slowest = max(slowest, seconds)
            if verdict is None:
                KEPT.mkdir(parents=True, exist_ok=True)
                path.replace(KEPT / path.name)
                broken.append(f"{KEPT / path.name}: {name}: {reason}")
    return results, broken, f", slowest {slowest:.1f} s"


def try_pdf(program, base, count, folder):
    """All of them in one run, each with its own line."""
    for i in range(count):
        (pathlib.Path(folder) / f"{i:05}.pdf").write_bytes(damaged(random.Random(f"pdf {i}"), "pdf", base)[1])
    done = subprocess.run([program, "check", "--format", "ndjson", folder], capture_output=True)
    verdicts = [judge(line) for line in done.stdout.splitlines()]
    results = collections.Counter(verdict or "BROKEN" for verdict in verdicts)
    if len(verdicts) == count and None not in verdicts:
        return results, [], ""
    return results, [f"{count} files of PDF gave {len(verdicts)} lines: {done.stderr.decode(errors='replace')[-300:]}"], ""


def main(program, count=os.environ.get("MINGZHANG_DAMAGED", "100"), *formats):
    program, failures = str(pathlib.Path(program).resolve()), []
    for kind, base in bases().items():
        if formats and kind not in formats:
            continue
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / f"sound.{kind}"
            path.write_bytes(base)
            sound = "report" if kind == "pdf" else run(program, path)[0]
            path.unlink()
            if sound != "report":
                failures.append(f"the sound file of {kind} is not read: {sound}")
            results, broken, slowest = try_pdf(program, base, int(count), folder) if kind == "pdf" else \
                try_format(program, kind, base, int(count), folder)
        failures += broken
        counted = ", ".join(f"{number} {what}" for what, number in results.most_common())
        print(f"{kind:8} {counted}{slowest}", flush=True)
    print(*failures, sep="\n")
    return bool(failures)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
