#!/bin/bash
# Runs the tests of the index under the thread sanitizer, then under the address sanitizer, each in a build folder of its own.
#
# The thread sanitizer doesn't know the locks of Synchronization.Mutex on Linux; scripts/thread-sanitizer.txt names the places that
# it therefore takes for races, each with the lock that guards it.
#
# usage: scripts/sanitize.sh [thread|address]...
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/quietly.sh

suites="IndexTests"
export TSAN_OPTIONS="suppressions=$PWD/scripts/thread-sanitizer.txt halt_on_error=0 exitcode=66"
# Swift keeps some memory to the end on purpose.
export ASAN_OPTIONS="detect_leaks=0"

for sanitizer in "${@:-thread address}"; do
    for one in $sanitizer; do
        folder=".build/sanitize-$one"
        echo "Building with the $one sanitizer; the first time takes many minutes."
        quietly swift build --build-tests --sanitize "$one" --scratch-path "$folder"
        log=$(mktemp)
        status=0
        swift test --disable-xctest --skip-build --sanitize "$one" --scratch-path "$folder" --filter "$suites" \
            >"$log" 2>&1 || status=$?
        if ((status)) || grep -q 'WARNING: ThreadSanitizer\|ERROR: AddressSanitizer' "$log"; then
            cat "$log"
            rm -f "$log"
            exit 1
        fi
        grep 'Test run with' "$log" | tail -n 1
        rm -f "$log"
    done
done
