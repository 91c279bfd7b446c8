"""Members: roll, membership events, dues (domain 1)."""

from __future__ import annotations

import operator
from datetime import date
from functools import reduce

from peewee import ColumnBase, fn

from app.fields import likely_document
from app.records.retention import Retained
from app.records.terms import Sex
from app.register import (
    Child,
    Condition,
    Course,
    Months,
    PersonLookup,
    Register,
    Retention,
    Section,
    State,
    Step,
    earlier_child,
)
from app.rules.working_age import retired_if_born_by
from app.subjects.members import checks
from app.subjects.members.cards import MEMBER_CARDS, MEMBER_ENVELOPES
from app.subjects.members.consistency import CONSISTENCY
from app.subjects.members.due import applications_due
from app.subjects.members.forms import MEMBER_FORM
from app.subjects.members.letters import MEMBERSHIP_APPLICATION, MEMBERSHIP_TRANSFER
from app.subjects.members.lists import MEMBER_ROSTER, NEW_WORK_ROSTER
from app.subjects.members.membership.lists import DUES_SHEET, MOVEMENTS
from app.subjects.members.membership.records import LATEST_FIRST, DuesPayment, EventKind, MembershipEvent
from app.subjects.members.membership.transitions import LEFT_THE_UNION, TRANSITIONS
from app.subjects.members.records import EarlierMember, Member, MemberJob, MemberRelative, MemberStatus
from app.subjects.unions.enterprises.records import CLOSED, Enterprise


def _after_import(member: Member, names: frozenset[str]) -> None:
    """A roster tells when somebody joined, and means those on the roll.

    Where it does not tell the kind of document either, the number does.
    """
    if "id_type" not in names and (number := member.id_number):
        member.id_type = likely_document(number)
    if "status" not in names and member.approved_on is not None:
        member.status = MemberStatus.ACTIVE.value


def _approved_today(member: Member) -> None:
    member.status_date = member.approved_on


def _start_anew(member: Member) -> None:
    """Whoever left joins by a new procedure; who comes back from another union never left (domain 1.2)."""
    if Member.get_by_id(member.id).status != MemberStatus.TRANSFERRED:
        member.join_mode = "重新入会"


_GONE = (*LEFT_THE_UNION, MemberStatus.TRANSFERRED, MemberStatus.DEAD)
_CHANGE = (Member.status_date, Member.status_reason)
_ENDED = (Member.approved_on, *_CHANGE)


def _how_it_began(member: Member) -> EventKind | None:
    """Return how somebody came the first time; what 重新入会 stands for is told by the events alone."""
    if member.join_mode == "转入":
        return EventKind.MOVED_IN
    return None if member.join_mode == "重新入会" else EventKind.JOINED


def _note_how_it_began(member: Member, kind: str) -> None:
    if kind == EventKind.MOVED_IN and member.join_mode != "重新入会":
        member.join_mode = "转入"
    elif kind == EventKind.JOINED and member.join_mode == "转入":
        member.join_mode = "本人申请"


def _step(title: str, kind: EventKind) -> Step:
    """Return the step that an event of a membership is: from where it may follow to where it leads."""
    transition = next(transition for transition in TRANSITIONS if transition.event == kind)
    asks = (*_CHANGE, Member.other_union) if kind is EventKind.MOVED_OUT else _CHANGE
    return Step(title, transition.sources, transition.target, asks=asks, usual=False)


