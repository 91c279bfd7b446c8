"""What was done in a month, held against records made for the purpose."""

from __future__ import annotations

from datetime import date

import pytest

from app.agenda.month import as_text, done, month_of
from app.keeping import keeping
from app.office import Office
from app.subjects.hardship.aid import acts as aid
from app.subjects.members.register import MEMBERS
from tests.factories.people import make_batch, make_file, make_fund, make_member

MARCH = month_of(date(2011, 3, 14))


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        (date(2011, 3, 14), date(2011, 3, 1), date(2011, 3, 31)),
        (date(2012, 2, 29), date(2012, 2, 1), date(2012, 2, 29)),
        (date(2011, 12, 31), date(2011, 12, 1), date(2011, 12, 31)),
    ],
)
def test_a_month_runs_from_its_first_day_to_its_last(day: date, first: date, last: date) -> None:
    assert tuple(month_of(day)) == (first, last)


def test_members_count_on_the_day_of_their_approval(office: Office) -> None:
    for day in (date(2011, 3, 10), date(2011, 3, 10), date(2011, 3, 2), date(2011, 4, 1)):
        make_member(approved_on=day, applied_on=date(2011, 2, 1))
    assert [(one.day.day, one.text, one.count) for one in done(MARCH)] == [
        (10, "发展会员 2 人", 2),
        (2, "发展会员 1 人", 1),
    ]


def test_what_is_in_the_recycle_bin_was_not_done(office: Office) -> None:
    member = make_member(approved_on=date(2011, 3, 10))
    keeping.to_bin(MEMBERS, [member.id])
    assert done(MARCH) == []


def test_aid_tells_persons_and_money(office: Office) -> None:
    make_fund(10_000_00)
    opened = date(2010, 12, 1)
    files = [make_file(applied_on=opened, approved_on=opened, opened_on=opened) for _ in range(2)]
    batch = make_batch(*files, amount=500_00, planned_on=date(2011, 3, 8))
    aid.mark_paid(aid.approve(batch, "李明", date(2011, 3, 7)), date(2011, 3, 8))
    assert [one.text for one in done(MARCH)] == ["发放帮扶金 2 人次，1,000.00 元"]


def test_the_report_is_written_from_the_first_day_on(office: Office) -> None:
    for day in (10, 2):
        make_member(approved_on=date(2011, 3, day), applied_on=date(2011, 2, 1))
    assert as_text(done(MARCH)) == "3月2日：发展会员 1 人。\n3月10日：发展会员 1 人。"
