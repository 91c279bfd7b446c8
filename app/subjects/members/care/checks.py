"""The rules of gifts to members: within what is allowed to a head and a year, and in kind (domain 18)."""

from __future__ import annotations

from collections.abc import Iterator

from app.fields.problems import Block, Problem, Warn
from app.keeping.rules import duplicates
from app.rules.money import write_fen
from app.subjects.members.care.records import CASH, FESTIVE, GROUP, PERSON, CareLimit, MemberCare, limits_of

_ONCE_A_YEAR = (FESTIVE, "生日", "结婚", "退休离岗", "会员去世")


def within_limits(care: MemberCare) -> Iterator[Problem]:
    """Nobody is given more than the rules of the year allow, in cash only where they allow it."""
    if care.over_reason or not (care.occasion and care.given_on and care.amount and care.people):
        return
    for limit in limits_of(care.occasion, care.given_on.year, care.fund_source):
        yield from _cash(care, limit)
        yield from _money(care, limit)


def _cash(care: MemberCare, limit: CareLimit) -> Iterator[Problem]:
    if limit.no_cash and care.form == CASH:
        yield Block(
            MemberCare.form, f"{care.occasion}慰问不得发现金{_by(limit)}，请改为实物，或写明超标准理由"
        )


def _money(care: MemberCare, limit: CareLimit) -> Iterator[Problem]:
    if limit.per_time is not None and care.amount > limit.per_time * care.people:
        yield Block(
            MemberCare.amount,
            f"超过{care.occasion}每人每次上限 {write_fen(limit.per_time)} 元{_by(limit)}，"
            "请减少金额，或写明超标准理由",
        )
        return
    if limit.per_year is None or care.recipient_kind == GROUP:
        return
    before = sum(one.amount or 0 for one in _this_year(care) if limit.fund_source in (None, one.fund_source))
    if before + care.amount > limit.per_year:
        yield Block(
            MemberCare.amount,
            f"本年已给 {write_fen(before)} 元，再给将超过{care.occasion}每人全年上限"
            f" {write_fen(limit.per_year)} 元{_by(limit)}，请减少金额，或写明超标准理由",
        )


def _by(limit: CareLimit) -> str:
    return f"（{limit.source}）" if limit.source else ""


def _this_year(care: MemberCare) -> list[MemberCare]:
    """Return what the same person got in the year for the same kind of occasion."""
    return [
        one
        for one in duplicates(care, MemberCare.recipient, MemberCare.occasion)
        if one.given_on.year == care.given_on.year and _is_same_person(one, care)
    ]


def _is_same_person(one: MemberCare, other: MemberCare) -> bool:
    if one.member_id is not None and other.member_id is not None:
        return one.member_id == other.member_id
    return (one.employer or "") == (other.employer or "")


def given_once(care: MemberCare) -> Iterator[Problem]:
    """One festival, one birthday, one retirement a year: a second gift may be the same one entered twice."""
    if care.recipient_kind != PERSON or care.occasion not in _ONCE_A_YEAR or not care.given_on:
        return
    if any(one.festival == care.festival for one in _this_year(care)):
        yield Warn(MemberCare.recipient, f"本年已登记过{care.festival or care.occasion}慰问，请核对是否重复")


def one_person_is_one(care: MemberCare) -> Iterator[Problem]:
    """A member is one person, and the one who is named."""
    if care.recipient_kind == PERSON and care.people not in (None, 1):
        yield Block(MemberCare.people, f"慰问的是{care.people}人，对象类别应为“集体”，或改为 1 人")
    if care.member is not None and care.recipient and care.recipient != care.member.name:
        yield Block(MemberCare.member, f"慰问对象写的是{care.recipient}，请重新选择会员，或改慰问对象")


CARE = (within_limits, given_once, one_person_is_one)


def limits_something(limit: CareLimit) -> Iterator[Problem]:
    """A standard limits something."""
    if limit.per_time is None and limit.per_year is None and not limit.no_cash:
        yield Block(CareLimit.per_time, "请至少填写一项：每次上限、全年上限，或不得发现金")
