"""The logic checks of the annual returns (domain 9.1)."""

from __future__ import annotations

from collections.abc import Iterator

from app.fields.problems import Block, Problem, Warn
from app.keeping.rules import first, in_order, not_ahead, others
from app.records.profile import Profile, standard
from app.rules.numbers import write_percent
from app.rules.periods import statistics_year
from app.subjects.publications.returns.records import (
    INDEPENDENT,
    JOINT_TYPES,
    PASSED,
    AnnualReturn,
    ReturnStatus,
    return_of_year_before,
)

_IN_HAND = (ReturnStatus.RECEIVED, ReturnStatus.ENTERED)
_PARTS = (
    (AnnualReturn.women_workers, AnnualReturn.workers),
    (AnnualReturn.migrant_workers, AnnualReturn.workers),
    (AnnualReturn.dispatched_workers, AnnualReturn.workers),
    (AnnualReturn.members, AnnualReturn.workers),
    (AnnualReturn.women_members, AnnualReturn.members),
    (AnnualReturn.migrant_members, AnnualReturn.members),
    (AnnualReturn.women_members, AnnualReturn.women_workers),
    (AnnualReturn.migrant_members, AnnualReturn.migrant_workers),
)


def parts_within_whole(one: AnnualReturn) -> Iterator[Problem]:
    """No part is larger than its whole: women than all, members than workers."""
    for part, whole in _PARTS:
        number, limit = getattr(one, part.name), getattr(one, whole.name)
        if number is not None and limit is not None and number > limit:
            yield Block(part, f"多于{whole.label} {limit} 人，请核对")


def joint_union_covers_several(one: AnnualReturn) -> Iterator[Problem]:
    """A joint union covers two units at least, and says how many; an independent one covers its own."""
    units = one.covered_units
    if one.union_type in JOINT_TYPES:
        if units is not None and units < 2:
            yield Block(AnnualReturn.covered_units, f"{one.union_type}至少涵盖 2 家单位，请核对")
        if units is None and one.status in _IN_HAND:
            yield Block(AnnualReturn.covered_units, f"{one.union_type}请填写涵盖单位数")
    elif one.union_type == INDEPENDENT and units is not None and units > 1:
        yield Block(AnnualReturn.covered_units, "独立工会只有本单位，请核对组织类型")


def reported_once(one: AnnualReturn) -> Iterator[Problem]:
    """A union reports once for a year; a code belongs to one union."""
    of_year = others(one).where(AnnualReturn.year == one.year)
    if one.union_name and of_year.where(AnnualReturn.union_name == one.union_name).exists():
        yield Block(AnnualReturn.union_name, f"{one.year}统计年度已有这家工会，请打开那条记录修改")
    if one.code and (twin := first(of_year.where(AnnualReturn.code == one.code))) is not None:
        yield Block(AnnualReturn.code, f"“{twin.union_name}”已用这个统计代码，请核对")


def filled_in_when_received(one: AnnualReturn) -> Iterator[Problem]:
    """A return in hand has a day and head counts; an entered one was checked and found right."""
    if one.status in _IN_HAND:
        for field in (AnnualReturn.received_on, AnnualReturn.workers, AnnualReturn.members):
            if getattr(one, field.name) is None:
                yield Block(field, f"报表{one.status}，请填写{field.label}")
    if one.status == ReturnStatus.ENTERED:
        if one.entered_on is None:
            yield Block(AnnualReturn.entered_on, "已录入，请填写录入日期")
        if one.check_result != PASSED:
            yield Block(AnnualReturn.check_result, "逻辑检查通过后才能录入国家软件")
    if one.status == ReturnStatus.SENT_BACK and not one.check_note:
        yield Block(AnnualReturn.check_note, "退回修改，请写明意见")


def days_in_order(one: AnnualReturn) -> Iterator[Problem]:
    """A return is received, then entered, by today; it hardly comes before its year is over."""
    yield from in_order(one, (AnnualReturn.received_on, AnnualReturn.entered_on))
    yield from not_ahead(one, AnnualReturn.received_on, AnnualReturn.entered_on, AnnualReturn.reminded_on)
    if one.year is None or one.received_on is None:
        return
    last = statistics_year(one.year).last
    if one.received_on <= last:
        yield Warn(AnnualReturn.received_on, f"统计年度到{last.month}月{last.day}日才结束，请核对")


def large_change_is_explained(one: AnnualReturn) -> Iterator[Problem]:
    """Head counts that changed much since last year need a note before they are entered."""
    if one.change_note or one.union_name is None:
        return
    before = return_of_year_before(one)
    if before is None:
        return
    most = standard(Profile.noted_change)
    for field in (AnnualReturn.workers, AnnualReturn.members):
        now, then = getattr(one, field.name), getattr(before, field.name)
        if now is not None and then and abs(now - then) * 1000 > then * most:
            sentence = f"{field.label}比上年（{then} 人）变动超过 {write_percent(most)}，请写明原因"
            problem = Block if one.status == ReturnStatus.ENTERED else Warn
            yield problem(AnnualReturn.change_note, sentence)
            return
