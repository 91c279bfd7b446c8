"""What is behind a figure of a report: the figure opened, as it stands in the text."""

from __future__ import annotations

from dataclasses import replace

from app.figures.measures import UNTOLD
from app.figures.reading import with_unit
from app.records.summaries import FigureOverride
from app.statistics.opened import Opened, open_reading
from app.summary.quoted import Quoted


def open_quote(quote: Quoted) -> Opened:
    """Open the figure of a quote: with the aspect that is quoted, or the value that a person wrote."""
    opened, figure = open_reading(quote.reading), quote.figure
    if quote.aspect:
        opened = replace(opened, title=f"{figure.label}.{quote.aspect}", value=quote.text)
    else:
        opened = replace(opened, value=with_unit(figure, quote.text))
    return replace(opened, remark=_remark(quote.override, quote) if quote.override else opened.remark)


def _remark(override: FigureOverride, quote: Quoted) -> str:
    by = f"，{override.changed_by}" if override.changed_by else ""
    return f"人工修改：{override.reason}（记录为 {quote.computed or UNTOLD}{by}）"
