# Set-up shared by web/run.sh and tests/run.sh, which source it from the repository's root: steps with progress, and
# what a bare Debian 12 with Node.js 20 lacks. Every function may run again; what is there already is left alone.
# Tested by running both commands; tests/README.md, 'Set-up', says how.
# shellcheck shell=sh

logs=build/logs
mkdir -p "$logs"
step_number=0

# step NAME TEXT ADVICE COMMAND...  One line of progress; the output goes to build/logs/NAME.log. Set `steps` before.
step() {
  step_log=$logs/$1.log step_text=$2 step_advice=$3
  shift 3
  step_number=$((step_number + 1))
  printf '[%s/%s] %s … ' "$step_number" "$steps" "$step_text"
  step_began=$(date +%s)
  step_ticker=
  if [ -t 1 ]; then show_seconds & step_ticker=$!; fi
  step_status=0
  "$@" >"$step_log" 2>&1 </dev/null || step_status=$?
  [ -z "$step_ticker" ] || { kill "$step_ticker"; wait "$step_ticker"; } 2>/dev/null || :
  if [ "$step_status" -eq 0 ]; then
    printf 'done (%s s)\n' "$(($(date +%s) - step_began))"
    return
  fi
  printf 'failed\n\n'
  tail -n 40 "$step_log" | cut -c 1-300 | sed 's/^/    /'
  printf '\n%s: this step failed.\nWhat to do: %s\nThe whole output: %s\n' "$step_text" "$step_advice" "$step_log" >&2
  exit 1
}

# On a terminal, the seconds of a long step, written over one another.
show_seconds() {
  while sleep 5; do
    printf '\r[%s/%s] %s … %s s ' "$step_number" "$steps" "$step_text" "$(($(date +%s) - step_began))"
  done
}

# packages FOR...  Names from the list below whose first column is one of FOR.
packages() {
  for purpose in "$@"; do
    sed -n "s/^$purpose  *\([^ ]*\) .*/\1/p" <<'LIST'
build  cmake               # the build
build  ninja-build         # what CMake builds with
build  emscripten          # C++ to WebAssembly; brings clang and Python
build  nlohmann-json3-dev  # JSON in the core, header-only
build  doctest-dev         # unit tests, header-only
build  python3             # checks assets/ and builds it in
build  python3-jsonschema  # … against the schemas
build  ca-certificates     # npm's and apt's secure connections
build  bzip2               # unpacks zlib's source package
build  xz-utils            # … Dear ImGui's
tests  g++                 # the command-line program
tests  parallel            # many machines, in tests/scale
tests  chromium            # browser tests
tests  fonts-noto-cjk      # Chinese glyphs for the browser; a server has none
engines  firefox-esr        # the main job in two more engines (sh tests/run.sh --engines)
engines  webkit2gtk-driver
engines  xvfb               # … which need a screen for WebGL
engines  libgl1-mesa-dri
engines  libegl1
engines  libpci3
LIST
  done
}

# Prints the packages FOR... that are not installed.
missing_packages() {
  for package in $(packages "$@"); do
    case $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) in
      installed) ;;
      *) printf '%s ' "$package" ;;
    esac
  done
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

# What the first step says that it does.
packages_text() {
  missing=$(missing_packages "$@")
  if [ -n "$missing" ]; then echo "Installing from Debian: ${missing% }"; else echo "Nothing is missing from Debian"; fi
}

install_packages() {
  missing=$(missing_packages "$@")
  [ -n "$missing" ] || { echo "nothing is missing"; return; }
  command -v apt-get >/dev/null || { echo "no apt-get here; install by hand: $missing"; return 1; }
  [ "$(id -u)" -eq 0 ] || command -v sudo >/dev/null || {
    echo "neither root nor sudo; ask an administrator to install: $missing"; return 1; }
  # The lists may be fresh enough, or absent, or so old that the mirror has dropped what they name.
  # shellcheck disable=SC2086
  apt_install $missing || { as_root apt-get -q -o Acquire::Retries=3 update && apt_install $missing; }
}

apt_install() {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o Acquire::Retries=3 -o Dpkg::Use-Pty=0 \
    install --no-install-recommends "$@"
}

# npm_install FOLDER OPTION...  Exactly what its package-lock.json names, once for each state of that file.
npm_install() {
  folder=$1
  shift
  if cmp -s "$folder/package-lock.json" "$folder/node_modules/.installed-lock"; then
    echo "already installed"
    return
  fi
  npm ci --prefix "$folder" --no-audit --no-fund "$@" &&
    cp "$folder/package-lock.json" "$folder/node_modules/.installed-lock"
}

# What the page and its tests are built with, and what PDF is read with: pdf.js without the packages that draw.
npm_packages() {
  npm_install web && npm_install web/convert --omit=optional
}

# Makes what the command line reads PDF with, unless nothing that goes into it is newer.
make_converter() {
  made=build/convert/convert.mjs
  if [ -f "$made" ] && [ -z "$(find web/convert web/pdf -path web/convert/node_modules -prune -o -type f -newer "$made" -print)" ]; then
    echo "already made"
    return
  fi
  node web/convert/build.mjs
}

# Ends with advice unless Node.js 20 or later and npm are there: the one thing that this set-up does not bring.
require_node() {
  if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
    echo "Node.js 20 or later with npm is needed, and not found. Install it (https://nodejs.org) and run this again." >&2
    exit 1
  fi
  if [ "$(node -p 'Number(process.versions.node.split(".")[0]) >= 20')" != true ]; then
    echo "Node.js 20 or later is needed; $(node --version) is installed. Update it and run this again." >&2
    exit 1
  fi
}

# Configures and builds one preset of CMakePresets.json; further words are targets.
build_preset() {
  preset=$1
  shift
  # Configured before: CMake itself configures again where one of its files changed.
  [ -f "build/$preset/build.ninja" ] || cmake --preset "$preset" || return
  cmake --build --preset "$preset" ${1:+--target "$@"}
}

# Makes the page of the built program, unless nothing that goes into it is newer.
make_page() {
  page=build/web-release/page/index.html
  if [ -f "$page" ] && [ -z "$(find web/*.ts web/pdf/*.ts web/*.js web/*.mjs web/*.json web/convert/build.mjs \
    web/convert/package-lock.json web/licences web/embed web/*.md shell.html assets/icons assets/print assets/samples \
    build/web-release/web/mingzhang.wasm -newer "$page")" ]; then
    echo "already made"
    return
  fi
  node web/build.mjs
}

network_advice="check the network and the free space on the disk, then run the command again; it goes on where it stopped."
build_advice="read the first error above; if the sources are unchanged, delete build/ and run the command again."
