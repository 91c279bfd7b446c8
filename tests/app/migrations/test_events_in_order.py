"""A file of the first version, its events out of step with its members, opens in order (domain 1.3, 1.4)."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from playhouse.migrations import Runner

from app import office
from app.office import APPLICATION_ID, close_office, open_office
from app.records.base import database
from app.subjects.hardship.reviews.records import HardshipRound
from app.subjects.members.membership.records import MembershipEvent
from app.subjects.members.records import Member
from app.subjects.members.register import MEMBERS
from tests.helpers.problems import blocked

FIRST = Path(office.__file__).with_name("migrations")
MEMBER = """INSERT INTO member (
    id, version, created_at, updated_at, applied_on, member_no, name, sex, birth_date, ethnicity,
    id_type, id_number, is_migrant_worker, is_dispatched, employer, mobile, join_mode, union_name,
    union_post, approved_on, status, status_date, status_reason, other_union)
    VALUES (?, 1, '2012-01-01 08:00:00', '2012-01-01 08:00:00', '2011-03-01', ?, '王芳', '女', '1980-05-06',
    '汉族', '护照', ?, 0, 0, '灵活就业', '13800138000', '本人申请', '本会', '会员', ?, ?, ?, ?, ?)"""
EVENT = """INSERT INTO membership_event (
    version, created_at, updated_at, member_id, happened_on, kind, other_union)
    VALUES (1, '2012-01-01 08:00:00', '2012-01-01 08:00:00', ?, ?, ?, ?)"""


@pytest.fixture
def first_version(tmp_path: Path) -> Iterator[Path]:
    """Make an empty file of the first version."""
    steps = tmp_path / "steps"
    steps.mkdir()
    for name in FIRST.glob("0001*"):
        shutil.copy(name, steps)
    path = tmp_path / "old.union"
    database.init(str(path))
    database.connect()
    Runner(database, str(steps)).up()
    database.execute_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    database.execute_sql("PRAGMA user_version = 101")
    database.close()
    yield path
    close_office()


def _opened(
    path: Path, told: tuple[str | None, ...], *events: tuple[str, str, str | None]
) -> tuple[Member, list[tuple[str, str, int | None]]]:
    """Write a member (approval, state, its day, reason, other union) with events, and open the file."""
    with closing(sqlite3.connect(path)) as file, file:
        file.execute(MEMBER, (1, "TY-HY-2011-0001", "E12345678", *told))
        file.executemany(EVENT, [(1, *event) for event in events])
    open_office(path)
    kept = MembershipEvent.alive().order_by(MembershipEvent.happened_on, MembershipEvent.place)
    member = Member.get_by_id(1)
    assert blocked(MEMBERS, member) == {}, "it can be edited as it is"
    return member, [(event.kind, event.happened_on.isoformat(), event.place) for event in kept]


def test_events_of_one_day_stay_in_the_order_of_entry(first_version: Path) -> None:
    told = ("2011-03-08", "在册", "2012-01-01", "恢复", None)
    _, events = _opened(
        first_version,
        told,
        ("2011-03-08", "入会", None),
        ("2012-01-01", "保留会籍", None),
        ("2012-01-01", "恢复会籍", None),
    )
    assert events[1:] == [("保留会籍", "2012-01-01", 1), ("恢复会籍", "2012-01-01", 2)]


def test_who_moved_out_and_joined_again_moved_in_and_is_approved_since_the_first_day(
    first_version: Path,
) -> None:
    told = ("2012-06-01", "在册", "2012-06-01", "回来", "康宁社区工会")
    member, events = _opened(
        first_version,
        told,
        ("2011-03-08", "入会", None),
        ("2012-01-01", "转出", "康宁社区工会"),
        ("2012-06-01", "入会", None),
    )
    assert events[-1] == ("转入", "2012-06-01", 1)
    assert MembershipEvent.get(MembershipEvent.kind == "转入").other_union == "康宁社区工会"
    assert (member.approved_on, member.status_date) == (date(2011, 3, 8), date(2012, 6, 1))


def test_a_corrected_approval_is_the_day_of_the_joining(first_version: Path) -> None:
    told = ("2011-04-01", "保留会籍", "2012-01-01", "失业", None)
    member, events = _opened(
        first_version, told, ("2011-03-08", "入会", None), ("2012-01-01", "保留会籍", None)
    )
    assert events[0] == ("入会", "2011-04-01", 1)
    assert member.approved_on == date(2011, 4, 1)


def test_a_typed_event_is_the_state(first_version: Path) -> None:
    told = ("2011-03-08", "在册", None, None, None)
    member, _ = _opened(
        first_version, told, ("2011-03-08", "入会", None), ("2012-05-01", "转出", "康宁社区工会")
    )
    assert (member.status, member.status_date) == ("已转出", date(2012, 5, 1))


def test_an_imported_state_is_an_event(first_version: Path) -> None:
    told = ("2011-03-08", "退会", "2012-05-01", "本人申请", None)
    member, events = _opened(first_version, told, ("2011-03-08", "入会", None))
    assert events[-1] == ("退会", "2012-05-01", 1)
    assert member.status == "退会"


def test_what_the_history_tells_of_an_earlier_application_is_kept(first_version: Path) -> None:
    """Opened in 2011, closed in 2012, applied for again in 2013: the file itself has forgotten the first."""
    told = {"id": 1, "applied_on": "2013-05-06", "status": "申请", "created_at": "2013-05-06 08:00:00"}
    changes = {
        "status": ["退档(脱困)", "申请"],
        "applied_on": ["2011-01-04", "2013-05-06"],
        "opened_on": ["2011-01-18", None],
        "closed_on": ["2012-06-01", None],
        "close_reason": ["脱困", None],
    }
    with closing(sqlite3.connect(first_version)) as file, file:
        asked = file.execute("SELECT name FROM pragma_table_info('hardship_file') WHERE \"notnull\"")
        values = dict.fromkeys((name for (name,) in asked), 0) | told
        marks = ", ".join("?" * len(values))
        file.execute(f"INSERT INTO hardship_file ({', '.join(values)}) VALUES ({marks})", (*values.values(),))
        file.execute(
            "INSERT INTO history (at, action, table_name, row_id, changes) VALUES (?, ?, ?, ?, ?)",
            ("2013-05-06 08:00:00", "UPDATE", "hardship_file", 1, json.dumps(changes)),
        )
    open_office(first_version)
    (kept,) = HardshipRound.alive()
    assert (kept.outcome, kept.close_reason) == ("退档", "脱困")
    days = (kept.applied_on, kept.opened_on, kept.closed_on)
    assert days == (date(2011, 1, 4), date(2011, 1, 18), date(2012, 6, 1))
