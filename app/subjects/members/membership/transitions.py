"""What may follow what in a membership (domain 1.4)."""

from __future__ import annotations

from app.register import Transition
from app.subjects.members.membership.records import EventKind
from app.subjects.members.records import MemberStatus

LEFT_THE_UNION = (MemberStatus.LEFT, MemberStatus.LAPSED, MemberStatus.EXPELLED)
"""Whoever left joins anew; whoever only moved to another union moves in again: 一次入会、动态接转."""
_MEMBER = (MemberStatus.ACTIVE, MemberStatus.RETAINED)

TRANSITIONS = (
    Transition(EventKind.JOINED, (MemberStatus.PENDING, *LEFT_THE_UNION), MemberStatus.ACTIVE),
    Transition(
        EventKind.MOVED_IN,
        (MemberStatus.PENDING, MemberStatus.TRANSFERRED, *LEFT_THE_UNION),
        MemberStatus.ACTIVE,
    ),
    Transition(EventKind.MOVED_OUT, _MEMBER, MemberStatus.TRANSFERRED),
    Transition(EventKind.RETAINED, (MemberStatus.ACTIVE,), MemberStatus.RETAINED),
    Transition(EventKind.RESUMED, (MemberStatus.RETAINED,), MemberStatus.ACTIVE),
    Transition(EventKind.LEFT, _MEMBER, MemberStatus.LEFT),
    Transition(EventKind.LAPSED, (MemberStatus.ACTIVE,), MemberStatus.LAPSED),
    Transition(EventKind.EXPELLED, _MEMBER, MemberStatus.EXPELLED),
    Transition(EventKind.DIED, _MEMBER, MemberStatus.DEAD),
)
