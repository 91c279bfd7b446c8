"""Figures of voluntary service: times, people, and hours (domain 18)."""

from __future__ import annotations

from app.figures.figure import Sum, flow
from app.figures.measures import distinct, total
from app.figures.splits import by
from app.records.base import Query
from app.rules.periods import Period
from app.subjects.activities.volunteering.records import VolunteerService
from app.subjects.members.records import person_told

TITLE = "志愿服务"
_KIND = by(VolunteerService.kind)
_occasion = distinct(
    "按日期和项目去重后的次数", VolunteerService.served_on.concat("|").concat(VolunteerService.title)
)
_person = distinct(
    "按会员或姓名和单位去重后的人数",
    person_told(VolunteerService.member, VolunteerService.name, VolunteerService.unit),
)


def _served(period: Period) -> Query[VolunteerService]:
    return VolunteerService.alive().where(VolunteerService.served_on.between(*period))


@flow("志愿服务活动", "次", measure=_occasion, split=_KIND, lists=VolunteerService.title)
def occasions(period: Period) -> Query[VolunteerService]:
    return _served(period)


@flow("志愿服务人次", "人次", split=_KIND)
def services(period: Period) -> Query[VolunteerService]:
    return _served(period)


@flow("志愿者人数", "人", measure=_person)
def volunteers(period: Period) -> Query[VolunteerService]:
    return _served(period)


@flow("志愿服务小时", "小时", measure=total(VolunteerService.hours), split=_KIND, charted=True)
def hours(period: Period) -> Query[VolunteerService]:
    return _served(period)


@flow("志愿服务受益", "人次", measure=total(VolunteerService.served), about="没有填人次的不在内")
def served(period: Period) -> Query[VolunteerService]:
    return _served(period)


SUMS = tuple(Sum(whole, whole.parts) for whole in (services, hours))
