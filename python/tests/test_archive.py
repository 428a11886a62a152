import pytest

import gongbao


def test_search_counts_all_and_pages(archive):
    page = archive.search("工作", limit=7, count=True)
    assert page.exact
    assert len(page.hits) == 7 and page.total > 7
    ids = [(hit["document"]["file"], hit["line"], hit["column"]) for hit in archive.hits("工作", page_size=50)]
    assert len(ids) == len(set(ids)) == page.total


def test_what_is_not_there_is_an_empty_page(archive):
    assert archive.search("没有这句话的任何文件").total == 0


def test_a_query_that_can_not_be_read_points_at_the_character(archive):
    with pytest.raises(gongbao.QueryError, match="character"):
        archive.search("(甲")


def test_a_query_may_begin_with_a_hyphen(archive):
    assert archive.search("-市", limit=1).total > 0


def test_an_archive_that_is_none(tmp_path):
    with pytest.raises(gongbao.ArchiveError, match="no archive"):
        gongbao.Archive(tmp_path / "none").search("甲")


def test_answers_are_records(archive):
    answer = archive.ask("第53项任务由哪个单位牵头？")
    assert answer
    assert answer.items[0]["values"][0]["role"] == "lead"


def test_tasks_of_a_unit(archive):
    tasks = archive.tasks(unit="市科技局", role="lead")
    assert tasks
    for hit in tasks:
        assert any(a["role"] == "lead" and "科技局" in a["unit"] for a in hit["task"]["assignments"])


def test_records_are_all_sources(archive):
    assert len(list(archive.records())) == 4


def test_tables_have_their_types(archive):
    frame = archive.table("assignments")
    tasks = archive.table("tasks")
    assert len(frame) == sum(len(hit["task"]["assignments"]) for hit in archive.tasks())
    assert set(frame["task"]) <= set(tasks["task"])
    assert str(frame["inherited"].dtype) == "boolean"
    assert str(frame["role"].dtype) == "category"
    assert set(frame["role"].cat.categories) <= {"lead", "responsible", "support", "implement"}


def test_a_query_narrows_a_table(archive):
    found = archive.table("tasks", "lead:科技局")
    assert 0 < len(found) < len(archive.table("tasks"))


def test_rows_hold_none_for_what_is_absent(archive):
    rows = list(archive.rows("targets"))
    assert rows and any(row["upper"] is None for row in rows)
    assert all(isinstance(row["value"], float) for row in rows)


def test_an_unknown_table_is_named(archive):
    with pytest.raises(KeyError, match="tasks"):
        list(archive.rows("nonsense"))


def test_parquet(archive, tmp_path):
    import pandas

    written = archive.to_parquet(tmp_path / "parquet")
    assert any(path.endswith("assignments.parquet") for path in written)
    frame = pandas.read_parquet(tmp_path / "parquet" / "documents.parquet")
    assert len(frame) == len(archive.documents())
