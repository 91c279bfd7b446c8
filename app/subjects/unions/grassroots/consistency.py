"""Whether what a union says of itself agrees with its rows and its enterprise (domain 2.2, 2.4 and 2.8)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from peewee import ColumnBase, fn

from app.records.base import Query
from app.register import Disagreement
from app.subjects.unions.enterprises.records import CLOSED, Enterprise
from app.subjects.unions.grassroots.records import (
    CHAIR,
    STANDING,
    CommitteeMember,
    CoveredUnit,
    GrassrootsUnion,
    UnionStatus,
    UnionType,
)


def we_are_one() -> Iterator[Disagreement]:
    """The office's own union is registered once."""
    own = list(GrassrootsUnion.alive().where(GrassrootsUnion.is_own).order_by(GrassrootsUnion.id))
    if len(own) > 1:
        names = "”和“".join(union.name for union in own)
        yield Disagreement(f"“{names}”都登记为本会，本会只有一个，请核对。", tuple(union.id for union in own))


def dissolved_on_a_day() -> Iterator[Disagreement]:
    """A union counts until the day on which it was dissolved."""
    union = GrassrootsUnion
    open_ended = union.alive().where(union.status == UnionStatus.DISSOLVED, union.status_date.is_null())
    for dissolved in open_ended.order_by(union.id):
        yield Disagreement(
            f"“{dissolved}”已撤销，却没有状态变动日期，统计时仍计入，请补填。", (dissolved.id,)
        )


def one_chair_at_a_time() -> Iterator[Disagreement]:
    """Nobody shares the chair (domain 2.4)."""
    seat = CommitteeMember
    chairs = seat.alive().where(seat.post == CHAIR, seat.left_on.is_null(), seat.union.in_(_standing()))
    count = fn.COUNT(1)
    several = chairs.select(seat.union, count).group_by(seat.union).having(count > 1)
    for union_id, chairs_now in several.order_by(seat.union).tuples():
        union = GrassrootsUnion.get_by_id(union_id)
        yield Disagreement(f"“{union}”的现任主席有 {chairs_now} 人，请核对离任日期。", (union_id,))


def covers_what_it_lists() -> Iterator[Disagreement]:
    """A union that covers several units lists no more of them than it says."""
    union, unit = GrassrootsUnion, CoveredUnit
    listed = fn.COUNT(unit.id)
    rows = unit.alive().where(unit.left_on.is_null()).select(unit.union, listed).group_by(unit.union)
    told = {row.id: row for row in union.alive().where(union.covered_unit_count.is_null(False))}
    for union_id, count in rows.order_by(unit.union).tuples():
        if union_id in told and count > told[union_id].covered_unit_count:
            said = told[union_id].covered_unit_count
            sentence = f"“{told[union_id]}”的涵盖单位数是 {said}，少于逐家列出的 {count} 家，请核对"
            yield Disagreement(f"{sentence}。", (union_id,))


def each_unit_belongs_to_one() -> Iterator[Disagreement]:
    """A unit that two joint unions cover would be counted in both (domain 2.8)."""
    unit = CoveredUnit
    covered = unit.alive().where(unit.left_on.is_null(), unit.enterprise.is_null(False))
    unions: dict[int, list[int]] = defaultdict(list)
    of_standing = covered.where(unit.union.in_(_standing())).order_by(unit.union)
    for enterprise_id, union_id in of_standing.select(unit.enterprise, unit.union).tuples():
        unions[enterprise_id].append(union_id)
    for enterprise_id, ids in unions.items():
        if len(ids) > 1:
            names = "”和“".join(str(GrassrootsUnion.get_by_id(one)) for one in dict.fromkeys(ids))
            sentence = f"“{Enterprise.get_by_id(enterprise_id)}”在“{names}”的涵盖单位中列了 {len(ids)} 次"
            yield Disagreement(f"{sentence}，统计时只计一次，请核对。", tuple(dict.fromkeys(ids)), doubt=True)


def no_more_members_than_workers() -> Iterator[Disagreement]:
    """The members of one unit's union work there; the two may have been counted on different days."""
    union, unit = GrassrootsUnion, Enterprise
    for one, enterprise in _of_one_unit(union.member_count > unit.employee_count):
        workers = f"“{enterprise}”的职工人数 {enterprise.employee_count}"
        yield Disagreement(
            f"“{one}”的会员数 {one.member_count} 多于{workers}，请核对。", (one.id,), doubt=True
        )


def ends_with_its_enterprise() -> Iterator[Disagreement]:
    """Where an enterprise has closed, its union is dissolved; until then it is still counted."""
    for one, enterprise in _of_one_unit(Enterprise.business_status.in_(CLOSED)):
        sentence = f"“{enterprise}”已{enterprise.business_status}，“{one}”还没有撤销，仍计入统计"
        yield Disagreement(f"{sentence}，请办理撤销。", (one.id,), doubt=True)


def _of_one_unit(where: ColumnBase) -> Iterator[tuple[GrassrootsUnion, Enterprise]]:
    """Yield the standing unions of one enterprise for which something holds, each with it."""
    union = GrassrootsUnion
    own = union.alive().where(union.union_type == UnionType.INDEPENDENT, union.status.in_(STANDING), where)
    for one in own.join(Enterprise).order_by(union.id):
        if one.enterprise is not None:
            yield one, one.enterprise


def _standing() -> Query[GrassrootsUnion]:
    union = GrassrootsUnion
    return union.alive().where(union.status.in_(STANDING)).select(union.id)


CONSISTENCY = (
    we_are_one,
    dissolved_on_a_day,
    one_chair_at_a_time,
    covers_what_it_lists,
    each_unit_belongs_to_one,
    no_more_members_than_workers,
    ends_with_its_enterprise,
)
