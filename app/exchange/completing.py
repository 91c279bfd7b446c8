"""Days that a cell tells to the month or the year only, and another value of the row to the day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from app.exchange.rows import CellProblem
from app.fields import DateField, Described
from app.rules.dates import is_partial, is_short_for, read_partial, write_date, write_partial


def complete_days(
    fields: Mapping[str, Described],
    values: dict[str, object],
    problems: list[CellProblem],
    texts: Mapping[str, str],
) -> list[CellProblem]:
    """Fill in the days that an identity number tells, where the cell agrees: a month, a year, 75.3.8.

    A month or year that nothing completes goes into the field that keeps such, where there is one.
    `texts` are the cells by the names of their fields. Returns the problems that remain: a day that
    nothing tells is asked for, never invented.
    """
    remaining = []
    for problem in problems:
        field = problem.field
        text = texts.get(field.name, "") if isinstance(field, DateField) else ""
        partial = read_partial(text) if is_partial(text) else ""
        source, day = _told(fields, values, field.name) if field is not None and text else (None, None)
        if field is not None and day is not None and not partial:
            if is_short_for(text, day):
                values[field.name] = day
            else:
                remaining.append(problem)
        elif source is None or day is None or field is None:
            if not partial or not _keep(field, partial, values):
                remaining.append(problem)
        elif day.isoformat().startswith(partial):
            values[field.name] = day
        else:
            told = f"填的是{write_partial(partial)}，{source.label}表明是{write_date(day)}"
            remaining.append(replace(problem, sentence=f"{told}，请核对"))
    return remaining


def _keep(field: Described | None, partial: str, values: dict[str, object]) -> bool:
    """Keep a month or year beside the day that it leaves open; tell whether there is a field for it."""
    keeps = field.partly if isinstance(field, DateField) else None
    if field is None or keeps is None or values.get(keeps.name) not in (None, partial):
        return False
    values[field.name], values[keeps.name] = None, partial
    return True


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
