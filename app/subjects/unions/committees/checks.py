"""What needs thought of committees, covered units and elections of grassroots unions (domain 2.4)."""

from __future__ import annotations

from collections.abc import Iterator

from app.fields.problems import Block, Problem, Warn
from app.keeping.rules import duplicates, first, others
from app.records.base import Query
from app.records.naming import same_unit
from app.rules.dates import write_date
from app.subjects.unions.enterprises.records import CLOSED
from app.subjects.unions.grassroots.records import (
    CHAIR,
    STANDING,
    CommitteeMember,
    CoveredUnit,
    GrassrootsUnion,
    UnionElection,
    UnionStatus,
)

_AUDIT = "经审"
_FINANCE = "财务委员"


def one_chair(seat: CommitteeMember) -> Iterator[Problem]:
    """A union has one chair at a time: the former one has left when the next is entered."""
    if seat.post != CHAIR or seat.left_on is not None or seat.union_id is None:
        return
    twin = first(_colleagues(seat).where(CommitteeMember.post == CHAIR))
    if twin is not None:
        yield Warn(CommitteeMember.post, f"现任主席已有{twin.name}，请先填写前任的离任日期")


def auditors_are_apart(seat: CommitteeMember) -> Iterator[Problem]:
    """Whoever chairs the union or keeps its money does not audit it."""
    if seat.union_id is None or not seat.name or not seat.post or seat.left_on is not None:
        return
    held = [
        post
        for (post,) in _colleagues(seat)
        .where(CommitteeMember.name == seat.name)
        .select(CommitteeMember.post)
        .tuples()
    ]
    handles = [post for post in (*held, seat.post) if post in (CHAIR, _FINANCE)]
    if handles and any(post.startswith(_AUDIT) for post in (*held, seat.post)):
        yield Warn(CommitteeMember.post, f"{seat.name}是{handles[0]}，不宜兼任经审职务")


def _colleagues(seat: CommitteeMember) -> Query[CommitteeMember]:
    return others(seat).where(CommitteeMember.union == seat.union_id, CommitteeMember.left_on.is_null())


def covered_once(row: CoveredUnit) -> Iterator[Problem]:
    """A unit is covered by one joint union only: else its workers are counted twice."""
    if row.left_on is not None or row.union_id is None:
        return
    same = same_unit(CoveredUnit.enterprise, row)
    current = others(row).where(same, CoveredUnit.left_on.is_null())
    if current.where(CoveredUnit.union == row.union_id).exists():
        yield Block(CoveredUnit.unit_name, "这个单位已在本工会的涵盖单位中，请修改那一条")
    standing = GrassrootsUnion.alive().where(GrassrootsUnion.status.in_(STANDING))
    twin = first(
        current.where(
            CoveredUnit.union != row.union_id, CoveredUnit.union.in_(standing.select(GrassrootsUnion.id))
        )
    )
    if twin is not None:
        yield Warn(CoveredUnit.unit_name, f"“{twin.union.name}”也涵盖这个单位，会重复计算，请核对")


def covered_unit_works(row: CoveredUnit) -> Iterator[Problem]:
    """A covered unit is open and has no more members than workers (domain 2.8)."""
    unit, members, workers = row.enterprise, row.member_count, row.employee_count
    if unit is not None and row.left_on is None and unit.business_status in CLOSED:
        yield Warn(CoveredUnit.enterprise, f"这个单位已{unit.business_status}，请填写退出日期")
    if members is not None and workers is not None and members > workers:
        yield Warn(CoveredUnit.member_count, f"多于职工人数 {workers} 人，请核对")


def two_thirds_elect(election: UnionElection) -> Iterator[Problem]:
    """What fewer than two thirds of those called elect may be void."""
    expected, attended = election.expected, election.attended
    if expected is not None and attended is not None and attended * 3 < expected * 2:
        yield Warn(UnionElection.attended, f"不足应到 {expected} 人的三分之二，选举可能无效，请核对")


def term_elected_once(election: UnionElection) -> Iterator[Problem]:
    """Each election begins a term of its own; one held over again may repeat a number."""
    if election.union_id is None or election.term_no is None:
        return
    if duplicates(election, UnionElection.union, UnionElection.term_no):
        yield Warn(UnionElection.term_no, f"第 {election.term_no} 届的换届已登记过，请核对届次")


def union_stands(election: UnionElection) -> Iterator[Problem]:
    """A union that is no more elects nobody; the founding assembly may meet before the day of approval."""
    union, held_on = election.union if election.union_id is not None else None, election.held_on
    if union is None or held_on is None:
        return
    dissolved = union.status_date if union.status == UnionStatus.DISSOLVED else None
    if dissolved is not None and held_on > dissolved:
        yield Block(UnionElection.held_on, f"工会已于{write_date(dissolved)}撤销，请核对两个日期")
    elif union.founded_on is not None and held_on < union.founded_on:
        yield Warn(UnionElection.held_on, f"早于工会成立日期（{write_date(union.founded_on)}），请核对")


def begins_while_it_stands(member: CommitteeMember) -> Iterator[Problem]:
    """Nobody comes into the committee of a union that is no more."""
    union, day = member.union if member.union_id is not None else None, member.appointed_on
    if union is None or day is None or union.status != UnionStatus.DISSOLVED:
        return
    if union.status_date is not None and day > union.status_date:
        dissolved = write_date(union.status_date)
        yield Block(CommitteeMember.appointed_on, f"工会已于{dissolved}撤销，请核对两个日期")


COMMITTEE = (one_chair, auditors_are_apart, begins_while_it_stands)
COVERED = (covered_once, covered_unit_works)
ELECTION = (two_thirds_elect, term_elected_once, union_stands)
