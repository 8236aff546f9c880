#!/bin/sh
# web/setup.sh and the options of both commands, in a copy that has nothing but the scripts.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
mkdir -p "$room/web" "$room/tests"
cp "$root"/web/*.sh "$room/web/"
cp "$root/tests/run.sh" "$room/tests/"
cd "$room"

failed=0
expect() {  # expect WHAT ACTUAL PATTERN
  case $2 in
    $3) ;;
    *) printf '%s:\n  wanted: %s\n  got:    %s\n' "$1" "$3" "$2"; failed=1 ;;
  esac
}
# In a shell of its own: a failing step ends the script that sources setup.sh.
with_setup() { sh -euc ". web/setup.sh; steps=2; $1" 2>&1; }

output=$(with_setup 'step good "Doing it" "nothing" echo inside; step next "Doing more" "nothing" true')
expect 'progress counts the steps' "$output" '*\[1/2\] Doing it … done*\[2/2\] Doing more … done*'
case $output in *inside*) expect 'a step keeps its output to itself' "$output" 'no output' ;; esac
expect 'the log has the output' "$(cat build/logs/good.log)" inside

status=0
output=$(with_setup 'step bad "Breaking it" "glue it" sh -c "echo the reason; exit 3"; echo went on') || status=$?
expect 'a failed step ends with status 1' $status 1
expect 'a failed step shows output, advice and log' "$output" '*the reason*Breaking it*glue it*build/logs/bad.log*'
case $output in *'went on'*) expect 'nothing follows a failed step' "$output" 'no more output' ;; esac

expect 'packages of the page' "$(with_setup 'packages build | tr "\n" " "')" '*emscripten*'
case $(with_setup 'packages build') in *chromium*) expect 'the page needs no browser' chromium none ;; esac
expect 'packages of the tests' "$(with_setup 'packages build tests | tr "\n" " "')" '*cmake*chromium*'
expect 'a package that is not installed is missing' \
  "$(with_setup 'packages() { echo no-such-package dpkg; }; missing_packages build')" 'no-such-package '

# npm runs once for each state of package-lock.json.
mkdir -p page bin
echo '{}' >page/package-lock.json
# shellcheck disable=SC2016
printf '#!/bin/sh\necho ran >>%s/npm-ran; mkdir -p "$3/node_modules"\n' "$room" >bin/npm
chmod +x bin/npm
PATH=$room/bin:$PATH
with_setup 'npm_install page; npm_install page' >/dev/null
expect 'npm runs once' "$(wc -l <npm-ran | tr -d ' ')" 1
echo '{"changed": true}' >page/package-lock.json
with_setup 'npm_install page' >/dev/null
expect 'npm runs again after a change' "$(wc -l <npm-ran | tr -d ' ')" 2

# Sources that are there already are not fetched again: nothing here could fetch them.
mkdir -p deps/imgui deps/zlib deps/pugixml/src
: >deps/imgui/imgui.h; : >deps/zlib/zlib.h; : >deps/pugixml/src/pugixml.hpp
expect 'the cached sources are used' "$(PATH=/usr/bin:/bin sh web/fetch-sources.sh deps && echo used)" used
expect 'an unknown library is named' "$(sh web/fetch-sources.sh deps lame 2>&1 || :)" '*lame is not in the list*'

for wrong in 'web/run.sh --port' 'web/run.sh --port eighty' 'web/run.sh --nonsense' 'tests/run.sh --nonsense'; do
  status=0
  # shellcheck disable=SC2086
  sh $wrong >/dev/null 2>&1 || status=$?
  expect "status of: $wrong" $status 2
done
exit $failed
