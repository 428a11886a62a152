#!/usr/bin/env python3
"""Holds exports of Gongbao against the schema and against the sources they were read from.

    validate-export.py [--root FOLDER] [--schema FILE] [FILE...]

Each FILE is one JSON record, an array of them, or NDJSON; without FILE, standard input. Checked are
- the schema Docs/gongbao-1.schema.json;
- the source: its SHA-256 and its number of lines;
- each span: inside the file, and inside the span of its document;
- each quote, and the text and heading of each provision, task and event: the source text at the record's span contains
  it, white space aside. One that whole lines interrupt (a page number, a document number out of place) counts as found,
  and is counted by itself;
- each reference to a provision or a task, those inside the text (references.targets) included: it exists.

A relative source path is looked up from the working folder, or from --root. Prints counts and the first violations;
exit status 1 if there is any, 2 if a file can't be read.
"""
import argparse
import collections
import hashlib
import json
import pathlib
import re
import sys

try:
    import jsonschema
except ImportError:
    sys.exit("The Python package jsonschema is missing (Debian: python3-jsonschema).")

SHOWN = 20
BLANK = re.compile(r"[\s\u0085\u00a0\u1680\u2000-\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]+")
SCHEMA = pathlib.Path(__file__).resolve().parent.parent / "Docs" / "gongbao-1.schema.json"


def squeezed(text):
    return BLANK.sub("", text)


def shortened(value, limit=60):
    text = str(value)
    return text if len(text) <= limit else text[:limit] + "…"


class Report:
    """Counts what was checked, and keeps the first violations."""

    def __init__(self):
        self.checked = collections.Counter()
        self.violations = collections.Counter()
        self.shown = []

    def violation(self, kind, where, message):
        self.violations[kind] += 1
        if len(self.shown) < SHOWN:
            self.shown.append(f"{kind}: {where}: {message}")


class Text:
    """A source text by lines and columns."""

    def __init__(self, data, encoding):
        codec = {"UTF-8": "utf-8-sig", "UTF-16LE": "utf-16", "UTF-16BE": "utf-16"}.get(encoding.upper(), encoding)
        if codec == "utf-16" and data[:2] not in (b"\xff\xfe", b"\xfe\xff"):
            codec = encoding
        # Only these three end a line; str.splitlines knows more.
        self.lines = re.split(r"\r\n|\r|\n", data.decode(codec))
        if not self.lines[-1]:
            self.lines.pop()

    def fault(self, span):
        """What is wrong with a span; None if nothing is."""
        first, last = place(span["start"]), place(span["end"])
        if first > last:
            return "ends before it begins"
        for line, column in (first, last):
            if not 1 <= line <= len(self.lines):
                return f"line {line} of {len(self.lines)}"
            if not 1 <= column <= len(self.lines[line - 1]):
                return f"column {column} of {len(self.lines[line - 1])} in line {line}"
        return None

    def at(self, span):
        """The lines of a span, without white space."""
        (first, start), (last, end) = place(span["start"]), place(span["end"])
        lines = self.lines[first - 1 : last]
        lines[-1] = lines[-1][:end]
        lines[0] = lines[0][start - 1 :]
        return [squeezed(line) for line in lines]


def place(record):
    return record["line"], record["column"]


def printed(span):
    start, end = place(span["start"]), place(span["end"])
    return f"{start[0]}:{start[1]}-{end[0]}:{end[1]}"


def is_interrupted(lines, quote):
    """Whether the lines hold the quote once some whole lines in its middle are left out."""
    begun = set()
    for line in lines:
        if not line:
            continue
        going = set(begun)
        for offset in begun:
            rest = quote[offset:]
            if line.startswith(rest):
                return True
            if rest.startswith(line):
                going.add(offset + len(line))
        for length in range(1, min(len(line), len(quote)) + 1):
            if line.endswith(quote[:length]):
                going.add(length)
        begun = going
    return False


def records(value, path):
    """Every object below a value, with the path to it."""
    if isinstance(value, dict):
        yield path, value
        for key, child in value.items():
            if key not in ("span", "rule_span", "source"):
                yield from records(child, f"{path}/{key}")
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield from records(child, f"{path}/{index}")


def check_words(record, where, text, report):
    # The cells of a table are filled in, so that its text is not in the source as it stands.
    keys = ("quote",) if record.get("level") == "table" else ("quote", "heading", "text")
    for key in keys:
        if not record.get(key):
            continue
        words = squeezed(record[key])
        report.checked[f"{key}s"] += 1
        lines = text.at(record["span"])
        if words in "".join(lines):
            continue
        if is_interrupted(lines, words):
            report.checked[f"{key}s that whole lines interrupt"] += 1
            continue
        message = f"{printed(record['span'])} has not 「{shortened(words)}」 but 「{shortened(''.join(lines))}」"
        report.violation(key, where, message)


def check_rule(record, span, path, own, text, report):
    """Holds the statement that set a rule against the source."""
    fault = text.fault(span)
    if fault:
        report.violation("span", path, f"{printed(span)}: {fault}")
        return
    report.checked["rules"] += 1
    if place(span["start"]) < place(own["start"]) or place(span["end"]) > place(own["end"]):
        report.violation("outside", path, f"{printed(span)} is not within its document's {printed(own)}")
    check_words({"quote": record.get("rule_quote"), "span": span}, path, text, report)


