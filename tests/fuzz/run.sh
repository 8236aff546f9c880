#!/bin/sh
# Fuzzes every target, two at a time, and prints what each did: sh tests/fuzz/run.sh [SECONDS [TARGET ...]]
# SECONDS for each target, 60 unless given. Inputs that reach new code are kept in build/fuzz/corpus/ for the next run, those
# that break something in build/fuzz/broken/; `build/native/tests/fuzz/fuzz_TARGET FILE` runs one again. Mend it, then add
# the input, made small with -minimize_crash=1, to tests/fuzz/found/TARGET/ and a unit test for what was wrong.
set -eu
cd "$(dirname "$0")/../.."
seconds=${1:-60}
[ $# -eq 0 ] || shift
folder=build/fuzz/tests/fuzz

fuzz_one() {
  mkdir -p "build/fuzz/corpus/$2" build/fuzz/broken
  found=
  [ ! -d "tests/fuzz/found/$2" ] || found=tests/fuzz/found/$2
  # shellcheck disable=SC2086
  "$folder/fuzz_$2" -max_total_time="$1" -timeout=10 -rss_limit_mb=2048 -max_len=65536 -print_final_stats=1 \
    -dict="$folder/seeds/words.dict" -artifact_prefix="build/fuzz/broken/$2-" \
    "build/fuzz/corpus/$2" "$folder/seeds/$2" $found >"build/logs/fuzz-$2.log" 2>&1 || echo "$2: BROKEN, see build/logs/fuzz-$2.log"
  coverage=$(sed -n 's/.*cov: \([0-9]*\) ft: \([0-9]*\).*/\1 places, \2 features/p' "build/logs/fuzz-$2.log" | tail -n 1)
  echo "$2: $(sed -n 's/stat::number_of_executed_units: *//p' "build/logs/fuzz-$2.log") executions, $coverage"
}
if [ "${MINGZHANG_FUZZ_ONE:-}" ]; then
  fuzz_one "$seconds" "$1"
  exit
fi
[ -f build/fuzz/build.ninja ] || cmake --preset fuzz >build/logs/fuzz.log
cmake --build --preset fuzz >build/logs/fuzz.log || { tail -n 40 build/logs/fuzz.log; exit 1; }
[ $# -gt 0 ] || set -- $(find "$folder" -maxdepth 1 -name 'fuzz_*' -type f -perm -u+x | sed 's/.*fuzz_//' | sort)
printf '%s\n' "$@" | MINGZHANG_FUZZ_ONE=1 xargs -n 1 -P 2 sh tests/fuzz/run.sh "$seconds" | tee build/logs/fuzz-all.log
! grep -q BROKEN build/logs/fuzz-all.log
