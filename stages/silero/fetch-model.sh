#!/bin/sh
# Puts the Silero model into the folder $1. The model comes out of an npm package, and is kept in the
# user's cache, so that only the first build needs the network. Without npm the build goes on: the
# module then says at run time that the model is missing. A wrong check sum ends the build.
set -eu

package=@ricky0123/vad-web@0.0.31
member=package/dist/silero_vad_v6.onnx
name=silero_vad_v6.onnx
sum=1a153a22f4509e292a94e67d6f9b85e8deb25b4988682b7e174c65279d8788e3

target=$1
cache=${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}/parley
cached=$cache/$sum-$name

sum_of() {
  if command -v sha256sum >/dev/null 2>&1; then sha256sum "$1"; else shasum -a 256 "$1"; fi | cut -d ' ' -f 1
}

is_right() { [ -f "$1" ] && [ "$(sum_of "$1")" = "$sum" ]; }

go_on_without() {
  echo "WARNING: Silero voice activity will be missing: $1. The energy and WebRTC detectors are there." >&2
  exit 0
}

is_right "$target/$name" && exit 0

if ! is_right "$cached"; then
  command -v npm >/dev/null 2>&1 || go_on_without "npm is not installed, and its model comes as an npm package"
  mkdir -p "$cache"
  work=$(mktemp -d "$cache/fetch.XXXXXX")
  trap 'rm -rf "$work"' EXIT
  (cd "$work" && npm pack --silent --no-update-notifier "$package" >npm.log 2>&1) ||
    go_on_without "npm could not fetch $package"
  tar -xzf "$work"/*.tgz -C "$work" "$member"
  if ! is_right "$work/$member"; then
    echo "ERROR: $member of $package has SHA-256 $(sum_of "$work/$member"), expected $sum" >&2
    exit 1
  fi
  mv -f "$work/$member" "$cached"
fi

mkdir -p "$target"
cp "$cached" "$target/$name.part"
mv -f "$target/$name.part" "$target/$name"
