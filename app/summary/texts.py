"""The texts of the summaries: kept per year and kind of report, each beginning as last year's."""

from __future__ import annotations

from collections.abc import Collection

from app.keeping.keeping import store
from app.records.base import change
from app.records.summaries import SummaryText
from app.resources import resource
from app.summary.carried import Inherited, is_free, sentences
from app.summary.reports import YEAR, Report


def text_of(year: int, report: Report = YEAR) -> str:
    """Return a report's text: that of the year, else of the last year before, else the program's own."""
    latest = _latest(year, report)
    return str(latest.body) if latest is not None else brought_along(report)


def brought_along(report: Report = YEAR) -> str:
    """Return the text that comes with the program; the lesser reports share one."""
    name = "year" if report == YEAR else "part"
    return resource(f"summary/{name}.txt").read_text(encoding="utf-8")


def inherited(year: int, report: Report = YEAR) -> Inherited:
    """Return what a report's text took over from that of the last year before, and what of it was kept."""
    own, before = _record(year, report), _latest(year - 1, report)
    kept = frozenset((own.kept or "").split("\n")) if own is not None else frozenset()
    if before is None:
        return Inherited(year, kept=kept)
    usual = {sentence.words for sentence in sentences(brought_along(report))}
    words = {sentence.words for sentence in sentences(str(before.body)) if is_free(sentence)}
    return Inherited(year, before.year, frozenset(words - usual), kept)


def keep(year: int, report: Report, body: str, kept: Collection[str] | None = None) -> None:
    """Keep the text of a year's report; the history has the earlier ones.

    `kept` are the sentences that were looked at and stay as they were last year; None leaves that as it is.
    """
    with change():
        text = _record(year, report) or SummaryText(year=year, report=report.key)
        before = (text.body, text.kept)
        text.body = body
        if kept is not None:
            stay = dict.fromkeys(sentence.words for sentence in sentences(body) if sentence.words in kept)
            text.kept = "\n".join(stay) or None
        if (text.body, text.kept) != before:
            store(text)


def _latest(year: int, report: Report) -> SummaryText | None:
    """Return the text of a year, else of the last one before it that has one."""
    upto = SummaryText.alive().where(SummaryText.report == report.key, SummaryText.year <= year)
    text: SummaryText | None = upto.order_by(SummaryText.year.desc()).first()
    return text


def _record(year: int, report: Report) -> SummaryText | None:
    own = (SummaryText.year == year) & (SummaryText.report == report.key)
    record: SummaryText | None = SummaryText.alive().where(own).first()
    return record
