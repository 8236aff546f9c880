#!/bin/sh
# Fetches Dear ImGui's sources from Debian's source package into a folder: sh web/fetch-imgui.sh FOLDER
#
# Debian 12 packages 1.86; the page needs 1.92 or later for fonts that grow as text is shown, so the package comes from
# suite sid. The machine's own apt set-up is neither changed nor needed to be: sources and lists are private ones in the
# build folder, and any user may run this. apt checks the signature chain; for the known version the hash is checked too.
# Used by src/cmake/FindDearImGui.cmake and web/setup.sh. Its test: tests/README.md, 'Set-up'.
set -eu

known_version=1.92.2b
known_sha256=e7bd201d56b5ee90d24d5dac85e5c12f98bdb95410252a62d27b7f89e4566d48

fail() {
  echo "Dear ImGui could not be fetched: $1" >&2
  echo "What to do: $2" >&2
  exit 1
}

target=${1:?usage: sh web/fetch-imgui.sh FOLDER}
case $target in /*) ;; *) target=$PWD/$target ;; esac
[ ! -f "$target/imgui.h" ] || exit 0
command -v apt-get >/dev/null || fail "this machine has no apt-get" \
  "unpack a release of Dear ImGui 1.92 or later and pass its folder to CMake as -DIMGUI_DIR=<folder>."

mkdir -p "$(dirname "$target")"
room=$(mktemp -d "$(dirname "$target")/fetch-imgui.XXXXXX")
trap 'rm -rf "$room"' EXIT
trap 'exit 1' HUP INT TERM
mkdir -p "$room/sources" "$room/lists/partial" "$room/cache/archives/partial"

# The same mirror and key as the machine's own Debian sources: the stanza of the running suite, for sources of sid.
# shellcheck disable=SC1091
suite=$(. /etc/os-release 2>/dev/null && echo "${VERSION_CODENAME:-}") || suite=
stanza=$(cat /etc/apt/sources.list.d/*.sources 2>/dev/null | awk -v suite="${suite:-bookworm}" '
  BEGIN { RS = ""; FS = "\n" }
  {
    kept = ""; ours = 0
    for (i = 1; i <= NF; i++) {
      if ($i ~ /^#/ || $i ~ /^(Types|Components|Architectures|Enabled):/) continue
      if ($i ~ /^Suites:/) { ours = ((" " substr($i, 8) " ") ~ (" " suite " ")); continue }
      kept = kept $i "\n"
    }
    if (ours) { printf "%s", kept; exit }
  }')
if [ -z "$stanza" ]; then  # older set-ups: deb [options] URI suite components
  mirror=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null |
    sed -n 's/^deb  *\(\[[^]]*\]  *\)\{0,1\}\([^ ]*\)  *'"${suite:-bookworm}"' .*/\2/p' | head -n 1)
  stanza="URIs: ${mirror:-http://deb.debian.org/debian}
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg"
fi
printf 'Types: deb-src\nSuites: sid\nComponents: main\n%s\n' "$stanza" >"$room/sources/sid.sources"

# No downgrade to apt's own user: it may not be let into this folder.
private_apt() {
  apt-get -q -o Dir::Etc::sourcelist=/dev/null -o Dir::Etc::sourceparts="$room/sources" \
    -o Dir::State::Lists="$room/lists/" -o Dir::Cache="$room/cache" -o Dir::Cache::archives="$room/cache/archives" \
    -o APT::Sandbox::User= -o Acquire::Languages=none -o Acquire::Retries=3 "$@"
}
cd "$room"
private_apt -o APT::Update::Error-Mode=any update || fail "the package lists of Debian sid were not to be had" \
  "check the network and the mirror in /etc/apt, or pass an unpacked release as -DIMGUI_DIR=<folder>."
private_apt source --download-only imgui || fail "the source package was not to be had" \
  "run the command again, or pass an unpacked release as -DIMGUI_DIR=<folder>."

archive=$(ls imgui_*.orig.tar.* | head -n 1)
version=$(echo "$archive" | sed 's/^imgui_\([^+]*\).*/\1/; s/\.orig.*//')
if [ "$version" = "$known_version" ]; then
  echo "$known_sha256  $archive" | sha256sum --check --quiet - ||
    fail "$archive is not the file known as $known_version" "check the mirror in /etc/apt; the download was not used."
fi
mkdir unpacked
tar -xf "$archive" -C unpacked --strip-components=1 ||
  fail "$archive could not be unpacked" "install tar and xz-utils, then run the command again."
[ -f unpacked/imgui.h ] || fail "$archive holds no imgui.h" "pass an unpacked release as -DIMGUI_DIR=<folder>."
# Another build may have been faster; its files are as good.
mv -T unpacked "$target" 2>/dev/null || [ -f "$target/imgui.h" ]
echo "Dear ImGui $version stands in $target"
