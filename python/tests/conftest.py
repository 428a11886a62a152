import os
import shutil
from pathlib import Path

import pytest

import gongbao

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session", autouse=True)
def program():
    """The program under test: that of the environment, else a debug build of this checkout."""
    if "GONGBAO" not in os.environ:
        for build in ("debug", "release"):
            built = ROOT / ".build" / build / "gongbao"
            if built.exists():
                os.environ["GONGBAO"] = str(built)
                break
    return gongbao.program()


@pytest.fixture(scope="session")
def corpus():
    return ROOT / "corpus"


@pytest.fixture(scope="session")
def archive(tmp_path_factory, corpus):
    archive = gongbao.Archive(tmp_path_factory.mktemp("archive") / "archive")
    archive.ingest([corpus])
    return archive


@pytest.fixture()
def gazette(tmp_path, corpus):
    source = sorted(corpus.glob("*.txt"))[0]
    return Path(shutil.copy(source, tmp_path / source.name))
