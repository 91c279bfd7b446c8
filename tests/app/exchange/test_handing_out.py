"""What leaves the office is noted in the print log."""

from __future__ import annotations

from pathlib import Path

import pytest
from peewee import IntegrityError

from app.errors import Refused
from app.exchange.handing_out import hand_out
from app.listing import Criteria
from app.office import Office
from app.records.base import database
from app.records.prints import PrintLogEntry
from app.subjects.members.records import Member
from app.subjects.members.register import MEMBERS
from tests.factories.people import make_member


def test_a_list_without_numbers_of_people_is_noted_as_such(office: Office, tmp_path: Path) -> None:
    make_member()
    assert hand_out(MEMBERS, Criteria(), tmp_path / "a.csv", shown=[Member.name]) == 1
    entry = PrintLogEntry.get()
    assert (entry.key, entry.title, entry.sensitive) == ("export.members", "导出 会员", False)


def test_a_list_that_could_not_be_written_is_not_noted(office: Office, tmp_path: Path) -> None:
    with pytest.raises(Refused):
        hand_out(MEMBERS, Criteria(), tmp_path / "none" / "a.xlsx")
    assert PrintLogEntry.select().count() == 0


def test_a_list_that_could_not_be_noted_does_not_leave(office: Office, tmp_path: Path) -> None:
    """The log refuses, as a full disk does: a list with people's numbers may not leave unnoted."""
    make_member()
    database.execute_sql(
        "CREATE TRIGGER no_note BEFORE INSERT ON print_log_entry BEGIN SELECT RAISE(ABORT, 'full'); END"
    )
    with pytest.raises(IntegrityError, match="full"):
        hand_out(MEMBERS, Criteria(), tmp_path / "a.xlsx")
    assert not (tmp_path / "a.xlsx").exists()
