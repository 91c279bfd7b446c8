"""Events of a membership in their order: what cannot follow is refused, the state is what the last left.

A membership is for life and moves with the labour relation (一次入会、动态接转, domain 1.2); 在册 as of a day
is whoever's last event up to it is 入会, 转入 or 恢复会籍 (domain 1.4).
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.errors import Refused
from app.exchange import undo
from app.exchange.session import ImportSession
from app.exchange.sheet import Sheet
from app.fields.problems import Blocked
from app.keeping import history, keeping
from app.office import Office
from app.registry import find_figure
from app.rules.periods import year
from app.subjects.members.membership.records import DuesPayment, MembershipEvent, members_on_roll
from app.subjects.members.records import Member
from app.subjects.members.register import DUES, MEMBERS, MEMBERSHIP_EVENTS
from tests.factories.people import make_event, make_member
from tests.helpers.problems import advance, blocked, forbidden

JOINED = date(2011, 3, 8)
GONE = {"status_reason": "本人申请"}


def _now(member: Member) -> Member:
    return Member.get_by_id(member.id)


def _events(member: Member) -> list[tuple[str, str]]:
    events = MembershipEvent.alive().where(MembershipEvent.member == member)
    ordered = events.order_by(MembershipEvent.happened_on, MembershipEvent.place)
    return [(event.kind, event.happened_on.isoformat()) for event in ordered]


def _event(member: Member, kind: str, day: date) -> MembershipEvent:
    return MembershipEvent(member=member, kind=kind, happened_on=day, other_union="康宁社区工会")


def _told(member: Member, kind: str, day: date) -> str:
    return "；".join(blocked(MEMBERSHIP_EVENTS, _event(member, kind, day)).values())


def _counted(number: int, *labels: str) -> list[int | None]:
    return [find_figure(label).number(year(number)) for label in labels]


@pytest.mark.parametrize(
    ("kind", "day", "told"),
    [
        ("转出", date(2011, 3, 7), "早于2011年3月8日的“入会”"),
        ("恢复会籍", date(2012, 1, 1), "2011年3月8日的“入会”之后只能登记"),
        ("入会", date(2012, 1, 1), "2011年3月8日的“入会”之后只能登记"),
        ("转入", date(2012, 1, 1), "2011年3月8日的“入会”之后只能登记"),
        ("转出", date.today() + timedelta(days=1), "在今天之后"),
    ],
)
def test_an_event_that_cannot_follow_is_told_the_day_that_contradicts_it(
    office: Office, kind: str, day: date, told: str
) -> None:
    assert told in _told(make_member(), kind, day)


@pytest.mark.parametrize("kind", ["入会", "转入", "保留会籍", "恢复会籍", "转出", "退会", "死亡"])
def test_nothing_follows_death(office: Office, kind: str) -> None:
    member = make_member()
    make_event(member, "死亡", date(2012, 5, 1))
    assert "2012年5月1日的“死亡”之后不再有变动" in _told(member, kind, date(2012, 5, 2))


def test_after_leaving_only_a_coming_follows(office: Office) -> None:
    member = make_member()
    make_event(member, "退会", date(2012, 5, 1))
    for kind in ("转出", "保留会籍", "恢复会籍", "退会", "死亡"):
        assert "2012年5月1日的“退会”之后只能登记“入会”、“转入”" in _told(member, kind, date(2012, 6, 1))
    assert _told(member, "入会", date(2012, 6, 1)) == ""


def test_after_moving_out_one_moves_in_and_does_not_join_as_new(office: Office) -> None:
    member = make_member()
    make_event(member, "转出", date(2012, 5, 1), other_union="康宁社区工会")
    assert "2012年5月1日的“转出”之后只能登记“转入”" in _told(member, "入会", date(2012, 6, 1))
    assert _told(member, "转入", date(2012, 6, 1)) == ""


def test_an_event_between_others_must_fit_the_one_after_it(office: Office) -> None:
    member = make_member()
    make_event(member, "保留会籍", date(2012, 1, 1))
    make_event(member, "恢复会籍", date(2012, 9, 1))
    assert "与2012年9月1日的“恢复会籍”不符" in _told(member, "退会", date(2012, 3, 1))
    assert _told(member, "死亡", date(2012, 9, 1)) == ""


def test_a_pending_application_has_nothing_to_leave(office: Office) -> None:
    member = make_member(status="待审批", approved_on=None)
    assert _told(member, "退会", date(2012, 1, 1)) == "之前没有入会或转入，不能登记“退会”，请先登记入会或转入"


def test_a_joining_that_is_typed_is_the_approval(office: Office) -> None:
    member = make_member(status="待审批", approved_on=None, applied_on=date(2011, 3, 1))
    assert "早于申请日期" in _told(member, "入会", date(2011, 2, 28))
    make_event(member, "入会", JOINED)
    now = _now(member)
    assert (now.status, now.approved_on) == ("在册", JOINED)


@pytest.mark.parametrize(
    ("kind", "state"),
    [
        ("转出", "已转出"),
        ("保留会籍", "保留会籍"),
        ("退会", "退会"),
        ("自动退会", "自动退会"),
        ("开除", "开除会籍"),
        ("死亡", "死亡"),
    ],
)
def test_a_typed_event_moves_the_state(office: Office, kind: str, state: str) -> None:
    member = make_member()
    event = keeping.save(MEMBERSHIP_EVENTS, _event(member, kind, date(2012, 5, 1)))
    now = _now(member)
    assert (now.status, now.status_date) == (state, date(2012, 5, 1))
    assert blocked(MEMBERS, now) == {}
    keeping.to_bin(MEMBERSHIP_EVENTS, [event.id])
    assert _now(member).status == "在册"
    keeping.restore(MEMBERSHIP_EVENTS, [event.id])
    assert (_now(member).status, _now(member).status_date) == (state, date(2012, 5, 1))


def test_a_member_in_hand_follows_its_events_and_can_be_saved(office: Office) -> None:
    member = make_member()
    make_event(member, "保留会籍", date(2012, 1, 1))
    assert member.status == "保留会籍"
    member.remark = "失业登记"
    keeping.save(MEMBERS, member)
    assert _events(member) == [("入会", "2011-03-08"), ("保留会籍", "2012-01-01")]


def test_the_only_joining_cannot_be_deleted(office: Office) -> None:
    member = make_member()
    event = MembershipEvent.get(MembershipEvent.member == member)
    with pytest.raises(Refused, match="2011年3月8日的“入会”是唯一的记录，不能删除"):
        keeping.to_bin(MEMBERSHIP_EVENTS, [event.id])
    assert members_on_roll(date(2012, 1, 1)).count() == 1


def test_an_event_that_another_follows_goes_with_it_only_and_both_come_back(office: Office) -> None:
    member = make_member()
    retained = make_event(member, "保留会籍", date(2012, 1, 1))
    resumed = make_event(member, "恢复会籍", date(2012, 9, 1))
    with pytest.raises(Refused, match="2012年9月1日的“恢复会籍”"):
        keeping.to_bin(MEMBERSHIP_EVENTS, [retained.id])
    assert len(_events(member)) == 3
    keeping.to_bin(MEMBERSHIP_EVENTS, [resumed.id, retained.id])
    assert (_now(member).status, len(_events(member))) == ("在册", 1)
    with pytest.raises(Refused, match="不能恢复"):
        keeping.restore(MEMBERSHIP_EVENTS, [resumed.id])
    keeping.restore(MEMBERSHIP_EVENTS, [resumed.id, retained.id])
    assert [kind for kind, _ in _events(member)] == ["入会", "保留会籍", "恢复会籍"]


def test_a_member_comes_back_from_the_bin_as_it_was(office: Office) -> None:
    member = make_member()
    make_event(member, "保留会籍", date(2012, 1, 1))
    make_event(member, "恢复会籍", date(2012, 9, 1))
    make_event(member, "退会", date(2012, 10, 1))
    keeping.to_bin(MEMBERS, [member.id])
    assert Member.get_by_id(member.id).status == "退会"
    keeping.restore(MEMBERS, [member.id])
    assert (_now(member).status, len(_events(member))) == ("退会", 4)


def test_correcting_the_approval_corrects_the_first_event_behind_it_whatever_came_later(
    office: Office,
) -> None:
    member = make_member()
    make_event(member, "保留会籍", date(2012, 1, 1))
    member = _now(member)
    member.approved_on = date(2011, 4, 1)
    keeping.save(MEMBERS, member)
    assert _events(member) == [("入会", "2011-04-01"), ("保留会籍", "2012-01-01")]
    member.approved_on = date(2012, 1, 2)
    assert "晚于2012年1月1日的“保留会籍”" in blocked(MEMBERS, member)["approved_on"]


def test_correcting_the_first_event_corrects_the_approval(office: Office) -> None:
    member = make_member(applied_on=date(2011, 3, 1))
    event = MembershipEvent.get(MembershipEvent.member == member)
    event.happened_on = date(2011, 4, 1)
    keeping.save(MEMBERSHIP_EVENTS, event)
    assert _now(member).approved_on == date(2011, 4, 1)
    event.happened_on = date(2011, 2, 1)
    assert "早于申请日期" in blocked(MEMBERSHIP_EVENTS, event)["happened_on"]


def test_correcting_the_day_of_the_state_corrects_the_last_event(office: Office) -> None:
    member = advance(MEMBERS, make_member(), "退会", GONE | {"status_date": date(2012, 5, 1)})
    member.status_date, member.status_reason = date(2012, 4, 1), "到外地工作"
    keeping.save(MEMBERS, member)
    event = MembershipEvent.get(MembershipEvent.member == member, MembershipEvent.kind == "退会")
    assert (event.happened_on, event.remark) == (date(2012, 4, 1), "到外地工作")
    member.status_date = date(2011, 3, 7)
    assert "早于2011年3月8日的“入会”" in blocked(MEMBERS, member)["status_date"]


def test_a_corrected_event_corrects_the_state(office: Office) -> None:
    member = make_member()
    event = make_event(member, "退会", date(2012, 5, 1), remark="本人申请")
    event.kind, event.happened_on = "死亡", date(2012, 6, 1)
    keeping.save(MEMBERSHIP_EVENTS, event)
    assert (_now(member).status, _now(member).status_date) == ("死亡", date(2012, 6, 1))


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (date(2011, 3, 7), "早于2011年3月8日的“入会”"),
        (date.today() + timedelta(days=1), "在今天之后"),
    ],
)
def test_a_step_before_the_last_event_or_in_the_future_is_refused(
    office: Office, day: date, told: str
) -> None:
    member = make_member()
    for title in ("转出", "退会", "死亡", "保留会籍"):
        asked = GONE | {"status_date": day, "other_union": "康宁社区工会"}
        if title != "转出":
            del asked["other_union"]
        assert told in forbidden(MEMBERS, member, title, **asked)["status_date"]


def test_two_events_of_one_day_keep_the_order_in_which_they_happened(office: Office) -> None:
    """She had left in the afternoon; the retention of the morning is entered later, and comes before it."""
    member, day = make_member(), date(2012, 5, 1)
    make_event(member, "退会", day)
    make_event(member, "保留会籍", day)
    assert [kind for kind, _ in _events(member)] == ["入会", "保留会籍", "退会"]
    assert _now(member).status == "退会"
    assert members_on_roll(day).count() == 0


def test_the_order_within_a_day_can_be_told(office: Office) -> None:
    """Left and joined again on one day, then left for good: what is typed as the second is the second."""
    member, day = make_member(), date(2012, 5, 1)
    make_event(member, "退会", day)
    make_event(member, "入会", day)
    last = make_event(member, "自动退会", day)
    assert (last.place, _now(member).status) == (3, "自动退会")
    last.kind, last.place = "自动退会", 1
    keeping.save(MEMBERSHIP_EVENTS, last)
    kinds = [kind for kind, _ in _events(member)]
    assert kinds[-1] == "自动退会", "nothing else may come first: the joining follows a leaving"


def test_moved_out_and_back_is_no_new_member_and_pays_dues_of_the_years_before(office: Office) -> None:
    """2011: one joined. 2012: moved out and back: one off, one on, none new; at each year's end one is on."""
    member = advance(
        MEMBERS,
        make_member(),
        "转出",
        GONE | {"status_date": date(2012, 2, 1), "other_union": "康宁社区工会"},
    )
    member = advance(MEMBERS, member, "重新入会", GONE | {"status_date": date(2012, 8, 1)})
    labels = ("期初会员", "新发展会员", "会员增加", "会员减少", "会员")
    assert _counted(2011, *labels) == [0, 1, 1, 0, 1]
    assert _counted(2012, *labels) == [1, 0, 1, 1, 1]
    assert member.approved_on == JOINED
    for month, owed in (("2011-02", False), ("2011-03", True), ("2012-01", True), ("2012-05", False)):
        payment = DuesPayment(member=member, month=month, due=15_00, paid=15_00)
        assert ("month" not in blocked(DUES, payment)) == owed, month
    assert blocked(DUES, DuesPayment(member=member, month="2012-09", due=15_00, paid=15_00)) == {}


