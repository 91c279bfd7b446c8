"""The logic checks of the annual returns (domain 9.1)."""

from __future__ import annotations

from collections.abc import Iterator

from app.fields.problems import Block, Problem, Warn
from app.keeping.rules import duplicates, first, others
from app.records.profile import Profile, standard
from app.rules.numbers import write_percent
from app.rules.periods import statistics_year
from app.subjects.publications.returns.records import (
    INDEPENDENT,
    JOINT_TYPES,
    PASSED,
    AnnualReturn,
    ReturnStatus,
    of_the_same_union,
    return_of_year_before,
)

_IN_HAND = (ReturnStatus.RECEIVED, ReturnStatus.ENTERED)


def joint_union_covers_several(record: AnnualReturn) -> Iterator[Problem]:
    """A joint union covers two units at least, and says how many; an independent one covers its own."""
    units = record.covered_units
    if record.union_type in JOINT_TYPES:
        if units is not None and units < 2:
            yield Block(AnnualReturn.covered_units, f"{record.union_type}至少涵盖 2 家单位，请核对")
        if units is None and record.status in _IN_HAND:
            yield Block(AnnualReturn.covered_units, f"{record.union_type}请填写涵盖单位数")
    elif record.union_type == INDEPENDENT and units is not None and units > 1:
        yield Block(AnnualReturn.covered_units, "独立工会只有本单位，请核对组织类型")


def reported_once(record: AnnualReturn) -> Iterator[Problem]:
    """A union reports once for a year, under whichever of its names: else its members count twice."""
    if not record.union_name or record.year is None:
        return
    same = others(record).where(AnnualReturn.year == record.year, of_the_same_union(record))
    if (twin := first(same)) is not None:
        yield Block(AnnualReturn.union_name, f"这个工会当年已有年报（“{twin.union_name}”），请修改那一条")


def code_used_once(record: AnnualReturn) -> Iterator[Problem]:
    """The code (统计代码) is one union's in a year; the sentence names the union that has it."""
    if record.code:
        for twin in duplicates(record, AnnualReturn.year, AnnualReturn.code)[:1]:
            yield Block(AnnualReturn.code, f"“{twin.union_name}”已用这个统计代码，请核对")


def passed_before_entered(record: AnnualReturn) -> Iterator[Problem]:
    """Only what passed the logic check is entered into the national software (domain 9.1)."""
    if record.status == ReturnStatus.ENTERED and record.check_result != PASSED:
        yield Block(AnnualReturn.check_result, "逻辑检查通过后才能录入国家软件")


def received_after_its_year(record: AnnualReturn) -> Iterator[Problem]:
    """A return hardly comes before its statistics year is over, on 30 September (domain 9.1)."""
    if record.year is None or record.received_on is None:
        return
    last = statistics_year(record.year).last
    if record.received_on <= last:
        yield Warn(AnnualReturn.received_on, f"统计年度到{last.month}月{last.day}日才结束，请核对")


def large_change_is_explained(record: AnnualReturn) -> Iterator[Problem]:
    """Head counts that changed much since last year need a note before they are entered.

    How much is much stands in the settings, in thousandths.
    """
    if record.change_note or record.union_name is None:
        return
    before = return_of_year_before(record)
    if before is None:
        return
    most = standard(Profile.noted_change)
    for field in (AnnualReturn.workers, AnnualReturn.members):
        now, then = getattr(record, field.name), getattr(before, field.name)
        if now is not None and then and abs(now - then) * 1000 > then * most:
            sentence = f"{field.label}比上年（{then} 人）变动超过 {write_percent(most)}，请写明原因"
            problem = Block if record.status == ReturnStatus.ENTERED else Warn
            yield problem(AnnualReturn.change_note, sentence)
            return
