#!/bin/bash
# Runs the tests of the Python package against the debug build, in an environment of their own.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/quietly.sh

tools=.build/python-tests
[[ -x $tools/bin/pytest ]] || {
    echo "Installing what the tests of the Python package need."
    quietly python3 -m venv "$tools"
    quietly "$tools/bin/pip" install pytest pandas pyarrow matplotlib
}
PYTHONPATH=python/src "$tools/bin/pytest" -q python
archive=$(mktemp -d)
trap 'rm -rf "$archive"' EXIT
export GONGBAO=$PWD/.build/debug/gongbao PYTHONPATH=python/src
"$GONGBAO" ingest corpus --archive "$archive/a" 2>/dev/null
"$tools/bin/python" python/examples/tasks_of_a_unit.py "$archive/a" 市科技局 "$archive/plot.png"
[[ -s $archive/plot.png ]]
