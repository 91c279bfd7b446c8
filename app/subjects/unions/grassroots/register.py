"""Grassroots unions: committee, covered units, elections, terms (domain 2.4)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import TypedDict, Unpack

from peewee import ColumnBase

from app.fields import Described
from app.fields.problems import Block, Problem
from app.records.profile import Profile, standard
from app.register import Child, Condition, Register, Section, State, Step, earlier_child
from app.subjects.unions.committees.register import COMMITTEE, COVERED, ELECTIONS
from app.subjects.unions.enterprises.records import CLOSED, Enterprise
from app.subjects.unions.grassroots import checks
from app.subjects.unions.grassroots.consistency import CONSISTENCY
from app.subjects.unions.grassroots.due import terms_due
from app.subjects.unions.grassroots.lists import COMMITTEE_LIST, TERMS_LIST, UNIONS_LIST
from app.subjects.unions.grassroots.records import (
    STANDING,
    CommitteeMember,
    CoveredUnit,
    EarlierUnion,
    GrassrootsUnion,
    UnionElection,
    UnionStatus,
)


def _term_over() -> ColumnBase:
    return (GrassrootsUnion.term_end < date.today()) & GrassrootsUnion.status.in_(STANDING)


def _term_ending() -> ColumnBase:
    today = date.today()
    ahead = timedelta(days=standard(Profile.term_first_days))
    ending = GrassrootsUnion.term_end.between(today, today + ahead)
    return ending & GrassrootsUnion.status.in_(STANDING)


def _unit_closed() -> ColumnBase:
    closed = Enterprise.alive().where(Enterprise.business_status.in_(CLOSED)).select(Enterprise.id)
    return GrassrootsUnion.enterprise.in_(closed) & GrassrootsUnion.status.in_(STANDING)


def _begin_first_term(union: GrassrootsUnion) -> None:
    """A union that is set up begins its first term on that day."""
    union.term_start = union.term_start or union.founded_on


def _forget_end_that_was_set(union: GrassrootsUnion) -> None:
    """The upper union set that day for the term before."""
    union.term_end_set = None


def _is_a_new_term(union: GrassrootsUnion) -> Iterator[Problem]:
    """An election begins another term: a later number from a later day."""
    before = GrassrootsUnion.get_by_id(union.id)
    if union.term_no is not None and union.term_no <= before.term_no:
        yield Block(GrassrootsUnion.term_no, f"原为第 {before.term_no} 届，换届后应更大")
    start, last_start = union.term_start, before.term_start
    if start is not None and last_start is not None and start <= last_start:
        written = GrassrootsUnion.term_start.format(last_start)
        yield Block(GrassrootsUnion.term_start, f"原从{written}起，换届后应更晚")


def _note_election(union: GrassrootsUnion) -> None:
    """Keep the election of the new term among the others, unless it was entered already."""
    held = UnionElection.alive().where(UnionElection.union == union, UnionElection.term_no == union.term_no)
    if not held.exists():
        UnionElection.create(union=union, held_on=union.term_start, term_no=union.term_no, search_key="")


class _More(TypedDict, total=False):
    asks: tuple[Described, ...]
    guard: Callable[[GrassrootsUnion], Iterator[Problem]]
    prepare: Callable[[GrassrootsUnion], None]
    effect: Callable[[GrassrootsUnion], None]
    confirm: str
    usual: bool
    many: bool


def _step(title: str, target: UnionStatus, *sources: UnionStatus, **more: Unpack[_More]) -> Step:
    return Step(title, tuple(sources), target, **more)


_WORKING = (UnionStatus.NORMAL, UnionStatus.EXPIRED)
_SET_UP = (GrassrootsUnion.founded_on, GrassrootsUnion.term_start)
_DISSOLUTION = (GrassrootsUnion.status_date, GrassrootsUnion.status_reason)
_END = (GrassrootsUnion.status_date,)
_STEPS = (
    _step(
        "批复成立",
        UnionStatus.NORMAL,
        UnionStatus.PREPARING,
        asks=(GrassrootsUnion.founded_on,),
        prepare=_begin_first_term,
    ),
    _step(
        "换届",
        UnionStatus.NORMAL,
        UnionStatus.EXPIRED,
        UnionStatus.NORMAL,
        UnionStatus.STALLED,
        asks=(GrassrootsUnion.term_start, GrassrootsUnion.term_no),
        guard=_is_a_new_term,
        prepare=_forget_end_that_was_set,
        effect=_note_election,
    ),
    _step("标记到期未换届", UnionStatus.EXPIRED, UnionStatus.NORMAL, usual=False),
    _step("恢复活动", UnionStatus.NORMAL, UnionStatus.STALLED, usual=False),
    _step("停摆", UnionStatus.STALLED, *_WORKING, asks=(GrassrootsUnion.status_reason,), usual=False),
    _step(
        "撤销",
        UnionStatus.DISSOLVED,
        UnionStatus.PREPARING,
        *_WORKING,
        UnionStatus.STALLED,
        asks=_DISSOLUTION,
        confirm="撤销后不再计入基层工会数。应先经会员大会通过，并报上级工会批准。",
        usual=False,
    ),
)


def _headline(union: GrassrootsUnion) -> str:
    parts = [union.union_no, union.organisation, f"第{union.term_no}届" if union.term_no else ""]
    if union.term_end:
        parts.append(f"{GrassrootsUnion.term_end.format(union.term_end)}到期")
    return "　".join(part for part in parts if part)


def _after_import(union: GrassrootsUnion, names: frozenset[str]) -> None:
    """A roster that tells the founding only means a first term from that day."""
    if "term_start" not in names and union.term_no == 1:
        union.term_start = union.founded_on


UNIONS = Register(
    "unions",
    "基层工会",
    GrassrootsUnion,
    columns=(
        GrassrootsUnion.name,
        GrassrootsUnion.union_type,
        GrassrootsUnion.member_count,
        GrassrootsUnion.chair,
        GrassrootsUnion.term_end,
        GrassrootsUnion.status,
    ),
    sections=(
        Section(
            "基本情况",
            GrassrootsUnion.name,
            GrassrootsUnion.former_names,
            GrassrootsUnion.union_type,
            GrassrootsUnion.organisation,
            GrassrootsUnion.ownership_kind,
            GrassrootsUnion.enterprise,
            GrassrootsUnion.covered_unit_count,
            GrassrootsUnion.parent_union,
            GrassrootsUnion.is_own,
            GrassrootsUnion.founded_on,
            GrassrootsUnion.approval_no,
            GrassrootsUnion.phone,
            GrassrootsUnion.venues,
            GrassrootsUnion.union_no,
            GrassrootsUnion.registered_on,
            GrassrootsUnion.handled_by,
            GrassrootsUnion.remark,
        ),
        Section(
            "届次与会员",
            GrassrootsUnion.term_no,
            GrassrootsUnion.term_start,
            GrassrootsUnion.term_years,
            GrassrootsUnion.term_end,
            GrassrootsUnion.term_end_set,
            GrassrootsUnion.chair,
            GrassrootsUnion.told_on,
            GrassrootsUnion.member_count,
            GrassrootsUnion.female_member_count,
            GrassrootsUnion.migrant_member_count,
            GrassrootsUnion.has_women_committee,
            GrassrootsUnion.has_audit_committee,
            GrassrootsUnion.status,
            GrassrootsUnion.status_date,
            GrassrootsUnion.status_reason,
        ),
        Section(
            "法人与账户",
            GrassrootsUnion.is_legal_person,
            GrassrootsUnion.cert_no,
            GrassrootsUnion.uscc,
            GrassrootsUnion.bank_name,
            GrassrootsUnion.account_no,
        ),
    ),
    filters=(
        GrassrootsUnion.union_type,
        GrassrootsUnion.organisation,
        GrassrootsUnion.ownership_kind,
        GrassrootsUnion.status,
        GrassrootsUnion.founded_on,
        Condition("任期已过", _term_over),
        Condition("半年内到期", _term_ending, usual=True),
        Condition("单位已关闭", _unit_closed),
    ),
    search=(
        GrassrootsUnion.name,
        GrassrootsUnion.former_names,
        GrassrootsUnion.union_no,
        GrassrootsUnion.uscc,
    ),
    checks=checks.UNION,
    consistency=CONSISTENCY,
    children=(
        Child(COMMITTEE, CommitteeMember.union),
        Child(COVERED, CoveredUnit.union),
        Child(ELECTIONS, UnionElection.union),
        earlier_child("unions.earlier", "历次数据", EarlierUnion),
    ),
    steps=_STEPS,
    prints=(UNIONS_LIST, COMMITTEE_LIST, TERMS_LIST),
    order=(GrassrootsUnion.search_key.asc(),),
    status=GrassrootsUnion.status,
    states=(
        State(UnionStatus.PREPARING, "info", without=_END),
        State(UnionStatus.NORMAL, "good", needs=_SET_UP, without=_END),
        State(UnionStatus.EXPIRED, "warn", needs=_SET_UP),
        State(UnionStatus.STALLED, "bad", needs=(*_SET_UP, GrassrootsUnion.status_reason)),
        State(UnionStatus.DISSOLVED, needs=_DISSOLUTION),
    ),
    headline=_headline,
    unit="家",
    sums=(GrassrootsUnion.member_count, GrassrootsUnion.covered_unit_count),
    after_import=_after_import,
    due=terms_due,
    mergeable=True,
)
