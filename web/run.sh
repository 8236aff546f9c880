#!/bin/sh
# Builds the page and serves it: sh web/run.sh [--port N] [--build-only]
# Brings along all that a bare Debian 12 with Node.js 20 lacks (web/setup.sh); a second run only checks.
set -eu
cd "$(dirname "$0")/.."

usage() {
  echo "usage: sh web/run.sh [--port N] [--build-only]" >&2
  exit 2
}

port=8080 build_only=no
while [ $# -gt 0 ]; do
  case $1 in
    --port) [ $# -ge 2 ] || usage; port=$2; shift ;;
    --port=*) port=${1#--port=} ;;
    --build-only) build_only=yes ;;
    *) usage ;;
  esac
  shift
done
case $port in
  '' | *[!0-9]*) usage ;;
esac

. web/setup.sh
require_node
steps=5
step packages "$(packages_text build)" "$network_advice" install_packages build
step npm "Installing npm packages" "$network_advice" npm_packages
step sources "Fetching sources of libraries" "$network_advice" sh web/fetch-sources.sh build/deps
step web-release "Building the program as WebAssembly" "$build_advice" build_preset web-release mingzhang_page
step page "Making the page" "$build_advice" make_page
[ "$build_only" = no ] || exit 0
exec node web/serve.mjs build/web-release/page --port "$port"
