"""Records of files, without an archive."""

import json
import os
import subprocess
import tempfile
from typing import Callable, Iterable, Iterator, List, Optional, Union

from ._errors import ReadingError, ReadingErrors
from ._program import failure, program
from .records import GazetteRecord

PathLike = Union[str, "os.PathLike[str]"]


def extract(
    paths: Union[PathLike, Iterable[PathLike]], *, jobs: Optional[int] = None, ocr: bool = False,
    on_error: Optional[Callable[[ReadingError], None]] = None,
) -> Iterator[GazetteRecord]:
    """Yields the record of each file, in the order of the paths.

    Folders give all that is below them. One record is in memory at a time. A file that can't be read doesn't stop the
    others: `on_error` is called with its error; without it, `ReadingErrors` is raised behind the last record.
    """
    named = [paths] if isinstance(paths, (str, os.PathLike)) else list(paths)
    if not named:
        return
    arguments = [program(), "extract", "--format", "ndjson", "--errors", "ndjson"]
    if jobs is not None:
        arguments += ["--jobs", str(jobs)]
    if ocr:
        arguments.append("--ocr")
    arguments += ["--"] + [os.fspath(path) for path in named]
    errors: List[ReadingError] = []
    with tempfile.TemporaryFile() as messages:
        process = subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=messages)
        assert process.stdout is not None
        try:
            for line in process.stdout:
                yield json.loads(line)
        finally:
            process.stdout.close()
            if process.poll() is None and not _is_at_end(process):
                process.terminate()
            status = process.wait()
        messages.seek(0)
        text = messages.read().decode("utf-8", "replace")
    for line in text.splitlines():
        error = _error(line)
        if error is not None:
            errors.append(error)
    if errors and on_error is not None:
        for error in errors:
            on_error(error)
    elif errors:
        raise ReadingErrors(errors)
    elif status not in (0, 1):
        raise failure(status, text)


def _is_at_end(process: "subprocess.Popen[bytes]") -> bool:
    """Whether a process that has closed its output ends by itself."""
    try:
        process.wait(timeout=5)
        return True
    except subprocess.TimeoutExpired:
        return False


def _error(line: str) -> Optional[ReadingError]:
    if not line.startswith("{"):
        return None
    try:
        value = json.loads(line)
    except ValueError:
        return None
    if value.get("code") == "passedOver":
        return None
    place = value.get("place") or {}
    return ReadingError(
        value.get("message", ""), path=value.get("path"), line=place.get("line"), byte=place.get("byteOffset"),
        code=value.get("code"))
