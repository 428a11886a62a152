#!/bin/bash
# Scores what is extracted from three gazettes against hand-made labels.
#
# The labels are kept beside the project, not in it; without them there is nothing to score.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/quietly.sh

configuration=${1:-debug}
evaluation=../shared/eval
if [[ ! -f $evaluation/score.py ]]; then
    echo "No labels: $evaluation/score.py is not there. Nothing was scored."
    exit 0
fi

quietly swift build -c "$configuration" --product gongbao
gongbao=$(swift build -c "$configuration" --show-bin-path)/gongbao
output=$(mktemp)
trap 'rm -f "$output"' EXIT
while read -r gold file; do
    echo "$gold  $file"
    "$gongbao" extract --format json "$file" >"$output"
    python3 "$evaluation/score.py" "$evaluation/gold/$gold.json" "$output" --source "$file"
    echo
done <<'END'
002 corpus/shenyang-2021-21.txt
003 corpus/shenyang-2026-03-04.txt
004 corpus/shenyang-2019-05.txt
END
