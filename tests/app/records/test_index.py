"""Ids are found by what records say, the first saved first."""

from __future__ import annotations

from datetime import date

import pytest

from app.records.index import Ids, Index


def test_ids_of_one_key_stay_in_the_order_in_which_they_came() -> None:
    ids = Ids()
    for record_id in (7, 3, 9):
        ids.add("张三", record_id)
    assert list(ids.get("张三")) == [7, 3, 9]
    assert list(ids.get("李四")) == []


@pytest.mark.parametrize(("removed", "left"), [(7, [3]), (3, [7]), (1, [7, 3])])
def test_an_id_that_is_removed_leaves_the_others(removed: int, left: list[int]) -> None:
    ids = Ids()
    ids.add("张三", 7)
    ids.add("张三", 3)
    ids.remove("张三", removed)
    assert list(ids.get("张三")) == left


def test_a_key_without_ids_is_unknown() -> None:
    ids = Ids()
    ids.add("张三", 7)
    ids.remove("张三", 7)
    assert "张三" not in ids
    assert len(ids) == 0


def test_a_day_is_the_same_read_from_the_file_or_from_a_record() -> None:
    index = Index(("name", "birth_date"))
    from_file = index.key_of({"name": "张三", "birth_date": "1980-05-06"})
    assert from_file == index.key_of({"name": "张三", "birth_date": date(1980, 5, 6)})
