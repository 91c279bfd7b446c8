"""Members: roll, membership events, dues (domain 1)."""

from __future__ import annotations

import operator
from collections.abc import Callable
from datetime import date
from functools import reduce

from peewee import ColumnBase

from app.fields import likely_document
from app.keeping import keeping
from app.records.batch import equal_records
from app.records.terms import Sex
from app.register import Child, Condition, PersonLookup, Register, Section, State, Step
from app.rules.working_age import retired_if_born_by
from app.subjects.members import checks
from app.subjects.members.due import applications_due
from app.subjects.members.forms import MEMBER_FORM
from app.subjects.members.letters import MEMBERSHIP_APPLICATION, MEMBERSHIP_TRANSFER
from app.subjects.members.lists import MEMBER_ROSTER
from app.subjects.members.membership.lists import DUES_SHEET, MOVEMENTS
from app.subjects.members.records import (
    DuesPayment,
    EventKind,
    Member,
    MemberJob,
    MemberRelative,
    MembershipEvent,
    MemberStatus,
)
from app.subjects.unions.enterprises.records import CLOSED, Enterprise


def _store_event(**values: object) -> None:
    keeping.store(keeping.fresh(MembershipEvent, values))


def _note(kind: EventKind) -> Callable[[Member], None]:
    """Return the effect of a step: the event that statistics count."""

    def note(member: Member) -> None:
        _store_event(
            member=member,
            happened_on=member.status_date or date.today(),
            kind=kind.value,
            other_union=member.other_union if kind is EventKind.MOVED_OUT else None,
            handled_by=member.handled_by,
            remark=member.status_reason,
        )

    return note


_ENDINGS = {
    MemberStatus.TRANSFERRED.value: EventKind.MOVED_OUT,
    MemberStatus.RETAINED.value: EventKind.RETAINED,
    MemberStatus.LEFT.value: EventKind.LEFT,
    MemberStatus.LAPSED.value: EventKind.LAPSED,
    MemberStatus.EXPELLED.value: EventKind.EXPELLED,
    MemberStatus.DEAD.value: EventKind.DIED,
}


def _note_joining(member: Member) -> None:
    """Whoever was approved joined on that day: keep that event in step with the form.

    A member who comes in from an old roster as no longer on it gets the event that ended that, too.
    """
    if member.status == MemberStatus.PENDING or member.approved_on is None:
        return
    kind = EventKind.MOVED_IN if member.join_mode == "转入" else EventKind.JOINED
    events = equal_records(MembershipEvent, member=member.id)
    if not events:
        _store_event(
            member=member,
            happened_on=member.approved_on,
            kind=kind.value,
            other_union=member.other_union if kind is EventKind.MOVED_IN else None,
            handled_by=member.handled_by,
        )
        if member.status in _ENDINGS:
            _note(_ENDINGS[member.status])(member)
    elif len(events) == 1 and events[0].kind in (EventKind.JOINED, EventKind.MOVED_IN):
        values = {"happened_on": member.approved_on, "kind": kind.value}
        update = MembershipEvent.update({**values, "version": MembershipEvent.version + 1})
        update.where(MembershipEvent.id == events[0].id).execute()


def _after_import(member: Member, names: frozenset[str]) -> None:
    """A roster tells when somebody joined, seldom when they applied, and means those on the roll.

    Where it does not tell the kind of document either, the number does.
    """
    if "id_type" not in names and member.id_number:
        member.id_type = likely_document(member.id_number)
    if member.approved_on is not None:
        if "applied_on" not in names:
            member.applied_on = member.approved_on
        if "status" not in names:
            member.status = MemberStatus.ACTIVE.value


def _approved_today(member: Member) -> None:
    member.status_date = member.approved_on


def _start_anew(member: Member) -> None:
    member.join_mode = "重新入会"
    member.approved_on = member.status_date


_CHANGE = (Member.status_date, Member.status_reason)


