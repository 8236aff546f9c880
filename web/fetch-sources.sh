#!/bin/sh
# Fetches other people's sources from Debian's source packages: sh web/fetch-sources.sh FOLDER [NAME ...]
# Each goes to FOLDER/NAME, unless it is there; without names, all of the list below.
#
# Debian's own -dev packages serve the native build only, and its Dear ImGui (1.86) lacks fonts that grow as text is shown,
# so that one comes from suite sid. The machine's own apt set-up is neither changed nor needed to be: sources and lists are
# private ones in the build folder, and any user may run this. apt checks the signature chain; for the known version the
# hash is checked too. Used by src/cmake/SourcePackage.cmake and web/setup.sh. Its test: tests/README.md, 'Set-up'.
set -eu

# name, suite, known version, a file that the sources hold, SHA-256 of the archive, option of CMake that names a folder
list() {
  cat <<'LIST'
imgui    sid       1.92.2b  imgui.h          e7bd201d56b5ee90d24d5dac85e5c12f98bdb95410252a62d27b7f89e4566d48  IMGUI_DIR
zlib     bookworm  1.2.13   zlib.h           71feb7947e3c00ef125f83b79a4e529bde31171e5babe48b391f06758d1ab0a1  ZLIB_DIR
pugixml  bookworm  1.13     src/pugixml.hpp  5c5ad5d7caeb791420408042a7d88c2c6180781bf218feca259fd9d840a888e1  PUGIXML_DIR
LIST
}

fail() {
  echo "Sources could not be fetched: $1" >&2
  echo "What to do: $2" >&2
  exit 1
}

target=${1:?usage: sh web/fetch-sources.sh FOLDER [NAME ...]}
shift
[ $# -gt 0 ] || set -- $(list | awk '{ print $1 }')
case $target in /*) ;; *) target=$PWD/$target ;; esac

field() { list | awk -v name="$1" -v field="$2" '$1 == name { print $field }'; }
missing=
for name in "$@"; do
  [ -n "$(field "$name" 1)" ] || fail "$name is not in the list" "name one of: $(list | awk '{ printf "%s ", $1 }')"
  [ -f "$target/$name/$(field "$name" 4)" ] || missing="$missing $name"
done
[ -n "$missing" ] || exit 0
option=$(field "${missing##* }" 6)
command -v apt-get >/dev/null || fail "this machine has no apt-get" \
  "unpack a release of$missing and pass its folder to CMake, such as -D$option=<folder>."

mkdir -p "$target"
room=$(mktemp -d "$target/fetch.XXXXXX")
trap 'rm -rf "$room"' EXIT
trap 'exit 1' HUP INT TERM
mkdir -p "$room/sources" "$room/lists/partial" "$room/cache/archives/partial"

# The same mirror and key as the machine's own Debian sources: the stanza of the running suite, for sources.
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
suites=$(for name in $missing; do field "$name" 2; done | sort -u | tr '\n' ' ')
printf 'Types: deb-src\nSuites: %s\nComponents: main\n%s\n' "$suites" "$stanza" >"$room/sources/here.sources"

# No downgrade to apt's own user: it may not be let into this folder.
private_apt() {
  apt-get -q -o Dir::Etc::sourcelist=/dev/null -o Dir::Etc::sourceparts="$room/sources" \
    -o Dir::State::Lists="$room/lists/" -o Dir::Cache="$room/cache" -o Dir::Cache::archives="$room/cache/archives" \
    -o APT::Sandbox::User= -o Acquire::Languages=none -o Acquire::Retries=3 "$@"
}
cd "$room"
private_apt -o APT::Update::Error-Mode=any update || fail "the package lists of Debian ($suites) were not to be had" \
  "check the network and the mirror in /etc/apt, or pass an unpacked release, such as -D$option=<folder>."

unpack() {  # unpack NAME
  option=$(field "$1" 6)
  private_apt source --download-only "$1/$(field "$1" 2)" || fail "the source package $1 was not to be had" \
    "run the command again, or pass an unpacked release as -D$option=<folder>."
  archive=$(ls "$1"_*.orig.tar.* | head -n 1)
  version=$(echo "$archive" | sed "s/^$1_\([^+]*\).*/\1/; s/\.dfsg.*//; s/\.orig.*//")
  if [ "$version" = "$(field "$1" 3)" ]; then
    echo "$(field "$1" 5)  $archive" | sha256sum --check --quiet - ||
      fail "$archive is not the file known as $version" "check the mirror in /etc/apt; the download was not used."
  fi
  mkdir "unpacked-$1"
  tar -xf "$archive" -C "unpacked-$1" --strip-components=1 ||
    fail "$archive could not be unpacked" "install tar, bzip2 and xz-utils, then run the command again."
  marker=$(field "$1" 4)
  [ -f "unpacked-$1/$marker" ] || fail "$archive holds no $marker" "pass an unpacked release as -D$option=<folder>."
  # Another build may have been faster; its files are as good.
  mv -T "unpacked-$1" "$target/$1" 2>/dev/null || [ -f "$target/$1/$marker" ]
  echo "$1 $version stands in $target/$1"
}
for name in $missing; do unpack "$name"; done
