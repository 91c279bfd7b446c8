"""Figures of the office's own members (domain 1.6; F003, F009, F011)."""

from __future__ import annotations

from datetime import date
from typing import Any

from app.figures.figure import flow, stock
from app.figures.splits import by, yes_no
from app.records.members import EventKind, Member, MembershipEvent, members_on_roll
from app.rules.periods import Period

TITLE = "会员"


@stock("会员", "人", split=by(Member.sex))
def on_roll(day: date) -> Any:
    return members_on_roll(day)


@flow("新发展会员", "名", split=yes_no(Member.is_migrant_worker, "农民工", "非农民工"))
def joined(period: Period) -> Any:
    events = MembershipEvent.alive().where(
        MembershipEvent.kind == EventKind.JOINED, MembershipEvent.happened_on.between(*period)
    )
    return Member.alive().where(Member.id.in_(events.select(MembershipEvent.member)))
