#!/bin/bash
# Builds a release binary, reads the gazettes of corpus/ into a fresh archive and asks it three questions.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/quietly.sh

gongbao=.build/release/gongbao
archive=.build/demo-archive

# Prints a command as one would type it, then runs it.
show() {
    local word line='$'
    for word in "$@"; do
        if [[ $word == *[[:space:]\"]* ]]; then line+=" '$word'"; else line+=" $word"; fi
    done
    printf '\n%s\n' "$line"
    "$@"
}

echo "Building gongbao (release); the first time takes some minutes."
quietly swift build -c release --product gongbao

rm -rf "$archive"
show "$gongbao" ingest corpus --archive "$archive"

printf '\n1. What do the gazettes say about prefabricated building (装配式建筑)?\n'
show "$gongbao" search 装配式建筑 --limit 3 --archive "$archive"

printf '\n2. Which unit leads task 53 of 沈政发〔2026〕1号?\n'
show "$gongbao" tasks --document 沈政发〔2026〕1号 --label 53 --archive "$archive"

printf '\n3. Which clauses say, to the letter, that they take effect on the day of issue?\n'
show "$gongbao" search '"自印发之日起施行"' --archive "$archive"
