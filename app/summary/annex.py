"""The annex 数据出处: where each figure of a report comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.figures.measures import UNTOLD
from app.figures.once import one_reading
from app.figures.reading import remark_on
from app.figures.wording import define
from app.summary.quoted import Quoted

TITLE = "数据出处"
HEADINGS = ("序号", "统计项", "数值", "定义", "期间", "记录数", "上年同期", "说明")
WIDTHS = (12, 30, 24, 72, 43, 16, 24, 26)
"""How wide the columns stand on a landscape page, in millimetres."""


@dataclass(frozen=True)
class Source:
    """One line of the annex."""

    label: str
    value: str
    definition: str
    period: str
    records: str
    last_year: str
    note: str

    @property
    def cells(self) -> tuple[str, ...]:
        """Return what stands in the columns after the running number."""
        return (
            self.label,
            self.value,
            self.definition,
            self.period,
            self.records,
            self.last_year,
            self.note,
        )


@one_reading()
def sources(quotes: Iterable[Quoted]) -> list[Source]:
    """Return a line for each figure and period that a report quotes, in the order of the text."""
    once = {(quote.figure.key, quote.period.first, quote.period.last): quote for quote in quotes}
    return [_source(Quoted(quote.figure, quote.period)) for quote in once.values()]


def _source(quote: Quoted) -> Source:
    figure, reading = quote.figure, quote.reading
    unit = "" if figure.unit == "%" else figure.unit
    last = reading.last.text
    return Source(
        figure.label,
        f"{quote.text or UNTOLD}{unit}",
        define(figure, quote.period),
        f"{figure.kind}　{quote.period.said_on()}",
        str(figure.count(quote.period)),
        last if last in ("", UNTOLD) else f"{last}{unit}",
        "；".join(_notes(quote)),
    )


def _notes(quote: Quoted) -> Iterator[str]:
    """Say what a reader must know of the value: changed by hand, that of a closed year, moved since."""
    if quote.override is not None:
        computed = quote.computed or UNTOLD
        yield f"人工修改（记录为 {computed}）：{quote.override.reason}"
    value, last = quote.value, quote.reading.last
    if value.live is not None:
        yield f"关账数，现有记录为 {value.live or UNTOLD}"
    elif remark := remark_on(value):
        yield remark
    if last.closed:
        yield "上年为关账数" + ("" if last.live is None else f"，现有记录为 {last.live or UNTOLD}")
