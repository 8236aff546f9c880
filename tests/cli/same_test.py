#!/usr/bin/env python3
"""The same input gives the same report, byte for byte: for any --jobs, locale, time zone and place in memory, and from the
same program built as WebAssembly.

usage: same_test.py PROGRAM [COMMAND OF ANOTHER BUILD ...]     with the second, only the two builds are compared

Over the bundled samples, the files of other formats that the unit tests read, and the corpus where it is there.
"""
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDERS = [ROOT / "assets" / "samples", ROOT / "tests" / "unit" / "document" / "files", ROOT / ".." / "shared" / "corpus"]
SURROUNDINGS = [{"LC_ALL": "C", "LANG": "de_DE.UTF-8"}, {"LC_ALL": "zh_CN.GB18030"}, {"LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Shanghai"},
                {"LC_NUMERIC": "de_DE.UTF-8", "TZ": "America/New_York", "MALLOC_PERTURB_": "165"}]
# Formats that the WebAssembly build under Node.js reads by other means, or not at all.
NATIVE_ONLY = {".pdf"}  # read by way of Node.js and the converter


def run(command, *arguments, **surroundings):
    plain = {"PATH": os.environ["PATH"], **surroundings}
    done = subprocess.run([*command, *arguments], cwd=ROOT, env=plain, capture_output=True, timeout=300)
    if done.returncode not in (0, 1, 2) or not done.stdout:
        sys.exit(f"{command} ended with {done.returncode}: {done.stderr.decode(errors='replace')[:500]}")
    return done.stdout


def main(program, *other):
    files = [os.path.relpath(path, ROOT) for folder in FOLDERS if folder.is_dir() for path in sorted(folder.rglob("*"))
             if path.is_file() and not (other and path.suffix in NATIVE_ONLY)]
    program = [str(pathlib.Path(program).resolve())]
    different = []

    def compare(what, arguments, command=program, **surroundings):
        # A file at a time only where there is a difference: Node.js takes longer to start than to read.
        if run(command, *arguments, *files, **surroundings) != run(program, *arguments, *files):
            culprits = [name for name in files
                        if run(command, *arguments, name, **surroundings) != run(program, *arguments, name)]
            different.append(f"{what}: {' '.join(arguments)}: {', '.join(culprits) or 'together only'}")

    reports = ["check", "--format", "ndjson", "--jobs", "1"]
    if other:
        for arguments in (reports, ["check", "--format", "csv"], ["facts"], ["text", "--blocks"]):
            compare("another build", arguments, other)
    else:
        for jobs in ("2", "3", "16"):
            compare(f"--jobs {jobs}", [*reports[:-1], jobs])
        for surroundings in SURROUNDINGS:
            compare(str(surroundings), reports, **surroundings)
    print(*different, f"{len(files)} files compared", sep="\n")
    return bool(different)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