def check_document(document, where, text, report):
    own = document["span"]
    provisions, tasks = set(), set()
    for path, record in records(document.get("provisions", []), f"{where}/provisions"):
        if record["id"] in provisions:
            report.violation("id", path, f"{record['id']} again")
        provisions.add(record["id"])
    for index, task in enumerate(document.get("tasks", [])):
        if task["id"] in tasks:
            report.violation("id", f"{where}/tasks/{index}", f"{task['id']} again")
        tasks.add(task["id"])
    for path, record in records(document, where):
        for key, known in (("provision", provisions), ("task", tasks)):
            if record.get(key) is not None:
                report.checked["references"] += 1
                if record[key] not in known:
                    report.violation("reference", path, f"no {key} {record[key]}")
        for target in record.get("targets", []) if record is not document else []:
            report.checked["references"] += 1
            if target not in provisions:
                report.violation("reference", path, f"no provision {target}")
        rule = record.get("rule_span")
        if rule is not None:
            check_rule(record, rule, path, own, text, report)
        span = record.get("span")
        if span is None or record is document or text.fault(span):
            continue
        if record.get("rule") == "declared on the page":  # the page stands around its document
            continue
        if place(span["start"]) < place(own["start"]) or place(span["end"]) > place(own["end"]):
            report.violation("outside", path, f"{printed(span)} is not within its document's {printed(own)}")


def check_source(source, root, report):
    """The text of a source; None if it can't be had."""
    path = pathlib.Path(source["path"])
    if not path.is_absolute():
        path = root / path
    try:
        data = path.read_bytes()
        text = Text(data, source["encoding"])
    except (OSError, LookupError, UnicodeError) as error:
        report.violation("source", source["path"], error)
        return None
    if hashlib.sha256(data).hexdigest() != source["sha256"]:
        report.violation("source", source["path"], "has another SHA-256 than the record")
        return None
    if len(text.lines) != source["lines"]:
        report.violation("source", source["path"], f"{len(text.lines)} lines, {source['lines']} in the record")
    coverage = source["coverage"]
    total = sum(coverage[key] for key in ("text", "table", "furniture", "blank")) + len(coverage["unread"])
    if total != source["lines"]:
        report.violation("source", source["path"], f"coverage adds up to {total} of {source['lines']} lines")
    return text


def check(record, validator, root, report):
    report.checked["records"] += 1
    errors = sorted(validator.iter_errors(record), key=lambda error: list(map(str, error.absolute_path)))
    name = "?"
    if isinstance(record, dict) and isinstance(record.get("source"), dict):
        name = str(record["source"].get("path", "?"))
    for error in errors:
        path = "/".join(map(str, error.absolute_path))
        report.violation("schema", f"{name}: /{path}", shortened(error.message, 160))
    try:
        check_against_source(record, name, root, report)
    except (AttributeError, IndexError, KeyError, TypeError, ValueError):
        # A record of another shape can't be followed further; one of the right shape must not get here.
        if not errors:
            raise
        report.checked["records not checked to the end, for their shape"] += 1


def check_against_source(record, name, root, report):
    text = check_source(record["source"], root, report)
    if text is None:
        return
    for path, item in records({key: value for key, value in record.items() if key != "source"}, ""):
        span = item.get("span")
        if span is None:
            continue
        report.checked["spans"] += 1
        fault = text.fault(span)
        if fault:
            report.violation("span", f"{name}: {path}", f"{printed(span)}: {fault}")
        else:
            check_words(item, f"{name}: {path}", text, report)
    for index, document in enumerate(record["documents"]):
        report.checked["documents"] += 1
        check_document(document, f"{name}: /documents/{index}", text, report)


def load(file):
    text = file.read()
    try:
        value = json.loads(text)
    except json.JSONDecodeError:
        value = [json.loads(line) for line in text.split("\n") if line.strip()]
    return value if isinstance(value, list) else [value]


def main():
    parser = argparse.ArgumentParser(description="Validates exports against the schema and the sources.")
    parser.add_argument("files", nargs="*", metavar="FILE", help="JSON or NDJSON; standard input if there is none")
    parser.add_argument("--root", default=".", type=pathlib.Path, help="where relative source paths begin")
    parser.add_argument("--schema", default=SCHEMA, type=pathlib.Path)
    arguments = parser.parse_args()

    report = Report()
    try:
        schema = json.loads(arguments.schema.read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator.check_schema(schema)
        validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
        for name in arguments.files or ["-"]:
            if name == "-":
                sys.stdin.reconfigure(encoding="utf-8")
                batch = load(sys.stdin)
            else:
                with open(name, encoding="utf-8") as file:
                    batch = load(file)
            for record in batch:
                check(record, validator, arguments.root, report)
    except (OSError, ValueError, jsonschema.SchemaError) as error:
        print(f"validate-export: {error}", file=sys.stderr)
        return 2
    if not report.checked["records"]:
        report.violation("input", "all files", "no record")

    for kind, count in report.checked.items():
        print(f"{count:8} {kind}")
    for kind, count in report.violations.items():
        print(f"{count:8} violations: {kind}")
    for line in report.shown:
        print(line)
    total = report.violations.total()
    if total > len(report.shown):
        print(f"… and {total - len(report.shown)} more")
    if not total:
        print("No violations.")
    return 1 if total else 0


if __name__ == "__main__":
    sys.exit(main())
