"""An archive: the records of many files, and the index made from them."""

import csv
import json
import os
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Dict, Iterable, Iterator, List, Optional, Union

from ._extract import PathLike
from ._program import options, program, run
from .records import GazetteRecord

csv.field_size_limit(1 << 30)


@dataclass(frozen=True)
class SearchPage:
    """A page of the passages that fit a query."""

    hits: List[Dict[str, Any]]
    #: How many passages fit, or at least how many, see `exact`.
    total: int
    #: The cursor of the next page; None on the last.
    next: Optional[str] = None
    #: For each facet that was asked for the counts of its values.
    facets: Dict[str, Any] = field(default_factory=dict)
    #: Whether `total` is all that fit; it is with `count=True`.
    exact: bool = True


@dataclass(frozen=True)
class Answer:
    """The answer to a question, as the program gives it."""

    #: What became of the question: answered, or why it was not.
    outcome: str
    items: List[Dict[str, Any]]
    #: How the question was understood.
    question: Dict[str, Any]
    #: All that the program printed.
    raw: Dict[str, Any]

    def __bool__(self) -> bool:
        return bool(self.items)


class Archive:
    """An archive on disk.

        archive = Archive("archive")
        archive.ingest(["corpus"])
        archive.search("装配式 补贴").hits[0]["text"]
    """

    def __init__(self, path: PathLike):
        self.path = os.fspath(path)

    def __repr__(self) -> str:
        return f"Archive({self.path!r})"

    def _run(self, command: str, *arguments: str, nothing_found: str = "") -> str:
        return run([command, "--archive", self.path, *arguments], nothing_found)

    # Writing

    def ingest(self, paths: Union[PathLike, Iterable[PathLike]], *, jobs: Optional[int] = None) -> None:
        """Reads files and folders into the archive, and makes it where there is none.

        Raises ArchiveError where a file can't be read; all others are stored then.
        """
        named = [paths] if isinstance(paths, (str, os.PathLike)) else list(paths)
        self._run("ingest", *options(jobs=jobs), "--", *[os.fspath(path) for path in named])

    # Asking

    def search(
        self, query: str, *, limit: int = 20, after: Optional[str] = None, sort: Optional[str] = None,
        facets: Iterable[str] = (), count: bool = False,
    ) -> SearchPage:
        """Returns the best passages for a query in the query language, and how many there are.

        All of many passages are counted only with `count`; else `total` may be what there are at least.
        """
        arguments = options(limit=limit, after=after, sort=sort, count=count) + ["--format", "json"]
        wanted = list(facets)
        if wanted:
            arguments += ["--facets", *wanted]
        text = self._run("search", *arguments, "--", query, nothing_found='{"hits": [], "total": 0}')
        page = json.loads(text)
        return SearchPage(page["hits"], page["total"], page.get("next"), page.get("facets") or {}, page.get("exact", True))

    def hits(self, query: str, *, page_size: int = 500) -> Iterator[Dict[str, Any]]:
        """Yields all passages that fit a query, the best first."""
        page = self.search(query, limit=page_size)
        while True:
            yield from page.hits
            if page.next is None:
                return
            page = self.search(query, limit=page_size, after=page.next)

    def ask(self, question: str, *, today: Optional[str] = None) -> Answer:
        """Answers a question in Chinese or English from the records."""
        text = self._run("ask", *options(today=today), "--format", "json", "--", question, nothing_found="{}")
        raw = json.loads(text or "{}")
        return Answer(raw.get("outcome", "nothing found"), raw.get("items", []), raw.get("question", {}), raw)

    # Records

    def records(self) -> Iterator[GazetteRecord]:
        """Yields the whole record of each source, one in memory at a time."""
        import subprocess

        process = subprocess.Popen(
            [program(), "export", "--archive", self.path, "--format", "ndjson"], stdout=subprocess.PIPE)
        assert process.stdout is not None
        with process.stdout:
            for line in process.stdout:
                yield json.loads(line)
        process.wait()

    def documents(self, **filters: Any) -> List[Dict[str, Any]]:
        """Lists documents; filters are those of `gongbao documents`: number, kind, year, issuer."""
        return self._lines("documents", filters)

    def tasks(self, **filters: Any) -> List[Dict[str, Any]]:
        """Lists tasks; filters are those of `gongbao tasks`: document, label, unit, role."""
        return self._lines("tasks", filters)

    def _lines(self, command: str, filters: Dict[str, Any]) -> List[Dict[str, Any]]:
        # The command prints a page; a list is whole unless a limit is asked for.
        filters.setdefault("limit", 10**9)
        text = self._run(command, *options(**filters), "--format", "ndjson")
        return [json.loads(line) for line in text.splitlines()]

    # Tables

    def export(self, format: str, path: PathLike, query: Optional[str] = None, **filters: Any) -> None:
        """Writes an export; see `gongbao export --help` for the formats."""
        self._run("export", "--to", format, *options(query=query, **filters), os.fspath(path))

    def rows(self, table: str, query: Optional[str] = None) -> Iterator[Dict[str, Any]]:
        """Yields the rows of a table of the export, with numbers and truth values as such and empty cells as None."""
        with tempfile.TemporaryDirectory() as folder:
            self.export("csv", Path(folder) / "tables", query)
            kinds = _column_kinds(Path(folder) / "tables", table)
            with open(Path(folder) / "tables" / f"{table}.csv", encoding="utf-8", newline="") as file:
                for row in csv.DictReader(file):
                    yield {name: _value(text, kinds[name]) for name, text in row.items()}

    def table(self, table: str, query: Optional[str] = None) -> Any:
        """Returns a table of the export as a pandas DataFrame (`pip install gongbao[frames]`).

        Whole days become datetimes in a column of their own, NAME_day, beside the text: a date may be a month or recur.
        """
        import pandas

        with tempfile.TemporaryDirectory() as folder:
            self.export("csv", Path(folder) / "tables", query)
            return _frame(pandas, Path(folder) / "tables", table)

    def to_parquet(self, folder: PathLike, query: Optional[str] = None) -> List[str]:
        """Writes each table of the export as a Parquet file, and returns the paths."""
        import pandas

        target = Path(folder)
        target.mkdir(parents=True, exist_ok=True)
        written = []
        with tempfile.TemporaryDirectory() as temporary:
            source = Path(temporary) / "tables"
            self.export("csv", source, query)
            for file in sorted(source.glob("*.csv")):
                path = target / f"{file.stem}.parquet"
                _frame(pandas, source, file.stem).to_parquet(path, index=False)
                written.append(str(path))
        return written


