#!/usr/bin/env bash
# Installs what the tests need and is missing, then runs every test; the long simulations and searches try a short sample,
# with --all everything. Works on a fresh Debian or Ubuntu as root; elsewhere it says what to install.
set -euo pipefail
cd "$(dirname "$0")/.."

fail() { echo "$1" >&2; exit 1; }
install() {
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y "$@" >/dev/null
  else
    fail "Please install: $*"
  fi
}

command -v dotnet >/dev/null || fail "The .NET SDK 10 is missing: https://dotnet.microsoft.com/download"
command -v node >/dev/null || install nodejs npm
[ "$(node --version | sed 's/^v\([0-9]*\).*/\1/')" -ge 20 ] || fail "Node.js 20 or later is needed for the storage emulator and to check calendar files."
command -v "${PLACELEAD_CHROMIUM:-chromium}" >/dev/null || install chromium

if [ "${1:-}" = --all ]; then
  shift
  export PLACELEAD_TESTS=all
fi

[ -n "${DurableFunctions:-}" ] || DurableFunctions=$(eng/functions-packages.sh)
export DurableFunctions

# One compiler for all projects takes half the time of one for each; it is of this run alone.
compiler="placeleadership-$$" status=0
dotnet build -c Release -p:UseSharedCompilation=true -p:SharedCompilationId="$compiler" || status=$?
dotnet "$(dotnet msbuild src/PlaceLeadership.Core -getProperty:RoslynTargetsPath)/bincore/VBCSCompiler.dll" -shutdown "-pipename:$compiler" >/dev/null || true
[ "$status" = 0 ] || exit "$status"

# One project more than there are processors, for each waits now and then: for a program, a browser, a storage emulator.
dotnet test -c Release --no-build --max-parallel-test-modules $(($(getconf _NPROCESSORS_ONLN) + 1)) "$@"
