"""The rules of honours."""

from __future__ import annotations

from collections.abc import Iterator

from app.fields.problems import Block, Problem, Warn
from app.keeping.rules import duplicates
from app.subjects.office.honours.records import PERSON, Honour


def member_is_the_person(honour: Honour) -> Iterator[Problem]:
    """Only a person can be a member, and the member chosen is the one who is named."""
    if honour.member is None:
        return
    if honour.recipient_kind != PERSON:
        yield Block(Honour.member, f"填了会员，获得者类别应为“{PERSON}”，请核对")
    elif honour.recipient and honour.recipient != honour.member.name:
        yield Block(Honour.member, f"获得者写的是{honour.recipient}，请重新选择会员，或改获得者")


def granted_once(honour: Honour) -> Iterator[Problem]:
    """The same title is granted to the same recipient once a year."""
    if not honour.title or honour.granted_on is None:
        return
    granted = duplicates(honour, Honour.title, Honour.recipient_kind, Honour.recipient)
    if any(other.granted_on and other.granted_on.year == honour.granted_on.year for other in granted):
        yield Warn(Honour.title, f"{honour.granted_on.year}年已登记过这项荣誉，请核对是否重复")


HONOUR = (member_is_the_person, granted_once)
