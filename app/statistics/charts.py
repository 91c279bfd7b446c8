"""Which picture suits a figure: its parts, its months, or this year beside the last."""

from __future__ import annotations

from typing import Literal

from app.figures.figure import Fact, Figure, Kind, Ratio
from app.figures.reading import Reading, parts_read, read, read_all, unit_of
from app.printing.chart import Bar, Chart
from app.rules import periods
from app.rules.periods import Period

_FEWEST_PARTS, _MOST_PARTS = 2, 12
_FEWEST_MONTHS, _MOST_MONTHS = 3, 12


def chart_of(figure: Figure, period: Period) -> Chart | None:
    """Return the picture of a figure over a period; None where a picture says no more than the number."""
    if isinstance(figure, Fact) or not figure.can_tell_of(period):
        return None
    return _of_parts(figure, period) or _of_months(figure, period) or _compared(figure, period)


def _of_parts(figure: Figure, period: Period) -> Chart | None:
    readings = parts_read(figure, period) if figure.split is not None else []
    if not _FEWEST_PARTS <= len(readings) <= _MOST_PARTS:
        return None
    bars = (_bar(reading, reading.figure.label.removeprefix(f"{figure.label}·")) for reading in readings)
    return _chart("bars", figure, period, tuple(bars))


def _of_months(figure: Figure, period: Period) -> Chart | None:
    """Picture a flow by month, where the months add up: persons who come twice do not."""
    months = [month for month in periods.months(period) if month.has_begun]
    if figure.kind is not Kind.FLOW or isinstance(figure, Ratio):
        return None
    if not _FEWEST_MONTHS <= len(months) <= _MOST_MONTHS:
        return None
    readings = [read(figure, month) for month in months]
    if sum(reading.value.number or 0 for reading in readings) != (figure.number(period) or 0):
        return None
    bars = tuple(_bar(reading, f"{reading.period.first.month}月") for reading in readings)
    return _chart("columns", figure, period, bars)


def _compared(figure: Figure, period: Period) -> Chart | None:
    reading = read_all((figure,), period)[0]
    if not reading.last.number:
        return None
    return _chart("bars", figure, period, (_bar(reading, ""),))


def _chart(
    kind: Literal["bars", "columns"], figure: Figure, period: Period, bars: tuple[Bar, ...]
) -> Chart | None:
    if not any(bar.now or bar.before for bar in bars):
        return None
    unit = f"（{unit_of(figure)}）" if unit_of(figure) else ""
    return Chart(kind, f"{figure.label}{unit}", bars, period.said_on(), figure.year_before(period).label)


def _bar(reading: Reading, label: str) -> Bar:
    now, before = reading.value, reading.last
    return Bar(label, now.number or 0, before.number or 0, now.text, before.text)
