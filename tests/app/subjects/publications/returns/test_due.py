"""Returns are entered by the end of October (domain 9.1 and 14)."""

from __future__ import annotations

from datetime import date

from app.office import Office
from app.register import Due
from app.subjects.publications.returns.due import returns_due
from tests.factories.publications import make_entered_return, make_missing_return, make_return, make_task


def test_each_return_says_what_it_lacks(office: Office) -> None:
    missing = make_missing_return()
    sent_back = make_missing_return(status="退回修改", check_note="女会员数不符")
    received = make_return()
    make_entered_return()
    kinds = {
        missing: ("统计年报未报", "收表"),
        sent_back: ("统计年报退回未交", "收表"),
        received: ("统计年报待录入", "录入国家软件"),
    }
    assert list(returns_due(date(2011, 10, 25))) == [
        Due(kind, one.union_name, one.id, 6, "2011统计年度", by) for one, (kind, by) in kinds.items()
    ]
    assert [one.days for one in returns_due(date(2011, 11, 2))] == [-2, -2, -2]


def test_nothing_is_due_once_all_are_entered(office: Office) -> None:
    make_entered_return()
    assert list(returns_due(date(2011, 10, 25))) == []


def test_returns_are_asked_for_when_their_year_is_over(office: Office) -> None:
    make_missing_return()
    assert list(returns_due(date(2011, 9, 29))) == []
    assert [one.days for one in returns_due(date(2011, 9, 30))] == [31]


def test_the_deadline_is_the_one_entered_for_the_year(office: Office) -> None:
    make_task(returns_due=date(2011, 11, 15))
    make_missing_return()
    assert [one.days for one in returns_due(date(2011, 11, 1))] == [14]
