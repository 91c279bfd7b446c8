"""What was done in a month, day by day, ready for the monthly report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from peewee import ColumnBase, fn

from app.register import Deed, Register
from app.registry import registers
from app.rules.periods import Period, custom


@dataclass(frozen=True)
class Done:
    """Work of one kind on one day."""

    day: date
    text: str
    count: int
    register_key: str


def month_of(day: date) -> Period:
    """Return the calendar month a day lies in."""
    first = day.replace(day=1)
    last = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return custom(first, date.fromordinal(last.toordinal() - 1))


def done(period: Period) -> list[Done]:
    """Return all that was done in a period, the latest day first; one query for each kind of work."""
    found = [
        one for register in registers() for deed in register.deeds for one in _done(register, deed, period)
    ]
    return sorted(found, key=lambda one: one.day, reverse=True)


def days_of_work(today: date) -> Period | None:
    """Return from the first to the last day, at most today, on which anything was done; None if never."""
    found = (
        register.record.select(fn.MIN(deed.on), fn.MAX(deed.on))
        .where(register.record.deleted_at.is_null(), deed.on <= today)
        .tuples()
        for register in registers()
        for deed in register.deeds
    )
    days = [day for query in found for row in query for day in row if day is not None]
    return custom(min(days), max(days)) if days else None


def _done(register: Register, deed: Deed, period: Period) -> Iterator[Done]:
    added = fn.SUM(deed.adds) if deed.adds is not None else None
    chosen = [deed.on, fn.COUNT(1), *([added] if added is not None else [])]
    terms: list[ColumnBase] = [register.record.deleted_at.is_null(), deed.on.between(*period)]
    if deed.where is not None:
        terms.append(deed.where())
    rows = register.record.select(*chosen).where(*terms).group_by(deed.on)
    for day, count, *total in rows.tuples():
        text = f"{deed.title} {count} {deed.unit}"
        if deed.adds is not None and total[0]:
            text += f"，{deed.adds.format(total[0])} {deed.adds.unit}"
        yield Done(day, text, count, register.key)


def as_text(found: Sequence[Done]) -> str:
    """Write what was done for the monthly report, the first day first, a line each."""
    days: dict[date, list[str]] = {}
    for one in reversed(found):
        days.setdefault(one.day, []).append(one.text)
    return "\n".join(f"{day.month}月{day.day}日：{'；'.join(texts)}。" for day, texts in days.items())
