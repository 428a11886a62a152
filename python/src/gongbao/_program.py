"""Finds and runs the program that does the work."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import List, Sequence

from ._errors import ArchiveError, GongbaoError, QueryError


def program() -> str:
    """The path of the program: `GONGBAO` of the environment, that of this package, or the first on the path."""
    named = os.environ.get("GONGBAO")
    if named:
        return named
    bundled = Path(__file__).parent / "bin" / "gongbao"
    if bundled.exists():
        return str(bundled)
    found = shutil.which("gongbao")
    # A script that this package itself installed would call itself.
    if found and Path(found).resolve() != Path(sys.argv[0]).resolve():
        return found
    raise GongbaoError("the program gongbao was found neither in this package nor on the path")


def version() -> str:
    """The version of the program."""
    return run(["--version"]).strip()


def run(arguments: Sequence[str], nothing_found: str = "") -> str:
    """Runs the program and returns what it printed.

    `nothing_found` is returned in place of an output where nothing was found (status 1).
    """
    result = subprocess.run(
        [program(), *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", check=False)
    if result.returncode == 0:
        return result.stdout
    if result.returncode == 1:
        return result.stdout or nothing_found
    raise failure(result.returncode, result.stderr)


def failure(status: int, messages: str) -> GongbaoError:
    """The exception for a status and what was printed on standard error."""
    text = messages.strip()
    if text.startswith("error: "):
        text = text[len("error: "):]
    if status == 2:
        return QueryError(text)
    if status == 3:
        return ArchiveError(text)
    return GongbaoError(text or f"the program ended with status {status}")


def options(**values) -> List[str]:
    """Options of the command line for those values that are not None."""
    arguments: List[str] = []
    for name, value in values.items():
        if value is None:
            continue
        option = "--" + name.replace("_", "-")
        if value is True:
            arguments.append(option)
        elif value is not False:
            arguments += [option, str(value)]
    return arguments


def main() -> None:
    """Becomes the program, with the arguments of this process."""
    path = program()
    os.execv(path, [path, *sys.argv[1:]])
