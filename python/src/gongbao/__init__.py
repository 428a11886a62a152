"""Reads Chinese government documents into typed records, and answers queries from its own index.

    import gongbao

    for record in gongbao.extract(["corpus"]):
        for document in record["documents"]:
            print(document["id"], len(document["tasks"]))

    archive = gongbao.Archive("archive")
    archive.ingest(["corpus"])
    archive.table("assignments", "lead:科技局")      # a pandas DataFrame
"""

from ._archive import Answer, Archive, SearchPage
from ._errors import ArchiveError, GongbaoError, QueryError, ReadingError, ReadingErrors
from ._extract import extract
from ._program import program, version
from . import records

__all__ = [
    "Answer", "Archive", "ArchiveError", "GongbaoError", "QueryError", "ReadingError", "ReadingErrors", "SearchPage",
    "extract", "program", "records", "version",
]
