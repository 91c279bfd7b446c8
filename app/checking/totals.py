"""Totals and their parts: figures that must add up, totals that were told beside the rows they are of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from peewee import fn

from app.checking.finding import Finding, named
from app.fields import DateField
from app.figures.figure import Sum, model_of
from app.keeping.keeping import draft_of
from app.records.base import Record
from app.register import Register, Totals, register_of
from app.registry import figure_topics, records, registers
from app.rules import periods

_YEARS = 10  # so many years are added up


def findings() -> Iterator[Finding]:
    """Yield the sums of the last years that do not add up, and the totals that say less than their rows."""
    for year in _years():
        period = periods.year(year)
        for topic in figure_topics():
            for added in topic.sums:
                if (sentence := added.disagreement(period)) is not None:
                    yield _of_sum(added, period, sentence)
    for register in registers():
        if register.totals is not None:
            yield from _less_than_rows(register, register.totals)


def _years() -> Iterator[int]:
    """Yield the latest years of which the ledger has something, the last first, however long ago they are."""
    found: set[int] = set()
    for model in records():
        for field in (one for one in model.described().values() if isinstance(one, DateField)):
            years = model.alive().where(field <= date.today()).select(fn.SUBSTR(field, 1, 4)).distinct()
            found.update(int(year) for (year,) in years.tuples())
    yield from sorted(found, reverse=True)[:_YEARS]


def _of_sum(added: Sum, period: periods.Period, sentence: str) -> Finding:
    register = register_of(model_of(added.whole, period))
    said = f"{period.label}{sentence}，请核对。"
    if register is None:
        return Finding(said)
    return Finding(said, register.key, tuple(record.id for record in added.whole.query(period)))


def _less_than_rows(register: Register, totals: Totals) -> Iterator[Finding]:
    """A total told by somebody may count more than the rows that were entered, never less."""
    for computed, kept in totals.fields:
        if kept is None or computed.derive is None:
            continue
        for record in register.record.alive().where(kept.is_null(False)):
            told = record.__data__[kept.name]
            listed = _by_rows(record, computed.derive, kept.name)
            if listed is not None and listed > told:
                sentence = f"的“{kept.label}”是 {told:,}，少于逐条登记的 {listed:,}，请核对"
                yield Finding(f"{named(register, [record.id])}{sentence}。", register.key, (record.id,))


def _by_rows(record: Record, derive: Callable[[Any], Any], kept: str) -> int | None:
    """Count what the rows say, as if no total had been told."""
    draft = draft_of(record)
    draft.__data__[kept] = None
    counted: int | None = derive(draft)
    return counted