MEMBERSHIP_EVENTS = Register(
    "members.events",
    "会籍变动",
    MembershipEvent,
    columns=(
        MembershipEvent.happened_on,
        MembershipEvent.kind,
        MembershipEvent.other_union,
        MembershipEvent.handled_by,
        MembershipEvent.remark,
    ),
    sections=(
        Section(
            "变动",
            MembershipEvent.happened_on,
            MembershipEvent.kind,
            MembershipEvent.other_union,
            MembershipEvent.voucher_no,
            MembershipEvent.handled_by,
            MembershipEvent.remark,
            MembershipEvent.place,
        ),
    ),
    filters=(MembershipEvent.kind, MembershipEvent.happened_on),
    search=(MembershipEvent.kind, MembershipEvent.other_union),
    order=LATEST_FIRST,
)
DUES = Register(
    "members.dues",
    "会费",
    DuesPayment,
    columns=(
        DuesPayment.month,
        DuesPayment.due,
        DuesPayment.paid,
        DuesPayment.paid_on,
        DuesPayment.mode,
    ),
    sections=(
        Section(
            "会费",
            DuesPayment.month,
            DuesPayment.due,
            DuesPayment.paid,
            DuesPayment.paid_on,
            DuesPayment.mode,
            DuesPayment.receipt_no,
        ),
    ),
    filters=(DuesPayment.mode, DuesPayment.paid_on),
    search=(DuesPayment.month, DuesPayment.receipt_no),
    checks=checks.DUES,
    unique_together=((DuesPayment.member, DuesPayment.month),),
    months=Months(DuesPayment.month, DuesPayment.paid),
    order=(DuesPayment.month.desc(),),
    sums=(DuesPayment.due, DuesPayment.paid),
)
RELATIVES = Register(
    "members.relatives",
    "家庭成员",
    MemberRelative,
    columns=(MemberRelative.name, MemberRelative.relation, MemberRelative.employer),
    identity=((MemberRelative.name, MemberRelative.relation),),
    sections=(Section("家庭成员", MemberRelative.name, MemberRelative.relation, MemberRelative.employer),),
    search=(MemberRelative.name, MemberRelative.employer),
    order=(MemberRelative.id.asc(),),
    unit="人",
)
JOBS = Register(
    "members.jobs",
    "个人简历",
    MemberJob,
    columns=(MemberJob.first_month, MemberJob.last_month, MemberJob.employer, MemberJob.job_title),
    sections=(
        Section("简历", MemberJob.first_month, MemberJob.last_month, MemberJob.employer, MemberJob.job_title),
    ),
    search=(MemberJob.employer, MemberJob.job_title),
    order=(MemberJob.first_month.asc(),),
)


def _employer_closed() -> ColumnBase:
    closed = Enterprise.alive().where(Enterprise.business_status.in_(CLOSED)).select(Enterprise.id)
    return Member.enterprise.in_(closed)


def _past_working_age() -> ColumnBase:
    """Select whoever has reached the age of retirement: the old unit keeps their membership (domain 1.2)."""
    today = date.today()
    by_sex = [(Member.sex == sex) & (Member.birth_date <= retired_if_born_by(sex, today)) for sex in Sex]
    return (Member.status == MemberStatus.ACTIVE) & reduce(operator.or_, by_sex)


def _born_this_month() -> ColumnBase:
    """Select those on the roll to whom the office may send something this month."""
    born = fn.SUBSTR(Member.birth_date, 6, 2) == f"{date.today():%m}"
    return (Member.status == MemberStatus.ACTIVE) & born


def _headline(member: Member) -> str:
    parts = [member.member_no, member.employer]
    if member.approved_on:
        parts.append(f"{Member.approved_on.format(member.approved_on)}入会")
    return "　".join(part for part in parts if part)


def _which_member(member: Member) -> str:
    return f"会员 {member.member_no}　{member.status}"


