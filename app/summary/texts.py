"""The texts of the summaries: kept per year and kind of report, each beginning as last year's."""

from __future__ import annotations

from app.keeping.keeping import store
from app.records.base import change
from app.records.summaries import SummaryText
from app.resources import resource
from app.summary.reports import YEAR, Report


def text_of(year: int, report: Report = YEAR) -> str:
    """Return a report's text: as kept, else as in the last year before, else as the program brings it."""
    earlier = SummaryText.alive().where(SummaryText.report == report.key, SummaryText.year <= year)
    kept: SummaryText | None = earlier.order_by(SummaryText.year.desc()).first()
    return str(kept.body) if kept is not None else brought_along(report)


def brought_along(report: Report = YEAR) -> str:
    """Return the text that comes with the program; the lesser reports share one."""
    name = "year" if report == YEAR else "part"
    return resource(f"summary/{name}.txt").read_text(encoding="utf-8")


def keep(year: int, report: Report, body: str) -> None:
    """Keep the text of a year's report; the history has the earlier ones."""
    with change():
        text = _kept(year, report) or SummaryText(year=year, report=report.key)
        if text.body != body:
            text.body = body
            store(text)


def _kept(year: int, report: Report) -> SummaryText | None:
    own = (SummaryText.year == year) & (SummaryText.report == report.key)
    found: SummaryText | None = SummaryText.alive().where(own).first()
    return found
