"""The sample as it is on a day: its second year is the day's, and nothing has happened after it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app import listing, sample
from app.agenda import reminders
from app.agenda.entries import agenda, pressing
from app.checking.ledger import check_ledger
from app.fields import DateField
from app.listing import Criteria
from app.office import close_office, open_office
from app.records.base import change
from app.register import lacks_required
from app.registry import find_register, records, registers
from app.subjects.hardship.aid.records import fund_balance
from app.subjects.hardship.files.records import FileStatus, HardshipFile
from app.subjects.members.records import Member


@pytest.fixture(scope="module", params=["2026-01-05", "2026-06-15"])
def living(
    request: pytest.FixtureRequest, sample_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[date]:
    """The sample of a day, open."""
    day = date.fromisoformat(request.param)
    open_office(Path(shutil.copy(sample_file, tmp_path_factory.mktemp("living") / "sample.union")))
    with change():
        sample.live_until(day)
    yield day
    close_office()


def test_nothing_in_its_ledger_disagrees(living: date) -> None:
    assert [finding.sentence for finding in check_ledger() if not finding.note] == []


def test_nothing_has_happened_after_its_day(living: date) -> None:
    ahead = [
        f"{record.__name__}.{field.name}"
        for record in records()
        for field in record.described().values()
        if isinstance(field, DateField)
        and field.bounds.past
        and record.select().where(field > living).exists()
    ]
    assert ahead == []


def test_no_record_lacks_what_it_must_tell(living: date) -> None:
    asked = ((register.key, lacks_required(register.record)) for register in registers())
    lacking = [
        key for key, lacks in asked if lacks is not None and find_register(key).record.alive().where(lacks)
    ]
    assert lacking == []


def test_its_people_are_of_the_age_they_were(living: date) -> None:
    years = [living.year - member.birth_date.year for member in Member.alive()]
    assert (min(years) >= 16, max(years) < 75) == (True, True)


def test_its_desk_shows_things_to_do_and_few_of_them_long_ago(living: date) -> None:
    due = reminders.due(living)
    lines = agenda(due)
    assert 6 <= len(lines) <= 30
    assert not [one for one in due if one.due.days < -3 * 366]


def test_there_is_money_to_aid_every_household_once_more(living: date) -> None:
    households = HardshipFile.alive().where(HardshipFile.status == FileStatus.OPEN).count()
    assert households > 0
    assert fund_balance("本级工会经费") >= households * 1000_00


def test_every_number_of_the_desk_is_that_of_the_list_behind_it(living: date) -> None:
    entries = agenda(reminders.asked(living))
    assert len(entries) > 10
    told = [(one.title, one.count) for one in entries if one.ids]
    listed = [
        (one.title, listing.count(find_register(one.register_key), Criteria(only=one.ids)))
        for one in entries
        if one.ids
    ]
    assert told == listed
    by_hand = sum(one.count for one in entries if one.term in {"7 天内", "已逾期"})
    assert pressing(entries)["today"] == by_hand
