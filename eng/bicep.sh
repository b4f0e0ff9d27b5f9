#!/usr/bin/env bash
# Builds and lints the Bicep files and both parameter files. Any warning fails, and so does a file that is not formatted.
# The compiler is a NuGet package that the tests of the infrastructure name; it is restored first, so a fresh machine is enough.
set -euo pipefail
cd "$(dirname "$0")/.."

project=tests/PlaceLeadership.Infra.Tests
dotnet restore "$project" >/dev/null || { dotnet restore "$project"; exit 1; }
bicep=$(dotnet msbuild "$project" -getProperty:BicepExecutable)
[ -x "$bicep" ] || { echo "The Bicep compiler is not at '$bicep'." >&2; exit 1; }

folder=infra/bicep
parameters=("$folder"/*.bicepparam)
[ "${#parameters[@]}" = 2 ] || { echo "Expected a parameter file for each of two environments, found: ${parameters[*]}" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
say() { echo "$1" >&2; status=1; }

"$bicep" lint "$folder/main.bicep" 2>>"$work/said" || status=1
"$bicep" build "$folder/main.bicep" --outfile "$work/main.json" 2>>"$work/said" || status=1
for file in "${parameters[@]}"; do
  "$bicep" build-params "$file" --outfile "$work/$(basename "$file").json" 2>>"$work/said" || status=1
done
if [ -s "$work/said" ]; then
  sort -u "$work/said" >&2
  say "Bicep said something: it has to be silent."
fi

while IFS= read -r -d '' file; do
  "$bicep" format "$file" --stdout | diff -q - "$file" >/dev/null || say "$file is not formatted: $bicep format $file"
done < <(find "$folder" \( -name '*.bicep' -o -name '*.bicepparam' \) -print0)

[ "$status" != 0 ] || echo "Bicep: main.bicep and ${#parameters[@]} parameter files build and lint without a warning."
exit "$status"
