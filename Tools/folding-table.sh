#!/bin/sh
# Makes Sources/CICUShims/folding.bin anew of the ICU that is installed. A test holds the file against ICU.
set -eu
cd "$(dirname "$0")/.."
program=$(mktemp)
trap 'rm -f "$program"' EXIT
# shellcheck disable=SC2046
clang -O1 -o "$program" Tools/folding-table.c Sources/CICUShims/cicu_text.c -ISources/CICUShims/include \
    $(pkg-config --cflags --libs icu-uc icu-i18n)
"$program" Sources/CICUShims/folding.bin
