"""The rules of membership, one by one (domain 1.3, 1.4 and 1.7)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.keeping import keeping
from app.office import Office
from app.subjects.members.membership.records import DuesPayment, MembershipEvent
from app.subjects.members.records import Member
from app.subjects.members.register import DUES, MEMBERS, MEMBERSHIP_EVENTS
from tests.factories.people import make_event, make_member, new_member, resident_id
from tests.helpers.problems import blocked, warned


def test_a_complete_member_is_neither_forbidden_nor_doubtful(office: Office) -> None:
    member = new_member()
    assert blocked(MEMBERS, member) == {}
    assert warned(MEMBERS, member) == {}


@pytest.mark.parametrize("name", ["name", "id_number", "employer", "mobile", "sex", "birth_date"])
def test_a_member_lacking_what_is_required_is_forbidden(office: Office, name: str) -> None:
    member = new_member(id_type="护照", id_number="E12345678", sex="男", birth_date=date(1980, 5, 6))
    setattr(member, name, None)
    assert blocked(MEMBERS, member)[name] == f"请填写{Member.described()[name].label}"


def test_an_identity_number_belongs_to_one_member_only(office: Office) -> None:
    first = make_member()
    told = blocked(MEMBERS, new_member(id_number=first.id_number))["id_number"]
    assert first.member_no in told
    assert "请打开那条记录修改" in told


def test_whoever_left_joins_again_in_the_old_record(office: Office) -> None:
    gone = make_member(status="退会", status_date=date(2012, 1, 1), status_reason="本人申请")
    told = blocked(MEMBERS, new_member(id_number=gone.id_number))["id_number"]
    assert "重新入会请在那条记录上办理" in told


def test_a_number_in_the_recycle_bin_is_free(office: Office) -> None:
    first = make_member()
    keeping.to_bin(MEMBERS, [first.id])
    assert blocked(MEMBERS, new_member(id_number=first.id_number)) == {}


def test_a_kept_member_is_no_twin_of_itself(office: Office) -> None:
    member = make_member(card_no="0042")
    assert blocked(MEMBERS, member) == {}
    assert warned(MEMBERS, member) == {}


def test_the_same_name_and_birthday_are_doubtful(office: Office) -> None:
    born = date(1980, 5, 6)
    first = make_member(name="王芳", birth_date=born)
    told = warned(MEMBERS, new_member(name="王芳", birth_date=born))
    assert first.member_no in told["name"]
    assert warned(MEMBERS, new_member(name="王芳", birth_date=date(1980, 5, 7))) == {}


def test_a_card_number_is_given_to_one_member_only(office: Office) -> None:
    make_member(card_no="0042")
    assert "card_no" in blocked(MEMBERS, new_member(card_no="0042"))
    assert blocked(MEMBERS, new_member(card_no="42")) == {}


@pytest.mark.parametrize(("born", "too_young"), [(date(1995, 3, 9), True), (date(1995, 3, 8), False)])
def test_a_member_is_sixteen_when_joining(office: Office, born: date, too_young: bool) -> None:
    member = new_member(birth_date=born, applied_on=date(2011, 3, 1), approved_on=date(2011, 3, 8))
    assert ("birth_date" in blocked(MEMBERS, member)) == too_young


def test_an_applicant_is_sixteen_when_applying(office: Office) -> None:
    member = new_member(birth_date=date(1996, 1, 1), approved_on=None, status="待审批")
    assert "未满 16 周岁" in blocked(MEMBERS, member)["birth_date"]


@pytest.mark.parametrize(
    ("work_start", "doubtful"),
    [("1995", True), ("1996", False), ("1996-04", True), ("1996-05", False), ("1996-05-05", True)],
)
def test_work_before_the_age_of_sixteen_is_doubtful(office: Office, work_start: str, doubtful: bool) -> None:
    member = new_member(birth_date=date(1980, 5, 6), work_start=work_start)
    assert ("work_start" in warned(MEMBERS, member)) == doubtful


def test_approval_before_the_application_is_forbidden(office: Office) -> None:
    member = new_member(applied_on=date(2011, 3, 9), approved_on=date(2011, 3, 8))
    assert "早于申请日期" in blocked(MEMBERS, member)["approved_on"]
    assert blocked(MEMBERS, new_member(applied_on=date(2011, 3, 8), approved_on=date(2011, 3, 8))) == {}


def test_approval_in_the_future_is_forbidden(office: Office) -> None:
    today = date.today()
    assert "在今天之后" in blocked(MEMBERS, new_member(approved_on=today + timedelta(days=1)))["approved_on"]
    assert blocked(MEMBERS, new_member(approved_on=today)) == {}


def test_a_member_on_the_roll_has_a_day_of_approval(office: Office) -> None:
    assert "approved_on" in blocked(MEMBERS, new_member(approved_on=None))
    assert blocked(MEMBERS, new_member(approved_on=None, status="待审批")) == {}


def test_a_day_of_approval_does_not_approve(office: Office) -> None:
    """Figures count events: who is still 待审批 has none, and the form says by which step it comes about."""
    assert "批准入会" in warned(MEMBERS, new_member(status="待审批"))["approved_on"]
    assert "approved_on" not in warned(MEMBERS, new_member())


@pytest.mark.parametrize("status", ["已转出", "保留会籍", "退会", "自动退会", "开除会籍", "死亡"])
def test_leaving_the_roll_needs_a_day_and_a_reason(office: Office, status: str) -> None:
    assert blocked(MEMBERS, new_member(status=status)).keys() == {"status_date", "status_reason"}


def test_an_identity_number_that_contradicts_sex_and_birth_date_is_forbidden(office: Office) -> None:
    number = resident_id(date(1980, 5, 6), "女")
    member = new_member(id_number=number, sex="男", birth_date=date(1981, 5, 6))
    assert blocked(MEMBERS, member).keys() == {"sex", "birth_date"}


def test_an_unknown_area_code_is_doubtful_only(office: Office) -> None:
    member = new_member(id_number=resident_id(area="319999"))
    assert warned(MEMBERS, member).keys() == {"id_number"}
    assert blocked(MEMBERS, member) == {}


def _dues(member: Member, month: str, due: int = 15_00, paid: int = 15_00) -> DuesPayment:
    return DuesPayment(member=member, month=month, due=due, paid=paid, paid_on=date(2012, 1, 5))


def test_dues_begin_with_the_month_of_approval(office: Office) -> None:
    member = make_member(approved_on=date(2011, 3, 8))
    assert "早于批准入会" in blocked(DUES, _dues(member, "2011-02"))["month"]
    assert blocked(DUES, _dues(member, "2011-03")) == {}


def test_whoever_waits_for_approval_owes_no_dues_yet(office: Office) -> None:
    member = make_member(status="待审批", approved_on=None)
    assert "请先办理批准入会" in blocked(DUES, _dues(member, "2011-03"))["member"]


def test_a_month_is_paid_for_once(office: Office) -> None:
    member, other = make_member(), make_member()
    keeping.save(DUES, _dues(member, "2011-04"))
    assert "请修改原来那一条" in blocked(DUES, _dues(member, "2011-04"))["month"]
    assert blocked(DUES, _dues(other, "2011-04")) == {}


@pytest.mark.parametrize(
    ("month", "owed"), [("2011-06", True), ("2011-07", False), ("2011-08", False), ("2011-09", True)]
)
def test_no_dues_are_owed_while_membership_is_retained(office: Office, month: str, owed: bool) -> None:
    member = make_member(approved_on=date(2011, 3, 8))
    make_event(member, "保留会籍", date(2011, 6, 15))
    make_event(member, "恢复会籍", date(2011, 9, 10))
    assert ("month" not in blocked(DUES, _dues(member, month))) == owed


def test_no_dues_are_owed_for_a_month_that_begins_retained(office: Office) -> None:
    member = make_member(approved_on=date(2011, 3, 8))
    make_event(member, "保留会籍", date(2011, 7, 1))
    assert "month" in blocked(DUES, _dues(member, "2011-07"))
    assert blocked(DUES, _dues(member, "2011-06")) == {}


def test_no_dues_are_owed_after_a_transfer(office: Office) -> None:
    member = make_member(approved_on=date(2011, 3, 8))
    make_event(member, "转出", date(2011, 6, 15), other_union="康宁社区工会")
    assert "转出" in blocked(DUES, _dues(member, "2011-07"))["month"]


@pytest.mark.parametrize("month", ["2011", "2011-03-08"])
def test_dues_are_for_a_month(office: Office, month: str) -> None:
    assert "请填到月份" in blocked(DUES, _dues(make_member(), month))["month"]


def test_more_paid_than_due_is_doubtful(office: Office) -> None:
    member = make_member()
    assert "paid" in warned(DUES, _dues(member, "2011-04", due=15_00, paid=15_01))
    assert warned(DUES, _dues(member, "2011-04", due=15_00, paid=15_00)) == {}


@pytest.mark.parametrize("kind", ["转入", "转出"])
def test_a_transfer_names_the_other_union(office: Office, kind: str) -> None:
    event = MembershipEvent(member=make_member(), kind=kind, happened_on=date(2011, 6, 1))
    assert "other_union" in blocked(MEMBERSHIP_EVENTS, event)


def test_a_member_from_another_union_should_name_it(office: Office) -> None:
    told = warned(MEMBERS, new_member(join_mode="转入"))
    assert told == {"other_union": "入会方式为“转入”，请填写对方工会名称"}
    assert warned(MEMBERS, new_member(join_mode="转入", other_union="衡建公司工会")) == {}


def test_nothing_happens_to_a_membership_in_the_future(office: Office) -> None:
    event = MembershipEvent(member=make_member(), kind="退会", happened_on=date.today() + timedelta(days=1))
    assert "happened_on" in blocked(MEMBERSHIP_EVENTS, event)
    event.happened_on = date.today()
    assert blocked(MEMBERSHIP_EVENTS, event) == {}


@pytest.mark.parametrize(
    ("household", "is_migrant", "asked"),
    [("外地农村", False, True), ("农业", False, True), ("外地农村", True, False), ("外地城镇", False, False)],
)
def test_a_rural_household_suggests_a_migrant_worker_and_settles_nothing(
    office: Office, household: str, is_migrant: bool, asked: bool
) -> None:
    member = make_member(household_type=household, is_migrant_worker=is_migrant)
    assert ("is_migrant_worker" in warned(MEMBERS, member)) == asked
    assert member.is_migrant_worker is is_migrant