def _resource(folder: Path, table: str) -> Dict[str, Any]:
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        if resource["name"] == table:
            return resource
    names = ", ".join(resource["name"] for resource in package["resources"])
    raise KeyError(f"there is no table {table}; they are {names}")


def _column_kinds(folder: Path, table: str) -> Dict[str, str]:
    return {field["name"]: field["type"] for field in _resource(folder, table)["schema"]["fields"]}


def _value(text: str, kind: str) -> Any:
    if text == "":
        return None
    if kind == "integer":
        return int(text)
    if kind == "number":
        return float(text)
    if kind == "boolean":
        return text == "true"
    return _without_guard(text)


def _without_guard(text: str) -> str:
    """The text of a cell without the mark that keeps spreadsheet programs from running it."""
    if len(text) > 1 and text[0] == "'" and text[1] in "=+-@\t\r＝＋－＠":
        return text[1:]
    return text


def _frame(pandas: Any, folder: Path, table: str) -> Any:
    kinds = _column_kinds(folder, table)
    types = {"integer": "Int64", "number": "Float64", "boolean": "boolean", "string": "string"}
    frame = pandas.read_csv(
        folder / f"{table}.csv", dtype={name: types[kind] for name, kind in kinds.items() if kind != "boolean"},
        keep_default_na=False, na_values={name: [""] for name in kinds},
        converters={name: _boolean for name, kind in kinds.items() if kind == "boolean"})
    for name, kind in kinds.items():
        if kind == "boolean":
            frame[name] = frame[name].astype("boolean")
        elif kind == "string":
            frame[name] = frame[name].map(_without_guard, na_action="ignore").astype("string")
    for name in ("date", "start", "end", "signed", "effective", "expires", "published"):
        if name in frame.columns:
            frame[f"{name}_day"] = pandas.to_datetime(frame[name], format="%Y-%m-%d", errors="coerce")
    if "role" in frame.columns:
        frame["role"] = frame["role"].astype("category")
    return frame


def _boolean(text: str) -> Optional[bool]:
    return None if text == "" else text == "true"