MEMBERS = Register(
    "members",
    "会员",
    Member,
    columns=(
        Member.member_no,
        Member.name,
        Member.employer,
        Member.approved_on,
        Member.status,
    ),
    identity=(
        (Member.name, Member.birth_date, Member.employer),
        (Member.name, Member.birth_date, Member.mobile),
    ),
    sections=(
        Section(
            "基本情况",
            Member.id_number,
            Member.name,
            Member.sex,
            Member.birth_date,
            Member.id_differs_reason,
            Member.age,
            Member.ethnicity,
            Member.mobile,
            Member.employer,
            Member.is_migrant_worker,
            Member.is_dispatched,
            Member.new_work,
            Member.platform,
            Member.job_title,
            Member.address,
            Member.id_type,
            Member.remark,
        ),
        Section(
            "入会与会籍",
            Member.member_no,
            Member.card_no,
            Member.join_mode,
            Member.applied_on,
            Member.approved_on,
            Member.joined,
            Member.union_name,
            Member.group_name,
            Member.union_post,
            Member.status,
            Member.status_date,
            Member.status_reason,
            Member.other_union,
            Member.confirm_mode,
            Member.handled_by,
        ),
        Section(
            "其他资料",
            Member.political_status,
            Member.education,
            Member.told_on,
            Member.native_place,
            Member.household_type,
            Member.work_start,
            Member.skill_level,
            Member.monthly_wage,
            Member.model_worker,
            Member.enterprise,
        ),
        Section("个人信息保护", Member.data_purpose, Member.data_consent_on, Member.data_consent_mode),
    ),
    filters=(
        Member.status,
        Member.is_migrant_worker,
        Member.new_work,
        Member.platform,
        Member.sex,
        Member.employer,
        Member.approved_on,
        Member.group_name,
        Condition("单位已关闭", _employer_closed),
        Condition("已到退休年龄", _past_working_age, usual=True),
        Condition("没有登记同意", Member.data_consent_on.is_null, usual=True),
        Condition("本月生日", _born_this_month, usual=True),
    ),
    search=(Member.name, Member.id_number, Member.mobile, Member.employer, Member.member_no, Member.card_no),
    checks=checks.MEMBER,
    consistency=CONSISTENCY,
    children=(
        Child(MEMBERSHIP_EVENTS, MembershipEvent.member),
        Child(DUES, DuesPayment.member),
        Child(RELATIVES, MemberRelative.member),
        Child(JOBS, MemberJob.member),
        earlier_child("members.earlier", "历次情况", EarlierMember),
    ),
    steps=(
        Step(
            "批准入会",
            (MemberStatus.PENDING,),
            MemberStatus.ACTIVE,
            asks=(Member.approved_on,),
            prepare=_approved_today,
        ),
        _step("转出", EventKind.MOVED_OUT),
        _step("保留会籍", EventKind.RETAINED),
        _step("恢复会籍", EventKind.RESUMED),
        _step("退会", EventKind.LEFT),
        _step("自动退会", EventKind.LAPSED),
        _step("开除会籍", EventKind.EXPELLED),
        _step("死亡", EventKind.DIED),
        Step(
            "重新入会",
            (*LEFT_THE_UNION, MemberStatus.TRANSFERRED),
            MemberStatus.ACTIVE,
            asks=_CHANGE,
            prepare=_start_anew,
            confirm="从别的工会转回的记为“转入”，不计新发展；退会后再入会的记为“入会”。批准日期不变。",
        ),
    ),
    prints=(
        MEMBER_ROSTER,
        NEW_WORK_ROSTER,
        MEMBER_FORM,
        MEMBERSHIP_APPLICATION,
        MEMBERSHIP_TRANSFER,
        MOVEMENTS,
        DUES_SHEET,
        MEMBER_CARDS,
        MEMBER_ENVELOPES,
    ),
    order=(Member.search_key.asc(),),
    status=Member.status,
    states=(
        State(MemberStatus.PENDING, "warn"),
        State(MemberStatus.ACTIVE, "good", needs=(Member.approved_on,)),
        State(MemberStatus.RETAINED, "info", needs=_ENDED),
        State(MemberStatus.TRANSFERRED, needs=_ENDED),
        State(MemberStatus.LEFT, needs=_ENDED),
        State(MemberStatus.LAPSED, needs=_ENDED),
        State(MemberStatus.EXPELLED, "bad", needs=_ENDED),
        State(MemberStatus.DEAD, needs=_ENDED),
    ),
    headline=_headline,
    unit="人",
    lookup=True,
    people=PersonLookup(Member.name, Member.id_number, _which_member),
    course=Course(
        MEMBERSHIP_EVENTS,
        MembershipEvent.member,
        MembershipEvent.kind,
        MembershipEvent.happened_on,
        MembershipEvent.place,
        MemberStatus.PENDING,
        TRANSITIONS,
        Member.approved_on,
        Member.status_date,
        begins=_how_it_began,
        begun=_note_how_it_began,
        told=(
            (Member.status_reason, MembershipEvent.remark, "见会籍变动"),
            (Member.other_union, MembershipEvent.other_union, None),
        ),
        given=(
            (Member.handled_by, MembershipEvent.handled_by),
            (Member.other_union, MembershipEvent.other_union),
        ),
    ),
    after_import=_after_import,
    due=applications_due,
    mergeable=True,
    retention=Retention(Retained.MEMBERS, Member.status_date, lambda: Member.status.in_(_GONE)),
)
