"""The rules of honours, and what nominations share of them."""

from __future__ import annotations

from collections.abc import Iterator

from app.fields import DateField
from app.fields.problems import Block, Problem, Warn
from app.keeping.rules import duplicates
from app.records.base import Record
from app.subjects.office.honours.recipients import PERSON
from app.subjects.office.honours.records import Honour


def member_is_the_person(record: Record) -> Iterator[Problem]:
    """Only a person can be a member, and the member chosen is the one who is named."""
    kind, name, member = (record.described()[one] for one in ("recipient_kind", "recipient", "member"))
    chosen, recipient = getattr(record, member.name), getattr(record, name.name)
    if chosen is None:
        return
    if getattr(record, kind.name) != PERSON:
        yield Block(member, f"填了会员，{kind.label}应为“{PERSON}”，请核对")
    elif recipient and recipient != chosen.name:
        yield Block(member, f"{name.label}写的是{recipient}，请重新选择会员，或改{name.label}")


def once_a_year(record: Record, day: DateField, done: str) -> Iterator[Problem]:
    """Warn of a title that was `done` before for the same recipient in the year of a day."""
    title, *who = (record.described()[one] for one in ("title", "recipient_kind", "recipient"))
    on = getattr(record, day.name)
    if not getattr(record, title.name) or on is None:
        return
    days = (getattr(other, day.name) for other in duplicates(record, title, *who))
    if any(other is not None and other.year == on.year for other in days):
        yield Warn(title, f"{on.year}年已{done}过这项荣誉，请核对是否重复")


def granted_once(honour: Honour) -> Iterator[Problem]:
    """The same title is granted to the same recipient once a year."""
    yield from once_a_year(honour, Honour.granted_on, "登记")


HONOUR = (member_is_the_person, granted_once)
