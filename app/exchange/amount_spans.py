"""Amounts told as a span, 3000-3500: the least and the most go into the two fields that are kept for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.exchange.rows import CellProblem
from app.fields import MoneyField
from app.records.base import Record


def take_spans(
    model: type[Record], values: dict[str, object], problems: Sequence[CellProblem], texts: Mapping[str, str]
) -> list[CellProblem]:
    """Take the spans in cells of first amounts into `values`; return what remains wrong.

    `texts` are the cells by the names of their fields.
    """
    described = model.described().values()
    ends = {one.since.name: one for one in described if isinstance(one, MoneyField) and one.since is not None}
    remaining = []
    for problem in problems:
        first = problem.field
        last = ends.get(first.name) if first is not None else None
        if (
            not isinstance(first, MoneyField)
            or last is None
            or not (span := first.span(texts.get(first.name, "")))
        ):
            remaining.append(problem)
        elif values.get(last.name) not in (None, span[1]):
            told = f"写的是到 {last.format(span[1])} 元，与“{last.label}”不同，请核对"
            remaining.append(replace(problem, sentence=told))
        else:
            values[first.name], values[last.name] = span
    return remaining
