"""The rows of a list: the same texts, whether whole records are read or only what the columns show."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from peewee import SQL

from app.fields import UNREADABLE
from app.office import Office
from app.papers import list_of
from app.printing.layout import ListPrint, PrintColumn, PrintRequest
from app.printing.rows import Rows
from app.printing.selection import Selection
from app.records.base import ERASED, Query, database
from app.subjects.insurance.claims.records import MutualClaim
from app.subjects.insurance.claims.register import CLAIMS
from app.subjects.insurance.lists import CLAIM_PAYMENTS
from app.subjects.members.lists import MEMBER_ROSTER
from app.subjects.members.records import Member
from tests.factories.insurance import make_claim, make_enrolment, make_product
from tests.factories.people import make_member

ASKED = PrintRequest(date(2011, 12, 31))


def statements(layout: ListPrint, query: Query) -> list[str]:
    """Return what the file is asked for the rows of a list."""
    told: list[str] = []
    database.connection().set_trace_callback(told.append)
    list(rows(layout, query))
    database.connection().set_trace_callback(None)
    return told


def rows(layout: ListPrint, records: object) -> Iterator[tuple[str, ...]]:
    return Rows(layout, ASKED, full_ids=False).of(records)  # type: ignore[arg-type]  # records, or a query


def test_what_a_list_does_not_show_is_not_read(office: Office) -> None:
    """Least of all a diagnosis."""
    make_claim(diagnosis="胃炎")
    asked = " ".join(statements(list_of(CLAIMS), MutualClaim.alive()))
    assert '"granted_on"' in asked
    assert '"diagnosis"' not in asked


def test_what_rows_refer_to_is_called_by_its_name_and_number_alone(office: Office) -> None:
    enrolment = make_enrolment(name="陆建国")
    claims = [make_claim(enrolment), make_claim(enrolment, kind="大病")]
    found = list(rows(list_of(CLAIMS), MutualClaim.alive()))
    assert [row[0] for row in found] == [f"陆建国（{enrolment.enrolment_no}）"] * len(claims)
    asked = statements(list_of(CLAIMS), MutualClaim.alive())
    assert len(asked) == 2
    assert '"mobile"' not in asked[1]


def test_a_short_name_has_no_number(office: Office) -> None:
    enrolment = make_enrolment(make_product(name="住院保障", year=2011))
    make_claim(enrolment, status="已给付", granted=800_00, granted_on=date(2011, 6, 1))
    (row,) = rows(CLAIM_PAYMENTS, MutualClaim.alive())
    assert row[3] == "2011年住院保障"


def test_what_is_gone_from_the_file_is_said_to_be(office: Office) -> None:
    claim = make_claim()
    database.execute_sql("PRAGMA foreign_keys = OFF")
    claim.enrolment.delete_instance()
    ((called, *_),) = rows(list_of(CLAIMS), MutualClaim.alive())
    assert called == ERASED


def test_a_text_that_is_told_by_an_odd_value_says_so(office: Office) -> None:
    make_member(name="王芳")
    Member.update({Member.birth_date: SQL("?", ["不详"])}).execute()
    (row,) = rows(MEMBER_ROSTER, Member.alive())
    assert row[3] == UNREADABLE


def test_a_text_that_is_told_by_more_than_it_says_is_no_list(office: Office) -> None:
    make_member(name="王芳")
    told = PrintColumn(None, 20, "学历", text=lambda member: member.education or "", told_by=(Member.name,))
    layout = ListPrint("members.odd", "名单", (Member.name, told), Selection(Member).sheet("人"))
    with pytest.raises(AttributeError, match="education"):
        list(rows(layout, Member.alive()))
