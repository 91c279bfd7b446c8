"""Whether what the roll says of each member agrees with what happened to the membership (domain 1.4, 1.7)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from app.register import Disagreement
from app.rules.dates import write_date
from app.subjects.members.records import COMING, EventKind, Member, MembershipEvent, MemberStatus

_JOINING = (EventKind.JOINED.value, EventKind.MOVED_IN.value)
_STATE_AFTER = dict.fromkeys(COMING, MemberStatus.ACTIVE.value) | {
    EventKind.MOVED_OUT.value: MemberStatus.TRANSFERRED.value,
    EventKind.RETAINED.value: MemberStatus.RETAINED.value,
    EventKind.LEFT.value: MemberStatus.LEFT.value,
    EventKind.LAPSED.value: MemberStatus.LAPSED.value,
    EventKind.EXPELLED.value: MemberStatus.EXPELLED.value,
    EventKind.DIED.value: MemberStatus.DEAD.value,
}
_AGAIN = (*_JOINING, EventKind.DIED.value)  # what can follow where membership has ended
_MIGHT_RESUME = (EventKind.RETAINED.value,)


def _lives() -> Iterator[tuple[Member, list[tuple[str, date]]]]:
    """Yield the members, each with what happened to the membership, in the order it happened."""
    event = MembershipEvent
    happened: dict[int, list[tuple[str, date]]] = defaultdict(list)
    events = event.alive().select(event.member, event.kind, event.happened_on)
    for member_id, kind, day in events.order_by(event.happened_on, event.id).tuples():
        happened[member_id].append((kind, day))
    for member in Member.alive().order_by(Member.id):
        yield member, happened[member.id]


def state_is_that_of_the_last_event() -> Iterator[Disagreement]:
    """The state follows from the last event; statistics count events alone."""
    for member, events in _lives():
        if not events:
            if member.status != MemberStatus.PENDING:
                sentence = (
                    f"会员“{member}”是“{member.status}”，却没有会籍变动记录，统计时不计入，请补登批准日期"
                )
                yield Disagreement(f"{sentence}。", (member.id,), doubt=member.approved_on is None)
            continue
        kind, day = events[-1]
        if _STATE_AFTER.get(kind) != member.status:
            last = f"最后一次变动是{write_date(day)}{kind}"
            yield Disagreement(
                f"会员“{member}”是“{member.status}”，{last}，请核对会籍状态和变动。", (member.id,)
            )


def approved_when_the_events_say_so() -> Iterator[Disagreement]:
    """The day of approval is the day of a joining, from which membership counts."""
    for member, events in _lives():
        days = [day for kind, day in events if kind in _JOINING]
        if member.approved_on is not None and days and member.approved_on not in days:
            told = f"批准日期是{write_date(member.approved_on)}，会籍变动中入会是{write_date(days[0])}"
            yield Disagreement(f"会员“{member}”的{told}，请核对。", (member.id,))


def events_follow_each_other() -> Iterator[Disagreement]:
    """Who is on the roll cannot join, who is off it cannot leave, and only what was retained is resumed."""
    for member, events in _lives():
        before = ""
        for kind, day in events:
            if not _may_follow(kind, before):
                where = f"之前是{before}" if before else "之前没有入会"
                yield Disagreement(
                    f"会员“{member}”{write_date(day)}的{kind}接不上，{where}，请核对会籍变动。", (member.id,)
                )
            before = kind


def _may_follow(kind: str, before: str) -> bool:
    if kind == EventKind.RESUMED:
        return before in _MIGHT_RESUME
    if before in COMING:
        return kind not in _JOINING
    if before in _MIGHT_RESUME:
        return kind != EventKind.RETAINED
    return before != EventKind.DIED and kind in (_JOINING if not before else _AGAIN)


def nobody_is_there_twice() -> Iterator[Disagreement]:
    """A person is a member once: one identity number, also where it was written in its old form."""
    holders: dict[str, list[Member]] = defaultdict(list)
    for member in Member.alive().where(Member.id_number != "").order_by(Member.id):
        holders[member.id_number.strip().upper()].append(member)
    for same in holders.values():
        if len(same) > 1:
            names = "、".join(map(str, same))
            yield Disagreement(
                f"会员“{names}”的证件号码相同，是同一人的请只留一条，否则请核对号码。",
                tuple(member.id for member in same),
            )


CONSISTENCY = (
    state_is_that_of_the_last_event,
    approved_when_the_events_say_so,
    events_follow_each_other,
    nobody_is_there_twice,
)
