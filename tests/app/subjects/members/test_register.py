"""The life of a membership: each step from where it may start, and the events it leaves (domain 1.4)."""

from __future__ import annotations

from datetime import date

import pytest

from app.errors import Refused
from app.fields.problems import Blocked
from app.keeping import keeping
from app.listing import Criteria, ids
from app.office import Office
from app.subjects.members.membership.records import MembershipEvent, members_on_roll
from app.subjects.members.records import Member
from app.subjects.members.register import MEMBERS, MEMBERSHIP_EVENTS
from tests.factories.people import make_event, make_member, resident_id
from tests.helpers.problems import advance, forbidden, step_called

STATES = ("待审批", "在册", "已转出", "保留会籍", "退会", "自动退会", "开除会籍", "死亡")
STEPS = {
    "批准入会": ({"待审批"}, "在册", "入会"),
    "转出": ({"在册", "保留会籍"}, "已转出", "转出"),
    "保留会籍": ({"在册"}, "保留会籍", "保留会籍"),
    "恢复会籍": ({"保留会籍"}, "在册", "恢复会籍"),
    "退会": ({"在册", "保留会籍"}, "退会", "退会"),
    "自动退会": ({"在册"}, "自动退会", "自动退会"),
    "开除会籍": ({"在册", "保留会籍"}, "开除会籍", "开除"),
    "死亡": ({"在册", "保留会籍"}, "死亡", "死亡"),
    "重新入会": ({"退会", "自动退会", "开除会籍", "已转出"}, "在册", "转入"),  # of one who had moved out
}
ASKED = {"status_date": date(2012, 6, 1), "status_reason": "本人申请"}


def _member(state: str) -> Member:
    if state == "待审批":
        return make_member(status=state, approved_on=None)
    told = {} if state == "在册" else {"status_date": date(2012, 1, 1), "status_reason": "本人申请"}
    return make_member(status=state, approved_on=date(2011, 3, 8), **told)


def _asked(title: str) -> dict[str, object]:
    if title == "批准入会":
        return {"approved_on": date(2012, 6, 1)}
    return {**ASKED, "other_union": "康宁社区工会"} if title == "转出" else dict(ASKED)


def _events(member: Member) -> list[tuple[str, date]]:
    events = MembershipEvent.alive().where(MembershipEvent.member == member).order_by(MembershipEvent.id)
    return [(event.kind, event.happened_on) for event in events]


def test_no_step_is_untested() -> None:
    assert {step.title for step in MEMBERS.steps} == STEPS.keys()


@pytest.mark.parametrize("title", STEPS)
def test_a_step_starts_from_its_states_only(office: Office, title: str) -> None:
    sources, target, _ = STEPS[title]
    for state in STATES:
        member = _member(state)
        assert (step_called(MEMBERS, title) in MEMBERS.next_steps(member)) == (state in sources)
        if state in sources:
            assert advance(MEMBERS, member, title, _asked(title)).status == target
            assert Member.get_by_id(member.id).status == target
        else:
            with pytest.raises(Refused, match=f"现在是“{state}”，不能“{title}”"):
                advance(MEMBERS, member, title, _asked(title))
            assert Member.get_by_id(member.id).status == state


@pytest.mark.parametrize("title", STEPS)
def test_a_step_leaves_its_event_on_its_day(office: Office, title: str) -> None:
    sources, _, kind = STEPS[title]
    member = _member(sorted(sources)[0])
    before = _events(member)
    advance(MEMBERS, member, title, _asked(title))
    assert _events(member) == [*before, (kind, date(2012, 6, 1))]


@pytest.mark.parametrize("title", STEPS)
def test_a_step_asks_for_its_day_and_reason(office: Office, title: str) -> None:
    member = _member(sorted(STEPS[title][0])[0])
    asked = _asked(title)
    with pytest.raises(Blocked) as error:
        advance(MEMBERS, member, title, dict.fromkeys(asked))
    assert {problem.field.name for problem in error.value.problems} >= asked.keys()
    assert Member.get_by_id(member.id).status == member.status


def test_approval_before_the_application_is_forbidden_and_leaves_no_event(office: Office) -> None:
    member = make_member(status="待审批", approved_on=None, applied_on=date(2012, 6, 2))
    with pytest.raises(Blocked, match="早于申请日期"):
        advance(MEMBERS, member, "批准入会", {"approved_on": date(2012, 6, 1)})
    assert _events(member) == []


def test_a_member_entered_as_on_the_roll_joined_on_the_day_of_approval(office: Office) -> None:
    assert _events(make_member(approved_on=date(2011, 3, 8))) == [("入会", date(2011, 3, 8))]
    moved = make_member(approved_on=date(2011, 3, 8), join_mode="转入")
    assert _events(moved) == [("转入", date(2011, 3, 8))]


