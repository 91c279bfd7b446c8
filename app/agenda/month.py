"""What was done in a month, day by day, ready for the monthly report: figures of work, by day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from app.figures.daily import by_day, first_and_last_day
from app.figures.figure import Figure, model_of
from app.figures.reading import with_unit
from app.register import register_of
from app.registry import listed, work
from app.rules.periods import Period, custom, month
from app.subject import Work


@dataclass(frozen=True)
class Done:
    """Work of one kind on one day: how much (in fen where it is money), and the register that lists it."""

    day: date
    text: str
    count: int
    register_key: str


def month_of(day: date) -> Period:
    """Return the calendar month a day lies in."""
    return month(day.year, day.month)


def done(period: Period) -> list[Done]:
    """Return all that was done in a period, the latest day first; one query for each figure of work."""
    lines = [line for kind in work() for line in _done(kind, period)]
    return sorted(lines, key=lambda line: line.day, reverse=True)


def days_of_work(today: date) -> Period | None:
    """Return from the first to the last day, at most today, on which anything was done; None if never."""
    spans = (first_and_last_day(kind.figure, today) for kind in work())
    days = [day for span in spans if span is not None for day in span]
    return custom(min(days), max(days)) if days else None


def _done(kind: Work, period: Period) -> Iterator[Done]:
    added = by_day(kind.adds, period) if kind.adds is not None else {}
    register_key = _register_key(kind.figure, period)
    for day, number in by_day(kind.figure, period).items():
        text = f"{kind.title} {_written(kind.figure, number)}"
        if kind.adds is not None and added.get(day):
            text += f"，{_written(kind.adds, added[day])}"
        yield Done(day, text, number, register_key)


def _written(figure: Figure, number: int) -> str:
    return with_unit(figure, figure.scale.write(number))


def _register_key(figure: Figure, period: Period) -> str:
    """Return the key of the register of a tab that lists a figure's records."""
    register = register_of(model_of(figure, period))
    shown = listed(register) if register is not None else None
    return shown.key if shown is not None else ""


def as_text(lines: Sequence[Done]) -> str:
    """Write what was done for the monthly report, the first day first, a line each."""
    days: dict[date, list[str]] = {}
    for line in reversed(lines):
        days.setdefault(line.day, []).append(line.text)
    return "\n".join(f"{day.month}月{day.day}日：{'；'.join(texts)}。" for day, texts in days.items())
