#!/bin/bash
# Builds everything with warnings as errors, in a folder of its own.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/quietly.sh

echo "Building with warnings as errors."
quietly swift build --build-tests --scratch-path .build/strict -Xswiftc -warnings-as-errors
