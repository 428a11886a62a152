#!/bin/bash
# Feeds each reader with inputs that libFuzzer makes up, for a bounded time each.
#
#     scripts/fuzz.sh SECONDS [READER…]
#
# What ends a reader is kept as Fuzz/.found/READER-…; put it into Tests/ExtractTests/Crashes under a name that
# begins with the reader's, and the tests read it ever after.
set -euo pipefail
cd "$(dirname "$0")/../Fuzz"
seconds=$1
shift
readers=("$@")
((${#readers[@]})) || readers=(text markdown html docx ofd zip pdf rtf mht doc xls odt xlsx query)

echo "Building with the sanitizers; the first time takes some minutes."
. ../scripts/quietly.sh
# The linker that knows the sanitizers' sections.
quietly swift build -c release -Xswiftc -sanitize=fuzzer,address -Xswiftc -use-ld=lld

mkdir -p .found
status=0
for reader in "${readers[@]}"; do
    corpus=".corpus/$reader"
    mkdir -p "$corpus"
    log=".found/$reader.log"
    # Foundation's Process, by which pdftotext runs, keeps itself; that is none of ours.
    sanitizer=detect_leaks=1
    [[ $reader == pdf ]] && sanitizer=detect_leaks=0
    echo "$reader: $seconds seconds"
    # Without this the process hangs at its end, as it tries to print where it was.
    if ASAN_OPTIONS=$sanitizer SWIFT_BACKTRACE=enable=no .build/release/Fuzzer "$reader" \
        -max_total_time="$seconds" -timeout=20 -rss_limit_mb=1024 -max_len=65536 \
        -"$sanitizer" -artifact_prefix=".found/$reader-" \
        "$corpus" "Seeds/$reader" >"$log" 2>&1; then
        tail -n 1 "$log"
    else
        status=1
        tail -n 25 "$log"
        echo "$reader: ended; the input is in Fuzz/.found" >&2
    fi
done
exit "$status"
