"""The sample office: the year 2011 of the office whose annual summary is our seed, its people invented."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from app.keeping.history import History
from app.office import close_office, create
from app.records.base import change
from app.records.steps import Step
from app.registry import RECORDS
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
from app.sample.people import Inventor
from app.sample.publications import enter_publications
from app.sample.summary import write_summary

_SEED = 2011
_WRITTEN_AT = datetime(2011, 12, 31, 16, 30)


def build(path: Path) -> None:
    """Make the sample office at `path` and close it again; raises Refused when the path is taken."""
    create(path, office.NAME, code=office.CODE)
    try:
        with change():
            _fill(Inventor(_SEED))
            _date_everything()
        with change():  # a step is written at the end of its transaction
            Step.update(at=_WRITTEN_AT).execute()
    except BaseException:
        close_office()
        path.unlink(missing_ok=True)
        raise
    close_office()


def _fill(inventor: Inventor) -> None:
    committee = members.invent_committee(inventor)
    staff = members.staff_of(committee)
    office.fill_in_profile(staff)
    office.enter_aid_terms()
    enterprises.enter_enterprises(inventor)
    joined = members.enter_members(inventor, committee)
    membership.enter_lives(inventor, joined)
    membership.enter_dues()
    files = hardship.enter_files(inventor, joined, staff)
    aid.pay_visits(files, staff)
    hardship.review_files(files, staff)
    hardship.close_files(files)
    unions.enter_unions(staff)
    contracts.enter_contracts(inventor, staff.clerk)
    disputes.enter_disputes(inventor, staff)
    enter_publications(inventor, staff)
    employment.enter_employment(staff)
    insurance.enter_insurance(staff)
    activities.enter_activities(staff)
    donations.enter_drives(staff)
    enter_daily_work(inventor, staff)
    write_summary()


def _date_everything() -> None:
    """Date every write at the end of the year, so that two samples are equal."""
    for record in RECORDS:
        record.update(created_at=_WRITTEN_AT, updated_at=_WRITTEN_AT).execute()
    History.update(at=_WRITTEN_AT).execute()
