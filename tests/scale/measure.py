#!/usr/bin/env python3
"""Measures long runs: speed on one and two processors, memory, and cost against the number of files.

usage: measure.py PROGRAM [COUNT]      COUNT: files of the largest run, 100000 unless given (about 2.5 GB in a temporary folder)

By hand, on an idle machine. Prints one JSON object; `wall` are seconds of the clock, `cpu` of the processors.
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]


def run(program, jobs, folder):
    began = time.monotonic()
    process = subprocess.Popen([program, "check", "--format", "ndjson", "--jobs", str(jobs), folder],
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    wall, cpu = time.monotonic() - began, used.ru_utime + used.ru_stime
    files = [path for path in pathlib.Path(folder).rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files)
    return {"files": len(files), "jobs": jobs, "exit": os.waitstatus_to_exitcode(status), "wall": round(wall, 2),
            "cpu": round(cpu, 2), "files/s": round(len(files) / wall), "MB/s": round(size / wall / 1e6, 1),
            "files/s of cpu": round(len(files) / cpu), "largest memory in MB": round(used.ru_maxrss / 1024, 1)}


def main(program, count="100000"):
    corpus = sorted((ROOT / ".." / "shared" / "corpus").glob("*.txt"))
    seeds = [path for path in corpus if path.stat().st_size < 21000 and "layout" not in path.name]
    samples = sorted((ROOT / "assets" / "samples").glob("*.txt"))
    runs = {}
    with tempfile.TemporaryDirectory() as folder:
        for name, bases, total in (("seed-sized", seeds or samples, int(count) // 10), ("mixed", samples + corpus, int(count))):
            for part in (total // 100, total // 10, total // 2, total) if name == "mixed" else (total,):
                here = pathlib.Path(folder) / f"{name}-{part}"
                subprocess.run([sys.executable, HERE / "grow.py", here, str(part), *bases], check=True, stdout=subprocess.DEVNULL)
                runs[f"{name}, {part} files"] = [run(program, jobs, here) for jobs in (1, 2)]
                subprocess.run(["rm", "-r", here], check=True)
    print(json.dumps(runs, indent=1))


if __name__ == "__main__":
    main(*sys.argv[1:])
