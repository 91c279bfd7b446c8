"""The sample's unions: our own, and the 985 whose annual statistics the office collects."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random

from app.keeping import deriving, keeping
from app.rules.dates import years_later
from app.sample import democracy
from app.sample.enterprises import COMMITTEE_OFFICE, FOREIGN
from app.sample.names import invent_name
from app.sample.office import FOUNDED, NAME, TRADE_UNION, UPPER_UNION, Staff
from app.sample.rows import enter
from app.sample.signers import AREAS, UNITS_OF_AREAS
from app.sample.supervised import enter_supervised
from app.subjects.members.records import Member
from app.subjects.unions.committees.register import COMMITTEE, COVERED, ELECTIONS
from app.subjects.unions.enterprises.records import Enterprise
from app.subjects.unions.grassroots.records import (
    CommitteeMember,
    CoveredUnit,
    GrassrootsUnion,
    UnionElection,
)
from app.subjects.unions.grassroots.register import UNIONS

_SEED = 985
_FEDERATION = "泰祥社区总工会"
_END_OF_2011 = date(2011, 12, 31)
_REGISTERED_ON = date(2011, 9, 30)
_SECOND_TERM = years_later(FOUNDED, 3)  # of our own union
_COLLECTIVE = "明泰印刷厂"
_FOUNDED_IN_2011 = {"广达汽车修配有限责任公司": date(2011, 4, 12)}
_JOINT = 855  # with the compounds' eighteen and the trade's one: 874
_FIRST, _SECOND = "金银玉宝紫翠碧云星月天海江河山", "辰辉荣昌盛和平安泰宁康福源泉林森桥门"
_BUILDINGS = ("大厦", "商务楼", "商厦", "创业园", "街坊")
_POSTS = ("主席", "经审委员", "女工委员", "组织委员", "宣传委员", "文体委员", "劳动保护委员")
_LARGE = 200
_YEARS_BEFORE_CONTRACTS = 9  # from 2001
_SHOPS = ("便民超市", "理发店", "早餐店", "五金店")


def enter_unions(staff: Staff) -> None:
    """Enter the units, the unions with their committees, the surveys and the democratic management."""
    chance = Random(_SEED)
    surveyed = enter_supervised(chance)
    _enter_our_own()
    enter([*_independent(), *_compounds(chance), *_joint(chance)])
    others = list(GrassrootsUnion.alive().where(~GrassrootsUnion.is_own).order_by(GrassrootsUnion.id))
    enter([seat for union in others for seat in _seats(chance, union)])
    enter([row for union in others for row in _covered(chance, union)])
    enter([election for union in others for election in _elections(union)])
    democracy.enter_surveys(chance, surveyed, staff)
    democracy.enter_open_affairs(chance, staff)


def _enter_our_own() -> None:
    """Enter the community's union as its summary has it: six on the committee, three rooms."""
    roll = Member.alive().where(Member.status == "在册")
    own = GrassrootsUnion(
        name=NAME,
        union_type="社区工会",
        is_own=True,
        ownership_kind="其他",
        parent_union=UPPER_UNION,
        founded_on=FOUNDED,
        term_no=2,
        term_start=_SECOND_TERM,
        member_count=roll.count(),
        female_member_count=roll.where(Member.sex == "女").count(),
        migrant_member_count=roll.where(Member.is_migrant_worker).count(),
        has_women_committee="设女工委员",
        has_audit_committee=True,
        venues=("办公场所", "活动场所", "学习场所"),
        registered_on=FOUNDED,
        told_on=_REGISTERED_ON,
    )
    keeping.save(UNIONS, own)
    for member in roll.where(Member.union_post.not_in(("会员", "小组长"))).order_by(Member.id):
        keeping.save(COMMITTEE, _own_seat(own, member))
    for term_no, day, expected, attended in ((1, FOUNDED, 12, 12), (2, _SECOND_TERM, 44, 41)):
        election = UnionElection(
            union=own, held_on=day, term_no=term_no, expected=expected, attended=attended
        )
        keeping.save(ELECTIONS, election)
    office = Enterprise.get(Enterprise.name == COMMITTEE_OFFICE)
    keeping.save(COVERED, CoveredUnit(union=own, enterprise=office, member_count=12, joined_on=FOUNDED))


def _own_seat(own: GrassrootsUnion, member: Member) -> CommitteeMember:
    return CommitteeMember(
        union=own,
        term_no=own.term_no,
        name=member.name,
        sex=member.sex,
        birth_month=f"{member.birth_date:%Y-%m}",
        post=member.union_post,
        party_post=member.job_title,
        duty="主管工会工作" if member.union_post == "副主席" else None,
        appointed_on=own.term_start,
        phone=member.mobile,
    )


