"""Drafts: kept in the office file, in nobody's way, and in no history."""

from __future__ import annotations

import pytest
from sqlcipher3 import dbapi2 as sqlite

from app.keeping import undoing
from app.office import Office, close_office, open_office
from app.records import drafts
from app.records.base import database
from app.records.digests import changed_rows
from app.records.drafts import Draft, Place
from tests.factories.people import make_member

NEW = Place("members", None)


def test_the_last_of_a_form_is_found_by_whoever_opens_the_file_next(office: Office) -> None:
    drafts.keep(NEW, {"name": "王"})
    drafts.keep(NEW, {"name": "王芳", "remark": "一\n二\ud83d"})
    close_office()
    open_office(office.path)
    draft = drafts.found(NEW)
    assert draft is not None
    assert draft.typed == {"name": "王芳", "remark": "一\n二\ud83d"}


def test_each_record_and_each_row_of_an_owner_has_its_own(office: Office) -> None:
    drafts.keep(NEW, {"name": "甲"})
    assert drafts.found(Place("members", 1)) is None
    assert drafts.found(Place("members", None, 1)) is None
    assert drafts.found(Place("hardship", None)) is None


@pytest.mark.parametrize("texts", ["{kaputt", "[]", "null"])
def test_of_a_damaged_draft_nothing_is_offered(office: Office, texts: str) -> None:
    place = Place("members", None)
    drafts.keep(place, {"name": "王芳"})
    Draft.update(texts=texts).execute()
    draft = drafts.found(place)
    assert draft is not None
    assert draft.typed == {}


def test_what_is_forgotten_is_gone_from_the_table(office: Office) -> None:
    drafts.keep(NEW, {"name": "甲"})
    drafts.forget(NEW)
    assert drafts.found(NEW) is None
    assert Draft.select().count() == 0


def test_a_draft_is_no_step_and_no_change_of_a_record(office: Office) -> None:
    make_member(name="王芳")
    before = database.execute_sql(
        "SELECT (SELECT max(id) FROM step), (SELECT max(id) FROM history)"
    ).fetchone()
    drafts.keep(NEW, {"name": "甲"})
    after = database.execute_sql(
        "SELECT (SELECT max(id) FROM step), (SELECT max(id) FROM history)"
    ).fetchone()
    assert after == before
    assert list(changed_rows(database.connection())) == []
    assert "王芳" in undoing.undo()


def test_a_file_that_is_only_looked_at_neither_keeps_nor_offers(office: Office) -> None:
    drafts.keep(NEW, {"name": "甲"})
    close_office()
    open_office(office.path, read_only=True)
    drafts.keep(NEW, {"name": "乙"})
    assert drafts.found(NEW) is None


def test_a_file_that_is_busy_does_not_disturb_who_types(office: Office) -> None:
    database.execute_sql("PRAGMA busy_timeout = 0")
    other = sqlite.connect(str(office.path), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    drafts.keep(NEW, {"name": "甲"})
    other.close()
    assert drafts.found(NEW) is None