def test_who_left_and_joins_again_is_new_by_the_new_procedure(office: Office) -> None:
    """2011: one joined. 2012: left. 2013: joined again with a new procedure, which 2013 counts as new."""
    member = advance(MEMBERS, make_member(), "退会", GONE | {"status_date": date(2012, 2, 1)})
    advance(MEMBERS, member, "重新入会", GONE | {"status_date": date(2013, 2, 1)})
    labels = ("新发展会员", "会员减少", "会员")
    assert [_counted(number, *labels) for number in (2011, 2012, 2013)] == [[1, 0, 1], [0, 1, 0], [1, 0, 1]]


def _imported(register: object, *rows: list[str]) -> ImportSession:
    session = ImportSession.of(register, Sheet("表", [list(row) for row in rows]))  # type: ignore[arg-type]
    session.options.on_duplicate = "update"
    session.import_rows(without_refused=True)
    return session


def _events_sheet(member: Member, *rows: tuple[str, str]) -> list[list[str]]:
    return [["会员", "日期", "事件"], *([member.member_no, day, kind] for day, kind in rows)]


def test_imported_events_move_the_state_whatever_the_order_of_their_rows(office: Office) -> None:
    member = make_member()
    rows = _events_sheet(member, ("2013-5-1", "退会"), ("2012-9-1", "恢复会籍"), ("2012-1-1", "保留会籍"))
    session = _imported(MEMBERSHIP_EVENTS, *rows)
    assert [row.state.value for row in session.rows] == ["新增"] * 3
    assert [kind for kind, _ in _events(member)] == ["入会", "保留会籍", "恢复会籍", "退会"]
    assert _now(member).status == "退会"
    assert session.import_id is not None
    undo.undo(session.import_id)
    assert (_now(member).status, _events(member)) == ("在册", [("入会", "2011-03-08")])


