#!/bin/bash
# Installs the C libraries that Gongbao is built on, where they are missing (Debian and its kin).
#
# Does nothing when all is there. Needs root, or sudo that asks for no password; else it says what to install and stops.
set -euo pipefail

minimum_swift="6.2"
missing=()

have_library() { command -v pkg-config >/dev/null && pkg-config --exists "$1"; }

command -v pkg-config >/dev/null || missing+=(pkg-config)
have_library libxml-2.0 || missing+=(libxml2-dev)
have_library icu-i18n || missing+=(libicu-dev)
have_library sqlite3 || missing+=(libsqlite3-dev)
have_library libzip || missing+=(libzip-dev)
have_library xlsxwriter || missing+=(libxlsxwriter-dev)
have_library zlib || missing+=(zlib1g-dev)
# The program that PDF files are read with.
command -v pdftotext >/dev/null || missing+=(poppler-utils)
# What it needs for text in Chinese fonts that a file does not embed.
[[ -d /usr/share/poppler/cMap/Adobe-GB1 ]] || missing+=(poppler-data)
# The tests validate exports with it.
python3 -c 'import jsonschema' 2>/dev/null || missing+=(python3-jsonschema)

# Without pkg-config nothing is known of the libraries; ask the package manager.
if ! command -v pkg-config >/dev/null && command -v dpkg-query >/dev/null; then
    unsure=("${missing[@]}")
    missing=()
    for package in "${unsure[@]}"; do
        state=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)
        [[ $state == installed ]] || missing+=("$package")
    done
fi

if ((${#missing[@]})); then
    if ! command -v apt-get >/dev/null; then
        echo "Missing: ${missing[*]} (Debian's names). Install them with your package manager, then try again." >&2
        exit 1
    elif [[ $(id -u) == 0 ]]; then
        as_root=(env)
    elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
        as_root=(sudo -n env)
    else
        echo "Missing: ${missing[*]}. Install them, then try again:" >&2
        echo "    sudo apt-get install ${missing[*]}" >&2
        exit 1
    fi
    echo "Installing ${missing[*]}" >&2
    log=$(mktemp)
    trap 'rm -f "$log"' EXIT
    if ! { "${as_root[@]}" apt-get update &&
        "${as_root[@]}" DEBIAN_FRONTEND=noninteractive \
            apt-get install --yes --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
        cat "$log" >&2
        echo "Could not install ${missing[*]}." >&2
        exit 1
    fi
fi

if ! command -v swift >/dev/null; then
    echo "Swift $minimum_swift or newer is needed and was not found: https://www.swift.org/install" >&2
    exit 1
fi
version=$(swift --version 2>/dev/null | sed -nE 's/.*Swift version ([0-9]+(\.[0-9]+)*).*/\1/p' | head -n 1)
if [[ -z $version || $(printf '%s\n' "$minimum_swift" "$version" | sort -V | head -n 1) != "$minimum_swift" ]]; then
    echo "Swift $minimum_swift or newer is needed; this is ${version:-unknown}: https://www.swift.org/install" >&2
    exit 1
fi
