"""What records tell of their events: worked out once for all that say the same, and never of another."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Self

import pytest

from app.fields import declared
from app.keeping import account, keeping, undoing
from app.keeping.account import account_of
from app.office import Office
from app.subjects.members.membership.records import MembershipEvent
from app.subjects.members.records import Member
from app.subjects.members.register import MEMBERS
from tests.factories.people import make_event, make_member, new_member


def _events(member: Member) -> list[tuple[str, date]]:
    events = MembershipEvent.alive().where(MembershipEvent.member == member).order_by(MembershipEvent.id)
    return [(event.kind, event.happened_on) for event in events]


def test_who_says_the_same_has_an_event_of_their_own(office: Office) -> None:
    first, second = make_member(), make_member()
    assert _events(first) == _events(second) == [("入会", date(2011, 3, 8))]
    make_event(first, "保留会籍", date(2012, 1, 1))
    third = make_member()
    assert len(_events(first)) == 2
    assert _events(second) == _events(third) == [("入会", date(2011, 3, 8))]


def test_what_else_a_record_says_of_its_beginning_is_told(office: Office) -> None:
    first = make_member()
    moved = make_member(join_mode="转入", other_union="康宁社区工会")
    handled = make_member(handled_by="王芳")
    assert [kind for kind, _ in _events(first)] == ["入会"]
    assert [kind for kind, _ in _events(moved)] == ["转入"]
    assert MembershipEvent.get(MembershipEvent.member == handled).handled_by == "王芳"


def test_who_was_taken_back_tells_of_the_beginning_again(office: Office) -> None:
    make_member()
    assert undoing.undo()
    assert MembershipEvent.alive().count() == 0
    assert _events(make_member()) == [("入会", date(2011, 3, 8))]


def test_a_restored_record_keeps_its_own_event(office: Office) -> None:
    member = make_member()
    keeping.to_bin(MEMBERS, [member.id])
    make_member()
    keeping.restore(MEMBERS, [member.id])
    assert _events(member) == [("入会", date(2011, 3, 8))]


def test_a_day_to_come_is_none_to_come_tomorrow(monkeypatch: pytest.MonkeyPatch) -> None:
    tomorrow = date.today() + timedelta(days=1)

    class Tomorrow(date):
        @classmethod
        def today(cls) -> Self:
            return cls(tomorrow.year, tomorrow.month, tomorrow.day)

    leaving = new_member(status="退会", status_date=tomorrow, status_reason="本人申请")
    told = account_of(MEMBERS, leaving).problem
    assert told is not None
    assert told.sentence == "在今天之后，请核对"
    for module in (account, declared):
        monkeypatch.setattr(module, "date", Tomorrow)
    assert account_of(MEMBERS, leaving).problem is None
