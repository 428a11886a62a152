"""What can go wrong."""

from typing import Optional, Sequence


class GongbaoError(Exception):
    """Something that the program could not do."""


class ArchiveError(GongbaoError):
    """An archive that is missing, damaged, locked or of another version."""


class QueryError(GongbaoError):
    """A query, question or option that can't be read; the message points at the character."""


class ReadingError(GongbaoError):
    """A file that can't be read, with the place where reading stopped."""

    def __init__(
        self, message: str, path: Optional[str] = None, line: Optional[int] = None, byte: Optional[int] = None,
        code: Optional[str] = None,
    ):
        place = ":".join(str(part) for part in (path, line) if part is not None)
        super().__init__(f"{place}: {message}" if place else message)
        self.message = message
        self.path = path
        self.line = line
        self.byte = byte
        self.code = code


class ReadingErrors(GongbaoError):
    """The files of a batch that can't be read; all others were."""

    def __init__(self, errors: Sequence[ReadingError]):
        super().__init__("; ".join(str(error) for error in errors))
        self.errors = list(errors)
