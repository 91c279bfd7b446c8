"""Every value that any figure reads is decided: it may change over time, and is read as of its day, or not.

What a figure reads is asked of SQLite itself, which names each column that a statement reads.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.fields import DateField, ReferenceField
from app.figures.figure import Figure
from app.office import close_office, open_office
from app.records.base import database
from app.registry import RECORDS, figures
from app.rules.periods import year

YEAR = year(2011)
_SQLITE_READ = 20
_STORED = {"id", "deleted_at", "version", "created_at", "updated_at", "search_key"}
_TABLES = {model._meta.table_name: model for model in RECORDS}

OF_ITS_DAY = """
    activity activity_award activity_budget_line activity_participant activity_project activity_team
    aid_batch aid_payment annual_return bulletin bulletin_recipient cash_entry closed_figure company_visit
    dispute_agreement dispute_follow_up distribution donation donation_drive donation_use dues_payment
    fair_employer fund_income goal hardship_review hardship_round honour intern_assessment job_fair job_notice
    job_post labor_contract_count lending meeting member_benefit membership_event mutual_claim
    mutual_consultation mutual_enrolment mutual_group nomination open_affairs screen_broadcast seal_use
    shortcoming stocktake subscription subscription_quota supervision_letter survey survey_item training
    union_election visit volunteer_service year_closing yearly_task
    enterprise_earlier grassroots_union_earlier hardship_file_earlier member_earlier profile_earlier
""".split()
"""Kinds of record that tell of one day, month or year: what they say stays true of it."""

STAYS = {
    "activity_series": {"name": "a row of events is called what it is called"},
    "archive_item": {"kind": "what a paper is does not change"},
    "club_item": {
        "kind": "what a thing is does not change",
        "name": "likewise",
        "pieces": "what was bought; more of the same is another entry",
        "scrapped": "holds from 变动日期 on",
        "status": "likewise",
    },
    "collective_contract": {
        "kind": "a signed contract says what it says; a change is another contract",
        "scope": "likewise",
        "signer_type": "likewise",
        "employer": "likewise",
        "union_name": "likewise",
        "covered_enterprises": "likewise",
        "covered_workers": "likewise",
        "covered_women": "likewise",
    },
    "committee_member": {
        "name": "a seat is one person's",
        "post": "another post is another seat: 离任日期 here, 任职日期 there",
        "duty": "likewise",
        "party_post": "likewise",
    },
    "contract_coverage": {
        "employer": "a row of a signed contract",
        "workers": "likewise",
        "women": "likewise",
    },
    "covered_unit": {"unit_name": "a row is of one unit, from 加入日期 to 退出日期"},
    "dispute_case": {
        "apply_mode": "how it came in",
        "category": "what it is about",
        "claim_amount": "what was asked when it came in",
        "is_collective": "how many came with it",
        "migrant_count": "likewise",
        "people_count": "likewise",
        "outcome": "holds from 结案日期 on",
        "status": "read with the days of its steps",
    },
    "enterprise": {"name": "what it is known by, with all former names", "short_name": "likewise"},
    "grassroots_union": {
        "name": "what it is known by, with all former names",
        "former_names": "likewise",
        "is_own": "the office's own union is no other",
        "status": "read with the day it holds from, 状态变动日期",
        "term_no": "read with the days of its elections",
        "term_years": "likewise",
    },
    "hardship_family": {
        "id_number": "who it is",
        "name": "likewise",
        "workplace": "where somebody without a number was known, beside the name",
        "lives_together": "read with 共同生活起 and 共同生活止",
    },
    "hardship_file": {
        "id_number": "who it is",
        "name": "likewise",
        "employer": "where somebody without a number was known, beside the name",
        "close_reason": "holds from 退档日期 on",
        "status": "a refusal belongs to its application",
    },
    "intern": {
        "education": "with which the intern came",
        "school": "likewise",
        "name": "who it is",
    },
    "job_intention": {
        "difficulty": "told when it was registered",
        "id_number": "who it is",
        "is_migrant_worker": "told when it was registered",
        "mobile": "who it is",
        "name": "who it is",
        "sex": "does not change",
        "outcome": "read with the days of its steps",
    },
    "mediation_body": {"form": "another form is another body", "name": "what it is known by"},
    "mediator": {"engagement": "another engagement is another appointment", "name": "who it is"},
    "member": {"join_mode": "how it began", "name": "who it is", "sex": "does not change"},
    "mutual_product": {"name": "what it is called"},
    "periodical": {"name": "what it is called"},
    "profile": {"count_years": "a rule of counting: all years are counted alike"},
    "regulation": {
        "joint_unit": "with whom it was issued",
        "kind": "what a regulation is does not change",
        "title": "what it is called",
    },
    "venue": {
        "kind": "what a place is does not change",
        "name": "what it is called",
        "status": "read with 启用日期 and 停用日期",
    },
}
"""Of lasting things, what no figure has to read as of a day, and why."""


@pytest.fixture(scope="module")
def reads(sample_file: Path) -> dict[tuple[str, str], set[str]]:
    """The figures, by label, that read each column."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    open_office(sample_file, read_only=True)
    for figure in figures():
        with _watched() as columns:
            for one in (figure, *figure.parts):
                _read(one)
        for column in columns:
            found[column].add(figure.label)
    close_office()
    return found


def _read(figure: Figure) -> None:
    figure.number(YEAR)
    figure.names(YEAR)


@contextmanager
def _watched() -> Iterator[set[tuple[str, str]]]:
    columns: set[tuple[str, str]] = set()

    def note(action: int, table: str | None, column: str | None, *_: str | None) -> int:
        if action == _SQLITE_READ and table is not None and column is not None:
            columns.add((table, column))
        return 0

    connection = database.connection()
    connection.set_authorizer(note)
    try:
        yield columns
    finally:
        connection.set_authorizer(None)


def test_what_may_change_is_read_as_of_its_day(reads: dict[tuple[str, str], set[str]]) -> None:
    wrong = {}
    for (table, column), labels in reads.items():
        field = _field(table, column)
        if field is not None and field.over_time is not None:
            today = labels - reads.get((f"{table}_earlier", column), set())
            if today:
                wrong[f"{table}.{column}"] = sorted(today)
    assert wrong == {}, "read as it is today"


def test_whatever_else_a_figure_reads_was_decided(reads: dict[tuple[str, str], set[str]]) -> None:
    """A new one is either given `over_time`, with the day from which it holds, or told here why it stays."""
    undecided = set()
    for table, column in reads:
        field = _field(table, column)
        if table in OF_ITS_DAY or field is None or column in _STORED:
            continue
        if isinstance(field, DateField | ReferenceField) or field.over_time is not None:
            continue
        if column not in STAYS.get(table, {}):
            undecided.add(f"{table}.{column}")
    assert sorted(undecided) == []


def test_nothing_is_decided_that_no_figure_reads(reads: dict[tuple[str, str], set[str]]) -> None:
    decided = {(table, column) for table, columns in STAYS.items() for column in columns}
    assert decided - reads.keys() == set()


def _field(table: str, column: str):  # type: ignore[no-untyped-def]  # a field of any kind
    model = _TABLES.get(table)
    if model is None:
        return None
    return next((field for field in model.described().values() if field.column_name == column), None)