def _leave(title: str, target: MemberStatus, kind: EventKind, *sources: MemberStatus) -> Step:
    asks = (*_CHANGE, Member.other_union) if kind is EventKind.MOVED_OUT else _CHANGE
    return Step(title, sources, target, asks=asks, effect=_note(kind), usual=False)


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
        ),
    ),
    filters=(MembershipEvent.kind, MembershipEvent.happened_on),
    search=(MembershipEvent.kind, MembershipEvent.other_union),
    order=(MembershipEvent.happened_on.desc(),),
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
            Member.native_place,
            Member.household_type,
            Member.work_start,
            Member.skill_level,
            Member.monthly_wage,
            Member.model_worker,
            Member.enterprise,
        ),
    ),
    filters=(
        Member.status,
        Member.is_migrant_worker,
        Member.sex,
        Member.employer,
        Member.approved_on,
        Member.group_name,
        Condition("单位已关闭", _employer_closed),
        Condition("已到退休年龄", _past_working_age, usual=True),
    ),
    search=(Member.name, Member.id_number, Member.mobile, Member.employer, Member.member_no, Member.card_no),
    checks=checks.MEMBER,
    children=(
        Child(MEMBERSHIP_EVENTS, MembershipEvent.member),
        Child(DUES, DuesPayment.member),
        Child(RELATIVES, MemberRelative.member),
        Child(JOBS, MemberJob.member),
    ),
    steps=(
        Step(
            "批准入会",
            (MemberStatus.PENDING,),
            MemberStatus.ACTIVE,
            asks=(Member.approved_on,),
            prepare=_approved_today,
        ),
        _leave(
            "转出", MemberStatus.TRANSFERRED, EventKind.MOVED_OUT, MemberStatus.ACTIVE, MemberStatus.RETAINED
        ),
        _leave("保留会籍", MemberStatus.RETAINED, EventKind.RETAINED, MemberStatus.ACTIVE),
        _leave("恢复会籍", MemberStatus.ACTIVE, EventKind.RESUMED, MemberStatus.RETAINED),
        _leave("退会", MemberStatus.LEFT, EventKind.LEFT, MemberStatus.ACTIVE, MemberStatus.RETAINED),
        _leave("自动退会", MemberStatus.LAPSED, EventKind.LAPSED, MemberStatus.ACTIVE),
        _leave(
            "开除会籍", MemberStatus.EXPELLED, EventKind.EXPELLED, MemberStatus.ACTIVE, MemberStatus.RETAINED
        ),
        _leave("死亡", MemberStatus.DEAD, EventKind.DIED, MemberStatus.ACTIVE, MemberStatus.RETAINED),
        Step(
            "重新入会",
            (MemberStatus.LEFT, MemberStatus.LAPSED, MemberStatus.EXPELLED, MemberStatus.TRANSFERRED),
            MemberStatus.ACTIVE,
            asks=_CHANGE,
            prepare=_start_anew,
            effect=_note(EventKind.JOINED),
        ),
    ),
    prints=(
        MEMBER_ROSTER,
        MEMBER_FORM,
        MEMBERSHIP_APPLICATION,
        MEMBERSHIP_TRANSFER,
        MOVEMENTS,
        DUES_SHEET,
    ),
    order=(Member.search_key.asc(),),
    status=Member.status,
    states=(
        State(MemberStatus.PENDING, "warn"),
        State(MemberStatus.ACTIVE, "good", needs=(Member.approved_on,)),
        State(MemberStatus.RETAINED, "info", needs=_CHANGE),
        State(MemberStatus.TRANSFERRED, needs=_CHANGE),
        State(MemberStatus.LEFT, needs=_CHANGE),
        State(MemberStatus.LAPSED, needs=_CHANGE),
        State(MemberStatus.EXPELLED, "bad", needs=_CHANGE),
        State(MemberStatus.DEAD, needs=_CHANGE),
    ),
    headline=_headline,
    unit="人",
    lookup=True,
    people=PersonLookup(Member.name, Member.id_number, _which_member),
    after=_note_joining,
    after_import=_after_import,
    due=applications_due,
    mergeable=True,
)
