"""All figures of a period written out: for a person to read, for a program, and one figure's records."""

from __future__ import annotations

import json
from collections.abc import Iterator

from app.figures.figure import Fact, Figure
from app.figures.measures import Scale
from app.figures.reading import Reading, Value, read_all, remark_on
from app.figures.wording import define, explain
from app.registry import figure_topics, figures
from app.rules.periods import Period


def as_text(period: Period) -> str:
    """Write every figure on a line of its own, grouped by subject: name, value, last year, change."""
    lines = [f"{period.said_on()}（上年同期：{period.year_before.label}）"]
    for subject in figure_topics():
        lines.append(f"\n{subject.title}")
        for reading in read_all(subject.figures, period):
            figure = reading.figure
            unit = "" if figure.scale is Scale.SHARE else figure.unit
            lines.append(
                f"  {figure.label}\t{reading.value.text}{unit}{_remark(reading.value)}"
                f"\t上年 {reading.last.text}{_remark(reading.last)}\t{reading.change}"
            )
        lines += [f"  ！{sentence}" for added in subject.sums if (sentence := added.disagreement(period))]
    return "\n".join(lines)


def _remark(value: Value) -> str:
    return f"（{words}）" if (words := remark_on(value)) else ""


def as_json(period: Period) -> str:
    """Write every figure and its parts as one JSON object; amounts in yuan, shares in percent."""
    readings = read_all(figures(parts=True), period)
    return json.dumps(
        {reading.figure.key: _described(reading) for reading in readings}, ensure_ascii=False, indent=1
    )


def _described(reading: Reading) -> dict[str, object]:
    figure, period = reading.figure, reading.period
    return {
        "label": figure.label,
        "value": _plain(figure, reading.value.number, reading.value.text),
        "unit": figure.unit,
        "kind": figure.kind.value,
        "period": [period.first.isoformat(), period.last.isoformat()],
        "compared_with": [day.isoformat() for day in figure.year_before(period)],
        "last_year": _plain(figure, reading.last.number, reading.last.text),
        "change": reading.change or None,
        "records": figure.count(period),
        "definition": define(figure, period),
        "closed": reading.value.closed,
        "kept": reading.value.kept,
        "last_year_closed": reading.last.closed,
    }


def _plain(figure: Figure, number: int | None, text: str) -> int | float | str | None:
    if isinstance(figure, Fact):
        return text or None
    if number is None or figure.scale is Scale.COUNT:
        return number
    return number / figure.scale.one


def records_of(figure: Figure, period: Period) -> str:
    """Write a figure's explanation, then the records behind it, a line each."""
    return "\n".join((explain(figure, period), *_records(figure, period)))


def _records(figure: Figure, period: Period) -> Iterator[str]:
    for record in figure.query(period):
        yield f"{record.id}\t{record}"
