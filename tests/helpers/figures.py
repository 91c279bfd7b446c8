"""What the figures of every subject are held to, from tables that a subject's tests write out."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from app.errors import Refused
from app.figures.figure import Figure, Kind
from app.figures.wording import explain
from app.keeping import deriving, keeping
from app.records.base import AnyRecord, Record, change
from app.register import register_of
from app.registry import figure_topics, find_figure
from app.rules.periods import Period, year

YEAR = year(2011)
_DAY = timedelta(days=1)
IN = "BETWEEN '2011-01-01' AND '2011-12-31'"
"""The year, as plain SQL says it."""
Expected = Mapping[str, int | str | None]
"""The number of each figure, by its label: the domain's own, or plain SQL that counts it another way."""


@dataclass(frozen=True)
class Case:
    """What figures become by one record more, and values that keep the record out of the period.

    `make` keeps a record with the values it is given and returns it; what the record needs beside it
    is made by `before`, whose result `make` gets first. The figures of `same` stay what they are. Where one
    date keeps the record out, it is also tried on the days beside the `edges` of the year.
    """

    make: Callable[..., Record]
    outside: Mapping[str, object]
    figures: Mapping[str, int]
    before: Callable[[], Any] = field(default=lambda: None)
    same: tuple[str, ...] = ()
    edges: tuple[date, ...] = (YEAR.first, YEAR.last)


def stored(record: AnyRecord) -> AnyRecord:
    """Keep a record as it is, whatever the rules say of it: figures count what is there."""
    with change():
        deriving.compute_derived(record)
        keeping.store(record)
    return record


def of_subject(module: ModuleType) -> list[Figure]:
    """Return the figures of a subject."""
    return list(next(topic.figures for topic in figure_topics() if topic.module == module.__name__))


def hold(module: ModuleType, sample: Expected, cases: Sequence[Case]) -> tuple[Callable[..., None], ...]:
    """Make the tests that hold a subject's figures to its tables."""

    @pytest.mark.usefixtures("open_sample")
    def test_sample(sample_file: Path) -> None:
        wrong = {}
        for label, known in sample.items():
            expected = _counted(sample_file, known) if isinstance(known, str) else known
            if (number := find_figure(label).number(YEAR)) != expected:
                wrong[label] = (number, expected)
        assert not wrong, "figure: ours, expected"

    @pytest.mark.usefixtures("office")
    @pytest.mark.parametrize("case", cases, ids=["、".join((*case.figures, *case.same)) for case in cases])
    def test_following(case: Case) -> None:
        given = case.before()
        at_first = _numbers(case)
        record = case.make(given)
        expected = {label: at_first[label] for label in case.same} | dict(case.figures)
        assert _numbers(case) == expected
        assert [label for label in case.figures if at_first[label] == expected[label]] == [], "not followed"
        take_away(record)
        assert _numbers(case) == at_first
        outside = case.make(given, **case.outside)
        assert _numbers(case) == at_first
        for values, counts in _edges(case):
            take_away(outside)
            outside = case.make(given, **values)
            assert _numbers(case) == (expected if counts else at_first), values

    def test_complete() -> None:
        labels = {figure.label for figure in of_subject(module)}
        followed = [label for case in cases for label in case.figures]
        assert (set(sample), set(followed)) == (labels, labels)

    @pytest.mark.usefixtures("open_sample")
    def test_explained() -> None:
        for figure in of_subject(module):
            for whole_or_part in (figure, *figure.parts):
                assert "<" not in explain(whole_or_part, YEAR)

    return test_sample, test_following, test_complete, test_explained


def sums_hold(module: ModuleType, period: Period = YEAR) -> None:
    """Assert that what must add up does so."""
    assert [total.disagreement(period) for total in module.SUMS] == [None] * len(module.SUMS)


def _numbers(case: Case) -> dict[str, int | None]:
    return {label: find_figure(label).number(YEAR) for label in (*case.figures, *case.same)}


def _edges(case: Case) -> Iterator[tuple[dict[str, date], bool]]:
    """Yield a day on each side of the edges of the year, and whether a record of that day counts.

    Only for cases that are kept out by one date, given to one field or to several. A date after the year
    speaks of the last edge alone, as a stock counts what was there before, and one before it of the
    first; of flows both edges are tried.
    """
    day = next(iter(case.outside.values()))
    if not isinstance(day, date) or YEAR.contains(day) or set(case.outside.values()) != {day}:
        return
    flows = all(find_figure(label).kind is Kind.FLOW for label in case.figures)
    for edge, beyond in ((YEAR.first, YEAR.first - _DAY), (YEAR.last, YEAR.last + _DAY)):
        if edge in case.edges and (flows or (day < edge) == (beyond < edge)):
            yield dict.fromkeys(case.outside, edge), True
            yield dict.fromkeys(case.outside, beyond), False


def _counted(path: Path, query: str) -> int | None:
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        return connection.execute(query).fetchone()[0]  # type: ignore[no-any-return]


def take_away(record: Record) -> None:
    """Take a record away; one that the rules keep, such as a payment, past them: what is there counts."""
    register = register_of(type(record))
    assert register is not None
    try:
        keeping.to_bin(register, [record.id])
    except Refused:
        model = type(record)
        model.update(deleted_at=datetime.now()).where(model.id == record.id).execute()
