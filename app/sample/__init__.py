"""The sample office: two years of the office whose annual summary is our seed, its people invented.

They are told as 2010 and 2011, the seed's, and may be moved to last year and this one, as of a day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from pathlib import Path

from app.keeping.history import History, history_paused
from app.office import close_office, create
from app.records.base import change
from app.records.steps import Step
from app.registry import RECORDS, records
from app.rules.dates import years_later
from app.sample import (
    activities,
    aid,
    contracts,
    disputes,
    donations,
    employment,
    enterprises,
    hardship,
    insurance,
    members,
    membership,
    office,
    unions,
)
from app.sample.daily_work import enter_daily_work
from app.sample.modern import enter_modern
from app.sample.moving import move
from app.sample.people import Inventor
from app.sample.publications import enter_publications
from app.sample.stopping import stop
from app.sample.summary import write_summary

END = date(2011, 12, 31)
"""The last day of the years that the sample tells."""

_SEED = 2011
_EVENING = time(16, 30)
_PARTS = 13  # of which the last is the summary, or the way to the day


def _in_silence(_done: int, _total: int) -> None:
    """Tell nobody how far the sample is."""


def build(path: Path, *, as_of: date = END, advanced: Callable[[int, int], None] = _in_silence) -> None:
    """Make the sample office at `path`, as it is on a day, and close it again.

    It has the two years up to that day. `advanced` is told how many of how many parts are made. Raises
    Refused when the path is taken.
    """
    written_at = min(datetime.combine(as_of, _EVENING), datetime.now())
    create(path, office.NAME, code=office.CODE)
    try:
        with change():
            for part, _ in enumerate(_fill(Inventor(_SEED)), start=1):
                advanced(part, _PARTS)
            if as_of == END:
                write_summary()
            else:
                live_until(as_of)
            advanced(_PARTS, _PARTS)
            _date_everything(written_at)
        with change():  # a step is written at the end of its transaction
            Step.update(at=written_at).execute()
    except BaseException:
        close_office()
        path.unlink(missing_ok=True)
        raise
    close_office()


def live_until(day: date) -> None:
    """Move the two years of the open sample so that the second is a day's, and ends with it."""
    years = day.year - END.year
    with history_paused(RECORDS):  # nobody did this
        stop(years_later(day, -years), END)
        move(years)
    office.enter_budget(day)
    enter_modern(day)


def _fill(inventor: Inventor) -> Iterator[None]:
    """Enter all that the two years hold, part by part."""
    committee = members.invent_committee(inventor)
    staff = members.staff_of(committee)
    office.fill_in_profile(staff)
    office.enter_aid_terms()
    enterprises.enter_enterprises(inventor)
    yield
    joined = members.enter_members(inventor, committee)
    membership.enter_lives(inventor, joined)
    membership.enter_dues()
    yield
    files = hardship.enter_files(inventor, joined, staff)
    yield
    aid.pay_visits(files, staff)
    hardship.review_files(files, staff)
    hardship.close_files(files)
    yield
    unions.enter_unions(staff)
    yield
    contracts.enter_contracts(inventor, staff.clerk)
    yield
    disputes.enter_disputes(inventor, staff)
    yield
    enter_publications(inventor, staff)
    yield
    employment.enter_employment(staff)
    yield
    insurance.enter_insurance(staff)
    yield
    activities.enter_activities(staff)
    donations.enter_drives(staff)
    yield
    enter_daily_work(inventor, staff)
    yield


def _date_everything(at: datetime) -> None:
    """Date every write alike, so that two samples of one day are equal."""
    with history_paused(RECORDS):  # whose triggers look through each row for what is recorded
        for record in records():
            record.update(created_at=at, updated_at=at).execute()
    History.update(at=at).execute()
