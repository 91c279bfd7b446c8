"""What needs thought of grassroots unions: setting up, terms, members (domain 2.2, 2.4 and 2.8)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from app.fields.problems import Block, Problem, Warn
from app.keeping.rules import duplicates, first
from app.records.called import called
from app.records.distinct import are_distinct
from app.records.profile import Profile, standard
from app.rules import regulations
from app.rules.dates import write_date
from app.rules.unit_names import spelled_name
from app.subjects.unions.enterprises.records import CLOSED
from app.subjects.unions.grassroots.records import (
    ENDINGS,
    JOINT_TYPES,
    STANDING,
    GrassrootsUnion,
    UnionElection,
    UnionStatus,
    UnionType,
    chairs_of,
    committee_of,
    covered_by,
)

_SIZES = ((24, 3, 5), (200, 3, 7), (1000, 7, 15))  # up to so many members: so many on the committee
_CODE_OF_UNIONS = "8"
_REMARK = re.compile("[（(][^（）()]*[）)]$")  # behind the name of one that is being founded: （筹）


def _one_is_gone(*unions: GrassrootsUnion) -> bool:
    """Tell whether one of two unions was dissolved: the other may be founded anew under its name."""
    return any(union.status == UnionStatus.DISSOLVED for union in unions)


def is_called_a_union(union: GrassrootsUnion) -> Iterator[Problem]:
    """A union's name says that it is one, and belongs to one union only; so does being our own.

    The union above has a default, so that it cannot be declared required: it may be emptied all the same.
    """
    if union.name and not _REMARK.sub("", union.name).endswith(ENDINGS):
        yield Block(GrassrootsUnion.name, f"应以{'、'.join(ENDINGS)}结尾，请核对全称")
    names = (*GrassrootsUnion.name.names(union.name), *GrassrootsUnion.former_names.names(union.former_names))
    namesakes = [other for name in names for other in called(GrassrootsUnion, name)]
    namesakes = [other for other in namesakes if other.id != union.id and not _one_is_gone(other, union)]
    spelled = spelled_name(union.name or "")
    if twin := next((other for other in namesakes if spelled_name(other.name) == spelled), None):
        yield Block(GrassrootsUnion.name, f"这个工会已登记（{twin.union_no}），请打开那条记录修改")
    elif namesakes:
        yield Warn(GrassrootsUnion.name, f"可能与“{namesakes[0].name}”是同一工会，请核对")
    if not union.parent_union:
        yield Block(GrassrootsUnion.parent_union, "请填写上级工会")
    if union.is_own:
        for twin in duplicates(union, GrassrootsUnion.is_own)[:1]:
            yield Block(GrassrootsUnion.is_own, f"“{twin.name}”已登记为本会，本会只有一个")


def rests_on_units(union: GrassrootsUnion) -> Iterator[Problem]:
    """A unit has one independent union; a joint one covers several, all that are listed (domain 2.2)."""
    if union.union_type == UnionType.INDEPENDENT and union.enterprise_id is not None:
        twin = _independent_union_beside(union)
        if twin is not None and not are_distinct(union, twin):
            yield Warn(GrassrootsUnion.enterprise, f"这个单位已有“{twin.name}”，请核对是否重复")
    count = union.covered_unit_count
    if union.union_type not in JOINT_TYPES or count is None:
        return
    if count < 2:
        yield Warn(GrassrootsUnion.covered_unit_count, f"{union.union_type}一般涵盖 2 家以上单位，请核对")
    elif union.id is not None and (listed := covered_by(union).count()) > count:
        yield Warn(GrassrootsUnion.covered_unit_count, f"少于已列出的 {listed} 家涵盖单位，请核对")


def _independent_union_beside(union: GrassrootsUnion) -> GrassrootsUnion | None:
    same = duplicates(union, GrassrootsUnion.enterprise, GrassrootsUnion.union_type)
    return next((one for one in same if one.status in STANDING), None)


def unit_still_works(union: GrassrootsUnion) -> Iterator[Problem]:
    """Where the enterprise ends, its union ends and is reported; it has no more members than workers."""
    unit = union.enterprise
    if unit is None:
        return
    if unit.business_status in CLOSED and union.status in STANDING:
        yield Warn(GrassrootsUnion.enterprise, f"这个单位已{unit.business_status}，工会应撤销并报上级备案")
    workers = unit.employee_count
    if (
        union.union_type == UnionType.INDEPENDENT
        and None not in (workers, union.member_count)
        and union.member_count > workers
    ):
        yield Warn(GrassrootsUnion.member_count, f"多于单位的职工人数 {workers} 人，请核对")


def term_runs(union: GrassrootsUnion) -> Iterator[Problem]:
    """A union elects anew before its term is over (domain 2.4)."""
    if union.status == UnionStatus.NORMAL and union.term_end and union.term_end < date.today():
        ended = GrassrootsUnion.term_end.format(union.term_end)
        yield Warn(
            GrassrootsUnion.term_end, f"本届任期已于{ended}届满，请办理换届", source=regulations.TERM.source
        )


def elected_while_it_stood(union: GrassrootsUnion) -> Iterator[Problem]:
    """A union is not dissolved before its last election."""
    if union.id is None or union.status != UnionStatus.DISSOLVED or union.status_date is None:
        return
    later = first(
        UnionElection.alive().where(
            UnionElection.union == union.id, UnionElection.held_on > union.status_date
        )
    )
    if later is not None:
        sentence = f"早于{write_date(later.held_on)}的换届，请核对两个日期"
        yield Block(GrassrootsUnion.status_date, sentence)


def women_are_represented(union: GrassrootsUnion) -> Iterator[Problem]:
    """Many women members have a committee, a few a member of the committee."""
    women = union.female_member_count or 0
    if not women or union.has_women_committee == "已建":
        return
    if women >= standard(Profile.women_for_committee):
        yield Warn(
            GrassrootsUnion.has_women_committee,
            f"女会员 {women} 人，一般应建立女职工委员会",
            source=regulations.WOMEN.source,
        )
    elif union.has_women_committee == "未建":
        yield Warn(GrassrootsUnion.has_women_committee, "有女会员，应设女工委员")


def code_is_a_unions(union: GrassrootsUnion) -> Iterator[Problem]:
    """The credit code of a legal person begins with the digit of unions: the unit's own does not."""
    if union.uscc and not union.uscc.startswith(_CODE_OF_UNIONS):
        yield Warn(GrassrootsUnion.uscc, "工会的代码以 8 开头，请核对是否填成了单位的代码")


def committee_is_complete(union: GrassrootsUnion) -> Iterator[Problem]:
    """A standing union has one chair, and as large a committee as its members ask for.

    A list that names nobody but the chair says nothing about the committee's size.
    """
    if union.id is None or union.status not in STANDING:
        return
    chairs = chairs_of(union).count()
    if chairs != 1:
        sitting = "还没有登记现任主席" if not chairs else f"现任主席有 {chairs} 人"
        yield Warn(GrassrootsUnion.term_no, f"{sitting}，请在“委员会”中核对")
    seats = committee_of(union).count()
    size = next(((few, many) for most, few, many in _SIZES if (union.member_count or 0) <= most), None)
    if size is not None and seats > 1 and not size[0] <= seats <= size[1]:
        usual = f"会员 {union.member_count or 0} 人的委员会一般为 {size[0]}～{size[1]} 人"
        yield Warn(GrassrootsUnion.member_count, f"{usual}，现有 {seats} 人，请核对")


UNION = (
    is_called_a_union,
    rests_on_units,
    unit_still_works,
    term_runs,
    elected_while_it_stood,
    women_are_represented,
    code_is_a_unions,
    committee_is_complete,
)