def _independent() -> Iterator[GrassrootsUnion]:
    """Yield the union of each enterprise that has one of its own."""
    founded = Enterprise.alive().where(Enterprise.union_status == "已建会")
    units = founded.where(Enterprise.name.not_in((_COLLECTIVE, COMMITTEE_OFFICE))).order_by(Enterprise.id)
    for position, unit in enumerate(units):
        members, workers = unit.member_count or 0, unit.employee_count or 1
        women = min(members * (unit.female_count or 0) // workers, members)
        yield GrassrootsUnion(
            name=f"{unit.name}工会委员会",
            union_type="独立工会",
            ownership_kind="外资" if unit.ownership_kind == FOREIGN else "私营",
            enterprise=unit,
            member_count=members,
            female_member_count=women,
            migrant_member_count=members * (unit.migrant_count or 0) // workers,
            has_women_committee="已建" if women >= 25 else "设女工委员",
            has_audit_committee=True,
            **_term(position, _FOUNDED_IN_2011.get(unit.name)),
        )


def _compounds(chance: Random) -> Iterator[GrassrootsUnion]:
    """Yield the unions of the compounds, and the one of a trade."""
    for position, (compound, units) in enumerate(zip(AREAS, UNITS_OF_AREAS, strict=True)):
        # None is younger than its first contract: those of every ninth year and later come first again.
        yield _covering(chance, f"{compound}工会", "小区工会", units, position % _YEARS_BEFORE_CONTRACTS)
    yield _covering(chance, TRADE_UNION, "行业工会", 14, 7)


def _joint(chance: Random) -> Iterator[GrassrootsUnion]:
    words = [first + second for first in _FIRST for second in _SECOND]
    words += [second + first for first in _FIRST for second in _SECOND]
    words += [first + second for first in _FIRST for second in _FIRST if first != second]
    words = list(dict.fromkeys(words))
    chance.shuffle(words)
    for position in range(_JOINT):
        building = _BUILDINGS[position % len(_BUILDINGS)]
        word = words[position % len(words)] + ("" if position < len(words) else "第二")
        yield _covering(chance, f"{word}{building}联合工会", "联合工会", chance.randrange(2, 12), position)


def _covering(chance: Random, name: str, kind: str, units: int, position: int) -> GrassrootsUnion:
    members = units * chance.randrange(6, 15)
    women = members * chance.randrange(30, 60) // 100
    return GrassrootsUnion(
        name=name,
        union_type=kind,
        ownership_kind="外资" if position % 5 == 0 else "私营",
        covered_unit_count=units,
        member_count=members,
        female_member_count=women,
        migrant_member_count=members * chance.randrange(20, 50) // 100,
        has_women_committee="已建" if women >= 25 else "设女工委员",
        **_term(position, None),
    )


def _term(position: int, founded: date | None) -> dict[str, object]:
    """Return a union's terms: elected anew in time, but for one in forty of those due in 2011."""
    years = 5 if position % 4 == 3 else 3
    founded = founded or date(2001 + position % 10, 1 + position % 12, 1 + position % 28)
    start, term_no = founded, 1
    while years_later(start, years) <= _END_OF_2011:
        if years_later(start, years).year == _END_OF_2011.year and position % 40 == 1:
            break
        start, term_no = years_later(start, years), term_no + 1
    overdue = years_later(start, years) <= _END_OF_2011
    return {
        "parent_union": _FEDERATION,
        "registered_on": _REGISTERED_ON,
        "told_on": _REGISTERED_ON,
        "founded_on": founded,
        "term_no": term_no,
        "term_start": start,
        "term_years": f"{years}年",
        "status": "到期未换届" if overdue else "正常",
    }


def _seats(chance: Random, union: GrassrootsUnion) -> Iterator[CommitteeMember]:
    """Yield a joint union's chair, or the committee of an independent one."""
    seats = 1
    if union.enterprise_id is not None:
        seats = len(_POSTS) if union.member_count > _LARGE else 3
    for position, post in enumerate(_POSTS[:seats]):
        sex = "女" if post == "女工委员" else "男"
        fashion = "older" if position in (0, 2) else "younger"
        yield CommitteeMember(
            union=union,
            term_no=union.term_no,
            name=invent_name(chance, sex, fashion),
            sex=sex,
            post=post,
            appointed_on=union.term_start,
        )


def _covered(chance: Random, union: GrassrootsUnion) -> Iterator[CoveredUnit]:
    """Yield some of the units that a compound's union covers."""
    if union.union_type != "小区工会":
        return
    place = union.name.removesuffix("工会")
    for shop in _SHOPS:
        workers = chance.randrange(3, 16)
        yield CoveredUnit(
            union=union,
            unit_name=f"{place}{shop}",
            employee_count=workers,
            member_count=workers - 1,
            joined_on=union.founded_on,
        )
    if place == "泰祥一村":
        unit = Enterprise.get(Enterprise.name == _COLLECTIVE)
        row = CoveredUnit(
            union=union, enterprise=unit, member_count=unit.member_count, joined_on=union.founded_on
        )
        deriving.compute_derived(row)  # the unit's name and workers
        yield row


def _elections(union: GrassrootsUnion) -> Iterator[UnionElection]:
    """Yield the elections of the last two years."""
    start = union.term_start
    if start is not None and start.year >= _END_OF_2011.year - 1 and union.enterprise_id is not None:
        yield UnionElection(
            union=union,
            held_on=union.term_start,
            term_no=union.term_no,
            expected=union.member_count,
            attended=union.member_count * 9 // 10,
        )
