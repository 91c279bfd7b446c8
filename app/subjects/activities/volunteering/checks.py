"""The rules of voluntary service: nobody serves longer than a day has hours, nor twice at one time."""

from __future__ import annotations

from collections.abc import Iterator

from app.fields.problems import Block, Problem, Warn
from app.keeping.rules import duplicates
from app.subjects.activities.volunteering.records import VolunteerService

_DAY, _LONG = 24_00, 12_00  # hundredths of an hour


def within_a_day(service: VolunteerService) -> Iterator[Problem]:
    """What is entered for a day fits in it."""
    if service.hours is None:
        return
    if service.hours > _DAY:
        yield Block(VolunteerService.hours, "一天没有这么多小时，请按天分开登记")
    elif service.hours > _LONG:
        yield Warn(VolunteerService.hours, "一天超过 12 小时，请核对")


def served_once(service: VolunteerService) -> Iterator[Problem]:
    """The same service of the same person on a day may have been entered twice."""
    if not (service.name and service.served_on and service.title):
        return
    same = duplicates(service, VolunteerService.name, VolunteerService.served_on, VolunteerService.title)
    if any((one.unit or "") == (service.unit or "") for one in same):
        yield Warn(VolunteerService.name, "当天已登记过这个人的这项服务，请核对是否重复")


SERVICE = (within_a_day, served_once)