def test_a_list_of_events_tells_a_whole_life_at_once(office: Office) -> None:
    """A roster knew 入会 and 保留会籍; between them she had left and joined again: neither fits by itself."""
    told = {"status": "保留会籍", "status_date": date(2013, 5, 1), "status_reason": "退休"}
    member = make_member(**told)
    rows = _events_sheet(
        member,
        ("2013-5-1", "保留会籍"),
        ("2012-9-1", "入会"),
        ("2012-1-1", "退会"),
        ("2011-3-8", "入会"),
    )
    session = _imported(MEMBERSHIP_EVENTS, *rows)
    assert session.problems == []
    kept = [kind for kind, _ in _events(member)]
    assert kept == ["入会", "退会", "入会", "保留会籍"]
    assert (_now(member).status, _now(member).approved_on) == ("保留会籍", JOINED)


def test_of_a_list_that_does_not_fit_only_what_fits_comes_in(office: Office) -> None:
    member = make_member()
    rows = _events_sheet(member, ("2012-1-1", "退会"), ("2012-5-1", "恢复会籍"), ("2012-9-1", "入会"))
    session = _imported(MEMBERSHIP_EVENTS, *rows)
    assert [row.state.value for row in session.rows] == ["新增", "有误", "新增"]
    assert [kind for kind, _ in _events(member)] == ["入会", "退会", "入会"]


