"""What help with finding work asks for, and when."""

from __future__ import annotations

from datetime import date, timedelta

from app.keeping import keeping
from app.office import Office
from app.subjects.employment.due import fairs_due, intentions_due, notices_due
from app.subjects.employment.fairs.register import FAIRS
from tests.factories.employment import make_fair, make_intention, make_notice

HELD_ON = date(2011, 3, 12)


def _told(dues: object) -> list[tuple[str, int]]:
    return [(due.text, due.days) for due in dues]  # type: ignore[attr-defined]


def test_a_coming_fair_is_told_a_fortnight_ahead(office: Office) -> None:
    fair = make_fair(name="春招")
    assert _told(fairs_due(HELD_ON - timedelta(days=15))) == []
    assert _told(fairs_due(HELD_ON - timedelta(days=14))) == [("招聘会：春招", 14)]
    assert [due.record_id for due in fairs_due(HELD_ON)] == [fair.id]


def test_a_fair_that_was_not_noted_is_overdue(office: Office) -> None:
    make_fair(name="春招")
    assert _told(fairs_due(HELD_ON + timedelta(days=3))) == [("登记招聘会结果：春招", -3)]


def test_a_fair_is_summed_up_within_a_month(office: Office) -> None:
    make_fair(name="春招", status="已举办")
    assert _told(fairs_due(HELD_ON + timedelta(days=22))) == []
    assert _told(fairs_due(HELD_ON + timedelta(days=23))) == [("招聘会待总结：春招", 7)]
    assert _told(fairs_due(HELD_ON + timedelta(days=31))) == [("招聘会待总结：春招", -1)]


def test_nothing_is_due_of_a_fair_that_is_over_or_gone(office: Office) -> None:
    make_fair(status="已总结", summary="好")
    make_fair(name="2011年秋招", status="取消")
    keeping.to_bin(FAIRS, [make_fair(name="2011年冬招").id])
    assert _told(fairs_due(date(2012, 1, 1))) == []


def test_a_wish_is_answered_within_a_month(office: Office) -> None:
    make_intention(name="王芳", registered_on=date(2011, 3, 8))
    make_intention(outcome="未就业", jobless_reason="已返乡")
    assert _told(intentions_due(date(2011, 3, 30))) == []
    assert _told(intentions_due(date(2011, 3, 31))) == [("就业意向待处理：王芳，求职 保洁员", 7)]
    assert _told(intentions_due(date(2011, 4, 8))) == [("就业意向待处理：王芳，求职 保洁员", -1)]


def test_who_was_hired_is_asked_a_month_later(office: Office) -> None:
    hired = {"outcome": "录用", "hired_by": "有司建筑", "hired_on": date(2011, 4, 1)}
    make_intention(name="王芳", **hired)
    make_intention(**hired, followed_up_on=date(2011, 4, 20))
    assert _told(intentions_due(date(2011, 4, 23))) == []
    assert _told(intentions_due(date(2011, 5, 1))) == [("录用后回访：王芳（有司建筑）", 0)]


def test_a_notice_hangs_for_a_month(office: Office) -> None:
    make_notice(posted_on=date(2011, 2, 15))
    make_notice(compound="祥安里", taken_down_on=date(2011, 3, 1))
    assert _told(notices_due(date(2011, 3, 9))) == []
    assert _told(notices_due(date(2011, 3, 20))) == [("撤下通知：农民工就业援助周（泰祥小区）", -3)]
