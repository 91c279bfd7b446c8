"""Closing a year (关账): its figures are recorded as they stand, and what changes afterwards is listed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from app.errors import Refused
from app.figures.figure import Fact, Figure, Kind, as_of
from app.figures.held import Held
from app.figures.once import once, one_reading
from app.figures.reading import text_when_closed
from app.figures.standing import Standing, standing
from app.records.base import change
from app.records.batch import open_batch
from app.records.closings import ClosedFigure, YearClosing
from app.registry import figure_named, figures
from app.rules import periods
from app.rules.periods import Period


@dataclass(frozen=True)
class Moved:
    """A closed figure of which the records say otherwise now: which of them came, went or were changed."""

    figure: Figure
    period: Period
    was: str
    now: str
    came: tuple[int, ...]
    went: tuple[int, ...]
    changed: tuple[int, ...]

    @property
    def sentence(self) -> str:
        """Say what moved."""
        groups = ((self.came, "新增"), (self.went, "减少"), (self.changed, "修改"))
        parts = "，".join(f"{word} {len(ids)} 条" for ids, word in groups if ids)
        value = f"关账时 {self.was}，现为 {self.now}" if self.was != self.now else f"仍为 {self.was}"
        return f"{self.figure.label}：{value}（{parts or '相关记录有变动'}）"


def closing_of(year: int) -> YearClosing | None:
    """Return the closing of a year; None while it is open."""
    return YearClosing.alive().where(YearClosing.year == year).first()


def closed_periods(year: int) -> tuple[Period, ...]:
    """Return the periods of a year whose figures are recorded: the year, its halves and quarters."""
    halves = (periods.half(year, which) for which in (1, 2))
    quarters = (periods.quarter(year, which) for which in (1, 2, 3, 4))
    return (periods.year(year), *halves, *quarters)


def close_year(year: int, by: str = "", more: Iterable[Period] = ()) -> YearClosing:
    """Record the figures of a year as they stand, also for the further periods its summary speaks of.

    Raises Refused where the year is closed already.
    """
    if closing_of(year) is not None:
        raise Refused(f"{year}年已经关账。需要更正时请先重新开账。")
    spans = {(period.first, period.last): period for period in (*closed_periods(year), *more)}
    # Counted before the file is locked for writing: it takes seconds in which others may want to save.
    with one_reading():
        closed = [
            ClosedFigure(first=period.first, last=period.last, **values)
            for period in spans.values()
            for figure in figures()
            for values in _standing(figure, period)
        ]
    with change(), open_batch() as batch:
        closing = YearClosing.create(year=year, closed_by=by or None)
        for figure in closed:
            figure.closing = closing
            batch.add(figure)
    return closing


def _standing(figure: Figure, period: Period) -> list[dict[str, object]]:
    """Return what is kept of a figure and its parts: a stock of a year is that of its last quarter."""
    of_a_day = type(figure) in (Figure, Fact) and figure.kind is Kind.STOCK
    counted = (as_of(period), figure.can_tell_of(period)) if of_a_day else tuple(period)
    return once((figure.key, "standing", *counted), lambda: list(_values(figure, period)))


def _values(figure: Figure, period: Period) -> Iterator[dict[str, object]]:
    for value in standing(figure, period):
        yield {
            "key": value.figure.key,
            "number": value.number,
            "words": value.text if isinstance(value.figure, Fact) else "",
            "records": value.held.count,
            "fingerprint": value.held.fingerprint,
            "held": value.held.packed,
            "names": value.names or None,
        }


def open_again(year: int, reason: str) -> None:
    """Open a closed year again; raises Refused without a reason, or where the year is not closed."""
    closing = closing_of(year)
    if closing is None:
        raise Refused(f"{year}年没有关账，不需要重新开账。")
    if not reason.strip():
        raise Refused("请写明重新开账的原因。")
    with change():
        YearClosing.update(reason=reason.strip(), deleted_at=datetime.now()).where(
            YearClosing.id == closing.id
        ).execute()


def moved(year: int) -> Iterator[Moved]:
    """Yield the whole year's figures whose records changed after it was closed, changed values first."""
    closing = closing_of(year)
    if closing is None:
        return
    whole = periods.year(year)
    closed_figures = ClosedFigure.select().where(
        ClosedFigure.closing == closing, ClosedFigure.first == whole.first, ClosedFigure.last == whole.last
    )
    kept = {closed.key: closed for closed in closed_figures}
    figures_kept = (figure_named(key) for key in kept if ":" not in key)
    with one_reading():
        now = [one for figure in figures_kept if figure is not None for one in standing(figure, whole)]
    told = (_moved(kept[one.figure.key], one, whole) for one in now if one.figure.key in kept)
    yield from sorted(filter(None, told), key=lambda figure: figure.was == figure.now)


def _moved(closed: ClosedFigure, now: Standing, period: Period) -> Moved | None:
    was = text_when_closed(now.figure, closed)
    if now.held.fingerprint == closed.fingerprint and was == now.text:
        return None
    before, after = Held.unpack(closed.held).versions, now.held.versions
    return Moved(
        now.figure,
        period,
        was,
        now.text,
        came=tuple(sorted(after.keys() - before.keys())),
        went=tuple(sorted(before.keys() - after.keys())),
        changed=tuple(sorted(row for row in after.keys() & before.keys() if after[row] != before[row])),
    )
