"""The sample office's members: its committee, those who joined before and in 2011, those who left."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from app.keeping import keeping
from app.sample.enterprises import COMMITTEE_OFFICE
from app.sample.names import HOME_AREA
from app.sample.office import FOUNDED, Staff
from app.sample.people import Inventor, Person
from app.sample.steps import take_step
from app.subjects.members.records import Member
from app.subjects.members.register import MEMBERS

_BORN = range(1960, 1987)


class _Seat(NamedTuple):
    post: str
    sex: str
    employer: str
    job_title: str


_COMMITTEE = (
    _Seat("主席", "男", COMMITTEE_OFFICE, "社区书记"),
    _Seat("副主席", "女", COMMITTEE_OFFICE, "居委会副主任"),
    _Seat("经审委员", "男", COMMITTEE_OFFICE, "会计"),
    _Seat("女工委员", "女", COMMITTEE_OFFICE, "妇女干部"),
    _Seat("委员", "男", "泰祥物业管理有限公司", "客服主管"),
    _Seat("委员", "女", "惠邻百货有限公司", "楼面经理"),
)
_APPROVALS_BEFORE = ((FOUNDED, 12), (date(2008, 11, 14), 5), (date(2009, 6, 12), 5), (date(2010, 4, 16), 8))
_APPROVALS_IN_2011 = (
    (date(2011, 2, 25), 5),
    (date(2011, 3, 25), 6),
    (date(2011, 4, 29), 6),
    (date(2011, 6, 17), 6),
)
_APPLICATIONS_WAITING = (date(2011, 11, 28), date(2011, 12, 15))
_MIGRANTS_BEFORE = (24, 25, 26, 27, 28, 29)  # positions among the thirty who joined before 2011
_LOCALS_IN_2011 = (3, 7, 11, 15, 19, 22)  # positions among the twenty-three who joined in 2011
_GROUP_LEADERS = (8, 17, 36)  # positions on the whole roll
_MOVED_IN = 20


class _Change(NamedTuple):
    position: int
    step: str
    on: date
    reason: str


_CHANGES = (
    _Change(9, "保留会籍", date(2009, 3, 10), "单位停产待岗"),
    _Change(9, "恢复会籍", date(2009, 9, 1), "重新上岗"),
    _Change(19, "保留会籍", date(2010, 11, 15), "失业，在街道办理失业登记"),
    _Change(14, "退会", date(2010, 12, 6), "本人书面申请"),
    _Change(22, "转出", date(2011, 2, 15), "到外区单位工作"),
)
_FORMER_UNION = "东泰服装厂工会"
_NEXT_UNION = "康宁社区工会"
_JOBS = {
    "祥安保洁服务有限公司": ("保洁员", "家政服务员", "绿化养护工"),
    "佳禾园餐饮管理有限公司": ("餐厅服务员", "厨师", "收银员"),
    "顺途货运有限公司": ("驾驶员", "搬运工", "调度员"),
    "东岭五金制品有限公司": ("冲压工", "质检员", "仓库管理员"),
    "惠邻百货有限公司": ("收银员", "营业员", "理货员"),
    "新缘纺织品有限公司": ("挡车工", "缝纫工", "检验员"),
    "宏匠装饰工程有限公司": ("油漆工", "木工", "水电工"),
    "灵活就业": ("家政服务员", "钟点工", "修理摊主"),
}
"""What members do, by employer: units without a union of their own."""


@dataclass(frozen=True)
class Joined:
    """A member: the person who was invented, and the record that was saved."""

    person: Person
    record: Member


class _Place(NamedTuple):
    """A place on the roll before it is known who takes it."""

    applied_on: date
    approved_on: date | None
    migrant: bool


def invent_committee(inventor: Inventor) -> list[Person]:
    """Invent the six of the committee, the chair first."""
    return [inventor.person(seat.sex, range(1956, 1972), HOME_AREA) for seat in _COMMITTEE]


def staff_of(committee: list[Person]) -> Staff:
    """Return who signs for the office: the chair, the auditor, and as clerk the deputy chair."""
    leader, clerk, auditor = (person.name for person in committee[:3])
    return Staff(leader=leader, auditor=auditor, clerk=clerk)


def enter_members(inventor: Inventor, committee: list[Person]) -> list[Joined]:
    """Enter everybody in the order of joining, then what became of some of them."""
    clerk = staff_of(committee).clerk
    joined = []
    for position, place in enumerate(_roll(inventor)):
        if position < len(committee):
            person = committee[position]
        else:
            person = inventor.worker(_BORN, local=not place.migrant)
        record = _member(inventor, person, position, place)
        record.handled_by = clerk
        record.other_union = _FORMER_UNION if position == _MOVED_IN else None
        keeping.save(MEMBERS, record)
        joined.append(Joined(person, record))
    for change in _CHANGES:
        _change(joined[change.position].record, change)
    return joined


def _roll(inventor: Inventor) -> list[_Place]:
    before = [day for day, number in _APPROVALS_BEFORE for _ in range(number)]
    in_2011 = [day for day, number in _APPROVALS_IN_2011 for _ in range(number)]
    places = [(day, position in _MIGRANTS_BEFORE) for position, day in enumerate(before)]
    places += [(day, position not in _LOCALS_IN_2011) for position, day in enumerate(in_2011)]
    approved = [
        _Place(day - timedelta(days=inventor.random.randint(8, 20)), day, migrant) for day, migrant in places
    ]
    return approved + [_Place(day, None, migrant=True) for day in _APPLICATIONS_WAITING]


def _member(inventor: Inventor, person: Person, position: int, place: _Place) -> Member:
    chance = inventor.random
    seat = _COMMITTEE[position] if position < len(_COMMITTEE) else None
    joined = place.approved_on is not None
    employer = seat.employer if seat else chance.choice(list(_JOBS))
    return Member(
        applied_on=place.applied_on,
        card_no=f"0231{position + 1:06d}" if joined else None,
        name=person.name,
        sex=person.sex,
        birth_date=person.birth_date,
        ethnicity=person.ethnicity,
        id_number=person.id_number,
        political_status="中共党员" if seat else chance.choice(("群众", "群众", "群众", "共青团员")),
        education=chance.choice(("大专", "本科") if seat else ("初中", "初中", "高中", "中专(中职)", "大专")),
        native_place=person.native_place,
        household_type="外地农村" if place.migrant else "本市城镇",
        is_migrant_worker=place.migrant,
        employer=employer,
        job_title=seat.job_title if seat else chance.choice(_JOBS[employer]),
        skill_level=chance.choice((None, None, "初级工", "中级工")),
        monthly_wage=100_00 * chance.randint(15, 32),
        mobile=person.mobile,
        address=person.address,
        work_start=f"{person.birth_date.year + chance.randint(18, 20)}-{chance.randint(1, 12):02d}",
        join_mode=_join_mode(position),
        approved_on=place.approved_on,
        group_name=f"第{'一二三'[position % 3]}小组",
        union_post=_post(position),
        status="在册" if joined else "待审批",
        model_worker="非劳模",
        confirm_mode=chance.choice(("本人签字", "本人签字", "电话确认")),
    )


def _join_mode(position: int) -> str:
    if position == _MOVED_IN:
        return "转入"
    return "集体登记" if position < len(_COMMITTEE) * 2 else "本人申请"


def _post(position: int) -> str:
    if position < len(_COMMITTEE):
        return _COMMITTEE[position].post
    return "小组长" if position in _GROUP_LEADERS else "会员"


def _change(member: Member, change: _Change) -> None:
    values: dict[str, object] = {"status_date": change.on, "status_reason": change.reason}
    if change.step == "转出":
        values["other_union"] = _NEXT_UNION
    take_step(MEMBERS, Member.get_by_id(member.id), change.step, values)
