"""The texts of the summaries: kept per year and kind of report, each beginning as last year's."""

from __future__ import annotations

from app.keeping.keeping import store
from app.records.base import change
from app.records.summaries import SummaryText
from app.resources import resource
from app.summary.reports import YEAR, Report


def text_of(year: int, report: Report = YEAR) -> str:
    """Return a report's text: that of the year, else of the last year before, else the program's own."""
    earlier = SummaryText.alive().where(SummaryText.report == report.key, SummaryText.year <= year)
    latest: SummaryText | None = earlier.order_by(SummaryText.year.desc()).first()
    return str(latest.body) if latest is not None else brought_along(report)


def brought_along(report: Report = YEAR) -> str:
    """Return the text that comes with the program; the lesser reports share one."""
    name = "year" if report == YEAR else "part"
    return resource(f"summary/{name}.txt").read_text(encoding="utf-8")


def keep(year: int, report: Report, body: str) -> None:
    """Keep the text of a year's report; the history has the earlier ones."""
    with change():
        text = _record(year, report) or SummaryText(year=year, report=report.key)
        if text.body != body:
            text.body = body
            store(text)


def _record(year: int, report: Report) -> SummaryText | None:
    own = (SummaryText.year == year) & (SummaryText.report == report.key)
    record: SummaryText | None = SummaryText.alive().where(own).first()
    return record