def test_the_joining_follows_a_corrected_day_of_approval(office: Office) -> None:
    member = make_member(approved_on=date(2011, 3, 8))
    member.approved_on = date(2011, 3, 9)
    keeping.save(MEMBERS, member)
    assert _events(member) == [("入会", date(2011, 3, 9))]


def test_a_member_of_an_old_roster_joined_and_left(office: Office) -> None:
    told = {"status": "保留会籍", "status_date": date(2012, 1, 1), "status_reason": "退休"}
    member = make_member(approved_on=date(2011, 3, 8), **told)
    assert _events(member) == [("入会", date(2011, 3, 8)), ("保留会籍", date(2012, 1, 1))]


@pytest.mark.parametrize("state", ["退会", "自动退会", "开除会籍"])
def test_who_left_joins_again_on_that_day_and_stays_approved_since_the_first(
    office: Office, state: str
) -> None:
    member = advance(MEMBERS, _member(state), "重新入会", dict(ASKED))
    assert (member.join_mode, member.status_date) == ("重新入会", date(2012, 6, 1))
    assert member.approved_on == date(2011, 3, 8)
    assert _events(member)[-1] == ("入会", date(2012, 6, 1))


def test_who_moved_out_and_comes_back_moves_in_from_there_as_membership_is_for_life(office: Office) -> None:
    away = advance(MEMBERS, make_member(), "转出", _asked("转出") | {"status_date": date(2012, 1, 1)})
    member = advance(MEMBERS, away, "重新入会", dict(ASKED))
    assert (member.join_mode, member.approved_on) == ("本人申请", date(2011, 3, 8))
    event = MembershipEvent.get(MembershipEvent.member == member, MembershipEvent.kind == "转入")
    assert (event.happened_on, event.other_union) == (date(2012, 6, 1), "康宁社区工会")


@pytest.mark.parametrize(
    ("day", "counted"),
    [
        (date(2011, 3, 7), False),
        (date(2011, 3, 8), True),
        (date(2011, 5, 31), True),
        (date(2011, 6, 1), False),
        (date(2011, 8, 31), False),
        (date(2011, 9, 1), True),
        (date(2012, 1, 31), True),
        (date(2012, 2, 1), False),
    ],
)
def test_the_roll_of_a_day_counts_who_last_came(office: Office, day: date, counted: bool) -> None:
    member = make_member(approved_on=date(2011, 3, 8))
    for title, when in (("保留会籍", (2011, 6, 1)), ("恢复会籍", (2011, 9, 1)), ("转出", (2012, 2, 1))):
        member = advance(MEMBERS, member, title, {**_asked(title), "status_date": date(*when)})
    assert (member in list(members_on_roll(day))) == counted


def test_retained_and_pending_members_are_not_on_the_roll(office: Office) -> None:
    for state in STATES:
        _member(state)
    assert [member.status for member in members_on_roll(date(2012, 6, 1))] == ["在册"]


def test_an_event_in_the_recycle_bin_does_not_count(office: Office) -> None:
    member = make_member()
    event = make_event(member, "退会", date(2012, 1, 1))
    assert members_on_roll(date(2012, 6, 1)).count() == 0
    keeping.to_bin(MEMBERSHIP_EVENTS, [event.id])
    assert members_on_roll(date(2012, 6, 1)).count() == 1


def test_the_later_of_two_events_of_one_day_counts(office: Office) -> None:
    member = make_member()
    make_event(member, "保留会籍", date(2012, 1, 1))
    make_event(member, "恢复会籍", date(2012, 1, 1))
    assert members_on_roll(date(2012, 1, 1)).count() == 1


def test_leaving_for_another_union_asks_which_and_notes_it(office: Office) -> None:
    member = make_member()
    assert "other_union" in forbidden(MEMBERS, member, "转出", **ASKED)
    moved = advance(MEMBERS, member, "转出", _asked("转出"))
    event = MembershipEvent.get(MembershipEvent.member == moved, MembershipEvent.kind == "转出")
    assert event.other_union == "康宁社区工会"


def test_a_member_from_another_union_brings_its_name_along(office: Office) -> None:
    member = make_member(join_mode="转入", other_union="衡建公司工会")
    event = MembershipEvent.get(MembershipEvent.member == member)
    assert (event.kind, event.other_union) == ("转入", "衡建公司工会")


def test_a_filter_finds_who_on_the_roll_has_reached_the_age_of_retirement(office: Office) -> None:
    """A man born in 1964 retired at 60: the old unit keeps the membership (domain 1.2 and 18)."""
    old = make_member(id_number=resident_id(date(1964, 6, 1), "男"))
    make_member(id_number=resident_id(date(1964, 6, 1), "男"), status="退会", **ASKED)
    make_member(id_number=resident_id(date(2000, 8, 1), "女"), approved_on=date(2020, 3, 8))
    assert ids(MEMBERS, Criteria(filters={"已到退休年龄": (True,)})) == [old.id]
