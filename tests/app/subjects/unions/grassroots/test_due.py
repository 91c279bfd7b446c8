"""Terms of office are told half a year ahead, and when they are over (domain 14)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.office import Office
from app.subjects.unions.grassroots.due import terms_due
from tests.factories.unions import make_union

TODAY = date(2011, 6, 1)


def after(days: int) -> date:
    return TODAY + timedelta(days=days)


@pytest.mark.parametrize(
    ("days", "remedy"),
    [
        (183, "请筹备换届"),
        (93, "请筹备换届"),
        (92, "请报换届方案"),
        (0, "请报换届方案"),
        (-1, "尚未换届"),
    ],
)
def test_the_end_of_a_term_is_told_half_a_year_and_three_months_ahead(
    office: Office, days: int, remedy: str
) -> None:
    union = make_union(name="泰祥社区工会", term_no=2, term_end_set=after(days))
    (due,) = terms_due(TODAY)
    assert (due.record_id, due.days) == (union.id, days)
    assert "泰祥社区工会（第 2 届）" in due.text
    assert remedy in due.text


def test_a_term_that_runs_for_longer_is_not_told(office: Office) -> None:
    make_union(term_end_set=after(184))
    assert list(terms_due(TODAY)) == []


@pytest.mark.parametrize(("status", "told"), [("到期未换届", True), ("停摆", True), ("撤销", False)])
def test_a_dissolved_union_elects_nobody(office: Office, status: str, told: bool) -> None:
    make_union(status=status, term_end_set=after(-5), status_reason="单位注销", status_date=date(2011, 5, 1))
    assert bool(list(terms_due(TODAY))) == told


def test_every_overdue_term_is_told(office: Office) -> None:
    for days in range(1, 16):
        make_union(term_end_set=after(-days))
    told = list(terms_due(TODAY))
    assert sorted(due.days for due in told) == list(range(-15, 0))
    assert {due.kind for due in told} == {"任期已过"}
