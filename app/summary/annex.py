"""The annex 数据出处: where each figure of a report comes from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app.figures.figure import Difference, Fact, Figure, Ratio
from app.figures.measures import COUNT, UNTOLD
from app.figures.once import one_reading
from app.figures.reading import remark_on, unit_of
from app.figures.telling import tell
from app.summary.quoted import Quoted

TITLE = "数据出处"
_THOUSANDS = re.compile(r"(?<=[0-9]),(?=[0-9]{3})")
HEADINGS = ("序号", "统计项", "数值", "出处", "期间", "记录数", "上年同期", "说明")
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


class Place(StrEnum):
    """Where the annex goes: behind the report, nowhere, or into a file of its own."""

    BEHIND = "with"
    NOWHERE = "none"
    APART = "apart"


PLACES = {Place.BEHIND: "附数据出处", Place.NOWHERE: "不附数据出处", Place.APART: "数据出处另成一份"}


def beside(target: Path) -> Path:
    """Return the file an annex of its own goes to, beside the report's."""
    return target.with_name(f"{target.stem}（{TITLE}）{target.suffix}")


@one_reading()
def sources(quotes: Iterable[Quoted]) -> list[Source]:
    """Return a line for each figure and period that a report quotes, in the order of the text."""
    told = {(quote.figure.key, quote.period.first, quote.period.last): quote.whole for quote in quotes}
    for quote in told.values():  # the terms of shares and means among them
        if quote.value.number is not None and not quote.value.closed:
            quote.figure.know(quote.value.number, quote.period)
    return [_source(quote) for quote in told.values()]


def _source(quote: Quoted) -> Source:
    figure, last = quote.figure, quote.reading.last
    return Source(
        figure.label,
        _written(figure, quote.text),
        tell(figure, quote.period, quote.text or UNTOLD),
        f"{figure.kind}　{quote.period.said_on()}",
        str(_records(quote)),
        last.text if isinstance(figure, Fact) else _written(figure, figure.scale.prose(last.number)),
        "；".join(_notes(quote)),
    )


def _records(quote: Quoted) -> int:
    """Return how many records stand behind a figure: often it is what the figure, or its part, counts."""
    figure = quote.figure.terms()[0] if isinstance(quote.figure, Ratio | Difference) else quote.figure
    if type(figure) is Figure and figure.measure is COUNT:
        return figure.counted(quote.period) or 0
    return figure.count(quote.period)


def _written(figure: Figure, text: str) -> str:
    return f"{text}{unit_of(figure)}" if text else UNTOLD


def _notes(quote: Quoted) -> Iterator[str]:
    """Say what a reader must know of the value: changed by hand, that of a closed year, moved since."""
    if quote.override is not None:
        computed = quote.computed or UNTOLD
        yield f"人工修改（记录为 {computed}）：{quote.override.reason}"
    value, last = quote.value, quote.reading.last
    if value.live is not None:
        yield f"关账数，现有记录为 {_plain(value.live)}"
    elif remark := remark_on(value):
        yield remark
    if last.closed:
        yield "上年为关账数" + ("" if last.live is None else f"，现有记录为 {_plain(last.live)}")


def _plain(text: str) -> str:
    """Write what a table shows in the one notation of the annex: 1,234.00 as 1234."""
    return _THOUSANDS.sub("", text).replace(".0%", "%").removesuffix(".00") or UNTOLD
