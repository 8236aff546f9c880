#!/bin/sh
# Measures the core (native and wasm side by side) and the page: sh tests/bench/run.sh [FILE ...]
# Without files: the bundled samples and, where it is there, the corpus. Builds first, as tests/run.sh --build-only.
set -eu
cd "$(dirname "$0")/../.."

sh tests/run.sh --build-only
for preset in native web-release; do
  cmake --build --preset "$preset" --target bench_stages bench_formats >build/logs/bench.log 2>&1 ||
    { cat build/logs/bench.log; exit 1; }
done
if [ $# -eq 0 ]; then
  for file in assets/samples/*.txt ../shared/corpus/*.txt; do
    [ ! -f "$file" ] || set -- "$@" "$file"
  done
fi
echo
node tests/bench/stages.mjs "$@"
echo
python3 tests/bench/formats.py build/bench
node tests/bench/formats.mjs build/bench/bench.*
echo
node tests/bench/page.mjs
