"""What the sample of our own years has beside the work of 2011: nobody spoke of it then."""

from __future__ import annotations

from datetime import date

from app.keeping.history import history_paused
from app.subjects.members.records import MOBILE_WINDOW, ONLINE, Member, members_on_roll

_NEW_WORK = (
    ("外卖配送员", "即达外卖", ONLINE),
    ("外卖配送员", "即达外卖", MOBILE_WINDOW),
    ("外卖配送员", "好味外卖", MOBILE_WINDOW),
    ("快递员", "迅达快递", MOBILE_WINDOW),
    ("快递员", "迅达快递", ONLINE),
    ("网约车司机", "顺路出行", ONLINE),
    ("货车司机", "满运货运平台", MOBILE_WINDOW),
)


def enter_modern(day: date) -> None:
    """Enter, up to a day, the work of the 2020s into the open sample."""
    with history_paused((Member,)):  # nobody did this: they joined so
        _say_who_works_through_a_platform(day)


def _say_who_works_through_a_platform(day: date) -> None:
    riders = (
        members_on_roll(day).where(Member.is_migrant_worker).order_by(Member.approved_on.desc(), Member.id)
    )
    for member, (group, platform, mode) in zip(riders, _NEW_WORK, strict=False):
        told = {"new_work": group, "platform": platform, "join_mode": mode}
        Member.update(told).where(Member.id == member.id).execute()
