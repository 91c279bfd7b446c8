"""Events of a membership entered in any order give the state and the roll of a small model, or a refusal.

The model knows nothing of the program: a list of events in the order of their days, those of one day in
the order that was told, walked through the table of domain 1.4.
"""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.errors import Refused
from app.fields.problems import Blocked
from app.keeping import keeping
from app.office import Office
from app.records.base import database
from app.registry import find_figure
from app.rules.periods import Period
from app.subjects.members.membership.records import MembershipEvent, members_on_roll
from app.subjects.members.records import Member
from app.subjects.members.register import MEMBERS, MEMBERSHIP_EVENTS
from tests.factories.people import new_member

FIRST = date(2011, 1, 1)
DAYS = 24
MAY_FOLLOW = {
    "待审批": {"入会": "在册", "转入": "在册"},
    "在册": {
        "转出": "已转出",
        "保留会籍": "保留会籍",
        "退会": "退会",
        "自动退会": "自动退会",
        "开除": "开除会籍",
        "死亡": "死亡",
    },
    "保留会籍": {
        "恢复会籍": "在册",
        "转出": "已转出",
        "退会": "退会",
        "开除": "开除会籍",
        "死亡": "死亡",
    },
    "已转出": {"转入": "在册"},
    "退会": {"入会": "在册", "转入": "在册"},
    "自动退会": {"入会": "在册", "转入": "在册"},
    "开除会籍": {"入会": "在册", "转入": "在册"},
    "死亡": {},
}
KINDS = sorted({kind for kinds in MAY_FOLLOW.values() for kind in kinds})
Told = tuple[int, str]
"""An event: so many days after the first day, and what happened."""


def _state(events: list[Told]) -> str | None:
    """Walk through the events in their order; None where one cannot follow."""
    state = "待审批"
    for _, kind in events:
        if kind not in MAY_FOLLOW[state]:
            return None
        state = MAY_FOLLOW[state][kind]
    return state


def _with(events: list[Told], event: Told) -> list[Told] | None:
    """Return the events with one more, on its day as late as it may be; None where it fits nowhere."""
    first = sum(day < event[0] for day, _ in events)
    last = sum(day <= event[0] for day, _ in events)
    for place in range(last, first - 1, -1):
        together = [*events[:place], event, *events[place:]]
        if _state(together) is not None:
            return together
    return None


def _on_roll(events: list[Told], day: int) -> bool:
    return _state([event for event in events if event[0] <= day]) == "在册"


ACTS = st.tuples(
    st.sampled_from(["enter", "enter", "enter", "delete", "move"]),
    st.integers(0, DAYS - 1),
    st.sampled_from(KINDS),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=st.lists(ACTS, min_size=1, max_size=24))
def test_state_roll_and_figures_are_those_of_the_model(
    office: Office, acts: list[tuple[str, int, str]]
) -> None:
    with database.atomic() as trial:
        member = keeping.save(MEMBERS, new_member(status="待审批", approved_on=None, applied_on=FIRST))
        model: list[Told] = []
        for act, day, kind in acts:
            model = _act(member.id, model, act, day, kind)
            assert _kept(member.id) == model
        _compare(member.id, model)
        trial.rollback()


def _act(member_id: int, model: list[Told], act: str, day: int, kind: str) -> list[Told]:
    """Try something; return the events as they should be after it."""
    if act == "enter":
        event = MembershipEvent(
            member=member_id, happened_on=FIRST + timedelta(day), kind=kind, other_union="康宁社区工会"
        )
        expected = _with(model, (day, kind))
        return _tried(model, expected, lambda: keeping.save(MEMBERSHIP_EVENTS, event))
    if not model:
        return model
    place = day % len(model)
    event = _rows(member_id)[place]
    rest = [*model[:place], *model[place + 1 :]]
    if act == "delete":
        expected = rest if rest and _state(rest) is not None else None
        return _tried(model, expected, lambda: keeping.to_bin(MEMBERSHIP_EVENTS, [event.id]))
    if day == model[place][0]:
        return model
    event.happened_on = FIRST + timedelta(day)
    expected = _with(rest, (day, model[place][1]))
    return _tried(model, expected, lambda: keeping.save(MEMBERSHIP_EVENTS, event))


def _tried(model: list[Told], expected: list[Told] | None, act: object) -> list[Told]:
    try:
        act()  # type: ignore[operator]  # an act without arguments
    except (Blocked, Refused):
        assert expected is None, "refused without need"
        return model
    assert expected is not None, "should have been refused"
    return expected


def _rows(member_id: int) -> list[MembershipEvent]:
    events = MembershipEvent.alive().where(MembershipEvent.member == member_id)
    return list(events.order_by(MembershipEvent.happened_on, MembershipEvent.place))


def _kept(member_id: int) -> list[Told]:
    return [((event.happened_on - FIRST).days, event.kind) for event in _rows(member_id)]


def _compare(member_id: int, model: list[Told]) -> None:
    member = Member.get_by_id(member_id)
    assert member.status == _state(model)
    assert member.approved_on == (FIRST + timedelta(model[0][0]) if model else None)
    roll = [_on_roll(model, day) for day in range(DAYS)]
    assert [members_on_roll(FIRST + timedelta(day)).count() == 1 for day in range(DAYS)] == roll
    period = Period(FIRST + timedelta(5), FIRST + timedelta(15), "十一天")
    joined = any(kind == "入会" and 5 <= day <= 15 for day, kind in model)
    opening, closing = roll[4], roll[15]
    figures = [find_figure(label).number(period) for label in ("新发展会员", "期初会员", "会员")]
    assert figures == [int(joined), int(opening), int(closing)]
    came, went = (find_figure(label).number(period) or 0 for label in ("会员增加", "会员减少"))
    assert opening + came - went == closing
