#!/bin/sh
# Builds everything and runs every test: sh tests/run.sh [--build-only | --all] [--engines]
# --all: 2,000 damaged variants of each format, which takes half an hour, instead of 100.
# --engines: Firefox and WebKitGTK do the main job too; half a gigabyte of packages.
# Native unit tests, the same as wasm under Node.js, the command line, the page in headless Chromium: one ctest run, whose
# summary ends the output. Brings along what a bare Debian 12 with Node.js 20 lacks (web/setup.sh).
set -eu
cd "$(dirname "$0")/.."

build_only=no purposes='build tests' MINGZHANG_DAMAGED=100
for option in "$@"; do
  case $option in
    --build-only) build_only=yes ;;
    --all) MINGZHANG_DAMAGED=2000 ;;
    --engines) purposes="$purposes engines" ;;
    *) echo "usage: sh tests/run.sh [--build-only | --all] [--engines]" >&2; exit 2 ;;
  esac
done
export MINGZHANG_DAMAGED

. web/setup.sh
require_node
steps=7
# shellcheck disable=SC2086
step packages "$(packages_text $purposes)" "$network_advice" install_packages $purposes
step npm "Installing npm packages" "$network_advice" npm_packages
step sources "Fetching sources of libraries" "$network_advice" sh web/fetch-sources.sh build/deps
step native "Building the command line and its tests" "$build_advice" build_preset native
step web-release "Building the program and the same tests as WebAssembly" "$build_advice" build_preset web-release
step convert "Making what PDF is read with" "$build_advice" make_converter
step page "Making the page" "$build_advice" make_page
[ "$build_only" = no ] || exit 0

# Both builds know their own tests; this joins them, so that one run and one summary cover both.
mkdir -p build/tests
printf 'subdirs("%s/build/native" "%s/build/web-release")\n' "$PWD" "$PWD" >build/tests/CTestTestfile.cmake
exec ctest --test-dir build/tests --output-on-failure --parallel "$(nproc)"