def test_an_imported_event_that_cannot_follow_is_refused_with_the_day(office: Office) -> None:
    member = make_member()
    session = _imported(MEMBERSHIP_EVENTS, *_events_sheet(member, ("2012-1-1", "恢复会籍")))
    ((_, problem),) = session.problems
    assert "2011年3月8日的“入会”之后" in problem.sentence
    assert _events(member) == [("入会", "2011-03-08")]


def test_an_undone_import_leaves_what_later_events_follow(office: Office) -> None:
    member = make_member()
    session = _imported(MEMBERSHIP_EVENTS, *_events_sheet(member, ("2012-1-1", "保留会籍")))
    make_event(_now(member), "恢复会籍", date(2012, 9, 1))
    assert session.import_id is not None
    undone = undo.undo(session.import_id)
    assert len(undone.remaining) == 1
    assert (_now(member).status, len(_events(member))) == ("在册", 3)


def test_an_imported_state_is_an_event_of_its_day(office: Office) -> None:
    member = make_member()
    heading = ["会员编号", "姓名", "会籍状态", "状态变动日期", "变动原因"]
    session = _imported(MEMBERS, heading, [member.member_no, member.name, "退会", "2012-5-1", "本人申请"])
    assert [row.state.value for row in session.rows] == ["更新"]
    assert _events(member)[-1] == ("退会", "2012-05-01")
    assert session.import_id is not None
    undo.undo(session.import_id)
    assert (_now(member).status, len(_events(member))) == ("在册", 1)


