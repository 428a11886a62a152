import json

import pytest

import gongbao


def test_every_file_gives_a_record(corpus):
    records = list(gongbao.extract(sorted(corpus.glob("*.txt"))))
    assert [record["schema"] for record in records] == ["gongbao/1"] * 4
    assert all(record["documents"] for record in records)


def test_one_path_is_a_batch_of_one(gazette):
    (record,) = gongbao.extract(gazette)
    assert record["source"]["lines"] == len(gazette.read_text(encoding="utf-8").splitlines())


def test_no_paths_give_no_records():
    assert list(gongbao.extract([])) == []


def test_a_bad_file_is_told_behind_the_others(tmp_path, gazette):
    bad = tmp_path / "bad.txt"
    bad.write_bytes("第一行\n".encode() + b"\xff\xff\xfe\n")
    records = []
    with pytest.raises(gongbao.ReadingErrors) as caught:
        for record in gongbao.extract([bad, gazette]):
            records.append(record)
    assert len(records) == 1
    (error,) = caught.value.errors
    assert error.path == str(bad)
    assert error.message


def test_errors_are_handed_over_where_asked(tmp_path, gazette):
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"\xff\xff\xfe\n")
    errors = []
    assert len(list(gongbao.extract([bad, gazette], on_error=errors.append))) == 1
    assert [error.path for error in errors] == [str(bad)]


def test_a_consumer_may_stop_early(corpus):
    records = gongbao.extract([corpus] * 3)
    assert next(records)["documents"]
    records.close()


def test_types_are_those_of_the_schema():
    import subprocess
    import sys
    from pathlib import Path

    tool = Path(__file__).resolve().parents[1] / "tools" / "types_from_schema.py"
    subprocess.run([sys.executable, str(tool), "--check"], check=True)


def test_records_are_json(gazette):
    (record,) = gongbao.extract(gazette)
    assert json.loads(json.dumps(record)) == record
