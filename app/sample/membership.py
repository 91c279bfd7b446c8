"""What hangs on the sample's members: dues of 2011, close relatives, working lives."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.keeping import keeping
from app.records.profile import profile
from app.sample.members import Joined
from app.sample.people import Inventor, surname_of
from app.sample.rows import enter
from app.subjects.members.membership.records import DuesPayment
from app.subjects.members.records import Member, MemberJob, MemberRelative
from app.subjects.members.register import JOBS, RELATIVES

_YEAR = 2011
_COLLECTED_UP_TO = 11
_DESCRIBED = range(6, 18)  # the positions of those whose registration form was filled in to the end
_FORMER_EMPLOYERS = ("东泰服装厂", "泰祥服务公司", "红旗修配社", "前进五金厂", "永兴饭店")


def enter_dues() -> None:
    """Enter the dues of 2011 of every second member on the roll."""
    per_mille = profile().dues_rate
    paying = list(Member.alive().where(Member.status == "在册").order_by(Member.id))
    enter([payment for member in paying[::2] for payment in _dues(member, per_mille)])


def _dues(member: Member, per_mille: int) -> Iterator[DuesPayment]:
    due = (member.monthly_wage or 0) * per_mille // 1000
    for month in _months(member):
        yield DuesPayment(
            member=member, month=f"{_YEAR}-{month:02d}", due=due, paid=due, paid_on=date(_YEAR, month, 15)
        )


def _months(member: Member) -> range:
    approved = member.approved_on
    first = approved.month if approved is not None and approved.year == _YEAR else 1
    return range(first, _COLLECTED_UP_TO + 1)


def enter_lives(inventor: Inventor, joined: list[Joined]) -> None:
    """Enter the relatives and the working lives of a few members."""
    for position in _DESCRIBED:
        for relative in _relatives(inventor, joined[position]):
            keeping.save(RELATIVES, relative)
        for job in _jobs(inventor, joined[position].record):
            keeping.save(JOBS, job)


def _relatives(inventor: Inventor, joined: Joined) -> Iterator[MemberRelative]:
    person, member = joined.person, joined.record
    year = person.birth_date.year
    other, near = "女" if person.sex == "男" else "男", range(year - 2, year + 4)
    spouse = inventor.person(other, near, person.area, ethnicity=person.ethnicity)
    relation = "妻子" if person.sex == "男" else "丈夫"
    employer = inventor.random.choice((*_FORMER_EMPLOYERS, "灵活就业"))
    yield MemberRelative(member=member, name=spouse.name, relation=relation, employer=employer)
    if year < 1985:
        sex = inventor.random.choice("男女")
        father = person if person.sex == "男" else spouse
        born, surname = range(year + 24, year + 28), surname_of(father.name)
        child = inventor.person(sex, born, person.area, surname=surname, ethnicity=person.ethnicity)
        relation = "儿子" if sex == "男" else "女儿"
        yield MemberRelative(member=member, name=child.name, relation=relation)


def _jobs(inventor: Inventor, member: Member) -> Iterator[MemberJob]:
    changed = f"{max(member.birth_date.year + 26, 2002)}-{inventor.random.randint(1, 12):02d}"
    until = member.applied_on.isoformat() if member.applied_on is not None else changed
    if member.work_start is not None and member.work_start < changed < until:
        employer = inventor.random.choice(_FORMER_EMPLOYERS)
        yield MemberJob(member=member, first_month=member.work_start, last_month=changed, employer=employer)
        yield MemberJob(
            member=member, first_month=changed, employer=member.employer, job_title=member.job_title
        )