def test_an_imported_state_without_its_day_is_refused(office: Office) -> None:
    """Whoever was retained on a day did not come back on that day because a list says no more."""
    member = make_member()
    make_event(member, "保留会籍", date(2012, 5, 1))
    session = _imported(MEMBERS, ["会员编号", "姓名", "会籍状态"], [member.member_no, member.name, "在册"])
    ((_, problem),) = session.problems
    assert "状态变动日期" in problem.sentence
    assert _now(member).status == "保留会籍"


def test_nobody_is_imported_back_to_life(office: Office) -> None:
    member = make_member()
    make_event(member, "死亡", date(2012, 5, 1))
    heading = ["会员编号", "姓名", "会籍状态", "状态变动日期"]
    session = _imported(MEMBERS, heading, [member.member_no, member.name, "在册", "2012-6-1"])
    ((_, problem),) = session.problems
    assert "2012年5月1日的“死亡”之后不能改为“在册”" in problem.sentence


def test_putting_the_state_back_takes_its_event_back(office: Office) -> None:
    member = advance(MEMBERS, make_member(), "退会", GONE | {"status_date": date(2012, 5, 1)})
    change = next(change for change in history.of(member) if any("会籍状态" in item for item in change.items))
    back = history.put_back(MEMBERS, member, change)
    assert (back.status, _events(member)) == ("在册", [("入会", "2011-03-08")])


def test_putting_an_approval_back_makes_it_an_application_again(office: Office) -> None:
    member = make_member(status="待审批", approved_on=None)
    member = advance(MEMBERS, member, "批准入会", {"approved_on": JOINED})
    back = history.put_back(MEMBERS, member, history.of(member)[0])
    assert (back.status, back.approved_on, _events(member)) == ("待审批", None, [])


def test_a_moved_in_member_typed_as_such_began_so(office: Office) -> None:
    member = make_member()
    event = MembershipEvent.get(MembershipEvent.member == member)
    event.kind, event.other_union = "转入", "康宁社区工会"
    keeping.save(MEMBERSHIP_EVENTS, event)
    assert (_now(member).join_mode, _now(member).other_union) == ("转入", "康宁社区工会")
    assert _counted(2011, "新发展会员", "会员增加") == [0, 1]


def test_what_a_file_held_against_the_rule_before_is_not_held_against_another_change(office: Office) -> None:
    """An old file has a second joining; its remark can still be written, and it can be deleted."""
    member = make_member()
    doubled = MembershipEvent.create(
        member=member, kind="入会", happened_on=date(2012, 1, 1), place=1, search_key=""
    )
    doubled.remark = "重复"
    keeping.save(MEMBERSHIP_EVENTS, doubled)
    with pytest.raises(Blocked):
        keeping.save(MEMBERSHIP_EVENTS, _event(member, "入会", date(2012, 2, 1)))
    keeping.to_bin(MEMBERSHIP_EVENTS, [doubled.id])
    assert len(_events(member)) == 1
