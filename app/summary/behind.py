"""What is behind a figure of a report: its definition, last year's value, and its records."""

from __future__ import annotations

from dataclasses import dataclass

from app.figures.figure import Fact, model_of
from app.figures.measures import UNTOLD, Scale
from app.figures.wording import define
from app.register import Register, register_of
from app.summary.quoted import Quoted


@dataclass(frozen=True)
class Behind:
    """A figure explained: `value` with its unit, `comparison` with last year, `remark` on its value."""

    quote: Quoted
    title: str
    value: str
    definition: str
    comparison: str
    remark: str
    register: Register | None
    ids: tuple[int, ...]


def look_behind(quote: Quoted) -> Behind:
    """Read what is behind a figure."""
    figure, period = quote.figure, quote.period
    model = model_of(figure, period)
    query = figure.query(period).select(model.id)
    return Behind(
        quote,
        f"{figure.label}.{quote.aspect}" if quote.aspect else figure.label,
        quote.text if quote.aspect else with_unit(quote, quote.text),
        define(figure, period),
        _comparison(quote),
        _remark(quote),
        register_of(model),
        tuple(dict.fromkeys(record_id for (record_id,) in query.tuples())),
    )


def with_unit(quote: Quoted, text: str) -> str:
    """Write a value with the figure's unit; a share has its sign already, words have none."""
    if text in ("", UNTOLD):
        return UNTOLD
    figure = quote.figure
    return text if figure.scale is Scale.SHARE or not figure.unit else f"{text} {figure.unit}"


def _comparison(quote: Quoted) -> str:
    if isinstance(quote.figure, Fact):
        return ""
    reading = quote.reading
    last = with_unit(quote, reading.last.text)
    change = "" if quote.aspect or reading.change == UNTOLD else f"，{quote.followed_by('增减').text}"
    return f"上年同期 {last}{'（关账数）' if reading.last.closed else ''}{change}"


def _remark(quote: Quoted) -> str:
    """Say whether a person's value stands here, or that of a closed year."""
    value = quote.reading.value
    if quote.override is not None:
        by = f"，{quote.override.changed_by}" if quote.override.changed_by else ""
        return f"人工修改：{quote.override.reason}（记录为 {quote.computed or UNTOLD}{by}）"
    if value.live is not None:
        return f"关账数；现有记录为 {value.live or UNTOLD}"
    return "关账数" if value.closed else ""
