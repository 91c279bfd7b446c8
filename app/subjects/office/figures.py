"""Facts of the office itself, as the settings have them (domain 0.8)."""

from __future__ import annotations

from datetime import date

from app.figures.figure import fact
from app.records.base import Query
from app.records.profile import Profile

TITLE = "本会"


@fact("工会名称", Profile.name)
def name(day: date) -> Query[Profile]:
    return Profile.alive()


@fact("街道名称", Profile.street)
def street(day: date) -> Query[Profile]:
    return Profile.alive()


@fact("上级工会", Profile.upper_union)
def upper_union(day: date) -> Query[Profile]:
    return Profile.alive()


@fact("工会负责人", Profile.leader)
def leader(day: date) -> Query[Profile]:
    return Profile.alive()
