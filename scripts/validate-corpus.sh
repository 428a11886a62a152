#!/bin/bash
# Extracts every text of corpus/ and holds the output against the schema and the sources.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/quietly.sh

configuration=${1:-debug}
quietly swift build -c "$configuration" --product gongbao
gongbao=$(swift build -c "$configuration" --show-bin-path)/gongbao
output=$(mktemp)
trap 'rm -f "$output"' EXIT
"$gongbao" extract --format ndjson corpus/*.txt >"$output"
python3 scripts/validate-export.py "$output"
