"""Days that a cell tells to the month or the year only, and another value of the row to the day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from app.errors import Invalid
from app.exchange.rows import CellProblem
from app.fields import DateField, Described
from app.rules.dates import read_partial, write_date, write_partial


def complete_days(
    fields: Mapping[str, Described],
    values: dict[str, object],
    problems: list[CellProblem],
    texts: Mapping[str, str],
) -> list[CellProblem]:
    """Fill in the days that an identity number tells, where the month or year of the cell agrees.

    `texts` are the cells by the names of their fields. Returns the problems that remain: a day that
    nothing tells is asked for, never invented.
    """
    remaining = []
    for problem in problems:
        field = problem.field
        partial = _partial(texts.get(field.name, "")) if isinstance(field, DateField) else ""
        source, day = _told(fields, values, field.name) if field is not None and partial else (None, None)
        if source is None or day is None or field is None:
            remaining.append(problem)
        elif day.isoformat().startswith(partial):
            values[field.name] = day
        else:
            told = f"填的是{write_partial(partial)}，{source.label}表明是{write_date(day)}"
            remaining.append(replace(problem, sentence=f"{told}，请核对"))
    return remaining


def _partial(text: str) -> str:
    """Return the month or year of a cell; nothing where it holds something else."""
    try:
        partial = read_partial(text)
    except Invalid:
        return ""
    return partial if len(partial) < len("2011-03-08") else ""


def _told(
    fields: Mapping[str, Described], values: Mapping[str, object], name: str
) -> tuple[Described, date] | tuple[None, None]:
    """Return the field whose value implies a day for another, and the day."""
    for source, value in values.items():
        if value is not None and fields[source].implies:
            day = fields[source].implied(value).get(name)
            if isinstance(day, date):
                return fields[source], day
    return None, None
