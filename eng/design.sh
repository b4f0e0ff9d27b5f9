#!/usr/bin/env bash
# Compiles what the pages look like, and what makes them handier, into the folder that is named, or to where it is committed.
# Needs Node.js 20 or later with npm. DesignTests holds that what is committed is what this makes.
set -euo pipefail
cd "$(dirname "$0")/../src/PlaceLeadership.Web/Layout"
out=$(cd "${1:-.}" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cp Design/package.json Design/package-lock.json Design/pages.scss Design/pages.js "$work"
cd "$work"
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null
note="/*! Compiled by eng/design.sh from Layout/Design. Holds parts of govuk-frontend $(node -p 'require("./package.json").devDependencies["govuk-frontend"]'), MIT licence: see Layout/Design/LICENCE.txt. */"
npx sass --load-path=node_modules --style=compressed --charset --quiet-deps --no-source-map pages.scss styled.css
{ echo "$note"; sed '1s/^\xef\xbb\xbf//' styled.css; } >"$out/pages.css"
npx esbuild pages.js --bundle --minify --format=esm --target=es2020 --legal-comments=none --log-level=warning --outfile=bundled.js
{ echo "$note"; cat bundled.js; } >"$out/pages.js"
